// The list of chats: groups, search, selection, export and import.
import { formatCount } from "../../stores/format";
import type { Texts } from "../catalogue";
import { pluralIn } from "../plural";

const plural = pluralIn("es");

export const conversations: Texts["conversations"] = {
  title: "Conversaciones",
  sidebar: "Barra lateral",
  newChat: "Chat nuevo",
  documents: "Documentos",
  settings: "Configuración",
  none: "Tus chats se guardan aquí, en este equipo.",

  pinned: "Fijados",
  today: "Hoy",
  yesterday: "Ayer",
  week: "Últimos 7 días",

  more: (title) => `Más opciones de ${title}`,
  rename: "Cambiar nombre",
  newName: "Nombre nuevo",
  pin: "Fijar",
  unpin: "Dejar de fijar",
  export: "Exportar",
  delete: (title) => `Eliminar ${title}`,
  deleteShort: "Eliminar",
  deleted: (count) =>
    plural(count, {
      one: "Chat eliminado.",
      other: `${formatCount(count)} chats eliminados.`,
    }),

  listActions: "Lista de chats",
  select: "Seleccionar chats",
  selectAll: "Seleccionar todo",
  selected: (count) =>
    plural(count, {
      one: `${formatCount(count)} seleccionado`,
      other: `${formatCount(count)} seleccionados`,
    }),
  deleteSelected: "Eliminar seleccionados",
  exportSelected: "Exportar seleccionados",
  exportAll: "Exportar todos los chats",
  import: "Importar chats",

  search: "Buscar chats",
  clearSearch: "Borrar la búsqueda",
  results: "Resultados de la búsqueda",
  searching: "Buscando…",
  nothingFound: (query) => `Ningún chat contiene «${query}».`,
  nothingFoundHelp: "Se buscan palabras enteras y comienzos de palabra en títulos y mensajes.",
  found: (count) =>
    plural(count, { one: "1 chat encontrado", other: `${formatCount(count)} chats encontrados` }),
  firstFound: (shown, count) => `Los primeros ${formatCount(shown)} de ${formatCount(count)}`,
  looking: (done, count) => `Buscando en chats anteriores… ${formatCount(done)} de ${formatCount(count)}`,
  searchFailed: "La búsqueda se detuvo. Inténtalo de nuevo o recarga la página.",

  exportTitle: (count) =>
    plural(count, { one: "Exportar chat", other: `Exportar ${formatCount(count)} chats` }),
  exportAs: "Exportar como",
  markdown: "Markdown",
  markdownHelp:
    "Para leer y editar en cualquier lugar. Las versiones en pantalla, sin lo que pensó el modelo.",
  json: "JSON",
  jsonHelp: "Para guardar y volver a importar. Todas las versiones de cada mensaje.",
  print: "Imprimir o PDF",
  printHelp: "Con el cuadro de impresión del navegador.",
  printTooMany: (most) => `El navegador imprime hasta ${formatCount(most)} chats a la vez.`,
  withTexts: "Con los textos de los documentos",
  withTextsHelp: "Sin ellos, el archivo solo nombra los documentos.",
  you: "Tú",

  importHelp: "Elige un archivo JSON exportado desde aquí. Se importa entero o no se importa.",
  chooseFile: "Elegir un archivo",
  importing: "Importando…",
  exporting: "Exportando…",
  imported: (count) =>
    plural(count, { one: "1 chat importado.", other: `${formatCount(count)} chats importados.` }),
  importedAndKnown: (count, known) =>
    plural(count, {
      one: `1 chat importado; ya estaban aquí: ${formatCount(known)}.`,
      other: `${formatCount(count)} chats importados; ya estaban aquí: ${formatCount(known)}.`,
    }),
  allKnown: "Todos los chats del archivo ya están aquí.",
  notImported: (fileName) => `«${fileName}» no se importó`,
  transferFailed: "No ha funcionado",
  nothingStored: (reason) =>
    `El navegador se negó (${reason}). No se cambió nada. Comprueba que haya espacio en el disco e inténtalo de nuevo.`,

  tooLarge: (size, limit) => `Ocupa ${size}; como máximo se pueden leer ${limit}.`,
  otherFile: "No es un archivo de chats exportado de esta aplicación.",
  newer:
    "Procede de una versión más nueva de esta aplicación. Recarga la página para actualizarla y vuelve a importarlo.",
  inChat: (number) => `Chat ${formatCount(number)}`,
  inNamedChat: (number, title) => `Chat ${formatCount(number)} («${title}»)`,
  inDocument: (number) => `Documento ${formatCount(number)}`,
  inNamedDocument: (number, title) => `Documento ${formatCount(number)} («${title}»)`,
  inFile: "El archivo",
  inMessage: (number) => `mensaje ${formatCount(number)}`,
  inField: (field) => `«${field}»`,
  wrongField: (place, expected, received) => `${place}: se esperaba ${expected} y se encontró ${received}.`,
  twice: (place) => `${place}: ya hay otro con el mismo identificador.`,
  missing: (place) => `${place}: remite a un mensaje que no existe.`,
  circle: (place) => `${place}: el mensaje va antes que él mismo.`,
  changedText: (place) => `${place}: su texto no es el que corresponde a su identificador.`,
};
