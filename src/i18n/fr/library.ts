// The library of documents, and the choice of what of a document goes to the model.
import { formatBytes, formatCount } from "../../stores/format";
import type { Texts } from "../catalogue";
import { pluralIn } from "../plural";

const plural = pluralIn("fr");

const tokens = (count: number): string =>
  plural(count, {
    one: `${formatCount(count)} jeton`,
    many: `${formatCount(count)} de jetons`,
    other: `${formatCount(count)} jetons`,
  });

const choosing: Texts["library"]["choosing"] = {
  measuring: "Mesure du document",
  useThisPart: "Utiliser cette partie",
  nothingChosen: "Rien n’est choisi",
  fits: (count, room) => `${formatCount(count)} sur ${tokens(room)}`,
  tooLongBy: (excess) => `Trop long de ${tokens(excess)}`,
  allFits: (count, room) =>
    `Les ${formatCount(count)} jetons tiennent : il y a de la place pour ${formatCount(room)} à côté du reste de cette discussion et d’une réponse.`,
  doesNotFitAll: (count, room) =>
    `Il compte ${formatCount(count)} jetons, soit ${formatCount(count - room)} de trop : il y a de la place pour ${formatCount(room)} à côté du reste de cette discussion et d’une réponse. Ce qui est laissé de côté n’est pas lu.`,
  part: "Partie du document",
  whole: "Tout le document",
  doesNotFit: "Ne tient pas",
  firstThatFit: "Les premières pages qui tiennent",
  notEvenALine: "Pas même une ligne ne tient",
  beginning: "Le début, autant qu’il en tient",
  firstPages: (count, all) =>
    plural(count, {
      one: "La première page",
      other: `Les ${formatCount(count)} premières pages sur ${formatCount(all)}`,
    }),
  tokens,
  range: "Une plage de pages",
  rangeOf: (pageCount) => `sur ${formatCount(pageCount)}`,
  fromPage: "De la page",
  toPage: "À la page",
  rangeIsEmpty: "La dernière page vient avant la première.",
};

const passages: Texts["library"]["passages"] = {
  about: "Passages sur une question",
  aboutHelp: "trouvés d’après leurs mots, à vérifier par vous",
  list: "Passages",
  question: "Question ou mots",
  find: "Rechercher",
  onlyTicked: "Seuls les passages que vous laissez cochés sont envoyés.",
  searching: "Recherche…",
  failed: "La recherche a échoué. Réessayez ou choisissez des pages.",
  none: "Aucun passage ne contient ces mots. Essayez-en d’autres.",
  ticked: (count, all) =>
    plural(all, {
      one: `${formatCount(count)} passage coché sur ${formatCount(all)}.`,
      other: `${formatCount(count)} passages cochés sur ${formatCount(all)}, les meilleurs d’abord.`,
    }),
  page: (label) => `Page ${label}`,
};

const password: Texts["library"]["password"] = {
  title: "Mot de passe",
  label: "Mot de passe du fichier",
  trying: "Essai du mot de passe…",
  isNotKept: "Il reste dans cet onglet et n’est pas conservé.",
  notNow: "Pas maintenant",
  open: "Ouvrir",
  opening: "Ouverture…",
};

const parts: Texts["library"]["parts"] = {
  page: {
    all: (count) =>
      plural(count, { one: `${formatCount(count)} page`, other: `${formatCount(count)} pages` }),
    one: (number) => `page ${formatCount(number)}`,
    oneOf: (number, all) => `page ${formatCount(number)} sur ${formatCount(all)}`,
    range: (from, to) => `pages ${formatCount(from)}–${formatCount(to)}`,
    rangeOf: (from, to, all) => `pages ${formatCount(from)}–${formatCount(to)} sur ${formatCount(all)}`,
  },
  part: {
    all: (count) =>
      plural(count, { one: `${formatCount(count)} partie`, other: `${formatCount(count)} parties` }),
    one: (number) => `partie ${formatCount(number)}`,
    oneOf: (number, all) => `partie ${formatCount(number)} sur ${formatCount(all)}`,
    range: (from, to) => `parties ${formatCount(from)}–${formatCount(to)}`,
    rangeOf: (from, to, all) => `parties ${formatCount(from)}–${formatCount(to)} sur ${formatCount(all)}`,
  },
  beginning: "le début",
  passages: (count) =>
    plural(count, { one: `${formatCount(count)} passage`, other: `${formatCount(count)} passages` }),
};

export const library: Texts["library"] = {
  title: "Documents",
  list: "Bibliothèque",
  nothingYet:
    "Rien pour l’instant. Ce que vous joignez à une discussion est conservé ici, sur cet ordinateur, jusqu’à ce que vous le supprimiez.",
  find: "Rechercher un document",
  noneFound: "Aucun document ne porte ce nom.",
  addToChat: (count) =>
    count === 0 ? "Ajouter à cette discussion" : `Ajouter à cette discussion (${formatCount(count)})`,
  newChat: (count) => (count === 0 ? "Nouvelle discussion" : `Nouvelle discussion (${formatCount(count)})`),
  total: (count, bytes) =>
    plural(count, {
      one: `${formatCount(count)} document, ${formatBytes(bytes)} de texte. Il reste sur cet ordinateur jusqu’à ce que vous le supprimiez.`,
      other: `${formatCount(count)} documents, ${formatBytes(bytes)} de texte. Ils restent sur cet ordinateur jusqu’à ce que vous les supprimiez.`,
    }),

  formats: {
    text: "Texte",
    markdown: "Markdown",
    csv: "CSV",
    tsv: "TSV",
    code: "Code",
    html: "Page web",
    pdf: "PDF",
    docx: "Word",
    epub: "EPUB",
  },
  pasted: "Collé",
  usedOn: (date) => `utilisé : ${date}`,
  inChats: (count) =>
    plural(count, {
      one: `Dans ${formatCount(count)} discussion`,
      other: `Dans ${formatCount(count)} discussions`,
    }),
  renameIt: (name) => `Renommer ${name}`,
  newName: "Nouveau nom",
  rename: "Renommer",
  delete: (name) => `Supprimer ${name}`,
  deleted: (name) => `« ${name} » supprimé.`,
  isGone: "Ce document a été supprimé.",
  unnamed: "Document",

  parts,
  choosing,
  passages,
  password,
};
