// The library of documents, and the choice of what of a document goes to the model.
import { formatBytes, formatCount } from "../../stores/format";
import type { Texts } from "../catalogue";
import { pluralIn } from "../plural";

type Library = Texts["library"];

const plural = pluralIn("de");

const tokens = (count: number): string => `${formatCount(count)} Token`;

const choosing: Library["choosing"] = {
  measuring: "Dokument wird gemessen",
  useThisPart: "Diesen Teil verwenden",
  nothingChosen: "Nichts ausgewählt",
  fits: (count, room) => `${formatCount(count)} von ${tokens(room)}`,
  tooLongBy: (excess) => `${tokens(excess)} zu lang`,
  allFits: (count, room) =>
    `Alle ${tokens(count)} passen hinein: Neben dem Rest dieses Chats und einer Antwort ist Platz für ${formatCount(room)}.`,
  doesNotFitAll: (count, room) =>
    `Das Dokument hat ${tokens(count)}, ${formatCount(count - room)} mehr als hineinpassen: Neben dem Rest dieses Chats und einer Antwort ist Platz für ${formatCount(room)}. Was ausgelassen wird, wird nicht gelesen.`,
  part: "Teil des Dokuments",
  whole: "Das ganze Dokument",
  doesNotFit: "Passt nicht hinein",
  firstThatFit: "Die ersten Seiten, die hineinpassen",
  notEvenALine: "Nicht einmal eine Zeile passt hinein",
  beginning: "Der Anfang, soweit er hineinpasst",
  firstPages: (count, all) =>
    plural(count, {
      one: "Die erste Seite",
      other: `Die ersten ${formatCount(count)} von ${formatCount(all)} Seiten`,
    }),
  tokens,
  range: "Ein Seitenbereich",
  rangeOf: (pageCount) => `von ${formatCount(pageCount)}`,
  fromPage: "Von Seite",
  toPage: "Bis Seite",
  rangeIsEmpty: "Die letzte Seite liegt vor der ersten.",
};

const passages: Library["passages"] = {
  about: "Textstellen zu einer Frage",
  aboutHelp: "anhand ihrer Wörter gefunden, von Ihnen zu prüfen",
  list: "Textstellen",
  question: "Frage oder Wörter",
  find: "Suchen",
  onlyTicked: "Nur die Textstellen, die angekreuzt bleiben, werden gesendet.",
  searching: "Suche läuft…",
  failed: "Die Suche hat nicht funktioniert. Versuchen Sie es erneut, oder wählen Sie Seiten aus.",
  none: "Keine Textstelle enthält diese Wörter. Versuchen Sie andere.",
  ticked: (count, all) =>
    plural(all, {
      one: `${formatCount(count)} von ${formatCount(all)} Textstelle angekreuzt.`,
      other: `${formatCount(count)} von ${formatCount(all)} Textstellen angekreuzt, die besten zuerst.`,
    }),
  page: (label) => `Seite ${label}`,
};

const password: Library["password"] = {
  title: "Passwort",
  label: "Passwort der Datei",
  trying: "Passwort wird geprüft…",
  isNotKept: "Es bleibt in diesem Tab und wird nicht gespeichert.",
  notNow: "Nicht jetzt",
  open: "Öffnen",
  opening: "Wird geöffnet…",
};

/** What of a document goes with a message, on its chip. */
const parts: Library["parts"] = {
  page: {
    all: (count) =>
      plural(count, { one: `${formatCount(count)} Seite`, other: `${formatCount(count)} Seiten` }),
    one: (number) => `Seite ${formatCount(number)}`,
    oneOf: (number, all) => `Seite ${formatCount(number)} von ${formatCount(all)}`,
    range: (from, to) => `Seiten ${formatCount(from)}–${formatCount(to)}`,
    rangeOf: (from, to, all) => `Seiten ${formatCount(from)}–${formatCount(to)} von ${formatCount(all)}`,
  },
  part: {
    all: (count) =>
      plural(count, { one: `${formatCount(count)} Teil`, other: `${formatCount(count)} Teile` }),
    one: (number) => `Teil ${formatCount(number)}`,
    oneOf: (number, all) => `Teil ${formatCount(number)} von ${formatCount(all)}`,
    range: (from, to) => `Teile ${formatCount(from)}–${formatCount(to)}`,
    rangeOf: (from, to, all) => `Teile ${formatCount(from)}–${formatCount(to)} von ${formatCount(all)}`,
  },
  beginning: "der Anfang",
  passages: (count) =>
    plural(count, { one: `${formatCount(count)} Textstelle`, other: `${formatCount(count)} Textstellen` }),
};

export const library: Library = {
  title: "Dokumente",
  list: "Bibliothek",
  nothingYet:
    "Noch nichts. Was Sie an einen Chat anhängen, wird hier auf diesem Computer aufbewahrt, bis Sie es löschen.",
  find: "Dokument suchen",
  noneFound: "Kein Dokument hat diesen Namen.",
  addToChat: (count) =>
    count === 0 ? "Zu diesem Chat hinzufügen" : `Zu diesem Chat hinzufügen (${formatCount(count)})`,
  newChat: (count) => (count === 0 ? "Neuer Chat" : `Neuer Chat (${formatCount(count)})`),
  total: (count, bytes) =>
    plural(count, {
      one: `${formatCount(count)} Dokument, ${formatBytes(bytes)} Text. Es bleibt auf diesem Computer, bis Sie es löschen.`,
      other: `${formatCount(count)} Dokumente, ${formatBytes(bytes)} Text. Sie bleiben auf diesem Computer, bis Sie sie löschen.`,
    }),

  // One document
  formats: {
    text: "Text",
    markdown: "Markdown",
    csv: "CSV",
    tsv: "TSV",
    code: "Code",
    html: "Webseite",
    pdf: "PDF",
    docx: "Word",
    epub: "EPUB",
  },
  pasted: "Eingefügt",
  usedOn: (date) => `verwendet am ${date}`,
  inChats: (count) =>
    plural(count, { one: `In ${formatCount(count)} Chat`, other: `In ${formatCount(count)} Chats` }),
  renameIt: (name) => `${name} umbenennen`,
  newName: "Neuer Name",
  rename: "Umbenennen",
  delete: (name) => `${name} löschen`,
  deleted: (name) => `„${name}“ gelöscht.`,
  isGone: "Dieses Dokument wurde gelöscht.",
  unnamed: "Dokument",

  parts,
  choosing,
  passages,
  password,
};
