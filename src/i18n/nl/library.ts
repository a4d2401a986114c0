// The library of documents, and the choice of what of a document goes to the model.
import { formatBytes, formatCount } from "../../stores/format";
import type { Texts } from "../catalogue";
import { pluralIn } from "../plural";

type Library = Texts["library"];

const plural = pluralIn("nl");

const tokens = (count: number): string =>
  plural(count, { one: `${formatCount(count)} token`, other: `${formatCount(count)} tokens` });

const choosing: Library["choosing"] = {
  measuring: "Document wordt gemeten",
  useThisPart: "Dit deel gebruiken",
  nothingChosen: "Niets gekozen",
  fits: (count, room) => `${formatCount(count)} van ${tokens(room)}`,
  tooLongBy: (excess) => `${tokens(excess)} te lang`,
  allFits: (count, room) =>
    `Alle ${formatCount(count)} tokens passen: naast de rest van deze chat en een antwoord is er ruimte voor ${formatCount(room)}.`,
  doesNotFitAll: (count, room) =>
    `Het document heeft ${tokens(count)}, ${formatCount(count - room)} meer dan er passen: naast de rest van deze chat en een antwoord is er ruimte voor ${formatCount(room)}. Wat wordt weggelaten, wordt niet gelezen.`,
  part: "Deel van het document",
  whole: "Het hele document",
  doesNotFit: "Past niet",
  firstThatFit: "De eerste pagina’s die passen",
  notEvenALine: "Er past nog geen regel",
  beginning: "Het begin, voor zover het past",
  firstPages: (count, all) =>
    plural(count, {
      one: "De eerste pagina",
      other: `De eerste ${formatCount(count)} van ${formatCount(all)} pagina’s`,
    }),
  tokens,
  range: "Een paginabereik",
  rangeOf: (pageCount) => `van ${formatCount(pageCount)}`,
  fromPage: "Van pagina",
  toPage: "Tot en met pagina",
  rangeIsEmpty: "De laatste pagina komt vóór de eerste.",
};

const passages: Library["passages"] = {
  about: "Passages over een vraag",
  aboutHelp: "gevonden op hun woorden, ter controle",
  list: "Passages",
  question: "Vraag of woorden",
  find: "Zoeken",
  onlyTicked: "Alleen de passages die je aangevinkt laat, worden verzonden.",
  searching: "Zoeken…",
  failed: "Het zoeken is niet gelukt. Probeer het opnieuw, of kies pagina’s.",
  none: "Geen enkele passage bevat deze woorden. Probeer andere.",
  ticked: (count, all) =>
    plural(all, {
      one: `${formatCount(count)} van ${formatCount(all)} passage aangevinkt.`,
      other: `${formatCount(count)} van ${formatCount(all)} passages aangevinkt, de beste eerst.`,
    }),
  page: (label) => `Pagina ${label}`,
};

const password: Library["password"] = {
  title: "Wachtwoord",
  label: "Wachtwoord van het bestand",
  trying: "Wachtwoord proberen…",
  isNotKept: "Het blijft in dit tabblad en wordt niet bewaard.",
  notNow: "Niet nu",
  open: "Openen",
  opening: "Bezig met openen…",
};

/** What of a document goes with a message, on its chip. */
const parts: Library["parts"] = {
  page: {
    all: (count) =>
      plural(count, { one: `${formatCount(count)} pagina`, other: `${formatCount(count)} pagina’s` }),
    one: (number) => `pagina ${formatCount(number)}`,
    oneOf: (number, all) => `pagina ${formatCount(number)} van ${formatCount(all)}`,
    range: (from, to) => `pagina’s ${formatCount(from)}–${formatCount(to)}`,
    rangeOf: (from, to, all) => `pagina’s ${formatCount(from)}–${formatCount(to)} van ${formatCount(all)}`,
  },
  part: {
    all: (count) =>
      plural(count, { one: `${formatCount(count)} deel`, other: `${formatCount(count)} delen` }),
    one: (number) => `deel ${formatCount(number)}`,
    oneOf: (number, all) => `deel ${formatCount(number)} van ${formatCount(all)}`,
    range: (from, to) => `delen ${formatCount(from)}–${formatCount(to)}`,
    rangeOf: (from, to, all) => `delen ${formatCount(from)}–${formatCount(to)} van ${formatCount(all)}`,
  },
  beginning: "het begin",
  passages: (count) =>
    plural(count, { one: `${formatCount(count)} passage`, other: `${formatCount(count)} passages` }),
};

export const library: Library = {
  title: "Documenten",
  list: "Bibliotheek",
  nothingYet:
    "Nog niets. Wat je bij een chat voegt, wordt hier op deze computer bewaard tot je het verwijdert.",
  find: "Document zoeken",
  noneFound: "Geen enkel document heeft deze naam.",
  addToChat: (count) =>
    count === 0 ? "Aan deze chat toevoegen" : `Aan deze chat toevoegen (${formatCount(count)})`,
  newChat: (count) => (count === 0 ? "Nieuwe chat" : `Nieuwe chat (${formatCount(count)})`),
  total: (count, bytes) =>
    plural(count, {
      one: `${formatCount(count)} document, ${formatBytes(bytes)} aan tekst. Het blijft op deze computer tot je het verwijdert.`,
      other: `${formatCount(count)} documenten, ${formatBytes(bytes)} aan tekst. Ze blijven op deze computer tot je ze verwijdert.`,
    }),

  // One document
  formats: {
    text: "Tekst",
    markdown: "Markdown",
    csv: "CSV",
    tsv: "TSV",
    code: "Code",
    html: "Webpagina",
    pdf: "PDF",
    docx: "Word",
    epub: "EPUB",
  },
  pasted: "Geplakt",
  usedOn: (date) => `gebruikt op ${date}`,
  inChats: (count) =>
    plural(count, { one: `In ${formatCount(count)} chat`, other: `In ${formatCount(count)} chats` }),
  renameIt: (name) => `Naam van ${name} wijzigen`,
  newName: "Nieuwe naam",
  rename: "Naam wijzigen",
  delete: (name) => `${name} verwijderen`,
  deleted: (name) => `“${name}” verwijderd.`,
  isGone: "Dit document is verwijderd.",
  unnamed: "Document",

  parts,
  choosing,
  passages,
  password,
};
