// A whole Jamba GGUF of a few kB with seeded random weights, for tests: one Mamba and one attention layer unless told otherwise.
import { type BuildTensor, buildGguf, type TypedValue } from "./build-gguf";
import { type ExpectedTensor, listTensors } from "./check-tensors";
import type { Config } from "./config";

export const TOY_CONFIG: Config = {
  name: "Toy",
  layers: ["mamba", "attention"],
  hiddenSize: 32,
  intermediateSize: 64,
  headCount: 2,
  kvHeadCount: 1,
  headSize: 16,
  innerSize: 64,
  stateSize: 16,
  convKernel: 4,
  timeStepRank: 32,
  rmsNormEpsilon: 0.0009765625, // exact in f32
  vocabSize: 262,
  contextLength: 128,
  isTied: true,
};

export interface ToyModel {
  readonly metadata: Record<string, TypedValue>;
  readonly tensors: BuildTensor[];
}

/** The parts of the file, for a test to change before it hands them to buildGguf. */
export function describeToyModel(config: Config = TOY_CONFIG, seed = 1): ToyModel {
  const random = createRandom(seed);
  return {
    metadata: { ...describeConfig(config), ...describeVocabulary(config.vocabSize) },
    tensors: listTensors(config).map((tensor) => fillTensor(tensor, random)),
  };
}

export function buildToyModel(config: Config = TOY_CONFIG, seed = 1): Uint8Array<ArrayBuffer> {
  return buildGguf(describeToyModel(config, seed));
}

const u32 = (value: number): TypedValue => ({ type: "u32", value });
const text = (value: string): TypedValue => ({ type: "string", value });

function describeConfig(config: Config): Record<string, TypedValue> {
  const kvHeadCounts = config.layers.map((kind) => (kind === "attention" ? config.kvHeadCount : 0));
  return {
    "general.architecture": text("jamba"),
    "general.name": text(config.name),
    "jamba.block_count": u32(config.layers.length),
    "jamba.context_length": u32(config.contextLength),
    "jamba.embedding_length": u32(config.hiddenSize),
    "jamba.feed_forward_length": u32(config.intermediateSize),
    "jamba.attention.head_count": u32(config.headCount),
    "jamba.attention.head_count_kv": { type: "array", of: "i32", value: kvHeadCounts },
    "jamba.attention.layer_norm_rms_epsilon": { type: "f32", value: config.rmsNormEpsilon },
    "jamba.ssm.conv_kernel": u32(config.convKernel),
    "jamba.ssm.inner_size": u32(config.innerSize),
    "jamba.ssm.state_size": u32(config.stateSize),
    "jamba.ssm.time_step_rank": u32(config.timeStepRank),
    "jamba.expert_count": u32(1),
    "jamba.expert_used_count": u32(1),
  };
}

/** Six special pieces, 256 bytes, then letters. */
function describeVocabulary(vocabSize: number): Record<string, TypedValue> {
  const special = ["<|pad|>", "<|startoftext|>", "<|endoftext|>", "<|unk|>", "<|im_start|>", "<|im_end|>"];
  const byteName = (byte: number) => `<0x${byte.toString(16).toUpperCase().padStart(2, "0")}>`;
  const tokens = [...special, ...Array.from({ length: 256 }, (_, byte) => byteName(byte))];
  while (tokens.length < vocabSize) tokens.push(String.fromCharCode(0x61 + tokens.length - 262));
  const types = tokens.map((_, id) => (id < 6 ? 3 : id < 262 ? 6 : 1));
  return {
    "tokenizer.ggml.model": text("llama"),
    "tokenizer.ggml.tokens": { type: "array", of: "string", value: tokens.slice(0, vocabSize) },
    "tokenizer.ggml.scores": { type: "array", of: "f32", value: types.map(() => -1000).slice(0, vocabSize) },
    "tokenizer.ggml.token_type": { type: "array", of: "i32", value: types.slice(0, vocabSize) },
    "tokenizer.ggml.bos_token_id": u32(1),
    "tokenizer.ggml.eos_token_id": u32(5),
    "tokenizer.ggml.unknown_token_id": u32(3),
    "tokenizer.ggml.padding_token_id": u32(0),
    "tokenizer.ggml.add_bos_token": { type: "bool", value: true },
    "tokenizer.ggml.add_space_prefix": { type: "bool", value: false },
  };
}

function fillTensor({ name, dims }: ExpectedTensor, random: () => number): BuildTensor {
  const count = dims.reduce((product, dim) => product * dim, 1);
  const scale = 1 / Math.sqrt(dims[0] as number);
  const weights = Float32Array.from({ length: count }, () => {
    if (name.endsWith("norm.weight")) return 1 + 0.1 * random();
    return name.endsWith("ssm_a") ? -1 - Math.abs(random()) : scale * random(); // A is negative: the state decays
  });
  return { name, type: "f32", dims, data: new Uint8Array(weights.buffer) };
}

/** Numbers from -1 to 1 (mulberry32). */
function createRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 31 - 1;
  };
}
