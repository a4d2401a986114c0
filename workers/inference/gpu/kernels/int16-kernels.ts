// The kernels of a single token with activations in int16 (shaders/lib/int16-rows.wgsl): integer dot products, where a GPU
// has them, in place of f32 ones. They exist for block-quantised tensor types. Each is made for one kind of matrix: its
// sizes are constants, known when the pipeline is made.

import attentionMergeShader from "../../../../shaders/int16-attention-merge.wgsl?raw";
import kvShader from "../../../../shaders/int16-kv.wgsl?raw";
import mambaInputShader from "../../../../shaders/int16-mamba-input.wgsl?raw";
import mambaStepShader from "../../../../shaders/int16-mamba-step.wgsl?raw";
import matvecShader from "../../../../shaders/int16-matvec.wgsl?raw";
import mlpInputShader from "../../../../shaders/int16-mlp-input.wgsl?raw";
import normInputShader from "../../../../shaders/int16-norm-input.wgsl?raw";
import residualShader from "../../../../shaders/int16-residual.wgsl?raw";
import activations from "../../../../shaders/lib/activations.wgsl?raw";
import attentionJoin from "../../../../shaders/lib/attention-join.wgsl?raw";
import channelRun from "../../../../shaders/lib/channel-run.wgsl?raw";
import channelStep from "../../../../shaders/lib/channel-step.wgsl?raw";
import q40 from "../../../../shaders/lib/int16-q4-0.wgsl?raw";
import q41 from "../../../../shaders/lib/int16-q4-1.wgsl?raw";
import q4K from "../../../../shaders/lib/int16-q4-k.wgsl?raw";
import q50 from "../../../../shaders/lib/int16-q5-0.wgsl?raw";
import q51 from "../../../../shaders/lib/int16-q5-1.wgsl?raw";
import q5K from "../../../../shaders/lib/int16-q5-k.wgsl?raw";
import q6K from "../../../../shaders/lib/int16-q6-k.wgsl?raw";
import q80 from "../../../../shaders/lib/int16-q8-0.wgsl?raw";
import rows from "../../../../shaders/lib/int16-rows.wgsl?raw";
import store from "../../../../shaders/lib/int16-store.wgsl?raw";
import unit from "../../../../shaders/lib/int16-unit.wgsl?raw";
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

/** How lib/int16-rows.wgsl is laid over a matrix: lanes to a group of rows, rows to a group, invocations to a workgroup. */
export interface Int16Shape {
  readonly LANES: number;
  readonly ROWS_A_GROUP: 1 | 2;
  readonly WORKGROUP_SIZE: number;
}

// Eight values share a scale, so workgroups take eight rows, or sixteen.
/** Short rows, long rows; long rows where what comes out stays in f32 and few rows are to fill a GPU. */
const NARROW: Int16Shape = { LANES: 16, ROWS_A_GROUP: 2, WORKGROUP_SIZE: 128 };
const WIDE: Int16Shape = { LANES: 64, ROWS_A_GROUP: 2, WORKGROUP_SIZE: 256 };
const WHOLE: Int16Shape = { LANES: 128, ROWS_A_GROUP: 1, WORKGROUP_SIZE: 128 };
/** A row of each of two matrices. */
const NARROW_PAIR: Int16Shape = { LANES: 16, ROWS_A_GROUP: 1, WORKGROUP_SIZE: 128 };
const WIDE_PAIR: Int16Shape = { LANES: 32, ROWS_A_GROUP: 1, WORKGROUP_SIZE: 256 };

const SHORT_UNITS = 96;
const FEW_ROWS = 1024;

type Size = Pick<Int16Spec, "rows" | "columns">;

export const chooseInt16Shape = ({ columns }: Size): Int16Shape =>
  columns / 32 <= SHORT_UNITS ? NARROW : WIDE;

/** The shape where what comes out stays in f32. */
export const choosePlainShape = (size: Size): Int16Shape =>
  size.columns / 32 > SHORT_UNITS && size.rows < FEW_ROWS ? WHOLE : chooseInt16Shape(size);

/** The shape of two matrices read side by side. */
export const choosePairShape = ({ columns }: Size): Int16Shape =>
  columns / 32 <= SHORT_UNITS ? NARROW_PAIR : WIDE_PAIR;

/** Workgroups for so many rows. */
export const countInt16Groups = (
  { LANES, ROWS_A_GROUP, WORKGROUP_SIZE }: Int16Shape,
  { rows }: Pick<Int16Spec, "rows">,
): number => Math.ceil(rows / ((ROWS_A_GROUP * WORKGROUP_SIZE) / LANES));

/** Words of a vector in int16: two bytes a value, a scale and a sum for eight, and a square for eight. */
export const int16Words = (columns: number): number => (columns * 7) / 8;

const KV_CODE: Readonly<Record<KvFormat, string>> = { f16: kvF16, f32: kvF32 };

/** Where the planes of a matrix start (MatrixPart.planeStarts). */
type PlaneStarts = readonly [number, number, number];

/** What other kernels read from params, these have as constants. */
export const withConstants = (code: string): string =>
  code.replace(/\bparams\.(\w+)/g, (_, name: string) => name.toUpperCase());

export const planeConstants =
  "override PLANE_1: u32 = 0;\noverride PLANE_2: u32 = 0;\noverride PLANE_3: u32 = 0;\n";
export const bytesOf = (type: BlockType): string =>
  planeConstants + withConstants(FORMATS[type].code + unit + BYTES[type]);
export const pairBytesOf = (type: BlockType): string =>
  planeConstants + withConstants(FORMATS[type].pairCode + unit + BYTES[type]);
export const planesAt = ([PLANE_1, PLANE_2, PLANE_3]: PlaneStarts) => ({ PLANE_1, PLANE_2, PLANE_3 });

/** Makes each source once, so that a compiler sees that two are the same. */
export function once<Spec extends object, Source extends KernelSource>(make: (spec: Spec) => Source) {
  const made = new Map<string, Source>();
  return (spec: Spec): Source => {
    const key = JSON.stringify(Object.entries(spec).sort());
    const source = made.get(key) ?? make(spec);
    made.set(key, source);
    return source;
  };
}

/** A matrix, or a part of it, and the epsilon of the norm folded in. */
export interface Int16Spec {
  readonly type: BlockType;
  readonly rows: number;
  readonly columns: number;
  readonly planeStarts: PlaneStarts;
  readonly epsilon: number;
}

export const constantsOf = ({ columns, planeStarts, epsilon }: Int16Spec, shape: Int16Shape) => ({
  ...shape,
  UNITS: columns / 32,
  EPSILON: epsilon,
  ...planesAt(planeStarts),
});

export const shaped = (spec: Int16Spec) => constantsOf(spec, chooseInt16Shape(spec));

export const int16NormInput = once(
  ({ size }: { readonly size: number }) =>
    ({
      name: "int16_norm_input",
      code: step + store + normInputShader,
      bindings: ["x", "weight", "next"],
      params: {},
      constants: { SIZE: size },
    }) as const satisfies KernelSource,
);

export const int16Matvec = once(
  (spec: Int16Spec & { readonly firstRow: number; readonly hasNorm: boolean }) =>
    ({
      name: "int16_matvec",
      code: step + bytesOf(spec.type) + rows + matvecShader,
      bindings: ["planes", "plane_words", "x", "y"],
      params: {},
      constants: {
        ...constantsOf(spec, choosePlainShape(spec)),
        FIRST_ROW: spec.firstRow,
        ROW_COUNT: spec.rows,
        HAS_NORM: spec.hasNorm ? 1 : 0,
      },
    }) as const satisfies KernelSource,
);

export const int16Residual = once(
  (spec: Int16Spec) =>
    ({
      name: "int16_residual",
      code: step + bytesOf(spec.type) + rows + store + residualShader,
      bindings: ["planes", "plane_words", "x", "weight", "residual", "next"],
      params: {},
      constants: { ...shaped(spec), ROW_COUNT: spec.rows },
    }) as const satisfies KernelSource,
);

export const int16Kv = once(
  (spec: Int16Spec & { readonly kvFormat: KvFormat }) =>
    ({
      name: "int16_kv",
      code: step + KV_CODE[spec.kvFormat] + bytesOf(spec.type) + rows + kvShader,
      bindings: ["planes", "plane_words", "x", "cache"],
      params: {},
      constants: { ...shaped(spec), ROW_COUNT: spec.rows },
    }) as const satisfies KernelSource,
);

/** Rows are u's and then z's. */
export const int16MambaInput = once(
  (spec: Int16Spec) =>
    ({
      name: "int16_mamba_input",
      code: step + bytesOf(spec.type) + activations + rows + store + mambaInputShader,
      bindings: ["planes", "plane_words", "x", "taps", "bias", "state", "uz", "next"],
      params: {},
      constants: { ...shaped(spec), CHANNELS: spec.rows / 2 },
    }) as const satisfies KernelSource,
);

export const int16MlpInput = once(
  (spec: Int16Spec) =>
    ({
      name: "int16_mlp_input",
      code: step + pairBytesOf(spec.type) + activations + rows + store + mlpInputShader,
      bindings: ["planes", "plane_words", "second_planes", "second_plane_words", "x", "next"],
      params: {},
      constants: { ...constantsOf(spec, choosePairShape(spec)), ROW_COUNT: spec.rows },
    }) as const satisfies KernelSource,
);

/** Channels to a workgroup of int16-mamba-step.wgsl: WORKGROUP_SIZE / 8. */
export const INT16_STEP_CHANNELS = 16;

/** dt_proj is a small part of the work and sets the time step: its weights may be of any type, its products are f32. */
export const int16MambaStep = once(
  (spec: Omit<Int16Spec, "type"> & { readonly type: TensorType }) =>
    ({
      name: "int16_mamba_step",
      code:
        step +
        planeConstants +
        withConstants(FORMATS[spec.type].code + activations + store + channelRun + channelStep) +
        mambaStepShader,
      bindings: ["planes", "plane_words", "uz", "norms", "a", "bias_d", "state", "next"],
      params: {},
      constants: {
        WORKGROUP_SIZE: INT16_STEP_CHANNELS * 8,
        CHANNELS: spec.rows,
        RANK: spec.columns,
        EPSILON: spec.epsilon,
        ...planesAt(spec.planeStarts),
      },
    }) as const satisfies KernelSource,
);

export interface HeadsSpec {
  readonly headCount: number;
  readonly headSize: number;
  readonly slices: number;
}

export const int16AttentionMerge = once(
  ({ headCount, headSize, slices }: HeadsSpec) =>
    ({
      name: "int16_attention_merge",
      code: step + store + withConstants(attentionJoin) + attentionMergeShader,
      bindings: ["partial", "next"],
      params: {},
      constants: { HEAD_COUNT: headCount, HEAD_SIZE: headSize, SLICES: slices },
    }) as const satisfies KernelSource,
);
