// The page that measures this machine.
import { formatCount, formatFigure } from "../../stores/format";
import type { Texts } from "../catalogue";
import { units } from "./units";

const after = (depth: number): string => (depth === 0 ? "" : ` dopo ${formatCount(depth)} token`);

export const bench: Texts["bench"] = {
  title: "Misura questo computer",
  back: "Torna alla chat",
  intro:
    "Legge e scrive testo senza senso, alla massima velocità di questo computer, e non invia niente da nessuna parte. Prima chiudi le altre schede che usano la GPU.",
  modelOn: (model, gpu) => `${model} su ${gpu}`,
  unnamedGpu: "una GPU senza nome",
  measure: "Misura",
  stop: "Interrompi",
  measuring: "Misurazione in corso",

  options: "Che cosa misurare",
  depths: "Dopo questi token già letti",
  prompts: "Lettura di prompt con questi token",
  eachKernel: "Anche ogni kernel da solo",
  guessingToo: "Anche indovinare in anticipo",
  runs: (count) =>
    `Ogni valore è la mediana di ${formatCount(count)} esecuzioni dopo un riscaldamento. Con una GPU piccola, le grandi profondità richiedono minuti.`,

  noModel: "Questa app non include un modello. Prima scaricane uno nella chat.",
  opening: "Apertura del modello…",
  loading: (name) => `Caricamento di ${name}…`,
  fetching: (name) => `Recupero di ${name}…`,
  step: (step) => {
    switch (step.kind) {
      case "bandwidth":
        return "Lettura della memoria…";
      case "rested-first-token":
        return "Primo token dopo una pausa…";
      case "warm-up":
        return "Riscaldamento…";
      case "first-token":
        return "Primo token…";
      case "commands":
        return "Conteggio dei comandi…";
      case "kernels":
        return "Cronometraggio di ogni kernel…";
      case "reach":
        return `Lettura di ${formatCount(step.depth)} token…`;
      case "prefill":
        return `Lettura di un prompt di ${formatCount(step.length)}${after(step.depth)}…`;
      case "decode":
        return `Scrittura di ${formatCount(step.length)} token${after(step.depth)}…`;
      case "lookup":
        return `Tentativi in anticipo${after(step.depth)}…`;
      default:
        return step satisfies never;
    }
  },

  figures: "Valori",
  copyReport: "Copia rapporto",
  wholeReport: "Il rapporto completo",
  stopped: "Interrotta",
  upToThen: "Questi sono i valori fino a quel momento.",
  leftOut: "Omessi",
  noRoom: (contextLength, list) =>
    `Nel contesto del modello, di ${formatCount(contextLength)} token, non c’è spazio per: ${list}.`,
  promptOf: (tokens) => `prompt di ${formatCount(tokens)}`,
  depthOf: (tokens) => `profondità di ${formatCount(tokens)}`,

  writing: "Scrittura",
  reading: "Lettura",
  guessingAhead: "Indovinare in anticipo",
  foreseen: (foreseen) => {
    switch (foreseen) {
      case "all":
        return "tutto";
      case "nothing":
        return "niente";
      default:
        return `tutto tranne uno su ${formatCount(foreseen + 1)}`;
    }
  },
  columns: {
    inContext: "Risposta nel contesto",
    without: "Senza",
    guessing: "Con",
    timesAsFast: "Volte più veloce",
    rightGuesses: "Indovinati",
    after: "Dopo",
    prompt: "Prompt",
    speed: "Velocità",
    range: "Intervallo",
    weightsRead: "Pesi letti",
    ofBandwidth: "Quota di banda",
    encoding: "Codifica",
    arithmetic: "Calcolo",
    kernel: "Kernel",
    times: "Volte",
    each: "Ciascuno",
    together: "In totale",
    weights: "Pesi",
  },
  columnUnits: {
    tokens: "token",
    tokensPerSecond: "token/s",
    gigabytesPerSecond: "GB/s",
    percent: "%",
    millisecondsPerToken: "ms per token",
    teraflops: "TFLOP/s",
    microseconds: "µs",
    milliseconds: "ms",
  },
  kernelsOfToken: "Kernel di un token",
  kernelsOfChunk: (tokens) => `Kernel di un blocco di ${formatCount(tokens)}`,

  firstToken: "Primo token dopo un prompt di 16",
  restedFirstToken: "Primo token dopo una pausa della GPU",
  milliseconds: (value) => units.milliseconds(formatFigure(value)),
  loadTime: "Caricamento, dall’archivio fino a quando è pronto",
  bandwidth: "Larghezza di banda della memoria, lettura semplice",
  gigabytesPerSecond: (value) => units.gigabytesPerSecond(formatFigure(value)),
  commands: "Comandi per token",
  commandsIn: (dispatches, submits) => `${formatCount(dispatches)} in ${formatCount(submits)} invii`,
  weightsMemory: "Memoria GPU dei pesi",
  stateMemory: "Memoria GPU aggiuntiva, con 8.192 token",
  gpu: "GPU",
};
