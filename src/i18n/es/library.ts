// The library of documents, and the choice of what of a document goes to the model.
import { formatBytes, formatCount } from "../../stores/format";
import type { Texts } from "../catalogue";
import { pluralIn } from "../plural";

const plural = pluralIn("es");

const tokens = (count: number): string =>
  plural(count, { one: `${formatCount(count)} token`, other: `${formatCount(count)} tokens` });

const choosing: Texts["library"]["choosing"] = {
  measuring: "Midiendo el documento",
  useThisPart: "Usar esta parte",
  nothingChosen: "No se ha elegido nada",
  fits: (count, room) => `${formatCount(count)} de ${tokens(room)}`,
  tooLongBy: (excess) =>
    plural(excess, { one: `Sobra ${tokens(excess)}`, other: `Sobran ${tokens(excess)}` }),
  allFits: (count, room) =>
    `Caben los ${formatCount(count)} tokens: hay sitio para ${formatCount(room)} junto al resto de este chat y una respuesta.`,
  doesNotFitAll: (count, room) =>
    `Tiene ${formatCount(count)} tokens, ${formatCount(count - room)} más de los que caben: hay sitio para ${formatCount(room)} junto al resto de este chat y una respuesta. Lo que se omite no se lee.`,
  part: "Parte del documento",
  whole: "Todo el documento",
  doesNotFit: "No cabe",
  firstThatFit: "Las primeras páginas que caben",
  notEvenALine: "No cabe ni una línea",
  beginning: "El principio, hasta donde quepa",
  firstPages: (count, all) =>
    plural(count, {
      one: "La primera página",
      other: `Las primeras ${formatCount(count)} de ${formatCount(all)} páginas`,
    }),
  tokens,
  range: "Un intervalo de páginas",
  rangeOf: (pageCount) => `de ${formatCount(pageCount)}`,
  fromPage: "De la página",
  toPage: "A la página",
  rangeIsEmpty: "La última página va antes que la primera.",
};

const passages: Texts["library"]["passages"] = {
  about: "Fragmentos sobre una pregunta",
  aboutHelp: "encontrados por sus palabras, para que los revises",
  list: "Fragmentos",
  question: "Pregunta o palabras",
  find: "Buscar",
  onlyTicked: "Solo se envían los fragmentos que dejes marcados.",
  searching: "Buscando…",
  failed: "La búsqueda no funcionó. Inténtalo de nuevo o elige páginas.",
  none: "Ningún fragmento contiene estas palabras. Prueba con otras.",
  ticked: (count, all) =>
    plural(all, {
      one: `${formatCount(count)} de ${formatCount(all)} fragmento marcado.`,
      other: `${formatCount(count)} de ${formatCount(all)} fragmentos marcados, los mejores primero.`,
    }),
  page: (label) => `Página ${label}`,
};

const password: Texts["library"]["password"] = {
  title: "Contraseña",
  label: "Contraseña del archivo",
  trying: "Probando la contraseña…",
  isNotKept: "No sale de esta pestaña y no se guarda.",
  notNow: "Ahora no",
  open: "Abrir",
  opening: "Abriendo…",
};

const parts: Texts["library"]["parts"] = {
  page: {
    all: (count) =>
      plural(count, { one: `${formatCount(count)} página`, other: `${formatCount(count)} páginas` }),
    one: (number) => `página ${formatCount(number)}`,
    oneOf: (number, all) => `página ${formatCount(number)} de ${formatCount(all)}`,
    range: (from, to) => `páginas ${formatCount(from)}–${formatCount(to)}`,
    rangeOf: (from, to, all) => `páginas ${formatCount(from)}–${formatCount(to)} de ${formatCount(all)}`,
  },
  part: {
    all: (count) =>
      plural(count, { one: `${formatCount(count)} parte`, other: `${formatCount(count)} partes` }),
    one: (number) => `parte ${formatCount(number)}`,
    oneOf: (number, all) => `parte ${formatCount(number)} de ${formatCount(all)}`,
    range: (from, to) => `partes ${formatCount(from)}–${formatCount(to)}`,
    rangeOf: (from, to, all) => `partes ${formatCount(from)}–${formatCount(to)} de ${formatCount(all)}`,
  },
  beginning: "el principio",
  passages: (count) =>
    plural(count, { one: `${formatCount(count)} fragmento`, other: `${formatCount(count)} fragmentos` }),
};

export const library: Texts["library"] = {
  title: "Documentos",
  list: "Biblioteca",
  nothingYet:
    "Todavía no hay nada. Lo que adjuntas a un chat se guarda aquí, en este equipo, hasta que lo elimines.",
  find: "Buscar un documento",
  noneFound: "Ningún documento tiene este nombre.",
  addToChat: (count) => (count === 0 ? "Añadir a este chat" : `Añadir a este chat (${formatCount(count)})`),
  newChat: (count) => (count === 0 ? "Chat nuevo" : `Chat nuevo (${formatCount(count)})`),
  total: (count, bytes) =>
    plural(count, {
      one: `${formatCount(count)} documento, ${formatBytes(bytes)} de texto. Permanece en este equipo hasta que lo elimines.`,
      other: `${formatCount(count)} documentos, ${formatBytes(bytes)} de texto. Permanecen en este equipo hasta que los elimines.`,
    }),

  formats: {
    text: "Texto",
    markdown: "Markdown",
    csv: "CSV",
    tsv: "TSV",
    code: "Código",
    html: "Página web",
    pdf: "PDF",
    docx: "Word",
    epub: "EPUB",
  },
  pasted: "Pegado",
  usedOn: (date) => `usado: ${date}`,
  inChats: (count) =>
    plural(count, { one: `En ${formatCount(count)} chat`, other: `En ${formatCount(count)} chats` }),
  renameIt: (name) => `Cambiar el nombre de ${name}`,
  newName: "Nombre nuevo",
  rename: "Cambiar nombre",
  delete: (name) => `Eliminar ${name}`,
  deleted: (name) => `Se eliminó «${name}».`,
  isGone: "Este documento se eliminó.",
  unnamed: "Documento",

  parts,
  choosing,
  passages,
  password,
};
