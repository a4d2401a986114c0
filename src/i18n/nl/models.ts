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
    "Een Jamba met 9,6 miljoen parameters die vragen over een geplakt document beantwoordt; zit bij de app.",
  "jamba2-3b-q4_k_m": "Het model van AI21 voor dagelijks gebruik: het kleinste en snelste.",
  "jamba2-3b-q5_k_m": "Iets dichter bij het origineel dan Q4_K_M en iets langzamer.",
  "jamba2-3b-q6_k_l": "Nauwelijks van het origineel te onderscheiden, met 8-bits embeddings.",
  "jamba2-3b-q8_0": "Zo goed als het origineel; voor GPU’s met 6 GB en meer.",
  "jamba-reasoning-3b-q4_k_m": "Het model van AI21 dat nadenkt voordat het antwoordt.",
};

/** A part of a list of figures that stand beside each other. */
const join = (parts: readonly (string | null)[]): string =>
  parts.filter((part) => part !== null && part !== "").join(" · ");

const forecast: Models["forecast"] = {
  pace: (tokensPerSecond, pace) => {
    const speed =
      tokensPerSecond < 1
        ? "Hier minder dan 1 token/s"
        : `Hier ongeveer ${formatAbout(tokensPerSecond)} tokens/s`;
    const feelings = {
      fast: "sneller dan je leest",
      readable: "ongeveer zo snel als je leest",
      slow: "langzamer dan je leest",
      poor: "voor de meeste doelen te langzaam",
    };
    return `${speed}: ${feelings[pace]}.`;
  },
  page: (seconds) =>
    seconds < 1
      ? "Leest meer dan een pagina per seconde."
      : `Leest een pagina in ongeveer ${formatWait(seconds)}.`,
  wholeContext: "De hele context past.",
  context: (tokens) => `Een context van ongeveer ${formatCount(tokens)} tokens past.`,
  noRoom: (needed, found) =>
    `Heeft ${formatBytes(needed)} GPU-geheugen nodig; er was ${formatBytes(found)} vrij.`,
  noStorage: (missing) => `In de opslag van de browser ontbreekt hiervoor ${formatBytes(missing)}.`,
  downloadAnyway: (size) => `Toch downloaden, ${size}`,
  downloadModelAnyway: (name, size) => `${name} toch downloaden, ${size}`,
  loadAnyway: "Toch laden",
};

const transfer: Models["transfer"] = {
  of: (name) => `Download van ${name}`,
  connecting: "Verbinding maken…",
  checking: "Controleren…",
  checked: (bytes, total) => `${formatBytes(bytes)} van ${formatBytes(total)} gecontroleerd`,
  retrying: (reason, seconds) => `${reason} Nieuwe poging over ${formatWait(seconds)}.`,
  progress: ({ receivedBytes, totalBytes, bytesPerSecond, secondsLeft, resumedBytes }) =>
    join([
      `${formatBytes(receivedBytes)} van ${formatBytes(totalBytes)}`,
      bytesPerSecond === null ? null : formatSpeed(bytesPerSecond),
      secondsLeft === null ? null : `nog ${formatWait(secondsLeft)}`,
      resumedBytes > 0 ? `hervat bij ${formatShare(resumedBytes, totalBytes)}` : null,
    ]),
  pause: "Pauzeren",
  pausing: "Bezig met pauzeren…",
  tryAgain: "Opnieuw proberen",
  failed: (name, what) => `${name}: ${what}`,
  pillStopped: "download",
  stopped: "gestopt",
  pillRunning: "downloaden",
  pillPaused: "download gepauzeerd op",
};

export const models: Models = {
  title: "Modellen",
  titlePrefix: "Modellen:",
  onThisDevice: "Op dit apparaat",
  available: "Beschikbaar",
  yourOwn: "Van jezelf",
  nothingYet: "Nog niets.",
  allHere: "Ze zijn allemaal al aanwezig.",
  more: (count) => `Meer modellen en formaten (${formatCount(count)})`,
  descriptions,
  licence: (name) => `Licentie: ${name}`,
  download: "Downloaden",
  downloadOf: (size) => `${size} downloaden`,
  downloadModel: (name, size) => `${name} downloaden, ${size}`,
  use: "Gebruiken",
  inUse: "In gebruik",
  templateUnknown:
    "Het bestand van dit model brengt een eigen chatindeling mee die deze app niet kent en niet uitvoert; chats worden in de gebruikelijke indeling (ChatML) geschreven, dus de antwoorden kunnen slechter zijn dan ze zouden moeten zijn.",
  loadingThis: "Laden…",
  resume: "Hervatten",
  delete: (name) => `${name} verwijderen`,
  stored: (bytes, origin) => {
    const origins = {
      bundled: "zit bij de app",
      catalogue: "",
      url: "van een webadres",
      file: "uit een bestand",
    };
    return join([formatBytes(bytes), origins[origin]]);
  },
  storedPart: (storedBytes, bytes) =>
    `${formatShare(storedBytes, bytes)} van ${formatBytes(bytes)} is aanwezig`,
  gone: "Het model dat je het laatst gebruikte is weg: de browser heeft de opslag vrijgemaakt. Download het opnieuw bij Modellen.",

  // What took the model away while it was at work
  lost: {
    DeviceLostError:
      "Het grafische stuurprogramma is opnieuw gestart. Het model wordt vanzelf opnieuw geladen en een antwoord gaat verder waar het was.",
    WorkerDiedError:
      "Het proces van het model is gestopt. Het wordt vanzelf opnieuw gestart en een antwoord gaat verder waar het was.",
    EngineMovedError:
      "Het tabblad waarin het model liep, is gesloten. Dit tabblad laadt het nu en een antwoord gaat verder waar het was.",
  },
  openModels: "Modellen openen",
  isReady: (name) => `${name} is gereed.`,
  useItNow: "Nu gebruiken",
  theModel: "het model",

  gpu: "GPU:",
  gpuWithoutName: "geen naam opgegeven",
  isFallback: "De processor vervangt hier de GPU: het werkt, maar langzaam.",

  machine: {
    title: "Deze computer",
    measuring: "Meten wat deze computer kan…",
    notMeasured: "Niet gemeten zolang het model bezig is.",
    failed: "Deze computer kon niet worden gemeten.",
    measure: "Nu meten",
    measureAgain: "Opnieuw meten",
    measured: (gigabytesPerSecond, teraflopsPerSecond) =>
      `Leest geheugen met ongeveer ${formatAbout(gigabytesPerSecond)} GB/s en rekent met ongeveer ${formatAbout(teraflopsPerSecond)} TFLOP/s.`,
  },

  forecast,

  own: {
    fromFile: "Of neem een bestand van deze computer; je kunt het ook naar het venster slepen.",
    openFile: ".gguf-bestand openen",
    fromAddress: "Van een webadres",
    addressExample: "https://…/model.gguf",
    addressHelp: "Elke dense Jamba als GGUF, van een server waarvan andere sites mogen lezen.",
    addressRefused: "Dit is geen https-adres. Kopieer de link van het .gguf-bestand zelf.",
  },

  state: {
    none: "Geen model",
    arriving: "wordt opgehaald…",
    loading: "laden…",
    loadingShare: (share) => `laden: ${share}`,
    unnamed: "Model",
    notRunning: "niet actief",
    notLoaded: "Er is nog geen model geladen.",
    choose: "Model kiezen",
    preparing: (name) => `${name} voorbereiden`,
    fetching: (name) => `${name} ophalen…`,
    checking: (name) => `${name} controleren…`,
    opening: (name) => `${name} openen…`,
    repairing: (name) => `Beschadigde delen van ${name} opnieuw ophalen…`,
    loadingName: (name) => `${name} laden…`,
    compiling: (name) => `GPU voorbereiden voor ${name}…`,
    withShare: (text, share) => `${text} ${share}`,
  },

  transfer,
};
