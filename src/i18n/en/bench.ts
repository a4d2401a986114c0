// The page that measures this machine.
import type { BenchStep, LookupComparison } from "../../../workers/inference/api";
import { formatCount, formatFigure } from "../../stores/format";
import { units } from "./units";

const after = (depth: number): string => (depth === 0 ? "" : ` after ${formatCount(depth)} tokens`);

export const bench = {
  title: "Measure this machine",
  back: "Back to the chat",
  intro:
    "Reads and writes text that means nothing, as fast as this machine can, and sends nothing anywhere. Close other tabs that use the GPU first.",
  modelOn: (model: string, gpu: string) => `${model} on ${gpu}`,
  unnamedGpu: "an unnamed GPU",
  measure: "Measure",
  stop: "Stop",
  measuring: "Measuring",

  options: "What to measure",
  depths: "After tokens already read",
  prompts: "Reading prompts of tokens",
  eachKernel: "Each kernel alone as well",
  guessingToo: "Guessing ahead as well",
  runs: (count: number) =>
    `Each figure is the middle of ${formatCount(count)} runs after a warm-up. Great depths take minutes on a small GPU.`,

  noModel: "This app comes without a model. Download one in the chat first.",
  opening: "Opening the model…",
  loading: (name: string) => `Loading ${name}…`,
  fetching: (name: string) => `Fetching ${name}…`,
  step: (step: BenchStep): string => {
    switch (step.kind) {
      case "bandwidth":
        return "Reading memory…";
      case "rested-first-token":
        return "First token after a rest…";
      case "warm-up":
        return "Warming up…";
      case "first-token":
        return "First token…";
      case "commands":
        return "Counting commands…";
      case "kernels":
        return "Timing each kernel…";
      case "reach":
        return `Reading ${formatCount(step.depth)} tokens…`;
      case "prefill":
        return `Reading a prompt of ${formatCount(step.length)}${after(step.depth)}…`;
      case "decode":
        return `Writing ${formatCount(step.length)} tokens${after(step.depth)}…`;
      case "lookup":
        return `Guessing ahead${after(step.depth)}…`;
      default:
        return step satisfies never;
    }
  },

  figures: "Figures",
  copyReport: "Copy report",
  wholeReport: "The whole report",
  stopped: "Stopped",
  upToThen: "These are the figures up to then.",
  leftOut: "Left out",
  /** `list` names prompts and depths, each by one of the two below. */
  noRoom: (contextLength: number, list: string) =>
    `The model's context of ${formatCount(contextLength)} tokens has no room for: ${list}.`,
  promptOf: (tokens: number) => `prompt of ${formatCount(tokens)}`,
  depthOf: (tokens: number) => `depth of ${formatCount(tokens)}`,

  writing: "Writing",
  reading: "Reading",
  guessingAhead: "Guessing ahead",
  foreseen: (foreseen: LookupComparison["foreseen"]): string => {
    switch (foreseen) {
      case "all":
        return "all";
      case "nothing":
        return "nothing";
      default:
        return `all but one in ${formatCount(foreseen + 1)}`;
    }
  },
  columns: {
    inContext: "Answer in context",
    without: "Without",
    guessing: "With",
    timesAsFast: "Times as fast",
    rightGuesses: "Guesses right",
    after: "After",
    prompt: "Prompt",
    speed: "Speed",
    range: "Range",
    weightsRead: "Weights read",
    ofBandwidth: "Of bandwidth",
    encoding: "Encoding",
    arithmetic: "Arithmetic",
    kernel: "Kernel",
    times: "Times",
    each: "Each",
    together: "Together",
    weights: "Weights",
  },
  columnUnits: {
    tokens: "tokens",
    tokensPerSecond: "tokens/s",
    gigabytesPerSecond: "GB/s",
    percent: "%",
    millisecondsPerToken: "ms a token",
    teraflops: "TFLOP/s",
    microseconds: "µs",
    milliseconds: "ms",
  },
  kernelsOfToken: "Kernels of one token",
  kernelsOfChunk: (tokens: number) => `Kernels of a chunk of ${formatCount(tokens)}`,

  firstToken: "First token after a prompt of 16",
  restedFirstToken: "First token after the GPU rested",
  milliseconds: (value: number) => units.milliseconds(formatFigure(value)),
  loadTime: "Loading, from storage to ready",
  bandwidth: "Memory's bandwidth, a plain read",
  gigabytesPerSecond: (value: number) => units.gigabytesPerSecond(formatFigure(value)),
  commands: "Commands for one token",
  commandsIn: (dispatches: number, submits: number) =>
    `${formatCount(dispatches)} in ${formatCount(submits)} submits`,
  weightsMemory: "GPU memory of the weights",
  stateMemory: "GPU memory beyond, at 8,192 tokens",
  gpu: "GPU",
};
