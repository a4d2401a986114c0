// What the page offers to measure. The address may name other sizes, and a model that lies beside the app, for tools:
//   bench.html?depths=0,32768&prefill=512,4096&decode=128&runs=5&loads=5&profile=1&lookup=1&rest=2000&model=models/own.gguf
import type { BenchOptions } from "../../workers/inference/api";

export interface BenchChoice {
  readonly offered: Pick<BenchOptions, "depths" | "prefillLengths">;
  readonly chosen: BenchOptions;
  readonly loads: number; // times the model is loaded
  readonly modelUrl: string | null; // null: the model that the user chose last
}

/** More would only keep a machine busy. */
const MAX_TOKENS = 262_144;
const MAX_RUNS = 100;
const MAX_REST_MS = 60_000;

const DEPTHS = [0, 4096, 32_768];
const PREFILL_LENGTHS = [512, 4096];

function readNumbers(text: string | null, min: number, max: number): number[] | null {
  if (text === null) return null;
  const numbers = text.split(",").map(Number);
  const areValid = numbers.every((value) => Number.isInteger(value) && value >= min && value <= max);
  return areValid && text !== "" ? [...new Set(numbers)].sort((a, b) => a - b) : null;
}

/** A model on the app's own server: an address from elsewhere must not make a browser fetch gigabytes. */
function readModelUrl(text: string | null, baseUrl: string): string | null {
  if (text === null || !URL.canParse(text, baseUrl)) return null;
  const url = new URL(text, baseUrl);
  return url.origin === new URL(baseUrl).origin && url.pathname.endsWith(".gguf") ? url.href : null;
}

export function readBenchChoice(parameters: URLSearchParams, baseUrl: string): BenchChoice {
  const list = (name: string, min: number) => readNumbers(parameters.get(name), min, MAX_TOKENS);
  const count = (name: string, max: number) => readNumbers(parameters.get(name), 1, max)?.[0];
  const depths = list("depths", 0);
  const prefillLengths = list("prefill", 1);
  return {
    offered: { depths: depths ?? DEPTHS, prefillLengths: prefillLengths ?? PREFILL_LENGTHS },
    chosen: {
      depths: depths ?? DEPTHS.slice(0, 1),
      prefillLengths: prefillLengths ?? PREFILL_LENGTHS.slice(0, 1),
      decodeTokens: count("decode", MAX_TOKENS) ?? 128,
      runs: count("runs", MAX_RUNS) ?? 5,
      restMs: count("rest", MAX_REST_MS) ?? 2_000,
      withProfile: parameters.get("profile") === "1",
      withLookup: parameters.get("lookup") === "1",
    },
    loads: count("loads", MAX_RUNS) ?? 1,
    modelUrl: readModelUrl(parameters.get("model"), baseUrl),
  };
}
