// The kernels of a single token on a GPU: each matrix with what comes before and after it. Those that read a matrix exist
// once for every tensor type; those of lib/rows.wgsl also in several shapes.
import activations from "../../../../shaders/lib/activations.wgsl?raw";
import attentionJoin from "../../../../shaders/lib/attention-join.wgsl?raw";
import channelRun from "../../../../shaders/lib/channel-run.wgsl?raw";
import channelStep from "../../../../shaders/lib/channel-step.wgsl?raw";
import foldedNorm from "../../../../shaders/lib/folded-norm.wgsl?raw";
import kvF16 from "../../../../shaders/lib/kv-f16.wgsl?raw";
import kvF32 from "../../../../shaders/lib/kv-f32.wgsl?raw";
import rows from "../../../../shaders/lib/rows.wgsl?raw";
import step from "../../../../shaders/lib/step.wgsl?raw";
import striped from "../../../../shaders/lib/striped.wgsl?raw";
import mambaInputShader from "../../../../shaders/mamba-input.wgsl?raw";
import mambaStepShader from "../../../../shaders/mamba-step.wgsl?raw";
import mlpInputShader from "../../../../shaders/mlp-input.wgsl?raw";
import normInputShader from "../../../../shaders/norm-input.wgsl?raw";
import attentionShader from "../../../../shaders/token-attention.wgsl?raw";
import attentionMergeShader from "../../../../shaders/token-attention-merge.wgsl?raw";
import kvShader from "../../../../shaders/token-kv.wgsl?raw";
import matvecShader from "../../../../shaders/token-matvec.wgsl?raw";
import residualShader from "../../../../shaders/token-residual.wgsl?raw";
import { TENSOR_TYPES, type TensorType } from "../../parse/tensor-types";
import type { KernelSource } from "../kernel";
import { FORMATS } from "./formats";
import type { KvFormat } from "./layer-kernels";

/** How lib/rows.wgsl is laid over a matrix: lanes to a group of rows, invocations to a workgroup. */
export type RowShape = Readonly<Record<"LANES" | "WORKGROUP_SIZE", number>>;

export const ROW_SHAPES = {
  /** Short rows: several groups of rows a workgroup. */
  narrow: { LANES: 16, WORKGROUP_SIZE: 64 },
  /** Long rows. */
  wide: { LANES: 64, WORKGROUP_SIZE: 64 },
  /** Long rows, but few: as much at once as possible. */
  whole: { LANES: 256, WORKGROUP_SIZE: 256 },
} as const satisfies Record<string, RowShape>;

export type RowShapeName = keyof typeof ROW_SHAPES;

/** Rows of at most this many units of 32 are short. */
const SHORT_UNITS = 96;
/** A GPU is not filled by fewer groups of four rows than this. */
const FEW_ROWS = 1024;
const MAX_GROUPS = 65535; // of a dispatch, along one axis

export function chooseShape(rowCount: number, columns: number): RowShapeName {
  const isShort = columns / 32 <= SHORT_UNITS || rowCount / 4 > MAX_GROUPS;
  return isShort ? "narrow" : rowCount < FEW_ROWS ? "whole" : "wide";
}

/** Workgroups for so many rows, `rowsPerGroup` to each group of lanes. */
export function countGroups(shape: RowShape, rowCount: number, rowsPerGroup = 4): number {
  return Math.ceil(rowCount / rowsPerGroup / (shape.WORKGROUP_SIZE / shape.LANES));
}

const TYPES = Object.keys(TENSOR_TYPES) as TensorType[];

export const forEveryType = <Source extends KernelSource>(make: (type: TensorType) => Source) =>
  Object.fromEntries(TYPES.map((type) => [type, make(type)])) as Readonly<Record<TensorType, Source>>;

/** Sources by shape and type. */
export const forEveryShape = <Source extends KernelSource>(
  make: (type: TensorType, shape: RowShape) => Source,
) => ({
  narrow: forEveryType((type) => make(type, ROW_SHAPES.narrow)),
  wide: forEveryType((type) => make(type, ROW_SHAPES.wide)),
  whole: forEveryType((type) => make(type, ROW_SHAPES.whole)),
});

export const planes = { plane_1: "u32", plane_2: "u32", plane_3: "u32" } as const;
const KV_CODE: Readonly<Record<KvFormat, string>> = { f16: kvF16, f32: kvF32 };

export const normInput = {
  name: "norm_input",
  code: step + striped + normInputShader,
  bindings: ["x", "weight", "normed", "squares"],
  params: { size: "u32" },
} as const satisfies KernelSource;

export const tokenMatvec = forEveryShape(
  (type, constants) =>
    ({
      name: "token_matvec",
      code: step + FORMATS[type].code + striped + rows + foldedNorm + matvecShader,
      bindings: ["planes", "plane_words", "x", "squares", "y"],
      params: {
        units: "u32",
        first_row: "u32",
        row_count: "u32",
        has_norm: "u32",
        epsilon: "f32",
        ...planes,
      },
      constants,
    }) as const satisfies KernelSource,
);

export const tokenResidual = forEveryShape(
  (type, constants) =>
    ({
      name: "token_residual",
      code: step + FORMATS[type].code + striped + rows + residualShader,
      bindings: ["planes", "plane_words", "x", "weight", "residual", "normed", "squares"],
      params: { units: "u32", row_count: "u32", ...planes },
      constants,
    }) as const satisfies KernelSource,
);

const makeTokenKv = (format: KvFormat) =>
  forEveryShape(
    (type, constants) =>
      ({
        name: "token_kv",
        code: step + KV_CODE[format] + FORMATS[type].code + striped + rows + foldedNorm + kvShader,
        bindings: ["planes", "plane_words", "x", "squares", "cache"],
        params: { units: "u32", row_count: "u32", epsilon: "f32", ...planes },
        constants,
      }) as const satisfies KernelSource,
  );

export const tokenKv = { f16: makeTokenKv("f16"), f32: makeTokenKv("f32") };

export const mambaInput = forEveryShape(
  (type, constants) =>
    ({
      name: "mamba_input",
      code: step + FORMATS[type].code + activations + striped + rows + foldedNorm + mambaInputShader,
      bindings: ["planes", "plane_words", "x", "squares", "taps", "bias", "state", "uz"],
      params: { units: "u32", channels: "u32", epsilon: "f32", ...planes },
      constants,
    }) as const satisfies KernelSource,
);

export const mlpInput = forEveryShape(
  (type, constants) =>
    ({
      name: "mlp_input",
      code: step + FORMATS[type].pairCode + activations + striped + rows + foldedNorm + mlpInputShader,
      bindings: ["planes", "plane_words", "second_planes", "second_plane_words", "x", "squares", "hidden"],
      params: { units: "u32", row_count: "u32", epsilon: "f32", ...planes },
      constants,
    }) as const satisfies KernelSource,
);

/** Channels to a workgroup of mamba-step.wgsl: WORKGROUP_SIZE / 8. */
export const STEP_CHANNELS = 8;

export const mambaStep = forEveryType(
  (type) =>
    ({
      name: "mamba_step",
      code: step + FORMATS[type].code + activations + striped + channelRun + channelStep + mambaStepShader,
      bindings: ["planes", "plane_words", "dbc", "norms", "a", "bias_d", "state", "uz"],
      params: { channels: "u32", rank: "u32", epsilon: "f32", ...planes },
      constants: { WORKGROUP_SIZE: STEP_CHANNELS * 8 },
    }) as const satisfies KernelSource,
);

const makeTokenAttention = (format: KvFormat) =>
  ({
    name: "token_attention",
    code: step + KV_CODE[format] + attentionShader,
    bindings: ["q", "keys", "values", "partial"],
    params: { head_count: "u32", kv_head_count: "u32", cells: "u32", slices: "u32", scale: "f32" },
  }) as const satisfies KernelSource;

export const tokenAttention = { f16: makeTokenAttention("f16"), f32: makeTokenAttention("f32") };

export const tokenAttentionMerge = {
  name: "token_attention_merge",
  code: step + striped + attentionJoin + attentionMergeShader,
  bindings: ["partial", "y"],
  params: { head_count: "u32", head_size: "u32", slices: "u32" },
} as const satisfies KernelSource;
