// `npm run logits -- --gguf FILE --tokens 1,4,… [--chunk N | --steps] [--out FILE] [--reference] [--kv f32] [--limits default]`
//
// Runs the app's engine under Dawn in Node. With --out it writes the logits of every position (float32, little endian,
// [positions, vocabulary]); without, it prints the last position's ten best. --reference compares every position with
// the f64 forward pass over the dequantised weights. --greedy N goes on for N tokens and prints their ids.
import { writeFile } from "node:fs/promises";
import { parseArgs } from "node:util";
import type { MatmulKind } from "../workers/inference/forward/matmul-kind";
import { Model } from "../workers/inference/forward/model";
import { referenceLogits } from "../workers/inference/forward/reference";
import { openGpu } from "../workers/inference/gpu/device";
import { normalisedError } from "../workers/inference/gpu/normalised-error";
import { checkTensors } from "../workers/inference/parse/check-tensors";
import { parseGguf } from "../workers/inference/parse/gguf";
import { readConfig } from "../workers/inference/parse/read-config";
import { createDawn } from "./dawn";
import { openFileSource } from "./file-source";

const USAGE =
  "usage: npm run logits -- --gguf FILE --tokens 1,4,... [--chunk N | --steps] [--out FILE] [--reference] [--greedy N] [--kv f16|f32] [--matmul rows|tiled|subgroup-matrix] [--limits default]";
const DEFAULT_CHUNK = 64;
const MATMUL_KINDS: readonly MatmulKind[] = ["rows", "tiled", "subgroup-matrix"];

interface Options {
  readonly gguf: string;
  readonly tokens: readonly number[];
  readonly chunk: number;
  readonly out: string | undefined;
  readonly reference: boolean;
  readonly greedy: number;
  readonly kv: "f16" | "f32";
  readonly matmul: MatmulKind | undefined;
  readonly useDefaultLimits: boolean;
}

function readOptions(args: string[]): Options {
  const { values } = parseArgs({
    args,
    options: {
      gguf: { type: "string" },
      tokens: { type: "string" },
      chunk: { type: "string" },
      steps: { type: "boolean" },
      out: { type: "string" },
      reference: { type: "boolean" },
      greedy: { type: "string" },
      kv: { type: "string" },
      matmul: { type: "string" },
      limits: { type: "string" },
    },
  });
  const tokens = (values.tokens ?? "").split(",").filter(Boolean).map(Number);
  const chunk = values.steps ? 1 : Number(values.chunk ?? DEFAULT_CHUNK);
  const greedy = Number(values.greedy ?? 0);
  const isWhole = (value: number, least: number) => Number.isInteger(value) && value >= least;
  const kv = values.kv ?? "f16";
  if (!values.gguf || !tokens.length || !tokens.every((id) => isWhole(id, 0))) throw new Error(USAGE);
  if (!isWhole(chunk, 1) || !isWhole(greedy, 0) || (kv !== "f16" && kv !== "f32")) throw new Error(USAGE);
  const matmul = MATMUL_KINDS.find((kind) => kind === values.matmul);
  if (values.matmul !== undefined && !matmul) throw new Error(USAGE);
  return {
    gguf: values.gguf,
    tokens,
    chunk,
    out: values.out,
    reference: values.reference ?? false,
    greedy,
    kv,
    matmul,
    useDefaultLimits: values.limits === "default",
  };
}

function indexOfHighest(logits: ArrayLike<number>): number {
  let best = 0;
  for (let id = 1; id < logits.length; id++) if ((logits[id] as number) > (logits[best] as number)) best = id;
  return best;
}

export async function main(args: string[]): Promise<number> {
  let options: Options;
  try {
    options = readOptions(args);
  } catch (error) {
    console.error(
      error instanceof Error && error.message.startsWith("usage") ? error.message : `${error}\n${USAGE}`,
    );
    return 2;
  }
  const source = await openFileSource(options.gguf);
  const gguf = await parseGguf(source);
  const config = readConfig(gguf);
  checkTensors(gguf, config);
  const gpu = await openGpu(await createDawn(), { useDefaultLimits: options.useDefaultLimits });
  const model = await Model.load(gpu, config, gguf.tensors, source, {
    contextLength: Math.min(config.contextLength, Math.max(64, options.tokens.length + options.greedy)),
    fixedChunk: options.chunk,
    kvFormat: options.kv,
    ...(options.matmul ? { matmul: options.matmul } : {}),
  });
  const logits = new Float32Array(options.tokens.length * config.vocabSize);
  for (let first = 0; first < options.tokens.length; first += options.chunk) {
    const rows = await model.readAll(options.tokens.slice(first, first + options.chunk));
    logits.set(rows, first * config.vocabSize);
  }
  if (options.out) await writeFile(options.out, new Uint8Array(logits.buffer));
  if (options.reference) {
    const expected = await referenceLogits(config, gguf.tensors, source, options.tokens);
    const all = Float64Array.from(expected.flatMap((row) => [...row]));
    console.log(
      `NMSE over ${options.tokens.length} positions: ${normalisedError(logits, all).toExponential(3)}`,
    );
  }
  if (!options.out) printBest(logits.subarray(-config.vocabSize));
  if (options.greedy) console.log((await continueGreedily(model, logits, options.greedy)).join(","));
  model.dispose();
  gpu.dispose();
  await source.close();
  return 0;
}

function printBest(logits: Float32Array): void {
  const ids = [...logits.keys()].sort((a, b) => (logits[b] as number) - (logits[a] as number) || a - b);
  for (const id of ids.slice(0, 10)) console.log(`${id}\t${(logits[id] as number).toFixed(5)}`);
}

async function continueGreedily(model: Model, logits: Float32Array, count: number): Promise<number[]> {
  const ids: number[] = [];
  let last: Float32Array | null = logits.subarray(-model.config.vocabSize);
  while (last && ids.length < count) {
    const id = indexOfHighest(last);
    ids.push(id);
    last = ids.length < count ? await model.read([id]) : null;
  }
  return ids;
}
