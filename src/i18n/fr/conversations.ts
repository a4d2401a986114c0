// The list of chats: groups, search, selection, export and import.
import { formatCount } from "../../stores/format";
import type { Texts } from "../catalogue";
import { pluralIn } from "../plural";

const plural = pluralIn("fr");

export const conversations: Texts["conversations"] = {
  title: "Conversations",
  sidebar: "Barre latérale",
  newChat: "Nouvelle discussion",
  documents: "Documents",
  settings: "Paramètres",
  none: "Vos discussions sont conservées ici, sur cet ordinateur.",

  pinned: "Épinglées",
  today: "Aujourd’hui",
  yesterday: "Hier",
  week: "7 derniers jours",

  more: (title) => `Plus d’actions pour ${title}`,
  rename: "Renommer",
  newName: "Nouveau nom",
  pin: "Épingler",
  unpin: "Désépingler",
  export: "Exporter",
  delete: (title) => `Supprimer ${title}`,
  deleteShort: "Supprimer",
  deleted: (count) =>
    plural(count, {
      one: "Discussion supprimée.",
      other: `${formatCount(count)} discussions supprimées.`,
    }),

  listActions: "Liste des discussions",
  select: "Sélectionner des discussions",
  selectAll: "Tout sélectionner",
  selected: (count) =>
    plural(count, {
      one: `${formatCount(count)} sélectionnée`,
      other: `${formatCount(count)} sélectionnées`,
    }),
  deleteSelected: "Supprimer la sélection",
  exportSelected: "Exporter la sélection",
  exportAll: "Exporter toutes les discussions",
  import: "Importer des discussions",

  search: "Rechercher",
  clearSearch: "Effacer la recherche",
  results: "Résultats de la recherche",
  searching: "Recherche…",
  nothingFound: (query) => `Aucune discussion ne contient « ${query} ».`,
  nothingFoundHelp: "La recherche porte sur les titres et les messages : mots entiers et débuts de mots.",
  found: (count) =>
    plural(count, {
      one: `${formatCount(count)} discussion trouvée`,
      other: `${formatCount(count)} discussions trouvées`,
    }),
  firstFound: (shown, count) => `Les ${formatCount(shown)} premières sur ${formatCount(count)}`,
  looking: (done, count) =>
    `Recherche dans les anciennes discussions… ${formatCount(done)} sur ${formatCount(count)}`,
  searchFailed: "La recherche s’est arrêtée. Réessayez ou rechargez la page.",

  exportTitle: (count) =>
    plural(count, { one: "Exporter la discussion", other: `Exporter ${formatCount(count)} discussions` }),
  exportAs: "Exporter en",
  markdown: "Markdown",
  markdownHelp: "À lire et à modifier partout. Les versions affichées, sans les réflexions du modèle.",
  json: "JSON",
  jsonHelp: "À conserver et à réimporter. Toutes les versions de chaque message.",
  print: "Imprimer ou PDF",
  printHelp: "Par la boîte d’impression du navigateur.",
  printTooMany: (most) => `Le navigateur imprime au plus ${formatCount(most)} discussions à la fois.`,
  withTexts: "Avec les textes des documents",
  withTextsHelp: "Sans eux, le fichier ne fait que nommer les documents.",
  you: "Vous",

  importHelp: "Choisissez un fichier JSON exporté d’ici. Il est repris en entier ou pas du tout.",
  chooseFile: "Choisir un fichier",
  importing: "Importation…",
  exporting: "Exportation…",
  imported: (count) =>
    plural(count, {
      one: `${formatCount(count)} discussion importée.`,
      other: `${formatCount(count)} discussions importées.`,
    }),
  importedAndKnown: (count, known) =>
    plural(count, {
      one: `${formatCount(count)} discussion importée ; déjà ici : ${formatCount(known)}.`,
      other: `${formatCount(count)} discussions importées ; déjà ici : ${formatCount(known)}.`,
    }),
  allKnown: "Toutes les discussions du fichier sont déjà ici.",
  notImported: (fileName) => `« ${fileName} » n’a pas été importé`,
  transferFailed: "Cela n’a pas marché",
  nothingStored: (reason) =>
    `Le navigateur a refusé (${reason}). Rien n’a été modifié. Vérifiez qu’il reste de la place sur le disque, puis réessayez.`,

  tooLarge: (size, limit) => `Il fait ${size} ; au plus ${limit} peuvent être lus.`,
  otherFile: "Ce n’est pas un fichier de discussions exporté de cette application.",
  newer:
    "Il vient d’une version plus récente de cette application. Rechargez la page pour la mettre à jour, puis importez-le à nouveau.",
  inChat: (number) => `Discussion ${formatCount(number)}`,
  inNamedChat: (number, title) => `Discussion ${formatCount(number)} (« ${title} »)`,
  inDocument: (number) => `Document ${formatCount(number)}`,
  inNamedDocument: (number, title) => `Document ${formatCount(number)} (« ${title} »)`,
  inFile: "Le fichier",
  inMessage: (number) => `message ${formatCount(number)}`,
  inField: (field) => `« ${field} »`,
  wrongField: (place, expected, received) => `${place} : ${expected} attendu, ${received} trouvé.`,
  twice: (place) => `${place} : un autre élément a le même identifiant.`,
  missing: (place) => `${place} : renvoie à un message qui n’existe pas.`,
  circle: (place) => `${place} : le message vient avant lui-même.`,
  changedText: (place) => `${place} : son texte n’est pas celui que désigne son identifiant.`,
};
