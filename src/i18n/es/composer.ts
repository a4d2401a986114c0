// Where the user writes: the box, its buttons, what waits to be sent, and what fills the model's window.
import { formatCount, formatShare } from "../../stores/format";
import type { Texts } from "../catalogue";
import { pluralIn } from "../plural";

const plural = pluralIn("es");

export const composer: Texts["composer"] = {
  form: "Escribir al modelo",
  message: "Mensaje",
  placeholder: "Pregunta o pega un documento",
  attach: "Adjuntar documento",
  send: "Enviar",
  queue: "Poner este mensaje en cola",
  stop: "Detener",
  answeringElsewhere: "Respondiendo en otro chat…",
  gettingReady: "El modelo se está preparando…",
  openingDocument: "Abriendo un documento…",
  draftTokens: (count) =>
    plural(count, { one: `${formatCount(count)} token`, other: `${formatCount(count)} tokens` }),
  pasted: (beginning) => `Texto pegado: ${beginning}`,
  noPictures: "No se pueden leer imágenes: el modelo solo entiende texto.",
  documentGone: (name) => `«${name}» se eliminó de la biblioteca y ya no está adjunto.`,

  queued: "Mensajes en cola",
  queuedNext: "Se envía cuando termine la respuesta",
  queuedForModel: "Se envía cuando el modelo esté listo",
  queuedWithoutModel: "Sin enviar: no hay ningún modelo en marcha. Se envía cuando lo haya",
  beingSent: "Enviando…",
  held: {
    stopped: "Sin enviar: se detuvo la respuesta anterior",
    failed: "Sin enviar: falló la respuesta anterior",
    reloaded: "Sin enviar: la página se cerró entretanto",
    refused: "No se pudo enviar",
  },
  queuedDocuments: (count) =>
    plural(count, { one: `${formatCount(count)} documento`, other: `${formatCount(count)} documentos` }),
  sendQueued: "Enviar ahora",
  interruptWithQueued: "Interrumpir la respuesta y enviar ahora",
  editQueued: "Editar",
  removeQueued: "Quitar",

  window: "Qué ocupa la ventana",
  windowUsed: (used, all) => `Ventana: ${formatShare(used, all)} en uso`,
  windowFigures: (used, all) => `${formatCount(used)} de ${formatCount(all)} tokens`,
  shares: { instructions: "Instrucciones", messages: "Mensajes", draft: "Este mensaje" },
  free: "Libre",
  lastTurn: "Última respuesta",
  lastTurnFigures: (read, remembered, written) =>
    `${formatCount(read)} leídos · ${formatCount(remembered)} recordados · ${formatCount(written)} escritos`,
  nearlyFull: (used, all) =>
    `Se usa el ${formatShare(used, all)} de la ventana: una respuesta larga podría cortarse.`,
  nearlyFullAdvice: "Empieza un chat nuevo para otros temas, o envía menos de un documento.",
  tooLongWithDocuments: (excess, used, all) =>
    `Sobran ${formatCount(excess)} tokens: este chat tiene ${formatCount(used)} con sus documentos, y en la ventana caben ${formatCount(all)}. Elige una parte de un documento, o un contexto más largo en Configuración.`,
  tooLong: (excess, used, all) =>
    `Sobran ${formatCount(excess)} tokens: este chat tiene ${formatCount(used)}, y en la ventana caben ${formatCount(all)}. Acorta el mensaje, empieza un chat nuevo o elige un contexto más largo en Configuración.`,
  nothingIsCut: "No se envía ni se recorta nada.",
  offers: {
    choosePart: (name) => `Usar una parte de «${name}»`,
    removeDocument: (name) => `Quitar «${name}»`,
    newChatWithDocuments: "Chat nuevo con los mismos documentos",
    newChat: "Chat nuevo",
    longerContext: "Abrir Configuración",
  },

  selection: "Palabras seleccionadas",
  quote: "Citar",
  whereDoesItSay: "¿Dónde dice esto?",
  notInDocuments: (count) => (count === 1 ? "No está en el documento." : "No está en los documentos."),
};
