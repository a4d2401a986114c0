// `node scripts/run.mjs scripts/compare-llama-cpp.ts --gguf FILE --llama llama-logits [--chats FILE.jsonl] [--positions 512]
//    [--gpu-layers 0] [--reference FILE]`
//
// How far llama.cpp's logits are from an f64 forward pass over the dequantised weights, for the same tokens and by the
// same figures as compare-paths.ts, which measures this app's. llama-logits is llama-logits.cpp, compiled against the
// headers of a llama.cpp and its libraries, and put into their folder. With those of npm's @node-llama-cpp/linux-x64 3.22.1,
// which are llama.cpp v0.5.0, in LIBRARIES:
//   g++ -O2 -std=c++17 -I LLAMA/include -I LLAMA/ggml/include scripts/llama-logits.cpp -o LIBRARIES/llama-logits
//     LIBRARIES/libllama.v*.so LIBRARIES/libggml.v*.so LIBRARIES/libggml-base.so -Wl,-rpath,'$ORIGIN'
// The f64 pass takes a second a token for 8 layers of Jamba2 3B: --reference keeps its logits in a file, for other runs.
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdtemp, open, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { referenceLogits } from "../workers/inference/forward/reference";
import { type Gguf, parseGguf } from "../workers/inference/parse/gguf";
import { readConfig } from "../workers/inference/parse/read-config";
import type { ByteSource } from "../workers/inference/store/byte-source";
import { compare, readSequences, TABLE_HEAD, tableRow } from "./compare-paths";
import { openFileSource } from "./file-source";

const USAGE =
  "usage: node scripts/run.mjs scripts/compare-llama-cpp.ts --gguf FILE --llama PROGRAM [--chats FILE.jsonl] [--positions N] [--gpu-layers N] [--reference FILE]";
const WAYS: readonly { name: string; options: readonly string[] }[] = [
  { name: "llama.cpp, prompts", options: [] },
  { name: "llama.cpp, prompts, f32 cache", options: ["--kv", "f32"] },
  { name: "llama.cpp, tokens", options: ["--steps"] },
];

async function readFloats(path: string): Promise<Float32Array> {
  const { size } = await stat(path);
  const floats = new Float32Array(size / Float32Array.BYTES_PER_ELEMENT);
  const file = await open(path, "r");
  const block = 2 ** 30; // one read takes less than 2 GiB
  for (let at = 0; at < size; at += block)
    await file.read(new Uint8Array(floats.buffer, at, Math.min(block, size - at)), 0);
  await file.close();
  return floats;
}

async function writeFloats(path: string, blocks: readonly Float32Array[]): Promise<void> {
  const file = await open(path, "w");
  for (const { buffer, byteOffset, byteLength } of blocks)
    await file.write(new Uint8Array(buffer, byteOffset, byteLength));
  await file.close();
}

/** The f64 logits, as f32 (an NMSE of 1e-15), one block a sequence or all from the file that keeps them. */
async function readReference(
  gguf: Gguf,
  source: ByteSource,
  sequences: readonly number[][],
  kept: string | undefined,
): Promise<Float32Array[]> {
  if (kept && existsSync(kept)) return [await readFloats(kept)];
  const config = readConfig(gguf);
  const blocks: Float32Array[] = [];
  for (const ids of sequences)
    for (const row of await referenceLogits(config, gguf.tensors, source, ids))
      blocks.push(Float32Array.from(row));
  if (kept) await writeFloats(kept, blocks);
  return blocks;
}

/** The logits of every position by llama.cpp, one block. */
async function runLlama(
  program: string,
  gguf: string,
  options: readonly string[],
  sequences: readonly number[][],
): Promise<Float32Array> {
  const folder = await mkdtemp(join(tmpdir(), "llama-logits-"));
  const out = join(folder, "logits");
  try {
    const { status, stderr } = spawnSync(resolve(program), [gguf, out, ...options], {
      input: sequences.map((ids) => `${ids.join(" ")}\n`).join(""),
      encoding: "utf8",
      cwd: folder,
    });
    if (status !== 0) throw new Error(`${program} ended with ${status}: ${stderr}`);
    return await readFloats(out);
  } finally {
    await rm(folder, { recursive: true });
  }
}

export async function main(args: string[]): Promise<number> {
  const { values } = parseArgs({
    args,
    options: {
      gguf: { type: "string" },
      llama: { type: "string" },
      chats: { type: "string" },
      positions: { type: "string", default: "512" },
      "gpu-layers": { type: "string", default: "0" },
      reference: { type: "string" },
    },
  });
  const positions = Number(values.positions);
  if (!values.gguf || !values.llama || !Number.isInteger(positions) || positions < 1) {
    console.error(USAGE);
    return 2;
  }
  const path = resolve(values.gguf);
  const source = await openFileSource(path);
  const gguf = await parseGguf(source);
  const { vocabSize } = readConfig(gguf);
  const sequences = await readSequences(gguf, values.chats, positions);
  const expected = await readReference(gguf, source, sequences, values.reference);
  await source.close();
  const count = sequences.reduce((sum, ids) => sum + ids.length, 0);
  if (expected.reduce((sum, block) => sum + block.length, 0) !== count * vocabSize)
    throw new Error(`${values.reference} is not the reference of these ${count} positions.`);
  console.log(TABLE_HEAD);
  for (const { name, options } of WAYS) {
    const found = await runLlama(
      values.llama,
      path,
      [...options, "--gpu-layers", values["gpu-layers"]],
      sequences,
    );
    if (found.length !== count * vocabSize)
      throw new Error(`${name}: ${found.length} logits instead of ${count * vocabSize}`);
    console.log(tableRow(name, compare([found], expected, vocabSize)));
  }
  return 0;
}
