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
  none: "Tus conversaciones se guardan aquí, en este equipo.",

  pinned: "Fijados",
  today: "Hoy",
  yesterday: "Ayer",
  week: "Últimos 7 días",

  more: (title) => `Más opciones de ${title}`,
  rename: "Cambiar nombre",
  newName: "Nombre nuevo",
  pin: "Fijar",
  unpin: "Dejar de fijar",
  delete: (title) => `Eliminar ${title}`,
  deleteShort: "Eliminar",
  deleted: (count) =>
    plural(count, {
      one: "Conversación eliminada.",
      other: `${formatCount(count)} conversaciones eliminadas.`,
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
};
