// The list of chats: groups, search, selection, export and import.
import { formatCount } from "../../stores/format";
import type { Texts } from "../catalogue";
import { pluralIn } from "../plural";

const plural = pluralIn("it");

export const conversations: Texts["conversations"] = {
  title: "Chat",
  sidebar: "Barra laterale",
  newChat: "Nuova chat",
  documents: "Documenti",
  settings: "Impostazioni",
  none: "Le tue chat vengono conservate qui, su questo computer.",

  pinned: "Fissate",
  today: "Oggi",
  yesterday: "Ieri",
  week: "Ultimi 7 giorni",

  more: (title) => `Altre opzioni per ${title}`,
  rename: "Rinomina",
  newName: "Nuovo nome",
  pin: "Fissa",
  unpin: "Non fissare più",
  export: "Esporta",
  delete: (title) => `Elimina ${title}`,
  deleteShort: "Elimina",
  deleted: (count) => (count === 1 ? "Chat eliminata." : `${formatCount(count)} chat eliminate.`),

  listActions: "Elenco delle chat",
  select: "Seleziona chat",
  selectAll: "Seleziona tutto",
  selected: (count) =>
    plural(count, { one: `${formatCount(count)} selezionata`, other: `${formatCount(count)} selezionate` }),
  deleteSelected: "Elimina selezionate",
  exportSelected: "Esporta selezionate",
  exportAll: "Esporta tutte le chat",
  import: "Importa chat",

  search: "Cerca nelle chat",
  clearSearch: "Cancella la ricerca",
  results: "Risultati della ricerca",
  searching: "Ricerca in corso…",
  nothingFound: (query) => `Nessuna chat contiene “${query}”.`,
  nothingFoundHelp: "Si cercano parole intere e inizi di parola nei titoli e nei messaggi.",
  found: (count) =>
    plural(count, {
      one: `${formatCount(count)} chat trovata`,
      other: `${formatCount(count)} chat trovate`,
    }),
  firstFound: (shown, count) => `Le prime ${formatCount(shown)} di ${formatCount(count)}`,
  looking: (done, count) => `Ricerca nelle chat meno recenti… ${formatCount(done)} di ${formatCount(count)}`,
  searchFailed: "La ricerca si è interrotta. Riprova o ricarica la pagina.",

  exportTitle: (count) => (count === 1 ? "Esporta chat" : `Esporta ${formatCount(count)} chat`),
  exportAs: "Esporta come",
  markdown: "Markdown",
  markdownHelp:
    "Da leggere e modificare ovunque. Le versioni sullo schermo, senza ciò che il modello ha pensato.",
  json: "JSON",
  jsonHelp: "Da conservare e importare di nuovo. Tutte le versioni di ogni messaggio.",
  print: "Stampa o PDF",
  printHelp: "Con la finestra di stampa del browser.",
  printTooMany: (most) => `Il browser stampa fino a ${formatCount(most)} chat alla volta.`,
  withTexts: "Con i testi dei documenti",
  withTextsHelp: "Senza, il file riporta solo i nomi dei documenti.",
  you: "Tu",

  importHelp: "Scegli un file JSON esportato da qui. Viene importato per intero o per niente.",
  chooseFile: "Scegli un file",
  importing: "Importazione…",
  exporting: "Esportazione…",
  imported: (count) =>
    plural(count, {
      one: `${formatCount(count)} chat importata.`,
      other: `${formatCount(count)} chat importate.`,
    }),
  importedAndKnown: (count, known) =>
    plural(count, {
      one: `${formatCount(count)} chat importata; già presenti: ${formatCount(known)}.`,
      other: `${formatCount(count)} chat importate; già presenti: ${formatCount(known)}.`,
    }),
  allKnown: "Tutte le chat del file sono già presenti.",
  notImported: (fileName) => `“${fileName}” non è stato importato`,
  transferFailed: "Operazione non riuscita",
  nothingStored: (reason) =>
    `Il browser ha rifiutato (${reason}). Niente è stato modificato. Controlla che ci sia spazio sul disco e riprova.`,

  tooLarge: (size, limit) => `Dimensione: ${size}. Il massimo che può essere letto: ${limit}.`,
  otherFile: "Non è un file di chat esportato da questa app.",
  newer:
    "Proviene da una versione più recente di questa app. Ricarica la pagina per aggiornarla, poi importalo di nuovo.",
  inChat: (number) => `Chat ${formatCount(number)}`,
  inNamedChat: (number, title) => `Chat ${formatCount(number)} (“${title}”)`,
  inDocument: (number) => `Documento ${formatCount(number)}`,
  inNamedDocument: (number, title) => `Documento ${formatCount(number)} (“${title}”)`,
  inFile: "Il file",
  inMessage: (number) => `messaggio ${formatCount(number)}`,
  inField: (field) => `“${field}”`,
  wrongField: (place, expected, received) => `${place}: previsto ${expected}, trovato ${received}.`,
  twice: (place) => `${place}: esiste già un altro elemento con lo stesso identificatore.`,
  missing: (place) => `${place}: fa riferimento a un messaggio che non esiste.`,
  circle: (place) => `${place}: il messaggio precede sé stesso.`,
  changedText: (place) => `${place}: il testo non è quello che corrisponde all’identificatore.`,
};
