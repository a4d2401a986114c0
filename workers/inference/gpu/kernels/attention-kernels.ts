// Attention of a chunk on matrix units, and the merge of its slices.
import attentionSlicesMergeShader from "../../../../shaders/attention-slices-merge.wgsl?raw";
import attentionSubgroupMatrixShader from "../../../../shaders/attention-subgroup-matrix.wgsl?raw";
import attentionSlices from "../../../../shaders/lib/attention-slices.wgsl?raw";
import enableSubgroupMatrix from "../../../../shaders/lib/enable-subgroup-matrix.wgsl?raw";
import halves from "../../../../shaders/lib/halves.wgsl?raw";
import kvF16 from "../../../../shaders/lib/kv-f16.wgsl?raw";
import kvF32 from "../../../../shaders/lib/kv-f32.wgsl?raw";
import step from "../../../../shaders/lib/step.wgsl?raw";
import type { KernelSource } from "../kernel";
import type { KvFormat } from "./layer-kernels";

/** Query rows a workgroup takes, and the largest head it can hold; heads are multiples of 16. */
export const ATTENTION_MATRIX_ROWS = 64;
export const ATTENTION_MATRIX_HEAD_SIZE = 128;

/** Blocks of 32 positions that a tile of keys or values may have. */
export type AttentionBlocks = 1 | 2;

/** Workgroup memory of attention-subgroup-matrix.wgsl. */
export const ATTENTION_MATRIX_BYTES: Readonly<Record<AttentionBlocks, number>> = { 1: 24592, 2: 48656 };

const makeAttention = (blocks: AttentionBlocks) =>
  ({
    name: "attention_subgroup_matrix",
    code: enableSubgroupMatrix + halves + step + attentionSlices + attentionSubgroupMatrixShader,
    bindings: ["q", "keys", "values", "partial"],
    params: { head_count: "u32", kv_head_count: "u32", units: "u32", slice_tokens: "u32", scale: "f32" },
    constants: { BLOCKS: blocks },
  }) as const satisfies KernelSource;

/** By blocks of a tile; the cache in f16. */
export const attentionSubgroupMatrix: Readonly<Record<AttentionBlocks, ReturnType<typeof makeAttention>>> = {
  1: makeAttention(1),
  2: makeAttention(2),
};

const makeMerge = (format: string) =>
  ({
    name: "attention_slices_merge",
    code: step + attentionSlices + format + attentionSlicesMergeShader,
    bindings: ["partial", "y"],
    params: { head_count: "u32", cells: "u32", slice_tokens: "u32" },
  }) as const satisfies KernelSource;

/** By the format of y. */
export const attentionSlicesMerge: Readonly<Record<KvFormat, ReturnType<typeof makeMerge>>> = {
  f16: makeMerge(kvF16),
  f32: makeMerge(kvF32),
};

const MAX_SLICES = 64;

/** Slices of a chunk at any position, at most: lib/attention-slices.wgsl cuts fewer where positions are few. */
export const countMatrixSlices = (sliceTokens: number, tokens: number): number =>
  Math.max(1, Math.min(MAX_SLICES, Math.floor(sliceTokens / tokens)));
