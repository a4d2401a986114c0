// GGUF metadata → Config, within the limits of this engine's kernels. Unknown keys are ignored; a key that is read must have
// the right kind and a value that runs.
import { ModelFormatError } from "../errors";
import type { Config, LayerKind } from "./config";
import type { Gguf, GgufValue } from "./gguf";
import { quote } from "./gguf-reader";

// What the kernels are written for; FACTS: both 3B models, the tiny model and the fixtures have these.
const STATE_SIZE = 16; // the scan keeps a channel's 16 states in one invocation's registers
const CONV_KERNEL = 4; // the convolution's taps are one vec4
const COLUMN_MULTIPLE = 32; // a matrix-vector kernel walks rows by the smallest quantised block
const HEAD_SIZE_MULTIPLE = 4; // queries and keys are read as vec4
const MAX_HEAD_SIZE = 256; // a head is kept in workgroup memory

// Far above any Jamba (1.5 Large: 8192 hidden, 24576 intermediate, 72 layers) and far below what overflows a u32 index.
const MAX_LAYERS = 256;
const MAX_HIDDEN_SIZE = 16_384;
const MAX_WIDTH = 65_536; // intermediateSize and innerSize
const MAX_HEADS = 256;
const MAX_TIME_STEP_RANK = 4096;
/** As many ids as the tokenizer takes. */
export const MAX_VOCAB_SIZE = 262_144;
const MAX_CONTEXT_LENGTH = 2 ** 24;
const MAX_RMS_NORM_EPSILON = 0.01;

interface Bounds {
  readonly min: number;
  readonly max: number;
  readonly multipleOf?: number;
}

export function readConfig(gguf: Gguf): Config {
  checkArchitecture(gguf);
  const hiddenSize = readInteger(gguf, "jamba.embedding_length", {
    min: COLUMN_MULTIPLE,
    max: MAX_HIDDEN_SIZE,
    multipleOf: COLUMN_MULTIPLE,
  });
  const width: Bounds = { min: COLUMN_MULTIPLE, max: MAX_WIDTH, multipleOf: COLUMN_MULTIPLE };
  const intermediateSize = readInteger(gguf, "jamba.feed_forward_length", width);
  const innerSize = readInteger(gguf, "jamba.ssm.inner_size", width);
  const layerCount = readInteger(gguf, "jamba.block_count", { min: 1, max: MAX_LAYERS });
  const headCount = readInteger(gguf, "jamba.attention.head_count", { min: 1, max: MAX_HEADS });
  const { layers, kvHeadCount } = readLayers(gguf, layerCount);
  if (headCount % kvHeadCount !== 0) {
    fail("jamba.attention.head_count_kv", String(kvHeadCount), `a divisor of the ${headCount} query heads`);
  }
  const name = gguf.metadata.get("general.name");
  return {
    name: typeof name === "string" && name !== "" ? name : "Jamba",
    layers,
    hiddenSize,
    intermediateSize,
    headCount,
    kvHeadCount,
    headSize: readHeadSize(gguf, hiddenSize, headCount),
    innerSize,
    stateSize: readInteger(gguf, "jamba.ssm.state_size", { min: STATE_SIZE, max: STATE_SIZE }),
    convKernel: readInteger(gguf, "jamba.ssm.conv_kernel", { min: CONV_KERNEL, max: CONV_KERNEL }),
    timeStepRank: readInteger(gguf, "jamba.ssm.time_step_rank", {
      min: COLUMN_MULTIPLE,
      max: MAX_TIME_STEP_RANK,
      multipleOf: COLUMN_MULTIPLE,
    }),
    rmsNormEpsilon: readEpsilon(gguf),
    vocabSize: readVocabSize(gguf),
    contextLength: readInteger(gguf, "jamba.context_length", { min: 1, max: MAX_CONTEXT_LENGTH }),
    isTied: !gguf.tensors.has("output.weight"),
  };
}

function checkArchitecture(gguf: Gguf): void {
  const architecture = gguf.metadata.get("general.architecture");
  if (architecture !== "jamba") fail("general.architecture", show(architecture), '"jamba"');
  const experts = gguf.metadata.get("jamba.expert_count") ?? 0;
  if (experts !== 0 && experts !== 1) {
    fail("jamba.expert_count", show(experts), "1: Mixture-of-Experts models do not run here");
  }
}

function readLayers(gguf: Gguf, layerCount: number): { layers: LayerKind[]; kvHeadCount: number } {
  const key = "jamba.attention.head_count_kv";
  const counts = gguf.metadata.get(key);
  if (!(counts instanceof Int32Array || counts instanceof Uint32Array) || counts.length !== layerCount) {
    fail(key, show(counts), `an array of ${layerCount} 32-bit integers, one a layer, 0 for a Mamba layer`);
  }
  const attention = [...counts].filter((count) => count !== 0);
  const kvHeadCount = attention[0];
  if (kvHeadCount === undefined || attention.length === layerCount) {
    fail(key, `[${counts.join(", ")}]`, "both 0, for Mamba layers, and a head count, for attention layers");
  }
  if (attention.some((count) => count !== kvHeadCount) || kvHeadCount < 1 || kvHeadCount > MAX_HEADS) {
    fail(key, `[${counts.join(", ")}]`, `one count from 1 to ${MAX_HEADS} for all attention layers`);
  }
  return { layers: [...counts].map((count) => (count === 0 ? "mamba" : "attention")), kvHeadCount };
}

function readHeadSize(gguf: Gguf, hiddenSize: number, headCount: number): number {
  const headSize = hiddenSize / headCount;
  if (!Number.isInteger(headSize) || headSize % HEAD_SIZE_MULTIPLE !== 0 || headSize > MAX_HEAD_SIZE) {
    fail(
      "jamba.attention.head_count",
      String(headCount),
      `heads of ${hiddenSize} / head_count = a multiple of ${HEAD_SIZE_MULTIPLE}, at most ${MAX_HEAD_SIZE}`,
    );
  }
  for (const key of ["jamba.attention.key_length", "jamba.attention.value_length"]) {
    const length = gguf.metadata.get(key) ?? headSize;
    if (length !== headSize) fail(key, show(length), `${headSize}, the hidden size over the heads`);
  }
  return headSize;
}

function readEpsilon(gguf: Gguf): number {
  const key = "jamba.attention.layer_norm_rms_epsilon";
  const value = gguf.metadata.get(key);
  if (typeof value !== "number" || !(value > 0 && value <= MAX_RMS_NORM_EPSILON)) {
    fail(key, show(value), `a number above 0, at most ${MAX_RMS_NORM_EPSILON}`);
  }
  return value;
}

/** Rows of the embedding; its columns are checked with all the other shapes. */
function readVocabSize(gguf: Gguf): number {
  const vocabSize = gguf.tensors.get("token_embd.weight")?.dims[1] ?? 0;
  if (vocabSize < 1 || vocabSize > MAX_VOCAB_SIZE) {
    fail("token_embd.weight rows", String(vocabSize), `1 to ${MAX_VOCAB_SIZE}`);
  }
  const stated = gguf.metadata.get("jamba.vocab_size") ?? vocabSize;
  if (stated !== vocabSize)
    fail("jamba.vocab_size", show(stated), `${vocabSize}, the rows of token_embd.weight`);
  return vocabSize;
}

function readInteger(gguf: Gguf, key: string, { min, max, multipleOf = 1 }: Bounds): number {
  const value = gguf.metadata.get(key);
  const range = min === max ? `${min}` : `an integer from ${min} to ${max}`;
  if (
    typeof value !== "number" ||
    !Number.isInteger(value) ||
    value < min ||
    value > max ||
    value % multipleOf !== 0
  ) {
    fail(key, show(value), multipleOf > 1 ? `${range}, a multiple of ${multipleOf}` : range);
  }
  return value;
}

function fail(key: string, value: string, expected: string): never {
  throw new ModelFormatError(`This model has ${key} = ${value}; expected ${expected}.`);
}

function show(value: GgufValue | undefined): string {
  if (value === undefined) return "nothing";
  if (typeof value === "string") return quote(value);
  return typeof value === "object" ? `an array of ${value.length}` : String(value);
}
