// The kernels between the matrices: norms, convolution, scan, attention, SwiGLU.

import attentionShader from "../../../../shaders/attention.wgsl?raw";
import attentionMergeShader from "../../../../shaders/attention-merge.wgsl?raw";
import convShader from "../../../../shaders/conv.wgsl?raw";
import kvStoreShader from "../../../../shaders/kv-store.wgsl?raw";
import activations from "../../../../shaders/lib/activations.wgsl?raw";
import cellF16 from "../../../../shaders/lib/cell-f16.wgsl?raw";
import cellF32 from "../../../../shaders/lib/cell-f32.wgsl?raw";
import convOutput from "../../../../shaders/lib/conv-output.wgsl?raw";
import convOutputs from "../../../../shaders/lib/conv-outputs.wgsl?raw";
import kvF16 from "../../../../shaders/lib/kv-f16.wgsl?raw";
import kvF32 from "../../../../shaders/lib/kv-f32.wgsl?raw";
import reduce from "../../../../shaders/lib/reduce.wgsl?raw";
import slices from "../../../../shaders/lib/slices.wgsl?raw";
import step from "../../../../shaders/lib/step.wgsl?raw";
import mergeNormShader from "../../../../shaders/merge-norm.wgsl?raw";
import packHalfShader from "../../../../shaders/pack-half.wgsl?raw";
import repackShader from "../../../../shaders/repack.wgsl?raw";
import rmsNormShader from "../../../../shaders/rms-norm.wgsl?raw";
import scanShader from "../../../../shaders/scan.wgsl?raw";
import scanChunkShader from "../../../../shaders/scan-chunk.wgsl?raw";
import splitNormShader from "../../../../shaders/split-norm.wgsl?raw";
import swigluShader from "../../../../shaders/swiglu.wgsl?raw";
import type { KernelSource } from "../kernel";

/** How keys and values are kept: f16 halves the memory, f32 is the exact path. */
export type KvFormat = "f16" | "f32";
const KV_CODE: Readonly<Record<KvFormat, string>> = { f16: kvF16, f32: kvF32 };

export const repack = {
  name: "repack",
  code: repackShader,
  bindings: ["blocks", "plane"],
  params: {
    block_halves: "u32",
    field_offset: "u32",
    field_halves: "u32",
    plane_start: "u32",
    half_count: "u32",
    first_half: "u32",
  },
} as const satisfies KernelSource;

/** What a kernel writes for the product that comes next: f32, or f16 for products on matrix units. */
export type OperandFormat = "f32" | "f16";
const CELLS: Readonly<Record<OperandFormat, string>> = { f32: cellF32, f16: cellF16 };

function forEachFormat<Source extends KernelSource>(
  make: (cell: string) => Source,
): Readonly<Record<OperandFormat, Source>> {
  return { f32: make(CELLS.f32), f16: make(CELLS.f16) };
}

/** Norms of a chunk: enough lanes that a row of some thousand values is a few loads each. */
const normConstants = { constants: { WORKGROUP_SIZE: 128 }, cpuConstants: { WORKGROUP_SIZE: 4 } };

export const rmsNorm = forEachFormat(
  (cell) =>
    ({
      name: "rms_norm",
      code: step + reduce + cell + rmsNormShader,
      bindings: ["x", "weight", "y"],
      params: { size: "u32", epsilon: "f32", last_only: "u32" },
      ...normConstants,
    }) as const satisfies KernelSource,
);

export const mergeNorm = forEachFormat(
  (cell) =>
    ({
      name: "merge_norm",
      code: step + reduce + slices + cell + mergeNormShader,
      bindings: ["partial", "weight", "x", "y"],
      params: { size: "u32", epsilon: "f32", slices: "u32", slice_stride: "u32" },
      constants: { WORKGROUP_SIZE: 256 }, // each turn of an invocation waits for the memory, once for four slices
      cpuConstants: { WORKGROUP_SIZE: 4 },
    }) as const satisfies KernelSource,
);

export const splitNorm = forEachFormat(
  (cell) =>
    ({
      name: "split_norm",
      code: reduce + slices + cell + splitNormShader,
      bindings: ["partial", "weight", "dt", "bc"],
      params: { rank: "u32", states: "u32", epsilon: "f32", slices: "u32", slice_stride: "u32" },
      cpuConstants: { WORKGROUP_SIZE: 4 },
    }) as const satisfies KernelSource,
);

export const conv = {
  name: "conv",
  code: step + activations + convOutput + convShader,
  bindings: ["xz", "weight", "bias", "state", "u"],
  params: { channels: "u32" },
} as const satisfies KernelSource;

/** The same with u in f16 beside it. */
export const convHalf = {
  name: "conv",
  code: step + activations + cellF16 + convOutputs + convShader,
  bindings: ["xz", "weight", "bias", "state", "u", "u_half"],
  params: { channels: "u32" },
} as const satisfies KernelSource;

export const scan = {
  name: "scan",
  code: step + activations + scanShader,
  bindings: ["u", "dt_raw", "bc", "xz", "a", "bias_d", "state", "y"],
  params: { channels: "u32" },
} as const satisfies KernelSource;

export const scanChunk = forEachFormat(
  (cell) =>
    ({
      name: "scan_chunk",
      code: step + activations + cell + scanChunkShader,
      bindings: ["u", "dt_raw", "bc", "xz", "a", "bias_d", "state", "y"],
      params: { channels: "u32" },
    }) as const satisfies KernelSource,
);

export const packHalf = {
  name: "pack_half",
  code: cellF16 + packHalfShader,
  bindings: ["x", "y"],
  params: { size: "u32" },
} as const satisfies KernelSource;

const makeKvStore = (format: KvFormat) =>
  ({
    name: "kv_store",
    code: step + KV_CODE[format] + kvStoreShader,
    bindings: ["k", "v", "keys", "values"],
    params: { cells: "u32" },
  }) as const satisfies KernelSource;

const makeAttention = (format: KvFormat) =>
  ({
    name: "attention",
    code: step + KV_CODE[format] + attentionShader,
    bindings: ["q", "keys", "values", "partial"],
    params: { head_count: "u32", kv_head_count: "u32", cells: "u32", slices: "u32", scale: "f32" },
  }) as const satisfies KernelSource;

export const kvStore = { f16: makeKvStore("f16"), f32: makeKvStore("f32") };
export const attention = { f16: makeAttention("f16"), f32: makeAttention("f32") };

export const attentionMerge = {
  name: "attention_merge",
  code: attentionMergeShader,
  bindings: ["partial", "y"],
  params: { head_count: "u32", head_size: "u32", slices: "u32" },
} as const satisfies KernelSource;

export const swiglu = forEachFormat(
  (cell) =>
    ({
      name: "swiglu",
      code: activations + cell + swigluShader,
      bindings: ["up", "gate", "y"],
      params: { size: "u32" },
    }) as const satisfies KernelSource,
);
