// Tools that the model may ask for, and its calls.
import type { ToolTexts } from "../tool-texts";

const names: ToolTexts["names"] = {
  search_documents: "Chercher dans mes documents",
  calculator: "Calculatrice",
  current_date: "Date du jour",
};

const helps: ToolTexts["helps"] = {
  search_documents:
    "Trouve des passages dans les documents de cette discussion et vous les montre avant de les donner au modèle.",
  calculator: "Calcule une expression avec exactitude.",
  current_date: "Date, jour de la semaine, heure et fuseau horaire de cet appareil.",
};

export const tools: ToolTexts = {
  title: "Outils",
  intro: "Le modèle peut les demander. Rien ne s’exécute avant que vous ne cliquiez.",
  notWithModel: "Le modèle chargé ne sait pas appeler d’outils. Choisissez-en un autre dans Modèles.",
  notWithJson: "Tant que les réponses sont en JSON, le modèle n’appelle pas d’outils.",
  names,
  helps,
  free: (name) => `${name} : exécuter sans demander`,
  freeHelp: "Dans cette discussion, aussi souvent que le modèle le veut.",
  first: "Commencer chaque réponse par",
  firstHelp: "Le modèle demande alors cet outil avant de dire quoi que ce soit.",
  modelDecides: "Ce que le modèle choisit",

  // A call
  label: (name) => `Outil : ${name}`,
  asks: (name) => `Le modèle demande un outil : ${name}.`,
  writing: "Le modèle demande un outil…",
  run: "Exécuter",
  decline: "Ne pas exécuter",
  allow: "Toujours exécuter dans cette discussion",
  sendOn: "Donner au modèle",
  withhold: "Ne pas donner",
  query: "Rechercher",
  expression: "Expression",
  found: "Trouvé, et pas encore donné au modèle",
  result: "Résultat",
  declined: "Vous ne l’avez pas laissé s’exécuter.",
  passedOver: "Il n’a pas été exécuté.",
  written: "Ce que le modèle a écrit",

  // What is wrong with one
  unfinished: "La réponse s’est terminée au milieu de l’appel.",
  tooLong: (length, limit) => `L’appel compte ${length} caractères ; ${limit} au plus sont possibles.`,
  notJson: (reason) => `L’appel n’est pas du JSON : ${reason}`,
  otherForm: "Ce que le modèle a écrit n’est pas un appel.",
  unknownTool: (name) => `Il n’y a pas d’outil « ${name} » dans cette discussion.`,
  missingArgument: (argument) => `L’argument « ${argument} » manque.`,
  unknownArgument: (argument) => `L’outil n’a pas d’argument « ${argument} ».`,
  badArgument: (argument, least, most) =>
    `L’argument « ${argument} » doit être un texte de ${least} à ${most} caractères.`,
  tooMany: (limit) =>
    `Le modèle a demandé des outils ${limit} fois de suite. Rien de plus n’a été exécuté ; posez à nouveau la question pour continuer.`,
};
