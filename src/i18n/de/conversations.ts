// The list of chats: groups, search, selection, export and import.
import { formatCount } from "../../stores/format";
import type { Texts } from "../catalogue";
import { pluralIn } from "../plural";

const plural = pluralIn("de");

export const conversations: Texts["conversations"] = {
  title: "Chats",
  sidebar: "Seitenleiste",
  newChat: "Neuer Chat",
  documents: "Dokumente",
  settings: "Einstellungen",
  none: "Ihre Chats werden hier auf diesem Computer aufbewahrt.",

  // Groups of the list; older chats stand under their month
  pinned: "Angeheftet",
  today: "Heute",
  yesterday: "Gestern",
  week: "Letzte 7 Tage",

  // What can be done with one chat
  more: (title) => `Mehr zu ${title}`,
  rename: "Umbenennen",
  newName: "Neuer Name",
  pin: "Anheften",
  unpin: "Lösen",
  export: "Exportieren",
  delete: (title) => `${title} löschen`,
  deleteShort: "Löschen",
  deleted: (count) =>
    plural(count, { one: "Chat gelöscht.", other: `${formatCount(count)} Chats gelöscht.` }),

  // What can be done with many
  listActions: "Liste der Chats",
  select: "Chats auswählen",
  selectAll: "Alle auswählen",
  selected: (count) => `${formatCount(count)} ausgewählt`,
  deleteSelected: "Auswahl löschen",
  exportSelected: "Auswahl exportieren",
  exportAll: "Alle Chats exportieren",
  import: "Chats importieren",

  // Search
  search: "Chats durchsuchen",
  clearSearch: "Suche leeren",
  results: "Suchergebnisse",
  searching: "Suche läuft…",
  nothingFound: (query) => `Kein Chat enthält „${query}“.`,
  nothingFoundHelp: "Durchsucht werden Titel und Nachrichten, nach ganzen Wörtern und Wortanfängen.",
  found: (count) => plural(count, { one: "1 Chat gefunden", other: `${formatCount(count)} Chats gefunden` }),
  firstFound: (shown, count) => `Die ersten ${formatCount(shown)} von ${formatCount(count)}`,
  looking: (done, count) => `Ältere Chats werden durchsucht… ${formatCount(done)} von ${formatCount(count)}`,
  searchFailed: "Die Suche wurde abgebrochen. Versuchen Sie es erneut, oder laden Sie die Seite neu.",

  // Export
  exportTitle: (count) =>
    plural(count, { one: "Chat exportieren", other: `${formatCount(count)} Chats exportieren` }),
  exportAs: "Exportieren als",
  markdown: "Markdown",
  markdownHelp:
    "Zum Lesen und Bearbeiten in jedem Programm. Die angezeigten Versionen, ohne die Gedanken des Modells.",
  json: "JSON",
  jsonHelp: "Zum Aufbewahren und späteren Importieren. Jede Version jeder Nachricht.",
  print: "Drucken oder PDF",
  printHelp: "Über den Druckdialog des Browsers.",
  printTooMany: (most) => `Der Browser druckt höchstens ${formatCount(most)} Chats auf einmal.`,
  withTexts: "Mit den Texten der Dokumente",
  withTextsHelp: "Sonst nennt die Datei die Dokumente nur mit Namen.",
  you: "Sie",

  // Import
  importHelp:
    "Wählen Sie eine JSON-Datei, die hier exportiert wurde. Sie wird ganz oder gar nicht übernommen.",
  chooseFile: "Datei auswählen",
  importing: "Wird importiert…",
  exporting: "Wird exportiert…",
  imported: (count) =>
    plural(count, { one: "1 Chat importiert.", other: `${formatCount(count)} Chats importiert.` }),
  importedAndKnown: (count, known) =>
    plural(count, {
      one: `1 Chat importiert; bereits vorhanden: ${formatCount(known)}.`,
      other: `${formatCount(count)} Chats importiert; bereits vorhanden: ${formatCount(known)}.`,
    }),
  allKnown: "Alle Chats der Datei sind bereits vorhanden.",
  notImported: (fileName) => `„${fileName}“ wurde nicht importiert`,
  transferFailed: "Das hat nicht funktioniert",
  nothingStored: (reason) =>
    `Der Browser hat abgelehnt (${reason}). Es wurde nichts geändert. Prüfen Sie, ob auf dem Datenträger Platz ist, und versuchen Sie es dann erneut.`,

  // What is wrong with a file; the place comes before it, as in "Chat 4 (“Title”), message 2, “text”"
  tooLarge: (size, limit) => `Die Datei hat ${size}; höchstens ${limit} können gelesen werden.`,
  otherFile: "Dies ist keine Datei mit Chats, die aus dieser App exportiert wurden.",
  newer:
    "Die Datei stammt aus einer neueren Version dieser App. Laden Sie die Seite neu, um sie zu aktualisieren, und importieren Sie die Datei dann erneut.",
  inChat: (number) => `Chat ${formatCount(number)}`,
  inNamedChat: (number, title) => `Chat ${formatCount(number)} („${title}“)`,
  inDocument: (number) => `Dokument ${formatCount(number)}`,
  inNamedDocument: (number, title) => `Dokument ${formatCount(number)} („${title}“)`,
  inFile: "Die Datei",
  inMessage: (number) => `Nachricht ${formatCount(number)}`,
  inField: (field) => `„${field}“`,
  wrongField: (place, expected, received) => `${place}: ${expected} erwartet, ${received} gefunden.`,
  twice: (place) => `${place}: Ein anderer Eintrag hat dieselbe ID.`,
  missing: (place) => `${place}: Die genannte Nachricht ist nicht vorhanden.`,
  circle: (place) => `${place}: Die Nachricht geht sich selbst voraus.`,
  changedText: (place) => `${place}: Der Text ist nicht der, für den die ID steht.`,
};
