// What the engine reports: why something failed, why a download waits, and what became of saved readings.
import { formatBytes, formatCount } from "../../stores/format";
import type { TranslatedEngineTexts } from "../engine-texts";

export const engine: TranslatedEngineTexts = {
  sentences: {
    WebGpuUnavailableError:
      "Usa una versión actual de Chrome o Edge, Safari 26, o Firefox 141 en Windows, con la aceleración por hardware activada. Actualiza el controlador gráfico, o recarga la página si el controlador acaba de fallar.",
    GpuLimitError: ({ limit, needed, offered }) =>
      `Esta GPU ofrece ${limit} = ${formatCount(offered)} y el modelo necesita ${formatCount(needed)}. Prueba un modelo más pequeño o un contexto más corto.`,
    GpuOutOfMemoryError: ({ byteLength }) =>
      `A la GPU no le queda memoria para otros ${formatBytes(byteLength)}. Cierra otras pestañas que usen la GPU, acorta el contexto o elige un modelo más pequeño, y vuelve a cargarlo.`,
    NumericalError:
      "La respuesta se detuvo para no mostrar nada erróneo. Carga el modelo de nuevo; si vuelve a ocurrir, el fallo está en el archivo o en el controlador gráfico.",
    ModelNotFoundError: "Descárgalo; si ya estaba aquí, el navegador lo eliminó para liberar espacio.",
    ModelEvictedError: "El navegador lo eliminó para liberar espacio. Descárgalo de nuevo.",
    ModelFormatError: "Elige otro archivo .gguf: un Jamba denso en un solo archivo.",
    ModelDamagedError:
      "Carga el modelo de nuevo: solo se vuelve a descargar lo que está dañado. Si procede de un archivo de este equipo, ábrelo otra vez.",
    ModelChangedError:
      "Inicia la descarga otra vez: empezará desde el principio con el archivo tal como es ahora.",
    DownloadError: "Comprueba la dirección y la conexión, e inténtalo de nuevo.",
    StorageFullError: ({ missingBytes, keptBytes }) =>
      `Faltan ${formatBytes(missingBytes)}. Los ${formatBytes(keptBytes)} que ya están aquí se conservan; libera espacio en el disco o elimina otro modelo, y después continúa.`,
    StorageUnavailableError:
      "Comprueba que el navegador pueda guardar datos de este sitio, cierra otras pestañas de la aplicación y recarga la página.",
    ContextTooLongError: ({ promptTokens, contextLength }) =>
      `La conversación con sus documentos tiene ${formatCount(promptTokens)} tokens y en el contexto caben ${formatCount(contextLength)}. No se ha recortado nada. Quita o acorta un documento, empieza un chat nuevo o carga el modelo con un contexto más largo.`,
    NoModelError: "Carga uno primero.",
    AnswerFormatError: "Cambia el esquema, o pregunta sin él.",
    InternalError: "El fallo es de la aplicación, no tuyo. Carga el modelo de nuevo o recarga la página.",
    DocumentGoneError: ({ documentName }) =>
      `«${documentName}» se eliminó de la biblioteca, y este chat lo necesita para seguir. Adjunta el mismo archivo otra vez, en cualquier chat, y volverá; o empieza un chat nuevo.`,
    UnknownError: "Inténtalo de nuevo o recarga la página.",
  },
  retryReasons: {
    network: () => "Se cortó la conexión con el servidor.",
    short: () => "El servidor terminó su respuesta antes de tiempo.",
    stalled: () => "La conexión se quedó parada.",
    mismatch: () => "El servidor envió otros bytes que los pedidos.",
    server: (status) => `El servidor tiene un fallo (estado ${status}).`,
    busy: () => "El servidor pide una pausa (demasiadas solicitudes).",
    refused: (status) => `El servidor rechazó la descarga (estado ${status}).`,
  },
  waitsForNetwork: "No hay conexión. La descarga seguirá sola cuando vuelva.",
  stateRefused: (label) =>
    `Lo guardado de la lectura de «${label}» estaba dañado en el disco. Se ha eliminado y el texto se lee de nuevo.`,
  statesOutdated:
    "Lo que una versión anterior de la aplicación había guardado de sus lecturas no le sirve a esta. Se ha eliminado, y los textos se leen de nuevo cuando se pregunta por ellos.",
  statesFull:
    "El navegador no tiene espacio para guardar lo leído, así que tras recargar se lee de nuevo. Las respuestas siguen como antes; libera espacio en el disco o elimina lecturas guardadas en Modelos.",
};
