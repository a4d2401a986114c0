// The page that measures this machine.
import { formatCount, formatFigure } from "../../stores/format";
import type { Texts } from "../catalogue";
import { units } from "./units";

const after = (depth: number): string => (depth === 0 ? "" : ` tras ${formatCount(depth)} tokens`);

export const bench: Texts["bench"] = {
  title: "Medir este equipo",
  back: "Volver al chat",
  intro:
    "Lee y escribe texto sin sentido tan rápido como puede este equipo, y no envía nada a ninguna parte. Antes, cierra otras pestañas que usen la GPU.",
  modelOn: (model, gpu) => `${model} en ${gpu}`,
  unnamedGpu: "una GPU sin nombre",
  measure: "Medir",
  stop: "Detener",
  measuring: "Midiendo",

  options: "Qué medir",
  depths: "Tras estos tokens ya leídos",
  prompts: "Lectura de prompts de estos tokens",
  eachKernel: "También cada kernel por separado",
  guessingToo: "También adivinar por adelantado",
  runs: (count) =>
    `Cada cifra es la mediana de ${formatCount(count)} pasadas tras un calentamiento. Las profundidades grandes tardan minutos en una GPU pequeña.`,

  noModel: "Esta aplicación viene sin modelo. Descarga antes uno en el chat.",
  opening: "Abriendo el modelo…",
  loading: (name) => `Cargando ${name}…`,
  fetching: (name) => `Obteniendo ${name}…`,
  step: (step) => {
    switch (step.kind) {
      case "bandwidth":
        return "Leyendo la memoria…";
      case "rested-first-token":
        return "Primer token tras un descanso…";
      case "warm-up":
        return "Calentando…";
      case "first-token":
        return "Primer token…";
      case "commands":
        return "Contando comandos…";
      case "kernels":
        return "Cronometrando cada kernel…";
      case "reach":
        return `Leyendo ${formatCount(step.depth)} tokens…`;
      case "prefill":
        return `Leyendo un prompt de ${formatCount(step.length)}${after(step.depth)}…`;
      case "decode":
        return `Escribiendo ${formatCount(step.length)} tokens${after(step.depth)}…`;
      case "lookup":
        return `Adivinando por adelantado${after(step.depth)}…`;
      default:
        return step satisfies never;
    }
  },

  figures: "Cifras",
  copyReport: "Copiar informe",
  wholeReport: "El informe completo",
  stopped: "Detenido",
  upToThen: "Estas son las cifras hasta ese momento.",
  leftOut: "Omitido",
  noRoom: (contextLength, list) =>
    `En el contexto del modelo, de ${formatCount(contextLength)} tokens, no cabe: ${list}.`,
  promptOf: (tokens) => `prompt de ${formatCount(tokens)}`,
  depthOf: (tokens) => `profundidad de ${formatCount(tokens)}`,

  writing: "Escritura",
  reading: "Lectura",
  guessingAhead: "Adivinar por adelantado",
  foreseen: (foreseen) => {
    switch (foreseen) {
      case "all":
        return "todo";
      case "nothing":
        return "nada";
      default:
        return `todo menos uno de ${formatCount(foreseen + 1)}`;
    }
  },
  columns: {
    inContext: "Respuesta en el contexto",
    without: "Sin",
    guessing: "Con",
    timesAsFast: "Veces más rápido",
    rightGuesses: "Aciertos",
    after: "Tras",
    prompt: "Prompt",
    speed: "Velocidad",
    range: "Intervalo",
    weightsRead: "Pesos leídos",
    ofBandwidth: "Del ancho de banda",
    encoding: "Codificación",
    arithmetic: "Aritmética",
    kernel: "Kernel",
    times: "Veces",
    each: "Cada uno",
    together: "En total",
    weights: "Pesos",
  },
  columnUnits: {
    tokens: "tokens",
    tokensPerSecond: "tokens/s",
    gigabytesPerSecond: "GB/s",
    percent: "%",
    millisecondsPerToken: "ms por token",
    teraflops: "TFLOP/s",
    microseconds: "µs",
    milliseconds: "ms",
  },
  kernelsOfToken: "Kernels de un token",
  kernelsOfChunk: (tokens) => `Kernels de un bloque de ${formatCount(tokens)}`,

  firstToken: "Primer token tras un prompt de 16",
  restedFirstToken: "Primer token tras un descanso de la GPU",
  milliseconds: (value) => units.milliseconds(formatFigure(value)),
  loadTime: "Carga, del almacenamiento a estar listo",
  bandwidth: "Ancho de banda de la memoria, lectura simple",
  gigabytesPerSecond: (value) => units.gigabytesPerSecond(formatFigure(value)),
  commands: "Comandos por token",
  commandsIn: (dispatches, submits) => `${formatCount(dispatches)} en ${formatCount(submits)} envíos`,
  weightsMemory: "Memoria de GPU de los pesos",
  stateMemory: "Memoria de GPU adicional, con 8192 tokens",
  gpu: "GPU",
};
