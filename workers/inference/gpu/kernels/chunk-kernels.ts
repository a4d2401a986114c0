// Kernels that a chunk of tokens runs on GPUs beside its products (tiled.ts, subgroup-matrix.ts): what joins a product's slices,
// and attention.
import attentionChunkShader from "../../../../shaders/attention-chunk.wgsl?raw";
import addProducts from "../../../../shaders/lib/add-products.wgsl?raw";
import kvF16 from "../../../../shaders/lib/kv-f16.wgsl?raw";
import kvF32 from "../../../../shaders/lib/kv-f32.wgsl?raw";
import slices from "../../../../shaders/lib/slices.wgsl?raw";
import step from "../../../../shaders/lib/step.wgsl?raw";
import matmulMergeShader from "../../../../shaders/matmul-merge.wgsl?raw";
import type { KernelSource } from "../kernel";
import type { KvFormat } from "./layer-kernels";

/** Of every product of a chunk but the plain one. */
export const productParams = {
  units: "u32",
  first_row: "u32",
  row_count: "u32",
  row_stride: "u32",
  x_stride: "u32",
  accumulate: "u32",
  token_limit: "u32",
  slice_units: "u32",
  slice_stride: "u32",
  plane_1: "u32",
  plane_2: "u32",
  plane_3: "u32",
} as const;

export const matmulMerge = {
  name: "matmul_merge",
  code: slices + matmulMergeShader,
  bindings: ["partial", "y"],
  params: { rows: "u32", slices: "u32", slice_stride: "u32", accumulate: "u32" },
} as const satisfies KernelSource;

/** Query rows a workgroup takes, and the largest head it can hold. */
export const ATTENTION_CHUNK_ROWS = 64;
export const ATTENTION_CHUNK_HEAD_SIZE = 128;

const makeAttentionChunk = (kv: string) =>
  ({
    name: "attention_chunk",
    code: step + kv + addProducts + attentionChunkShader,
    bindings: ["q", "keys", "values", "partial"],
    params: { head_count: "u32", kv_head_count: "u32", cells: "u32", slices: "u32", scale: "f32" },
  }) as const satisfies KernelSource;

export const attentionChunk: Readonly<Record<KvFormat, ReturnType<typeof makeAttentionChunk>>> = {
  f16: makeAttentionChunk(kvF16),
  f32: makeAttentionChunk(kvF32),
};
