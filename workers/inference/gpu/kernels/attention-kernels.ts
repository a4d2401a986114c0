// Attention of a chunk on matrix units, and the merge of its slices.
import attentionSlicesMergeShader from "../../../../shaders/attention-slices-merge.wgsl?raw";
import attentionSubgroupMatrixShader from "../../../../shaders/attention-subgroup-matrix.wgsl?raw";
import attentionSlices from "../../../../shaders/lib/attention-slices.wgsl?raw";
import attentionStages from "../../../../shaders/lib/attention-stages.wgsl?raw";
import enableSubgroupMatrix from "../../../../shaders/lib/enable-subgroup-matrix.wgsl?raw";
import halves from "../../../../shaders/lib/halves.wgsl?raw";
import kvF16 from "../../../../shaders/lib/kv-f16.wgsl?raw";
import kvF32 from "../../../../shaders/lib/kv-f32.wgsl?raw";
import step from "../../../../shaders/lib/step.wgsl?raw";
import type { KernelSource } from "../kernel";
import type { KvFormat } from "./layer-kernels";

/** The largest head that attention on matrix units can hold; heads are multiples of 16. */
export const ATTENTION_MATRIX_HEAD_SIZE = 128;

/** A workgroup of attention on matrix units: its subgroups, and the blocks of 32 positions that it loads at once. */
export interface AttentionTileShape {
  readonly subgroups: 4 | 8;
  readonly blocks: 1 | 2;
}

/**
 * wide: as many rows for each load as 48 KB of workgroup memory allow. small: for 32 KB. deep: half the barriers of small,
 * for 48 KB too.
 */
export const ATTENTION_TILES = {
  wide: { subgroups: 8, blocks: 1 },
  deep: { subgroups: 4, blocks: 2 },
  small: { subgroups: 4, blocks: 1 },
} as const satisfies Record<string, AttentionTileShape>;

export type AttentionTile = keyof typeof ATTENTION_TILES;

/** Query rows a workgroup takes. */
export const countTileRows = (tile: AttentionTile): number => ATTENTION_TILES[tile].subgroups * 16;

/** Workgroup memory of attention-subgroup-matrix.wgsl: keys or values, scores and weights, a value a lane and a flag. */
export function attentionTileBytes(tile: AttentionTile): number {
  const { subgroups, blocks }: AttentionTileShape = ATTENTION_TILES[tile];
  const ofBlock = 32 * 17 * 16 + subgroups * 16 * (10 + 5) * 16;
  return blocks * ofBlock + subgroups * 32 * 4 + 16;
}

export const chooseAttentionTile = (workgroupBytes: number): AttentionTile =>
  attentionTileBytes("wide") <= workgroupBytes ? "wide" : "small";

const makeAttention = (tile: AttentionTile) => {
  const { subgroups, blocks } = ATTENTION_TILES[tile];
  return {
    name: "attention_subgroup_matrix",
    code:
      enableSubgroupMatrix +
      halves +
      step +
      attentionSlices +
      attentionStages +
      attentionSubgroupMatrixShader,
    bindings: ["q", "keys", "values", "partial"],
    params: { head_count: "u32", kv_head_count: "u32", units: "u32", slice_tokens: "u32", scale: "f32" },
    constants: { SUBGROUPS: subgroups, BLOCKS: blocks },
  } as const satisfies KernelSource;
};

/** The cache in f16. */
export const attentionSubgroupMatrix: Readonly<Record<AttentionTile, ReturnType<typeof makeAttention>>> = {
  wide: makeAttention("wide"),
  deep: makeAttention("deep"),
  small: makeAttention("small"),
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
