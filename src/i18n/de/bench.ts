// The page that measures this machine.
import { formatCount, formatFigure } from "../../stores/format";
import type { Texts } from "../catalogue";
import { units } from "./units";

const after = (depth: number): string => (depth === 0 ? "" : ` nach ${formatCount(depth)} Token`);

export const bench: Texts["bench"] = {
  title: "Diesen Rechner messen",
  back: "Zurück zum Chat",
  intro:
    "Liest und schreibt Text ohne Bedeutung, so schnell dieser Rechner kann, und sendet nichts. Schließen Sie zuvor andere Tabs, die die GPU nutzen.",
  modelOn: (model, gpu) => `${model} auf ${gpu}`,
  unnamedGpu: "einer GPU ohne Namen",
  measure: "Messen",
  stop: "Anhalten",
  measuring: "Messung läuft",

  options: "Was gemessen wird",
  depths: "Nach bereits gelesenen Token",
  prompts: "Länge der gelesenen Eingaben in Token",
  eachKernel: "Auch jeden Kernel einzeln",
  guessingToo: "Auch das Vorausraten",
  runs: (count) =>
    `Jeder Wert ist der Median aus ${formatCount(count)} Durchläufen nach dem Aufwärmen. Große Tiefen dauern auf einer kleinen GPU Minuten.`,

  noModel: "Diese App enthält kein Modell. Laden Sie zuerst eines im Chat herunter.",
  opening: "Modell wird geöffnet…",
  loading: (name) => `${name} wird geladen…`,
  fetching: (name) => `${name} wird abgerufen…`,
  step: (step): string => {
    switch (step.kind) {
      case "bandwidth":
        return "Speicher wird gelesen…";
      case "rested-first-token":
        return "Erstes Token nach einer Pause…";
      case "warm-up":
        return "Aufwärmen…";
      case "first-token":
        return "Erstes Token…";
      case "commands":
        return "Befehle werden gezählt…";
      case "kernels":
        return "Zeit jedes Kernels wird gemessen…";
      case "reach":
        return `${formatCount(step.depth)} Token werden gelesen…`;
      case "prefill":
        return `Eingabe von ${formatCount(step.length)} Token${after(step.depth)} wird gelesen…`;
      case "decode":
        return `${formatCount(step.length)} Token${after(step.depth)} werden geschrieben…`;
      case "lookup":
        return `Vorausraten${after(step.depth)}…`;
      default:
        return step satisfies never;
    }
  },

  figures: "Messwerte",
  copyReport: "Bericht kopieren",
  wholeReport: "Der ganze Bericht",
  stopped: "Angehalten",
  upToThen: "Dies sind die Messwerte bis dahin.",
  leftOut: "Ausgelassen",
  noRoom: (contextLength, list) =>
    `Der Kontext des Modells von ${formatCount(contextLength)} Token bietet keinen Platz für: ${list}.`,
  promptOf: (tokens) => `Eingabe von ${formatCount(tokens)}`,
  depthOf: (tokens) => `Tiefe von ${formatCount(tokens)}`,

  writing: "Schreiben",
  reading: "Lesen",
  guessingAhead: "Vorausraten",
  foreseen: (foreseen) => {
    switch (foreseen) {
      case "all":
        return "alles";
      case "nothing":
        return "nichts";
      default:
        return `alles bis auf eines von ${formatCount(foreseen + 1)}`;
    }
  },
  columns: {
    inContext: "Antwort im Kontext",
    without: "Ohne",
    guessing: "Mit",
    timesAsFast: "Mal so schnell",
    rightGuesses: "Richtig geraten",
    after: "Nach",
    prompt: "Eingabe",
    speed: "Tempo",
    range: "Spanne",
    weightsRead: "Gelesene Gewichte",
    ofBandwidth: "Der Bandbreite",
    encoding: "Kodieren",
    arithmetic: "Rechnen",
    kernel: "Kernel",
    times: "Anzahl",
    each: "Einzeln",
    together: "Zusammen",
    weights: "Gewichte",
  },
  columnUnits: {
    tokens: "Token",
    tokensPerSecond: "Token/s",
    gigabytesPerSecond: "GB/s",
    percent: "%",
    millisecondsPerToken: "ms je Token",
    teraflops: "TFLOP/s",
    microseconds: "µs",
    milliseconds: "ms",
  },
  kernelsOfToken: "Kernel eines Tokens",
  kernelsOfChunk: (tokens) => `Kernel eines Blocks von ${formatCount(tokens)}`,

  firstToken: "Erstes Token nach einer Eingabe von 16",
  restedFirstToken: "Erstes Token nach einer Pause der GPU",
  milliseconds: (value) => units.milliseconds(formatFigure(value)),
  loadTime: "Laden, vom Speicher bis zur Bereitschaft",
  bandwidth: "Bandbreite des Speichers beim reinen Lesen",
  gigabytesPerSecond: (value) => units.gigabytesPerSecond(formatFigure(value)),
  commands: "Befehle für ein Token",
  commandsIn: (dispatches, submits) =>
    `${formatCount(dispatches)} in ${formatCount(submits)} Übergaben an die GPU`,
  weightsMemory: "GPU-Speicher der Gewichte",
  stateMemory: "Weiterer GPU-Speicher bei 8.192 Token",
  gpu: "GPU",
};
