// The list of chats: groups, search, selection, export and import.
import { formatCount } from "../../stores/format";
import type { Texts } from "../catalogue";
import { pluralIn } from "../plural";

const plural = pluralIn("nl");

export const conversations: Texts["conversations"] = {
  title: "Chats",
  sidebar: "Zijbalk",
  newChat: "Nieuwe chat",
  documents: "Documenten",
  settings: "Instellingen",
  none: "Je chats worden hier op deze computer bewaard.",

  // Groups of the list; older chats stand under their month
  pinned: "Vastgemaakt",
  today: "Vandaag",
  yesterday: "Gisteren",
  week: "Afgelopen 7 dagen",

  // What can be done with one chat
  more: (title) => `Meer voor ${title}`,
  rename: "Naam wijzigen",
  newName: "Nieuwe naam",
  pin: "Vastmaken",
  unpin: "Losmaken",
  export: "Exporteren",
  delete: (title) => `${title} verwijderen`,
  deleteShort: "Verwijderen",
  deleted: (count) =>
    plural(count, { one: "Chat verwijderd.", other: `${formatCount(count)} chats verwijderd.` }),

  // What can be done with many
  listActions: "Lijst met chats",
  select: "Chats selecteren",
  selectAll: "Alles selecteren",
  selected: (count) => `${formatCount(count)} geselecteerd`,
  deleteSelected: "Selectie verwijderen",
  exportSelected: "Selectie exporteren",
  exportAll: "Alle chats exporteren",
  import: "Chats importeren",

  // Search
  search: "Chats doorzoeken",
  clearSearch: "Zoekopdracht wissen",
  results: "Zoekresultaten",
  searching: "Zoeken…",
  nothingFound: (query) => `Geen enkele chat bevat “${query}”.`,
  nothingFoundHelp: "Titels en berichten worden doorzocht, op hele woorden en het begin van woorden.",
  found: (count) => plural(count, { one: "1 chat gevonden", other: `${formatCount(count)} chats gevonden` }),
  firstFound: (shown, count) => `De eerste ${formatCount(shown)} van ${formatCount(count)}`,
  looking: (done, count) => `Oudere chats worden doorzocht… ${formatCount(done)} van ${formatCount(count)}`,
  searchFailed: "Het zoeken is gestopt. Probeer het opnieuw, of laad de pagina opnieuw.",

  // Export
  exportTitle: (count) =>
    plural(count, { one: "Chat exporteren", other: `${formatCount(count)} chats exporteren` }),
  exportAs: "Exporteren als",
  markdown: "Markdown",
  markdownHelp:
    "Om overal te lezen en te bewerken. De versies op het scherm, zonder de gedachten van het model.",
  json: "JSON",
  jsonHelp: "Om te bewaren en later weer te importeren. Elke versie van elk bericht.",
  print: "Afdrukken of PDF",
  printHelp: "Via het afdrukvenster van de browser.",
  printTooMany: (most) => `De browser drukt maximaal ${formatCount(most)} chats tegelijk af.`,
  withTexts: "Met de teksten van de documenten",
  withTextsHelp: "Anders staan van de documenten alleen de namen in het bestand.",
  you: "Jij",

  // Import
  importHelp:
    "Kies een JSON-bestand dat hier is geëxporteerd. Het wordt helemaal overgenomen of helemaal niet.",
  chooseFile: "Bestand kiezen",
  importing: "Importeren…",
  exporting: "Exporteren…",
  imported: (count) =>
    plural(count, { one: "1 chat geïmporteerd.", other: `${formatCount(count)} chats geïmporteerd.` }),
  importedAndKnown: (count, known) =>
    plural(count, {
      one: `1 chat geïmporteerd; al aanwezig: ${formatCount(known)}.`,
      other: `${formatCount(count)} chats geïmporteerd; al aanwezig: ${formatCount(known)}.`,
    }),
  allKnown: "Alle chats in het bestand zijn al aanwezig.",
  notImported: (fileName) => `“${fileName}” is niet geïmporteerd`,
  transferFailed: "Dat is niet gelukt",
  nothingStored: (reason) =>
    `De browser weigerde (${reason}). Er is niets gewijzigd. Controleer of er ruimte op de schijf is en probeer het dan opnieuw.`,

  // What is wrong with a file; the place comes before it, as in "Chat 4 (“Title”), message 2, “text”"
  tooLarge: (size, limit) => `Het bestand is ${size}; er kan maximaal ${limit} worden gelezen.`,
  otherFile: "Dit is geen bestand met chats die uit deze app zijn geëxporteerd.",
  newer:
    "Het bestand komt uit een nieuwere versie van deze app. Laad de pagina opnieuw om bij te werken en importeer het bestand dan opnieuw.",
  inChat: (number) => `Chat ${formatCount(number)}`,
  inNamedChat: (number, title) => `Chat ${formatCount(number)} (“${title}”)`,
  inDocument: (number) => `Document ${formatCount(number)}`,
  inNamedDocument: (number, title) => `Document ${formatCount(number)} (“${title}”)`,
  inFile: "Het bestand",
  inMessage: (number) => `bericht ${formatCount(number)}`,
  inField: (field) => `“${field}”`,
  wrongField: (place, expected, received) => `${place}: ${expected} verwacht, ${received} gevonden.`,
  twice: (place) => `${place}: een ander onderdeel heeft dezelfde id.`,
  missing: (place) => `${place}: het genoemde bericht is er niet.`,
  circle: (place) => `${place}: het bericht komt vóór zichzelf.`,
  changedText: (place) => `${place}: de tekst is niet die waar de id voor staat.`,
};
