// The library of documents, and the choice of what of a document goes to the model.
import { formatBytes, formatCount } from "../../stores/format";
import type { Texts } from "../catalogue";
import { pluralIn } from "../plural";

const plural = pluralIn("it");

const tokens = (count: number): string => `${formatCount(count)} token`;

const choosing: Texts["library"]["choosing"] = {
  measuring: "Misurazione del documento",
  useThisPart: "Usa questa parte",
  nothingChosen: "Niente è stato scelto",
  fits: (count, room) => `${formatCount(count)} di ${tokens(room)}`,
  tooLongBy: (excess) => `Troppo lungo di ${tokens(excess)}`,
  allFits: (count, room) =>
    `C’è posto per tutti i ${formatCount(count)} token: lo spazio è di ${formatCount(room)}, oltre al resto di questa chat e a una risposta.`,
  doesNotFitAll: (count, room) =>
    `Ha ${formatCount(count)} token, ${formatCount(count - room)} di troppo: lo spazio è di ${formatCount(room)}, oltre al resto di questa chat e a una risposta. Ciò che resta fuori non viene letto.`,
  part: "Parte del documento",
  whole: "L’intero documento",
  doesNotFit: "Non c’è spazio",
  firstThatFit: "Le prime pagine, finché c’è spazio",
  notEvenALine: "Non c’è spazio nemmeno per una riga",
  beginning: "L’inizio, finché c’è spazio",
  firstPages: (count, all) =>
    count === 1 ? "La prima pagina" : `Le prime ${formatCount(count)} pagine di ${formatCount(all)}`,
  tokens,
  range: "Un intervallo di pagine",
  rangeOf: (pageCount) => `di ${formatCount(pageCount)}`,
  fromPage: "Da pagina",
  toPage: "A pagina",
  rangeIsEmpty: "L’ultima pagina viene prima della prima.",
};

const passages: Texts["library"]["passages"] = {
  about: "Passaggi su una domanda",
  aboutHelp: "trovati in base alle parole, da verificare",
  list: "Passaggi",
  question: "Domanda o parole",
  find: "Trova",
  onlyTicked: "Vengono inviati solo i passaggi che lasci selezionati.",
  searching: "Ricerca in corso…",
  failed: "La ricerca non è riuscita. Riprova o scegli delle pagine.",
  none: "Nessun passaggio contiene queste parole. Provane altre.",
  ticked: (count, all) =>
    plural(all, {
      one: `Passaggi selezionati: ${formatCount(count)} di ${formatCount(all)}.`,
      other: `Passaggi selezionati: ${formatCount(count)} di ${formatCount(all)}, i migliori per primi.`,
    }),
  page: (label) => `Pagina ${label}`,
};

const password: Texts["library"]["password"] = {
  title: "Password",
  label: "Password del file",
  trying: "Verifica della password…",
  isNotKept: "Resta in questa scheda e non viene conservata.",
  notNow: "Non ora",
  open: "Apri",
  opening: "Apertura…",
};

const parts: Texts["library"]["parts"] = {
  page: {
    all: (count) =>
      plural(count, { one: `${formatCount(count)} pagina`, other: `${formatCount(count)} pagine` }),
    one: (number) => `pagina ${formatCount(number)}`,
    oneOf: (number, all) => `pagina ${formatCount(number)} di ${formatCount(all)}`,
    range: (from, to) => `pagine ${formatCount(from)}–${formatCount(to)}`,
    rangeOf: (from, to, all) => `pagine ${formatCount(from)}–${formatCount(to)} di ${formatCount(all)}`,
  },
  part: {
    all: (count) =>
      plural(count, { one: `${formatCount(count)} parte`, other: `${formatCount(count)} parti` }),
    one: (number) => `parte ${formatCount(number)}`,
    oneOf: (number, all) => `parte ${formatCount(number)} di ${formatCount(all)}`,
    range: (from, to) => `parti ${formatCount(from)}–${formatCount(to)}`,
    rangeOf: (from, to, all) => `parti ${formatCount(from)}–${formatCount(to)} di ${formatCount(all)}`,
  },
  beginning: "l’inizio",
  passages: (count) =>
    plural(count, { one: `${formatCount(count)} passaggio`, other: `${formatCount(count)} passaggi` }),
};

export const library: Texts["library"] = {
  title: "Documenti",
  list: "Libreria",
  nothingYet:
    "Ancora niente. Ciò che alleghi a una chat viene conservato qui, su questo computer, finché non lo elimini.",
  find: "Trova un documento",
  noneFound: "Nessun documento ha questo nome.",
  addToChat: (count) =>
    count === 0 ? "Aggiungi a questa chat" : `Aggiungi a questa chat (${formatCount(count)})`,
  newChat: (count) => (count === 0 ? "Nuova chat" : `Nuova chat (${formatCount(count)})`),
  total: (count, bytes) =>
    plural(count, {
      one: `${formatCount(count)} documento, ${formatBytes(bytes)} di testo. Resta su questo computer finché non lo elimini.`,
      other: `${formatCount(count)} documenti, ${formatBytes(bytes)} di testo. Restano su questo computer finché non li elimini.`,
    }),

  formats: {
    text: "Testo",
    markdown: "Markdown",
    csv: "CSV",
    tsv: "TSV",
    code: "Codice",
    html: "Pagina web",
    pdf: "PDF",
    docx: "Word",
    epub: "EPUB",
  },
  pasted: "Incollato",
  usedOn: (date) => `usato: ${date}`,
  inChats: (count) => `In ${formatCount(count)} chat`,
  renameIt: (name) => `Rinomina ${name}`,
  newName: "Nuovo nome",
  rename: "Rinomina",
  delete: (name) => `Elimina ${name}`,
  deleted: (name) => `“${name}” è stato eliminato.`,
  isGone: "Questo documento è stato eliminato.",
  unnamed: "Documento",

  parts,
  choosing,
  passages,
  password,
};
