// Where the user writes: the box, its buttons, what waits to be sent, and what fills the model's window.
import { formatCount, formatShare } from "../../stores/format";
import type { Texts } from "../catalogue";
import { pluralIn } from "../plural";

const plural = pluralIn("fr");

export const composer: Texts["composer"] = {
  form: "Écrire au modèle",
  message: "Message",
  placeholder: "Question ou document collé",
  attach: "Joindre un document",
  send: "Envoyer",
  queue: "Mettre ce message en attente",
  stop: "Arrêter",
  answeringElsewhere: "Réponse en cours dans une autre discussion…",
  gettingReady: "Le modèle se prépare…",
  openingDocument: "Ouverture d’un document…",
  draftTokens: (count) =>
    plural(count, {
      one: `${formatCount(count)} jeton`,
      many: `${formatCount(count)} de jetons`,
      other: `${formatCount(count)} jetons`,
    }),
  pasted: (beginning) => `Texte collé : ${beginning}`,
  noPictures: "Les images ne peuvent pas être lues : le modèle ne connaît que le texte.",
  documentGone: (name) => `« ${name} » a été supprimé de la bibliothèque et n’est plus joint.`,

  queued: "Messages en attente",
  queuedNext: "Envoyé à la fin de la réponse",
  queuedForModel: "Envoyé dès que le modèle est prêt",
  queuedWithoutModel: "Non envoyé : aucun modèle n’est en marche. Envoyé dès qu’il y en a un",
  beingSent: "Envoi en cours…",
  held: {
    stopped: "Non envoyé : la réponse précédente a été arrêtée",
    failed: "Non envoyé : la réponse précédente a échoué",
    reloaded: "Non envoyé : la page a été fermée entre-temps",
    refused: "N’a pas pu être envoyé",
  },
  queuedDocuments: (count) =>
    plural(count, { one: `${formatCount(count)} document`, other: `${formatCount(count)} documents` }),
  sendQueued: "Envoyer maintenant",
  interruptWithQueued: "Interrompre la réponse et envoyer maintenant",
  editQueued: "Modifier",
  removeQueued: "Retirer",

  window: "Ce qui remplit la fenêtre",
  windowUsed: (used, all) => `Fenêtre : ${formatShare(used, all)} utilisés`,
  windowFigures: (used, all) => `${formatCount(used)} jetons sur ${formatCount(all)}`,
  shares: { instructions: "Instructions", messages: "Messages", draft: "Ce message" },
  free: "Libre",
  lastTurn: "Dernière réponse",
  lastTurnFigures: (read, remembered, written) =>
    `${formatCount(read)} lus · ${formatCount(remembered)} mémorisés · ${formatCount(written)} écrits`,
  nearlyFull: (used, all) =>
    `${formatShare(used, all)} de la fenêtre sont utilisés : une longue réponse risque d’être coupée.`,
  nearlyFullAdvice:
    "Commencez une nouvelle discussion pour un autre sujet, ou envoyez une plus petite partie d’un document.",
  tooLongWithDocuments: (excess, used, all) =>
    `Trop long de ${formatCount(excess)} jetons : cette discussion en compte ${formatCount(used)} avec ses documents, et la fenêtre en contient ${formatCount(all)}. Choisissez une partie d’un document, ou un contexte plus long dans les paramètres.`,
  tooLong: (excess, used, all) =>
    `Trop long de ${formatCount(excess)} jetons : cette discussion en compte ${formatCount(used)}, et la fenêtre en contient ${formatCount(all)}. Raccourcissez le message, commencez une nouvelle discussion ou choisissez un contexte plus long dans les paramètres.`,
  nothingIsCut: "Rien n’est envoyé ni coupé.",
  offers: {
    choosePart: (name) => `Utiliser une partie de « ${name} »`,
    removeDocument: (name) => `Retirer « ${name} »`,
    newChatWithDocuments: "Nouvelle discussion avec les mêmes documents",
    newChat: "Nouvelle discussion",
    longerContext: "Ouvrir les paramètres",
  },

  selection: "Mots sélectionnés",
  quote: "Citer",
  whereDoesItSay: "Où est-ce écrit ?",
  notInDocuments: (count) =>
    count === 1 ? "Introuvable dans le document." : "Introuvable dans les documents.",
};
