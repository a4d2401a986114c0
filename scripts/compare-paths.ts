// `node scripts/run.mjs scripts/compare-paths.ts --gguf FILE [--chats FILE.jsonl] [--positions 512] [--as-gpu]`
//
// What rounding costs: reads the same tokens by every way through the model that this device has, and compares the logits
// after each with those of the all-f32 way. Tokens are the chats of a file ({"messages": […], "answer": "…"} a line), or
// arbitrary ones. Runs under Dawn in Node; --as-gpu takes a CPU adapter for a GPU, slowly.
import { readFile } from "node:fs/promises";
import { parseArgs } from "node:util";
import { findMatmulKinds, listPlanLengths, type MatmulKind } from "../workers/inference/forward/matmul-kind";
import { Model } from "../workers/inference/forward/model";
import type { Activations } from "../workers/inference/forward/token-path";
import { type Gpu, openGpu } from "../workers/inference/gpu/device";
import { type Gguf, parseGguf } from "../workers/inference/parse/gguf";
import { readConfig } from "../workers/inference/parse/read-config";
import { readVocabulary } from "../workers/inference/parse/vocabulary";
import type { ByteSource } from "../workers/inference/store/byte-source";
import { chooseTemplate } from "../workers/inference/text/chat-template";
import { buildPrompt } from "../workers/inference/text/prompt";
import { createTokenizer } from "../workers/inference/text/tokenizer";
import { createDawn } from "./dawn";
import { openFileSource } from "./file-source";

const USAGE =
  "usage: node scripts/run.mjs scripts/compare-paths.ts --gguf FILE [--chats FILE.jsonl] [--positions N] [--as-gpu]";

const MAX_CHUNK = 512;

/** A way through the model: the kernel of chunks of so many tokens, or single tokens with their activations. */
interface Path {
  readonly name: string;
  readonly matmul: MatmulKind;
  readonly kvFormat: "f16" | "f32";
  readonly activations: Activations;
  readonly chunk: number; // 1: tokens
}

interface Difference {
  positions: number;
  sameTop: number;
  divergence: number;
  worst: number;
  error: number;
  square: number;
}

function listPaths(gpu: Gpu): Path[] {
  const kinds = findMatmulKinds(gpu);
  const chunks = kinds.flatMap((matmul) =>
    [...listPlanLengths(matmul, MAX_CHUNK)].reverse().map((chunk): Path => {
      const name = `chunks${chunk < MAX_CHUNK ? ` of ${chunk}` : ""}, ${matmul}`;
      return { name, matmul, kvFormat: "f16", activations: "f32", chunk };
    }),
  );
  const matmul = kinds.includes("tiled") ? "tiled" : "rows";
  return [
    { name: "chunks, all f32", matmul, kvFormat: "f32", activations: "f32", chunk: MAX_CHUNK },
    ...chunks,
    { name: "tokens, f32", matmul, kvFormat: "f16", activations: "f32", chunk: 1 },
    { name: "tokens, int16", matmul, kvFormat: "f16", activations: "int16", chunk: 1 },
  ];
}

/** The chats of a file up to so many positions, or one sequence of arbitrary tokens. */
export async function readSequences(
  gguf: Gguf,
  chats: string | undefined,
  positions: number,
): Promise<number[][]> {
  if (chats === undefined) return [Array.from({ length: positions }, (_, i) => 2000 + ((i * 7919) % 50000))];
  const vocabulary = readVocabulary(gguf);
  const tokenizer = createTokenizer(vocabulary);
  const template = await chooseTemplate(vocabulary, readConfig(gguf).name);
  const sequences: number[][] = [];
  let count = 0;
  for (const line of (await readFile(chats, "utf8")).split("\n")) {
    if (line === "" || count >= positions) break;
    const { messages, answer } = JSON.parse(line);
    const ids = [...buildPrompt(tokenizer, template, messages).ids, ...tokenizer.encode(answer)];
    if (ids.length > MAX_CHUNK) continue;
    sequences.push(ids);
    count += ids.length;
  }
  return sequences;
}

/** The logits after every token of every sequence. */
async function readPath(
  gpu: Gpu,
  gguf: Gguf,
  source: ByteSource,
  path: Path,
  sequences: readonly number[][],
  asGpu: boolean,
): Promise<Float32Array[]> {
  const { matmul, kvFormat, activations, chunk } = path;
  const model = await Model.load(gpu, readConfig(gguf), gguf.tensors, source, {
    contextLength: MAX_CHUNK,
    fixedChunk: chunk === 1 ? MAX_CHUNK : chunk,
    matmul,
    kvFormat,
    activations,
    asGpu,
  });
  const all: Float32Array[] = [];
  for (const ids of sequences) {
    model.reset();
    if (chunk === 1) for (const id of ids) all.push((await model.read([id])) as Float32Array);
    else for (let i = 0; i < ids.length; i += chunk) all.push(await model.readAll(ids.slice(i, i + chunk)));
  }
  model.dispose();
  return all;
}

const logSum = (row: Float32Array, best: number): number =>
  Math.log(row.reduce((sum, value) => sum + Math.exp(value - best), 0));

function compareRow(found: Float32Array, expected: Float32Array, into: Difference): void {
  let [top, expectedTop] = [0, 0];
  for (let id = 0; id < found.length; id++) {
    if ((found[id] as number) > (found[top] as number)) top = id;
    if ((expected[id] as number) > (expected[expectedTop] as number)) expectedTop = id;
    into.error += ((found[id] as number) - (expected[id] as number)) ** 2;
    into.square += (expected[id] as number) ** 2;
  }
  const [best, expectedBest] = [found[top] as number, expected[expectedTop] as number];
  const shift = best + logSum(found, best);
  const expectedShift = expectedBest + logSum(expected, expectedBest);
  let divergence = 0;
  for (let id = 0; id < found.length; id++) {
    const logProbability = (expected[id] as number) - expectedShift;
    divergence += Math.exp(logProbability) * (logProbability - ((found[id] as number) - shift));
  }
  into.positions++;
  into.sameTop += top === expectedTop ? 1 : 0;
  into.divergence += divergence;
  into.worst = Math.max(into.worst, divergence);
}

/** How far logits are from those expected: any number of rows a block, as many blocks as there are. */
export function compare(
  found: readonly Float32Array[],
  expected: readonly Float32Array[],
  vocabSize: number,
): Difference {
  const difference: Difference = { positions: 0, sameTop: 0, divergence: 0, worst: 0, error: 0, square: 0 };
  const rowsOf = (blocks: readonly Float32Array[]): Float32Array[] =>
    blocks.flatMap((block) =>
      Array.from({ length: block.length / vocabSize }, (_, i) =>
        block.subarray(i * vocabSize, (i + 1) * vocabSize),
      ),
    );
  const expectedRows = rowsOf(expected);
  for (const [i, row] of rowsOf(found).entries())
    compareRow(row, expectedRows[i] as Float32Array, difference);
  return difference;
}

export const TABLE_HEAD = "path | positions | same top token | mean KL | worst KL | NMSE";

export function tableRow(name: string, d: Difference): string {
  const share = ((100 * d.sameTop) / d.positions).toFixed(2);
  const [mean, error] = [d.divergence / d.positions, d.error / d.square];
  return `${name} | ${d.positions} | ${share} % | ${mean.toExponential(2)} | ${d.worst.toExponential(2)} | ${error.toExponential(2)}`;
}

export async function main(args: string[]): Promise<number> {
  const { values } = parseArgs({
    args,
    options: {
      gguf: { type: "string" },
      chats: { type: "string" },
      positions: { type: "string" },
      "as-gpu": { type: "boolean" },
    },
  });
  const positions = Number(values.positions ?? 512);
  if (!values.gguf || !Number.isInteger(positions) || positions < 1) {
    console.error(USAGE);
    return 2;
  }
  const source = await openFileSource(values.gguf);
  const gguf = await parseGguf(source);
  const opened = await openGpu(await createDawn());
  const gpu = { ...opened, isCpu: opened.isCpu && !values["as-gpu"] };
  const sequences = await readSequences(gguf, values.chats, positions);
  const { vocabSize } = readConfig(gguf);
  let expected: Float32Array[] | undefined;
  console.log(TABLE_HEAD);
  for (const path of listPaths(gpu)) {
    const found = await readPath(gpu, gguf, source, path, sequences, values["as-gpu"] ?? false);
    expected ??= found;
    console.log(tableRow(path.name, compare(found, expected, vocabSize)));
  }
  opened.dispose();
  await source.close();
  return 0;
}
