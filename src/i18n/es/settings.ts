// The Settings dialog.
import { formatBytes, formatCount } from "../../stores/format";
import type { Texts } from "../catalogue";

const sections: Texts["settings"]["sections"] = {
  general: "General",
  answers: "Respuestas",
  model: "Modelo",
  sampling: "Muestreo avanzado",
};

const fields: Texts["settings"]["fields"] = {
  theme: {
    label: "Tema",
    help: "Los colores de la página.",
    choices: { system: "Sistema", light: "Claro", dark: "Oscuro" },
  },
  language: {
    label: "Idioma",
    help: "De los botones y mensajes. El modelo responde en el idioma en que escribes.",
    choices: { system: "Sistema" },
  },
  sendKey: {
    label: "Enviar con",
    help: "La otra combinación empieza una línea nueva.",
    choices: { enter: "Enter", "mod-enter": "Ctrl/⌘ Enter" },
  },
  pasteThreshold: {
    label: "Pegar como documento desde",
    help: "En caracteres: un texto pegado más largo se convierte en documento. Con 0, nunca.",
  },
  motion: {
    label: "Movimiento",
    help: "Si los elementos de la página pueden moverse y desvanecerse.",
    choices: { system: "Sistema", reduced: "Reducido", full: "Completo" },
  },
  systemPrompt: {
    label: "Instrucciones",
    help: "Se dan al modelo antes de cada conversación, como prompt de sistema.",
    placeholder: "Responde con frases cortas y sencillas.",
  },
  temperature: {
    label: "Temperatura",
    help: "Con cuánta libertad se eligen las palabras. Con 0 se toma siempre la más probable.",
  },
  maxTokens: { label: "Respuesta más larga", help: "En tokens; ahí se corta la respuesta." },
  usesLookup: {
    label: "Adivinar por adelantado",
    help: "Donde una respuesta copia de lo leído, se adivinan y comprueban varias palabras a la vez. Más rápido, y el texto es el mismo.",
  },
  autoScroll: {
    label: "Seguir la respuesta",
    help: "Mantiene a la vista las últimas palabras mientras la página esté al final.",
  },
  showStatistics: {
    label: "Mostrar cifras",
    help: "Tokens, velocidad y tiempo de espera bajo cada respuesta.",
  },
  contextLength: {
    label: "Longitud del contexto",
    help: "Tokens que pueden sumar la conversación y sus documentos. Más largo ocupa más memoria de GPU.",
    placeholder: "Automática",
  },
  isPrecise: {
    label: "Aritmética precisa",
    help: "Calcula todo en coma flotante de 32 bits. Más lento; las respuestas casi nunca cambian.",
  },
  topP: {
    label: "Top-p",
    help: "Conserva las palabras más probables que juntas alcanzan esta probabilidad. Con 1 se desactiva.",
  },
  topK: { label: "Top-k", help: "Conserva este número de palabras más probables. Con 0 se desactiva." },
  minP: {
    label: "Min-p",
    help: "Descarta palabras menos probables que esta fracción de la más probable. Con 0 se desactiva.",
  },
  repetitionPenalty: {
    label: "Penalización por repetición",
    help: "Hace menos probables las palabras ya usadas. Con 1 se desactiva.",
  },
  seed: {
    label: "Semilla",
    help: "La misma semilla, configuración y conversación dan la misma respuesta.",
    placeholder: "Aleatoria",
  },
};

export const settings: Texts["settings"] = {
  title: "Configuración",
  sections,
  fields,
  modified: "Modificado",
  reset: (label) => `Restablecer ${label}`,
  resetAll: "Restablecer valores predeterminados",
  wereReset: "Se han restablecido los valores predeterminados.",
  noLanguage: "No se pudo obtener este idioma. Al abrir de nuevo la página se volverá a intentar.",
  loadWithLength: "Cargar de nuevo con esta longitud",
  loadPrecise: "Cargar de nuevo con precisión completa",
  loadFast: "Cargar de nuevo para ir más rápido",
  isLoadedPrecise: "El modelo cargado calcula en 32 bits.",
  contextHeld: (tokens, bytes) =>
    `En el modelo cargado caben ${formatCount(tokens)} tokens; todos juntos ocupan ${formatBytes(bytes)} de memoria de GPU.`,
  contextHeldShort: (tokens, bytes, ownTokens) =>
    `En el modelo cargado caben ${formatCount(tokens)} tokens; todos juntos ocupan ${formatBytes(bytes)} de memoria de GPU. Se hizo para ${formatCount(ownTokens)}, y la memoria no da para más.`,
  measure: "Medir este equipo",
  privacyTitle: "Almacenamiento y privacidad",
  privacy:
    "Los chats, documentos y modelos se quedan en este navegador. Nada de lo que escribes se envía a ninguna parte.",
};
