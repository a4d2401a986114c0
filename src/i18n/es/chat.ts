// The conversation on screen: messages, what can be done with them, how an answer goes and how it ended.
import { formatCount } from "../../stores/format";
import type { Texts } from "../catalogue";
import { pluralIn } from "../plural";

const plural = pluralIn("es");

export const chat: Texts["chat"] = {
  conversation: "Conversación",
  toLatest: "Ir al final",
  you: "Tú",
  documents: "Documentos",

  reading: "Leyendo…",
  readingShare: (share) => `Leyendo… ${share}`,
  readingShareAndWait: (share, wait) => `Leyendo… ${share} · quedan unos ${wait}`,
  readingPrompt: "Leyendo el prompt",
  waitingForTab: "Esperando la respuesta de la otra pestaña…",
  restoring: "Cargando el modelo de nuevo; después la respuesta continúa…",

  messageActions: "Acciones del mensaje",
  answerActions: "Acciones de la respuesta",
  copyAnswer: "Copiar respuesta",
  copyMessage: "Copiar mensaje",
  regenerate: "Regenerar",
  continueAnswer: "Continuar",
  getAnswer: "Obtener respuesta",
  editMessage: "Editar mensaje",
  editAnswer: "Editar respuesta",
  more: "Más",
  branchOff: "Bifurcar en un chat nuevo",
  deleteMessage: "Eliminar con todo lo que sigue",
  branchTitle: (title) => `${title} (bifurcación)`,
  branchedOff: "Este es un chat nuevo con todo lo anterior hasta ese mensaje.",
  back: "Volver",
  messagesDeleted: (count) =>
    plural(count, { one: "Mensaje eliminado.", other: `${formatCount(count)} mensajes eliminados.` }),

  versions: "Versiones",
  previousVersion: "Versión anterior",
  nextVersion: "Versión siguiente",
  versionOf: (number, count) => `Versión ${formatCount(number)} de ${formatCount(count)}`,

  questionText: "Texto del mensaje",
  answerText: "Texto de la respuesta",
  editorKeepsQuestion: "El mensaje y sus respuestas se conservan como versión anterior.",
  editorKeepsAnswer:
    "La respuesta se conserva como versión anterior. El modelo lee tu texto como si fuera suyo.",
  send: "Enviar",
  save: "Guardar",

  edited: "Editada",
  stopped: "Detenida",
  cutAtLimit: "Cortada en la longitud máxima de respuesta fijada en Configuración",
  cutAtWindow: "Cortada: la ventana del modelo está llena. Empieza un chat nuevo para seguir",
  interrupted: "Interrumpida",
  failed: "Error",
  tokenCount: (count) =>
    plural(count, { one: `${formatCount(count)} token`, other: `${formatCount(count)} tokens` }),
  firstToken: (time) => `primer token: ${time}`,
  readOf: (read, total) => `leídos ${formatCount(read)} de ${formatCount(total)}`,
  readOfReused: (read, total) =>
    `leídos ${formatCount(read)} de ${formatCount(total)} (${formatCount(total - read)} reutilizados)`,
  guessed: (right, tried) => `adivinados ${formatCount(right)} de ${formatCount(tried)}`,

  status: "Estado",
  statusReading: "Leyendo",
  statusGenerating: "Generando",
  statusModelReady: "El modelo está listo",
  statusModelLoading: "Cargando el modelo",
  statusDownload: (percent) => `Descarga al ${formatCount(percent)} %`,
  statusAnswerReady: (words) =>
    plural(words, {
      one: `Respuesta lista, ${formatCount(words)} palabra`,
      other: `Respuesta lista, ${formatCount(words)} palabras`,
    }),
  statusAnswerFailed: "La respuesta falló",

  welcome: "Te damos la bienvenida",
  welcomeTitle: "Pregunta sobre lo que lees",
  welcomeText:
    "Jamba funciona dentro de esta pestaña, en tu propia GPU. Pega un documento y pregunta: lo que escribes nunca sale de este equipo, y todo funciona sin conexión.",
  exampleProject: "¿Quién dirige el proyecto Heron?",
  exampleProjectHint: "con una página de notas del proyecto",
  examplePump: "¿Cuánto cuesta la bomba Calder?",
  examplePumpHint: "con un catálogo breve",
  exampleAbilities: "¿Qué puedes hacer?",
  exampleAbilitiesHint: "sin documento",
  tinyModel: (name, size) =>
    `Estás probando el modelo diminuto que viene con la aplicación. Para trabajar de verdad, descarga ${name} (${size}).`,
  getModel: (name) => `Obtener ${name}`,
};
