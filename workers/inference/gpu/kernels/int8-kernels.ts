// The kernels of a single token with int8 activations (shaders/lib/int8-rows.wgsl): integer dot products, where a GPU has
// them, in place of f32 ones. They exist for block-quantised tensor types. Each is made once for every type and number of
// columns, as the shader's loops are laid out for these.

import attentionMergeShader from "../../../../shaders/int8-attention-merge.wgsl?raw";
import kvShader from "../../../../shaders/int8-kv.wgsl?raw";
import mambaInputShader from "../../../../shaders/int8-mamba-input.wgsl?raw";
import mambaStepShader from "../../../../shaders/int8-mamba-step.wgsl?raw";
import matvecShader from "../../../../shaders/int8-matvec.wgsl?raw";
import mlpInputShader from "../../../../shaders/int8-mlp-input.wgsl?raw";
import normInputShader from "../../../../shaders/int8-norm-input.wgsl?raw";
import residualShader from "../../../../shaders/int8-residual.wgsl?raw";
import activations from "../../../../shaders/lib/activations.wgsl?raw";
import attentionJoin from "../../../../shaders/lib/attention-join.wgsl?raw";
import channelStep from "../../../../shaders/lib/channel-step.wgsl?raw";
import q40 from "../../../../shaders/lib/int8-q4-0.wgsl?raw";
import q41 from "../../../../shaders/lib/int8-q4-1.wgsl?raw";
import q4K from "../../../../shaders/lib/int8-q4-k.wgsl?raw";
import q50 from "../../../../shaders/lib/int8-q5-0.wgsl?raw";
import q51 from "../../../../shaders/lib/int8-q5-1.wgsl?raw";
import q5K from "../../../../shaders/lib/int8-q5-k.wgsl?raw";
import q6K from "../../../../shaders/lib/int8-q6-k.wgsl?raw";
import q80 from "../../../../shaders/lib/int8-q8-0.wgsl?raw";
import rows from "../../../../shaders/lib/int8-rows.wgsl?raw";
import store from "../../../../shaders/lib/int8-store.wgsl?raw";
import unit from "../../../../shaders/lib/int8-unit.wgsl?raw";
import kvF16 from "../../../../shaders/lib/kv-f16.wgsl?raw";
import kvF32 from "../../../../shaders/lib/kv-f32.wgsl?raw";
import step from "../../../../shaders/lib/step.wgsl?raw";
import type { TensorType } from "../../parse/tensor-types";
import type { KernelSource } from "../kernel";
import { FORMATS } from "./formats";
import type { KvFormat } from "./layer-kernels";

export type BlockType = Exclude<TensorType, "f32" | "f16" | "bf16">;

const BYTES: Readonly<Record<BlockType, string>> = {
  q4_0: q40,
  q4_1: q41,
  q5_0: q50,
  q5_1: q51,
  q8_0: q80,
  q4_k: q4K,
  q5_k: q5K,
  q6_k: q6K,
};

/** The types whose weights are stored as small integers, which these kernels multiply. */
export const BLOCK_TYPES = Object.keys(BYTES) as BlockType[];

export const isBlockType = (type: TensorType): type is BlockType => type in BYTES;

/** How lib/int8-rows.wgsl is laid over a matrix: lanes to a row, invocations to a workgroup. */
export interface Int8Shape {
  readonly LANES: number;
  readonly WORKGROUP_SIZE: number;
}

/** Short rows; several rows make loads enough. */
const NARROW: Int8Shape = { LANES: 16, WORKGROUP_SIZE: 256 };
/** Long rows. Eight to a workgroup still, as eight values share a scale. */
const WIDE: Int8Shape = { LANES: 32, WORKGROUP_SIZE: 256 };
/** Long rows, but few, and nothing that follows is in int8. */
const WHOLE: Int8Shape = { LANES: 128, WORKGROUP_SIZE: 128 };

const SHORT_UNITS = 96;
const FEW_ROWS = 1024;

/** The shape for so many columns, the same whatever the rows, as vectors in int8 are made of whole workgroups. */
export const chooseInt8Shape = (columns: number): Int8Shape => (columns / 32 <= SHORT_UNITS ? NARROW : WIDE);

/** The shape where what comes out stays in f32. */
export const choosePlainShape = (rowCount: number, columns: number): Int8Shape =>
  columns / 32 > SHORT_UNITS && rowCount < FEW_ROWS ? WHOLE : chooseInt8Shape(columns);

/** Workgroups for so many rows. */
export const countInt8Groups = ({ LANES, WORKGROUP_SIZE }: Int8Shape, rowCount: number): number =>
  Math.ceil(rowCount / (WORKGROUP_SIZE / LANES));

/** Words of a vector in int8: a byte a value, a scale and a sum for eight, and a square for eight. */
export const int8Words = (columns: number): number => (columns * 5) / 8;

const planes = { plane_1: "u32", plane_2: "u32", plane_3: "u32" } as const;
const KV_CODE: Readonly<Record<KvFormat, string>> = { f16: kvF16, f32: kvF32 };

const bytesOf = (type: BlockType): string => FORMATS[type].code + unit + BYTES[type];
const pairBytesOf = (type: BlockType): string => FORMATS[type].pairCode + unit + BYTES[type];

/** Makes each source once, so that a compiler sees that two are the same. */
function once<Args extends readonly unknown[], Source extends KernelSource>(make: (...args: Args) => Source) {
  const made = new Map<string, Source>();
  return (...args: Args): Source => {
    const key = JSON.stringify(args);
    const source = made.get(key) ?? make(...args);
    made.set(key, source);
    return source;
  };
}

const constants = (columns: number, shape: Int8Shape) => ({ ...shape, UNITS: columns / 32 });

export const int8NormInput = {
  name: "int8_norm_input",
  code: step + store + normInputShader,
  bindings: ["x", "weight", "next"],
  params: { size: "u32" },
} as const satisfies KernelSource;

export const int8Matvec = once(
  (type: BlockType, columns: number, shape: Int8Shape) =>
    ({
      name: "int8_matvec",
      code: step + bytesOf(type) + rows + matvecShader,
      bindings: ["planes", "plane_words", "x", "y"],
      params: { first_row: "u32", row_count: "u32", has_norm: "u32", epsilon: "f32", ...planes },
      constants: constants(columns, shape),
    }) as const satisfies KernelSource,
);

export const int8Residual = once(
  (type: BlockType, columns: number) =>
    ({
      name: "int8_residual",
      code: step + bytesOf(type) + rows + store + residualShader,
      bindings: ["planes", "plane_words", "x", "weight", "residual", "next"],
      params: { row_count: "u32", ...planes },
      constants: constants(columns, chooseInt8Shape(columns)),
    }) as const satisfies KernelSource,
);

export const int8Kv = once(
  (format: KvFormat, type: BlockType, columns: number) =>
    ({
      name: "int8_kv",
      code: step + KV_CODE[format] + bytesOf(type) + rows + kvShader,
      bindings: ["planes", "plane_words", "x", "cache"],
      params: { row_count: "u32", epsilon: "f32", ...planes },
      constants: constants(columns, chooseInt8Shape(columns)),
    }) as const satisfies KernelSource,
);

export const int8MambaInput = once(
  (type: BlockType, columns: number) =>
    ({
      name: "int8_mamba_input",
      code: step + bytesOf(type) + activations + rows + store + mambaInputShader,
      bindings: ["planes", "plane_words", "x", "taps", "bias", "state", "uz", "next"],
      params: { channels: "u32", epsilon: "f32", ...planes },
      constants: constants(columns, chooseInt8Shape(columns)),
    }) as const satisfies KernelSource,
);

export const int8MlpInput = once(
  (type: BlockType, columns: number) =>
    ({
      name: "int8_mlp_input",
      code: step + pairBytesOf(type) + activations + rows + store + mlpInputShader,
      bindings: ["planes", "plane_words", "second_planes", "second_plane_words", "x", "next"],
      params: { row_count: "u32", epsilon: "f32", ...planes },
      constants: constants(columns, chooseInt8Shape(columns)),
    }) as const satisfies KernelSource,
);

/** Channels to a workgroup of int8-mamba-step.wgsl: WORKGROUP_SIZE / 8. */
export const INT8_STEP_CHANNELS = 16;

/** dt_proj is a small part of the work and sets the time step: its weights may be of any type, its products are f32. */
export const int8MambaStep = once(
  (type: TensorType) =>
    ({
      name: "int8_mamba_step",
      code: step + FORMATS[type].code + activations + store + channelStep + mambaStepShader,
      bindings: ["planes", "plane_words", "uz", "norms", "a", "bias_d", "state", "next"],
      params: { channels: "u32", rank: "u32", epsilon: "f32", ...planes },
      constants: { WORKGROUP_SIZE: INT8_STEP_CHANNELS * 8 },
    }) as const satisfies KernelSource,
);

export const int8AttentionMerge = {
  name: "int8_attention_merge",
  code: step + store + attentionJoin + attentionMergeShader,
  bindings: ["partial", "next"],
  params: { head_count: "u32", head_size: "u32", slices: "u32" },
} as const satisfies KernelSource;
