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
    "Un Jamba da 9,6 milioni di parametri che risponde su un documento incollato; è incluso nell’app.",
  "jamba2-3b-q4_k_m": "Il modello di AI21 per l’uso quotidiano: il più piccolo e veloce.",
  "jamba2-3b-q5_k_m": "Un po’ più vicino all’originale di Q4_K_M e un po’ più lento.",
  "jamba2-3b-q6_k_l": "Difficile da distinguere dall’originale, con embedding a 8 bit.",
  "jamba2-3b-q8_0": "Buono quanto l’originale; per GPU con almeno 6 GB.",
  "jamba-reasoning-3b-q4_k_m": "Il modello di AI21 che pensa prima di rispondere.",
};

const join = (parts: readonly (string | null)[]): string =>
  parts.filter((part) => part !== null && part !== "").join(" · ");

export const models: Texts["models"] = {
  title: "Modelli",
  titlePrefix: "Modelli:",
  onThisDevice: "Su questo dispositivo",
  available: "Disponibili",
  yourOwn: "I tuoi",
  nothingYet: "Ancora niente.",
  allHere: "Sono già tutti qui.",
  more: (count) => `Altri modelli e dimensioni (${formatCount(count)})`,
  descriptions,
  licence: (name) => `Licenza: ${name}`,
  download: "Scarica",
  downloadOf: (size) => `Scarica ${size}`,
  downloadModel: (name, size) => `Scarica ${name} ${size}`,
  use: "Usa",
  inUse: "In uso",
  templateUnknown:
    "Il file di questo modello porta con sé un proprio formato di chat, che questa app non conosce e non esegue; le chat vengono scritte in quello consueto (ChatML), quindi le risposte possono essere peggiori del dovuto.",
  loadingThis: "Caricamento…",
  resume: "Riprendi",
  delete: (name) => `Elimina ${name}`,
  stored: (bytes, origin) => {
    const origins = {
      bundled: "incluso nell’app",
      catalogue: "",
      url: "da un indirizzo web",
      file: "da un file",
    };
    return join([formatBytes(bytes), origins[origin]]);
  },
  storedPart: (storedBytes, bytes) => `Già qui: ${formatShare(storedBytes, bytes)} di ${formatBytes(bytes)}`,
  gone: "L’ultimo modello usato non c’è più: il browser ha liberato lo spazio di archiviazione. Scaricalo di nuovo in Modelli.",

  // What took the model away while it was at work
  lost: {
    DeviceLostError:
      "Il driver grafico si è riavviato. Il modello viene ricaricato da solo e la risposta prosegue da dov'era.",
    WorkerDiedError:
      "Il processo del modello si è fermato. Viene riavviato da solo e la risposta prosegue da dov'era.",
    EngineMovedError:
      "La scheda che eseguiva il modello è stata chiusa. Ora lo carica questa, e la risposta prosegue da dov'era.",
  },
  openModels: "Apri Modelli",
  isReady: (name) => `${name} è pronto.`,
  useItNow: "Usalo ora",
  theModel: "il modello",

  gpu: "GPU:",
  gpuWithoutName: "senza nome",
  isFallback: "Il processore fa le veci della GPU: funziona, ma lentamente.",

  machine: {
    title: "Questo computer",
    measuring: "Misurazione delle capacità di questo computer…",
    notMeasured: "Nessuna misurazione mentre il modello è al lavoro.",
    failed: "Impossibile misurare questo computer.",
    measure: "Misura ora",
    measureAgain: "Misura di nuovo",
    measured: (gigabytesPerSecond, teraflopsPerSecond) =>
      `Legge la memoria a circa ${formatAbout(gigabytesPerSecond)} GB/s e calcola a circa ${formatAbout(teraflopsPerSecond)} TFLOP/s.`,
  },

  forecast: {
    pace: (tokensPerSecond, pace) => {
      const speed =
        tokensPerSecond < 1 ? "Meno di 1 token/s qui" : `Circa ${formatAbout(tokensPerSecond)} token/s qui`;
      const feelings = {
        fast: "più veloce di quanto si legge",
        readable: "all’incirca il ritmo di lettura",
        slow: "più lento di quanto si legge",
        poor: "troppo lento per la maggior parte degli usi",
      };
      return `${speed}: ${feelings[pace]}.`;
    },
    page: (seconds) =>
      seconds < 1
        ? "Legge più di una pagina al secondo."
        : `Legge una pagina in circa ${formatWait(seconds)}.`,
    wholeContext: "C’è spazio per tutto il suo contesto.",
    context: (tokens) => `C’è spazio per un contesto di circa ${formatCount(tokens)} token.`,
    noRoom: (needed, found) =>
      `Richiede ${formatBytes(needed)} di memoria GPU; ne risultano liberi ${formatBytes(found)}.`,
    noStorage: (missing) => `Nello spazio di archiviazione del browser mancano ${formatBytes(missing)}.`,
    downloadAnyway: (size) => `Scarica comunque, ${size}`,
    downloadModelAnyway: (name, size) => `Scarica comunque ${name}, ${size}`,
    loadAnyway: "Carica comunque",
  },

  own: {
    fromFile:
      "Oppure usa un file di questo computer; puoi anche trascinarlo in qualsiasi punto della finestra.",
    openFile: "Apri un file .gguf",
    fromAddress: "Da un indirizzo web",
    addressExample: "https://…/modello.gguf",
    addressHelp:
      "Qualsiasi Jamba denso in formato GGUF, da un server che ne consenta la lettura ad altri siti.",
    addressRefused: "Questo non è un indirizzo https. Copia il link del file .gguf stesso.",
  },

  state: {
    none: "Nessun modello",
    arriving: "in arrivo…",
    loading: "caricamento…",
    loadingShare: (share) => `caricamento, ${share}`,
    unnamed: "Modello",
    notRunning: "non attivo",
    notLoaded: "Nessun modello è ancora caricato.",
    choose: "Scegli un modello",
    preparing: (name) => `Preparazione di ${name}`,
    fetching: (name) => `Recupero di ${name}…`,
    checking: (name) => `Verifica di ${name}…`,
    opening: (name) => `Apertura di ${name}…`,
    repairing: (name) => `Nuovo recupero delle parti danneggiate di ${name}…`,
    loadingName: (name) => `Caricamento di ${name}…`,
    compiling: (name) => `Preparazione della GPU per ${name}…`,
    withShare: (text, share) => `${text} ${share}`,
  },

  transfer: {
    of: (name) => `Download di ${name}`,
    connecting: "Connessione…",
    checking: "Verifica…",
    checked: (bytes, total) => `Verificati ${formatBytes(bytes)} di ${formatBytes(total)}`,
    retrying: (reason, seconds) => `${reason} Nuovo tentativo tra ${formatWait(seconds)}.`,
    progress: (figures) => {
      const { receivedBytes, totalBytes, bytesPerSecond, secondsLeft, resumedBytes } = figures;
      return join([
        `${formatBytes(receivedBytes)} di ${formatBytes(totalBytes)}`,
        bytesPerSecond === null ? null : formatSpeed(bytesPerSecond),
        secondsLeft === null ? null : `ancora ${formatWait(secondsLeft)}`,
        resumedBytes > 0 ? `ripreso da ${formatShare(resumedBytes, totalBytes)}` : null,
      ]);
    },
    pause: "Pausa",
    pausing: "Messa in pausa…",
    tryAgain: "Riprova",
    failed: (name, what) => `${name}: ${what}`,
    pillStopped: "download",
    stopped: "interrotto",
    pillRunning: "in download",
    pillPaused: "download in pausa",
  },
};
