// The kernels that choose a token from its logits and set up the next step: two dispatches for a greedy answer, three for a
// draw from all tokens, four where top-k or top-p cut.
import blockBests from "../../../../shaders/lib/block-bests.wgsl?raw";
import buckets from "../../../../shaders/lib/buckets.wgsl?raw";
import sampling from "../../../../shaders/lib/sampling.wgsl?raw";
import samplingEnd from "../../../../shaders/lib/sampling-end.wgsl?raw";
import step from "../../../../shaders/lib/step.wgsl?raw";
import tokenKeys from "../../../../shaders/lib/token-keys.wgsl?raw";
import bestShader from "../../../../shaders/sample-best.wgsl?raw";
import drawShader from "../../../../shaders/sample-draw.wgsl?raw";
import gatherShader from "../../../../shaders/sample-gather.wgsl?raw";
import maxShader from "../../../../shaders/sample-max.wgsl?raw";
import rankShader from "../../../../shaders/sample-rank.wgsl?raw";
import weighShader from "../../../../shaders/sample-weigh.wgsl?raw";
import type { KernelSource } from "../kernel";

/** Tokens of a workgroup: BLOCK of lib/sampling.wgsl. */
export const SAMPLE_BLOCK = 1024;
/** Of sample-gather.wgsl. */
export const MAX_CANDIDATES = 1024;
/** BUCKETS of lib/buckets.wgsl and the number of candidates. */
export const BUCKET_WORDS = 1025;

/** Where lib/sampling.wgsl's Sampling has its fields, in words. */
export const SAMPLING_LAYOUT = {
  temperature: 0,
  repetitionPenalty: 1,
  topP: 2,
  minP: 3,
  topK: 4,
  maxTokens: 5,
  contextLength: 6,
  endCount: 7,
  forced: 9,
  position: 11,
  heard: 12,
  record: 16,
  ends: 20,
  recent: 36,
  random: 292,
  words: 804,
} as const;
export const MAX_END_IDS = 16;
export const RANDOM_NUMBERS = 512;

/** Why a step ended as it did: lib/sampling-end.wgsl's constants, in their order. */
export const OUTCOMES = [
  "chosen",
  "end-token",
  "last-token",
  "context-full",
  "not-a-number",
  "infinite",
  "nothing-finite",
  "too-many",
  "idle",
] as const;
export type Outcome = (typeof OUTCOMES)[number];

const sizes = { vocab_size: "u32", block_count: "u32" } as const;
/** On a CPU a barrier costs more than idle lanes. */
const cpuConstants = { WORKGROUP_SIZE: 4 } as const;
const end = ["sampling", "seen", "token_ids", "next_step"] as const;

export const sampleMax = {
  name: "sample_max",
  code: step + sampling + tokenKeys + maxShader,
  bindings: ["logits", "seen", "sampling", "block_bests", "buckets"],
  params: { vocab_size: "u32", bucket_words: "u32" },
  cpuConstants,
} as const satisfies KernelSource;

export const sampleBest = {
  name: "sample_best",
  code: sampling + blockBests + samplingEnd + bestShader,
  bindings: ["block_bests", ...end],
  params: { block_count: "u32" },
  cpuConstants,
} as const satisfies KernelSource;

export const sampleWeigh = {
  name: "sample_weigh",
  code: step + sampling + tokenKeys + blockBests + buckets + weighShader,
  bindings: ["logits", "seen", "sampling", "block_bests", "block_sums", "buckets"],
  params: { ...sizes, is_cut: "u32" },
  cpuConstants,
} as const satisfies KernelSource;

export const sampleDraw = {
  name: "sample_draw",
  code: sampling + tokenKeys + blockBests + samplingEnd + drawShader,
  bindings: ["logits", "block_bests", "block_sums", ...end],
  params: sizes,
  cpuConstants,
} as const satisfies KernelSource;

export const sampleGather = {
  name: "sample_gather",
  code: step + sampling + tokenKeys + blockBests + buckets + gatherShader,
  bindings: ["logits", "seen", "sampling", "block_bests", "block_sums", "buckets", "candidates"],
  params: sizes,
  cpuConstants,
} as const satisfies KernelSource;

export const sampleRank = {
  name: "sample_rank",
  code: sampling + blockBests + buckets + samplingEnd + rankShader,
  bindings: ["block_bests", "block_sums", "buckets", "candidates", ...end],
  params: { block_count: "u32" },
  cpuConstants,
} as const satisfies KernelSource;

/** To compile while a model loads: all, but on a CPU adapter, which takes seconds over those that only a draw needs. */
export const kernelsAtLoad = (isCpu: boolean): readonly KernelSource[] => {
  const greedy = [sampleMax, sampleBest];
  return isCpu ? greedy : [...greedy, sampleWeigh, sampleDraw, sampleGather, sampleRank];
};
