// Models: the panel, the button that opens it, downloads, loading, and what this machine can be expected to do.
import {
  formatAbout,
  formatBytes,
  formatCount,
  formatShare,
  formatSpeed,
  formatWait,
} from "../../stores/format";
import type { Texts } from "../catalogue";

const descriptions: Texts["models"]["descriptions"] = {
  "jamba-tiny-q4_k_m":
    "Un Jamba de 9,6 millones de parámetros que responde sobre un documento pegado; viene con la aplicación.",
  "jamba2-3b-q4_k_m": "El modelo de AI21 para el uso diario: el más pequeño y rápido.",
  "jamba2-3b-q5_k_m": "Algo más fiel al original que Q4_K_M y algo más lento.",
  "jamba2-3b-q6_k_l": "Difícil de distinguir del original, con embeddings de 8 bits.",
  "jamba2-3b-q8_0": "Tan bueno como el original; para GPU de 6 GB o más.",
  "jamba-reasoning-3b-q4_k_m": "El modelo de AI21 que piensa antes de responder.",
};

const join = (parts: readonly (string | null)[]): string =>
  parts.filter((part) => part !== null && part !== "").join(" · ");

export const models: Texts["models"] = {
  title: "Modelos",
  titlePrefix: "Modelos:",
  onThisDevice: "En este dispositivo",
  available: "Disponibles",
  yourOwn: "Los tuyos",
  nothingYet: "Todavía no hay nada.",
  allHere: "Ya están todos aquí.",
  more: (count) => `Más modelos y tamaños (${formatCount(count)})`,
  descriptions,
  licence: (name) => `Licencia: ${name}`,
  download: "Descargar",
  downloadOf: (size) => `Descargar ${size}`,
  downloadModel: (name, size) => `Descargar ${name} ${size}`,
  use: "Usar",
  inUse: "En uso",
  templateUnknown:
    "El archivo de este modelo trae su propio formato de chat, que esta aplicación no conoce ni ejecuta; los chats se escriben en el habitual (ChatML), así que sus respuestas pueden ser peores de lo que deberían.",
  loadingThis: "Cargando…",
  resume: "Reanudar",
  delete: (name) => `Eliminar ${name}`,
  stored: (bytes, origin) => {
    const origins = {
      bundled: "viene con la aplicación",
      catalogue: "",
      url: "de una dirección web",
      file: "de un archivo",
    };
    return join([formatBytes(bytes), origins[origin]]);
  },
  storedPart: (storedBytes, bytes) =>
    `${formatShare(storedBytes, bytes)} de ${formatBytes(bytes)} ya está aquí`,
  gone: "El modelo que usaste por última vez ya no está: el navegador liberó su almacenamiento. Descárgalo de nuevo en Modelos.",

  // What took the model away while it was at work
  lost: {
    DeviceLostError:
      "El controlador gráfico se reinició. El modelo se carga de nuevo solo y la respuesta continúa donde estaba.",
    WorkerDiedError:
      "El proceso del modelo se detuvo. Se inicia de nuevo solo y la respuesta continúa donde estaba.",
    EngineMovedError:
      "Se cerró la pestaña que ejecutaba el modelo. Ahora lo carga esta, y la respuesta continúa donde estaba.",
  },
  openModels: "Abrir Modelos",
  isReady: (name) => `${name} está listo.`,
  useItNow: "Usarlo ahora",
  theModel: "el modelo",

  gpu: "GPU:",
  gpuWithoutName: "sin nombre",
  isFallback: "El procesador está haciendo las veces de GPU: funciona, pero despacio.",

  machine: {
    title: "Este equipo",
    measuring: "Midiendo de qué es capaz este equipo…",
    notMeasured: "No se mide mientras el modelo está trabajando.",
    failed: "No se pudo medir este equipo.",
    measure: "Medir ahora",
    measureAgain: "Medir de nuevo",
    measured: (gigabytesPerSecond, teraflopsPerSecond) =>
      `Lee la memoria a unos ${formatAbout(gigabytesPerSecond)} GB/s y calcula a unos ${formatAbout(teraflopsPerSecond)} TFLOP/s.`,
  },

  forecast: {
    pace: (tokensPerSecond, pace) => {
      const speed =
        tokensPerSecond < 1
          ? "Menos de 1 token/s aquí"
          : `Unos ${formatAbout(tokensPerSecond)} tokens/s aquí`;
      const feelings = {
        fast: "más rápido de lo que se lee",
        readable: "más o menos al ritmo de lectura",
        slow: "más lento de lo que se lee",
        poor: "demasiado lento para casi todo",
      };
      return `${speed}: ${feelings[pace]}.`;
    },
    page: (seconds) =>
      seconds < 1 ? "Lee más de una página por segundo." : `Lee una página en unos ${formatWait(seconds)}.`,
    wholeContext: "Cabe todo su contexto.",
    context: (tokens) => `Cabe un contexto de unos ${formatCount(tokens)} tokens.`,
    noRoom: (needed, found) =>
      `Necesita ${formatBytes(needed)} de memoria de GPU, y se encontraron ${formatBytes(found)} libres.`,
    noStorage: (missing) => `Al almacenamiento del navegador le faltan ${formatBytes(missing)}.`,
    downloadAnyway: (size) => `Descargar de todos modos, ${size}`,
    downloadModelAnyway: (name, size) => `Descargar ${name} de todos modos, ${size}`,
    loadAnyway: "Cargar de todos modos",
  },

  own: {
    fromFile: "O usa un archivo de este equipo; también puedes soltarlo en cualquier lugar de la ventana.",
    openFile: "Abrir un archivo .gguf",
    fromAddress: "Desde una dirección web",
    addressExample: "https://…/modelo.gguf",
    addressHelp: "Cualquier Jamba denso en GGUF, de un servidor que permita leerlo desde otros sitios.",
    addressRefused: "No es una dirección https. Copia el enlace del propio archivo .gguf.",
  },

  state: {
    none: "Sin modelo",
    arriving: "llegando…",
    loading: "cargando…",
    loadingShare: (share) => `cargando, ${share}`,
    unnamed: "Modelo",
    notRunning: "parado",
    notLoaded: "Todavía no hay ningún modelo cargado.",
    choose: "Elegir un modelo",
    preparing: (name) => `Preparando ${name}`,
    fetching: (name) => `Obteniendo ${name}…`,
    checking: (name) => `Comprobando ${name}…`,
    opening: (name) => `Abriendo ${name}…`,
    repairing: (name) => `Volviendo a obtener las partes dañadas de ${name}…`,
    loadingName: (name) => `Cargando ${name}…`,
    compiling: (name) => `Preparando la GPU para ${name}…`,
    withShare: (text, share) => `${text} ${share}`,
  },

  transfer: {
    of: (name) => `Descarga de ${name}`,
    connecting: "Conectando…",
    checking: "Comprobando…",
    checked: (bytes, total) => `${formatBytes(bytes)} de ${formatBytes(total)} comprobados`,
    retrying: (reason, seconds) => `${reason} Nuevo intento en ${formatWait(seconds)}.`,
    progress: (figures) => {
      const { receivedBytes, totalBytes, bytesPerSecond, secondsLeft, resumedBytes } = figures;
      return join([
        `${formatBytes(receivedBytes)} de ${formatBytes(totalBytes)}`,
        bytesPerSecond === null ? null : formatSpeed(bytesPerSecond),
        secondsLeft === null ? null : `quedan ${formatWait(secondsLeft)}`,
        resumedBytes > 0 ? `reanudada al ${formatShare(resumedBytes, totalBytes)}` : null,
      ]);
    },
    pause: "Pausar",
    pausing: "Pausando…",
    tryAgain: "Reintentar",
    failed: (name, what) => `${name}: ${what}`,
    pillStopped: "descarga",
    stopped: "detenida",
    pillRunning: "descargando",
    pillPaused: "descarga en pausa al",
  },
};
