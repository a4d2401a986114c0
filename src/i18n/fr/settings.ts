// The Settings dialog.
import { formatBytes, formatCount } from "../../stores/format";
import type { Texts } from "../catalogue";

const sections: Texts["settings"]["sections"] = {
  general: "Général",
  answers: "Réponses",
  model: "Modèle",
  sampling: "Échantillonnage avancé",
};

const fields: Texts["settings"]["fields"] = {
  theme: {
    label: "Thème",
    help: "Les couleurs de la page.",
    choices: { system: "Système", light: "Clair", dark: "Sombre" },
  },
  language: {
    label: "Langue",
    help: "Celle des boutons et des messages. Le modèle répond dans la langue où vous écrivez.",
    choices: { system: "Système" },
  },
  sendKey: {
    label: "Envoyer avec",
    help: "L’autre touche commence une nouvelle ligne.",
    choices: { enter: "Enter", "mod-enter": "Ctrl/⌘ Enter" },
  },
  pasteThreshold: {
    label: "Coller comme document à partir de",
    help: "En caractères : un texte collé plus long devient un document. Avec 0, jamais.",
  },
  motion: {
    label: "Animations",
    help: "Si des éléments de la page peuvent bouger et s’estomper.",
    choices: { system: "Système", reduced: "Réduites", full: "Complètes" },
  },
  systemPrompt: {
    label: "Instructions",
    help: "Données au modèle avant chaque conversation, comme prompt système.",
    placeholder: "Répondez par des phrases courtes et simples.",
  },
  temperature: {
    label: "Température",
    help: "La liberté dans le choix des mots. Avec 0, c’est toujours le plus probable.",
  },
  maxTokens: { label: "Réponse la plus longue", help: "En jetons ; une réponse y est coupée." },
  usesLookup: {
    label: "Deviner la suite",
    help: "Quand une réponse reprend ce qui a été lu, plusieurs mots sont devinés et vérifiés à la fois. Plus rapide, et le texte est le même.",
  },
  autoScroll: {
    label: "Suivre la réponse",
    help: "Garde les derniers mots en vue tant que la page est à sa fin.",
  },
  showStatistics: {
    label: "Afficher les chiffres",
    help: "Jetons, vitesse et temps d’attente sous chaque réponse.",
  },
  contextLength: {
    label: "Longueur du contexte",
    help: "Jetons que la conversation et ses documents peuvent avoir ensemble. Plus long demande plus de mémoire GPU.",
    placeholder: "Automatique",
  },
  isPrecise: {
    label: "Arithmétique précise",
    help: "Calcule tout en virgule flottante sur 32 bits. Plus lent ; les réponses ne diffèrent presque jamais.",
  },
  topP: {
    label: "Top-p",
    help: "Garde les mots les plus probables qui atteignent ensemble cette probabilité. 1 désactive.",
  },
  topK: { label: "Top-k", help: "Garde ce nombre de mots parmi les plus probables. 0 désactive." },
  minP: {
    label: "Min-p",
    help: "Écarte les mots moins probables que cette part du plus probable. 0 désactive.",
  },
  repetitionPenalty: {
    label: "Pénalité de répétition",
    help: "Rend moins probables les mots déjà employés. 1 désactive.",
  },
  seed: {
    label: "Graine",
    help: "La même graine, les mêmes paramètres et la même conversation donnent la même réponse.",
    placeholder: "Aléatoire",
  },
};

export const settings: Texts["settings"] = {
  title: "Paramètres",
  sections,
  fields,
  modified: "Modifié",
  reset: (label) => `Réinitialiser ${label}`,
  resetAll: "Rétablir les valeurs par défaut",
  wereReset: "Les paramètres ont retrouvé leurs valeurs par défaut.",
  noLanguage:
    "Cette langue n’a pas pu être récupérée. Un nouvel essai aura lieu à la prochaine ouverture de la page.",
  loadWithLength: "Recharger avec cette longueur",
  loadPrecise: "Recharger en pleine précision",
  loadFast: "Recharger pour plus de vitesse",
  isLoadedPrecise: "Le modèle chargé calcule sur 32 bits.",
  contextHeld: (tokens, bytes) =>
    `Le modèle chargé contient ${formatCount(tokens)} jetons ; ensemble, ils prennent ${formatBytes(bytes)} de mémoire GPU.`,
  contextHeldShort: (tokens, bytes, ownTokens) =>
    `Le modèle chargé contient ${formatCount(tokens)} jetons ; ensemble, ils prennent ${formatBytes(bytes)} de mémoire GPU. Il a été conçu pour ${formatCount(ownTokens)}, et la mémoire n’en permet pas plus.`,
  measure: "Mesurer cet ordinateur",
  privacyTitle: "Stockage et confidentialité",
  privacy:
    "Les discussions, documents et modèles restent dans ce navigateur. Rien de ce que vous écrivez n’est envoyé où que ce soit.",
};
