// The page that measures this machine.
import { formatCount, formatFigure } from "../../stores/format";
import type { Texts } from "../catalogue";
import { units } from "./units";

const after = (depth: number): string => (depth === 0 ? "" : ` na ${formatCount(depth)} tokens`);

export const bench: Texts["bench"] = {
  title: "Deze computer meten",
  back: "Terug naar de chat",
  intro:
    "Leest en schrijft tekst zonder betekenis, zo snel als deze computer kan, en verstuurt niets. Sluit eerst andere tabbladen die de GPU gebruiken.",
  modelOn: (model, gpu) => `${model} op ${gpu}`,
  unnamedGpu: "een GPU zonder naam",
  measure: "Meten",
  stop: "Stoppen",
  measuring: "Bezig met meten",

  options: "Wat er wordt gemeten",
  depths: "Na al gelezen tokens",
  prompts: "Lengte van de gelezen prompts in tokens",
  eachKernel: "Ook elke kernel afzonderlijk",
  guessingToo: "Ook vooruit raden",
  runs: (count) =>
    `Elk cijfer is het middelste van ${formatCount(count)} metingen na het opwarmen. Grote diepten duren minuten op een kleine GPU.`,

  noModel: "Deze app bevat geen model. Download er eerst een in de chat.",
  opening: "Model openen…",
  loading: (name) => `${name} laden…`,
  fetching: (name) => `${name} ophalen…`,
  step: (step): string => {
    switch (step.kind) {
      case "bandwidth":
        return "Geheugen lezen…";
      case "rested-first-token":
        return "Eerste token na een pauze…";
      case "warm-up":
        return "Opwarmen…";
      case "first-token":
        return "Eerste token…";
      case "commands":
        return "Opdrachten tellen…";
      case "kernels":
        return "Tijd van elke kernel meten…";
      case "reach":
        return `${formatCount(step.depth)} tokens lezen…`;
      case "prefill":
        return `Prompt van ${formatCount(step.length)}${after(step.depth)} lezen…`;
      case "decode":
        return `${formatCount(step.length)} tokens schrijven${after(step.depth)}…`;
      case "lookup":
        return `Vooruit raden${after(step.depth)}…`;
      default:
        return step satisfies never;
    }
  },

  figures: "Meetresultaten",
  copyReport: "Rapport kopiëren",
  wholeReport: "Het hele rapport",
  stopped: "Gestopt",
  upToThen: "Dit zijn de resultaten tot dan toe.",
  leftOut: "Weggelaten",
  noRoom: (contextLength, list) =>
    `De context van het model van ${formatCount(contextLength)} tokens heeft geen ruimte voor: ${list}.`,
  promptOf: (tokens) => `prompt van ${formatCount(tokens)}`,
  depthOf: (tokens) => `diepte van ${formatCount(tokens)}`,

  writing: "Schrijven",
  reading: "Lezen",
  guessingAhead: "Vooruit raden",
  foreseen: (foreseen) => {
    switch (foreseen) {
      case "all":
        return "alles";
      case "nothing":
        return "niets";
      default:
        return `alles op één van ${formatCount(foreseen + 1)} na`;
    }
  },
  columns: {
    inContext: "Antwoord in context",
    without: "Zonder",
    guessing: "Met",
    timesAsFast: "Keer zo snel",
    rightGuesses: "Goed geraden",
    after: "Na",
    prompt: "Prompt",
    speed: "Snelheid",
    range: "Spreiding",
    weightsRead: "Gelezen gewichten",
    ofBandwidth: "Van de bandbreedte",
    encoding: "Coderen",
    arithmetic: "Rekenen",
    kernel: "Kernel",
    times: "Aantal",
    each: "Per stuk",
    together: "Samen",
    weights: "Gewichten",
  },
  columnUnits: {
    tokens: "tokens",
    tokensPerSecond: "tokens/s",
    gigabytesPerSecond: "GB/s",
    percent: "%",
    millisecondsPerToken: "ms per token",
    teraflops: "TFLOP/s",
    microseconds: "µs",
    milliseconds: "ms",
  },
  kernelsOfToken: "Kernels van één token",
  kernelsOfChunk: (tokens) => `Kernels van een blok van ${formatCount(tokens)}`,

  firstToken: "Eerste token na een prompt van 16",
  restedFirstToken: "Eerste token na een pauze van de GPU",
  milliseconds: (value) => units.milliseconds(formatFigure(value)),
  loadTime: "Laden, van opslag tot gereed",
  bandwidth: "Geheugenbandbreedte bij gewoon lezen",
  gigabytesPerSecond: (value) => units.gigabytesPerSecond(formatFigure(value)),
  commands: "Opdrachten voor één token",
  commandsIn: (dispatches, submits) =>
    `${formatCount(dispatches)}, in ${formatCount(submits)} keer aan de GPU doorgegeven`,
  weightsMemory: "GPU-geheugen van de gewichten",
  stateMemory: "Overig GPU-geheugen bij 8.192 tokens",
  gpu: "GPU",
};
