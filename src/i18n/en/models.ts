// Models: the panel, the button that opens it, downloads, loading, and what this machine can be expected to do.
import type { CatalogueId } from "../../../workers/inference/api";
import {
  formatAbout,
  formatBytes,
  formatCount,
  formatShare,
  formatSpeed,
  formatWait,
} from "../../stores/format";

const descriptions: Record<CatalogueId, string> = {
  "jamba-tiny-q4_k_m":
    "A 9.6-million-parameter Jamba that answers about a pasted document; comes with the app.",
  "jamba2-3b-q4_k_m": "AI21's model for everyday use: the smallest and fastest.",
  "jamba2-3b-q5_k_m": "A little closer to the original than Q4_K_M and a little slower.",
  "jamba2-3b-q6_k_l": "Hard to tell from the original, with 8-bit embeddings.",
  "jamba2-3b-q8_0": "As good as the original; for GPUs with 6 GB and more.",
  "jamba-reasoning-3b-q4_k_m": "AI21's model that thinks before it answers.",
};

/** A part of a list of figures that stand beside each other. */
const join = (parts: readonly (string | null)[]): string =>
  parts.filter((part) => part !== null && part !== "").join(" · ");

export const models = {
  title: "Models",
  titlePrefix: "Models:",
  onThisDevice: "On this device",
  available: "Available",
  yourOwn: "Your own",
  nothingYet: "Nothing yet.",
  allHere: "All of them are here already.",
  more: (count: number) => `More models and sizes (${formatCount(count)})`,
  descriptions,
  licence: (name: string) => `Licence: ${name}`,
  download: "Download",
  downloadOf: (size: string) => `Download ${size}`,
  downloadModel: (name: string, size: string) => `Download ${name} ${size}`,
  use: "Use",
  inUse: "In use",
  templateUnknown:
    "This model's file brings its own chat format, which this app does not know and does not run; chats are written in the usual one (ChatML), so answers may be worse than they should be.",
  loadingThis: "Loading…",
  resume: "Resume",
  delete: (name: string) => `Delete ${name}`,
  stored: (bytes: number, origin: "bundled" | "catalogue" | "url" | "file") => {
    const origins = {
      bundled: "comes with the app",
      catalogue: "",
      url: "from a web address",
      file: "from a file",
    };
    return join([formatBytes(bytes), origins[origin]]);
  },
  storedPart: (storedBytes: number, bytes: number) =>
    `${formatShare(storedBytes, bytes)} of ${formatBytes(bytes)} is here`,
  gone: "The model you used last is gone: the browser freed its storage. Download it again in Models.",

  // What took the model away while it was at work
  lost: {
    DeviceLostError:
      "The graphics driver restarted. The model is loaded again by itself, and an answer goes on where it was.",
    WorkerDiedError:
      "The model's process stopped. It is started again by itself, and an answer goes on where it was.",
    EngineMovedError:
      "The tab that ran the model was closed. This one loads it now, and an answer goes on where it was.",
  },
  openModels: "Open Models",
  isReady: (name: string) => `${name} is ready.`,
  useItNow: "Use it now",
  theModel: "the model",

  gpu: "GPU:",
  gpuWithoutName: "no name given",
  isFallback: "This is the processor standing in for a GPU: it works, slowly.",

  machine: {
    title: "This machine",
    measuring: "Measuring what this machine can do…",
    notMeasured: "Not measured while the model is at work.",
    failed: "This machine could not be measured.",
    measure: "Measure now",
    measureAgain: "Measure again",
    measured: (gigabytesPerSecond: number, teraflopsPerSecond: number) =>
      `It reads memory at about ${formatAbout(gigabytesPerSecond)} GB/s and calculates at about ${formatAbout(teraflopsPerSecond)} TFLOP/s.`,
  },

  forecast: {
    /** How fast an answer is written, and what that feels like. */
    pace: (tokensPerSecond: number, pace: "fast" | "readable" | "slow" | "poor") => {
      const speed =
        tokensPerSecond < 1
          ? "Less than 1 token/s here"
          : `About ${formatAbout(tokensPerSecond)} tokens/s here`;
      const feelings = {
        fast: "faster than one reads",
        readable: "about as fast as one reads",
        slow: "slower than one reads",
        poor: "too slow for most uses",
      };
      return `${speed}: ${feelings[pace]}.`;
    },
    page: (seconds: number) =>
      seconds < 1 ? "Reads more than a page a second." : `Reads a page in about ${formatWait(seconds)}.`,
    wholeContext: "Its whole context fits.",
    context: (tokens: number) => `A context of about ${formatCount(tokens)} tokens fits.`,
    noRoom: (needed: number, found: number) =>
      `It needs ${formatBytes(needed)} of GPU memory, and ${formatBytes(found)} were found free.`,
    noStorage: (missing: number) =>
      `The browser's storage is ${formatBytes(missing)} short of what it takes.`,
    downloadAnyway: (size: string) => `Download anyway, ${size}`,
    downloadModelAnyway: (name: string, size: string) => `Download ${name} anyway, ${size}`,
    loadAnyway: "Load anyway",
  },

  own: {
    fromFile: "Or take a file from this computer; dropping it anywhere in the window does the same.",
    openFile: "Open a .gguf file",
    fromAddress: "From a web address",
    addressExample: "https://…/model.gguf",
    addressHelp: "Any dense Jamba as GGUF, from a server that lets other sites read it.",
    addressRefused: "This is not an https address. Copy the link of the .gguf file itself.",
  },

  state: {
    none: "No model",
    arriving: "arriving…",
    loading: "loading…",
    loadingShare: (share: string) => `loading ${share}`,
    unnamed: "Model",
    notRunning: "not running",
    notLoaded: "No model is loaded yet.",
    choose: "Choose a model",
    preparing: (name: string) => `Preparing ${name}`,
    fetching: (name: string) => `Fetching ${name}…`,
    checking: (name: string) => `Checking ${name}…`,
    opening: (name: string) => `Opening ${name}…`,
    repairing: (name: string) => `Fetching damaged parts of ${name} again…`,
    loadingName: (name: string) => `Loading ${name}…`,
    compiling: (name: string) => `Preparing the GPU for ${name}…`,
    withShare: (text: string, share: string) => `${text} ${share}`,
  },

  transfer: {
    of: (name: string) => `Download of ${name}`,
    connecting: "Connecting…",
    checking: "Checking…",
    checked: (bytes: number, total: number) => `${formatBytes(bytes)} of ${formatBytes(total)} checked`,
    /** `reason` is a whole sentence, with its full stop. */
    retrying: (reason: string, seconds: number) => `${reason} Trying again in ${formatWait(seconds)}.`,
    progress: (figures: {
      readonly receivedBytes: number;
      readonly totalBytes: number;
      readonly bytesPerSecond: number | null;
      readonly secondsLeft: number | null;
      readonly resumedBytes: number;
    }) => {
      const { receivedBytes, totalBytes, bytesPerSecond, secondsLeft, resumedBytes } = figures;
      return join([
        `${formatBytes(receivedBytes)} of ${formatBytes(totalBytes)}`,
        bytesPerSecond === null ? null : formatSpeed(bytesPerSecond),
        secondsLeft === null ? null : `${formatWait(secondsLeft)} left`,
        resumedBytes > 0 ? `resumed at ${formatShare(resumedBytes, totalBytes)}` : null,
      ]);
    },
    pause: "Pause",
    pausing: "Pausing…",
    tryAgain: "Try again",
    failed: (name: string, what: string) => `${name}: ${what}`,
    pillStopped: "download",
    stopped: "stopped",
    pillRunning: "downloading",
    pillPaused: "download paused at",
  },
};
