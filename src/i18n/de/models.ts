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

type Models = Texts["models"];

const descriptions: Models["descriptions"] = {
  "jamba-tiny-q4_k_m":
    "Ein Jamba mit 9,6 Millionen Parametern, der zu einem eingefügten Dokument antwortet; kommt mit der App.",
  "jamba2-3b-q4_k_m": "Das Modell von AI21 für den Alltag: am kleinsten und schnellsten.",
  "jamba2-3b-q5_k_m": "Etwas näher am Original als Q4_K_M und etwas langsamer.",
  "jamba2-3b-q6_k_l": "Vom Original kaum zu unterscheiden, mit 8-Bit-Embeddings.",
  "jamba2-3b-q8_0": "So gut wie das Original; für GPUs mit 6 GB und mehr.",
  "jamba-reasoning-3b-q4_k_m": "Das Modell von AI21, das nachdenkt, bevor es antwortet.",
};

/** A part of a list of figures that stand beside each other. */
const join = (parts: readonly (string | null)[]): string =>
  parts.filter((part) => part !== null && part !== "").join(" · ");

const forecast: Models["forecast"] = {
  pace: (tokensPerSecond, pace) => {
    const speed =
      tokensPerSecond < 1
        ? "Hier weniger als 1 Token/s"
        : `Hier etwa ${formatAbout(tokensPerSecond)} Token/s`;
    const feelings = {
      fast: "schneller, als man liest",
      readable: "etwa so schnell, wie man liest",
      slow: "langsamer, als man liest",
      poor: "für das meiste zu langsam",
    };
    return `${speed}: ${feelings[pace]}.`;
  },
  page: (seconds) =>
    seconds < 1
      ? "Liest mehr als eine Seite pro Sekunde."
      : `Liest eine Seite in etwa ${formatWait(seconds)}.`,
  wholeContext: "Der ganze Kontext passt hinein.",
  context: (tokens) => `Ein Kontext von etwa ${formatCount(tokens)} Token passt hinein.`,
  noRoom: (needed, found) => `Braucht ${formatBytes(needed)} GPU-Speicher; frei waren ${formatBytes(found)}.`,
  noStorage: (missing) => `Im Speicher des Browsers fehlen dafür ${formatBytes(missing)}.`,
  downloadAnyway: (size) => `Trotzdem herunterladen, ${size}`,
  downloadModelAnyway: (name, size) => `${name} trotzdem herunterladen, ${size}`,
  loadAnyway: "Trotzdem laden",
};

const transfer: Models["transfer"] = {
  of: (name) => `Download von ${name}`,
  connecting: "Verbindung wird hergestellt…",
  checking: "Wird geprüft…",
  checked: (bytes, total) => `${formatBytes(bytes)} von ${formatBytes(total)} geprüft`,
  retrying: (reason, seconds) => `${reason} Neuer Versuch in ${formatWait(seconds)}.`,
  progress: ({ receivedBytes, totalBytes, bytesPerSecond, secondsLeft, resumedBytes }) =>
    join([
      `${formatBytes(receivedBytes)} von ${formatBytes(totalBytes)}`,
      bytesPerSecond === null ? null : formatSpeed(bytesPerSecond),
      secondsLeft === null ? null : `noch ${formatWait(secondsLeft)}`,
      resumedBytes > 0 ? `fortgesetzt bei ${formatShare(resumedBytes, totalBytes)}` : null,
    ]),
  pause: "Pause",
  pausing: "Wird pausiert…",
  tryAgain: "Erneut versuchen",
  failed: (name, what) => `${name}: ${what}`,
  pillStopped: "Download",
  stopped: "abgebrochen",
  pillRunning: "Download läuft:",
  pillPaused: "Download pausiert bei",
};

export const models: Models = {
  title: "Modelle",
  titlePrefix: "Modelle:",
  onThisDevice: "Auf diesem Gerät",
  available: "Verfügbar",
  yourOwn: "Eigene",
  nothingYet: "Noch nichts.",
  allHere: "Alle sind bereits vorhanden.",
  more: (count) => `Weitere Modelle und Größen (${formatCount(count)})`,
  descriptions,
  licence: (name) => `Lizenz: ${name}`,
  download: "Herunterladen",
  downloadOf: (size) => `${size} herunterladen`,
  downloadModel: (name, size) => `${name} herunterladen, ${size}`,
  use: "Verwenden",
  inUse: "In Verwendung",
  templateUnknown:
    "Die Datei dieses Modells bringt ein eigenes Chatformat mit, das diese App nicht kennt und nicht ausführt; Chats werden im üblichen (ChatML) geschrieben, daher können die Antworten schlechter sein, als sie sollten.",
  loadingThis: "Wird geladen…",
  resume: "Fortsetzen",
  delete: (name) => `${name} löschen`,
  stored: (bytes, origin) => {
    const origins = {
      bundled: "kommt mit der App",
      catalogue: "",
      url: "von einer Webadresse",
      file: "aus einer Datei",
    };
    return join([formatBytes(bytes), origins[origin]]);
  },
  storedPart: (storedBytes, bytes) =>
    `${formatShare(storedBytes, bytes)} von ${formatBytes(bytes)} vorhanden`,
  gone: "Das zuletzt verwendete Modell ist weg: Der Browser hat seinen Speicher freigegeben. Laden Sie es unter „Modelle“ erneut herunter.",

  // What took the model away while it was at work
  lost: {
    DeviceLostError:
      "Der Grafiktreiber wurde neu gestartet. Das Modell wird von selbst neu geladen, und eine Antwort geht dort weiter, wo sie war.",
    WorkerDiedError:
      "Der Prozess des Modells ist stehen geblieben. Er wird von selbst neu gestartet, und eine Antwort geht dort weiter, wo sie war.",
    EngineMovedError:
      "Der Tab, in dem das Modell lief, wurde geschlossen. Dieser lädt es jetzt, und eine Antwort geht dort weiter, wo sie war.",
  },
  openModels: "Modelle öffnen",
  isReady: (name) => `${name} ist bereit.`,
  useItNow: "Jetzt verwenden",
  theModel: "das Modell",

  gpu: "GPU:",
  gpuWithoutName: "kein Name angegeben",
  isFallback: "Hier vertritt der Prozessor die GPU: Es funktioniert, aber langsam.",

  machine: {
    title: "Dieser Rechner",
    measuring: "Gemessen wird, was dieser Rechner leistet…",
    notMeasured: "Nicht gemessen, solange das Modell arbeitet.",
    failed: "Dieser Rechner konnte nicht gemessen werden.",
    measure: "Jetzt messen",
    measureAgain: "Erneut messen",
    measured: (gigabytesPerSecond, teraflopsPerSecond) =>
      `Er liest Speicher mit etwa ${formatAbout(gigabytesPerSecond)} GB/s und rechnet mit etwa ${formatAbout(teraflopsPerSecond)} TFLOP/s.`,
  },

  forecast,

  own: {
    fromFile: "Oder nehmen Sie eine Datei von diesem Computer; Sie können sie auch in das Fenster ziehen.",
    openFile: ".gguf-Datei öffnen",
    fromAddress: "Von einer Webadresse",
    addressExample: "https://…/modell.gguf",
    addressHelp: "Jedes dichte Jamba als GGUF, von einem Server, der anderen Websites das Lesen erlaubt.",
    addressRefused: "Dies ist keine https-Adresse. Kopieren Sie den Link der .gguf-Datei selbst.",
  },

  state: {
    none: "Kein Modell",
    arriving: "wird geholt…",
    loading: "wird geladen…",
    loadingShare: (share) => `lädt: ${share}`,
    unnamed: "Modell",
    notRunning: "läuft nicht",
    notLoaded: "Es ist noch kein Modell geladen.",
    choose: "Modell auswählen",
    preparing: (name) => `${name} wird vorbereitet`,
    fetching: (name) => `${name} wird abgerufen…`,
    checking: (name) => `${name} wird geprüft…`,
    opening: (name) => `${name} wird geöffnet…`,
    repairing: (name) => `Beschädigte Teile von ${name} werden erneut abgerufen…`,
    loadingName: (name) => `${name} wird geladen…`,
    compiling: (name) => `GPU wird für ${name} vorbereitet…`,
    withShare: (text, share) => `${text} ${share}`,
  },

  transfer,
};
