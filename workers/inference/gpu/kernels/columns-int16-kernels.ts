// The kernels of columns (columns-kernels.ts) with activations in int16: those of int16-kernels.ts that read a matrix.

import mambaInputShader from "../../../../shaders/int16-columns-mamba-input.wgsl?raw";
import mambaStepShader from "../../../../shaders/int16-columns-mamba-step.wgsl?raw";
import matvecShader from "../../../../shaders/int16-columns-matvec.wgsl?raw";
import mlpInputShader from "../../../../shaders/int16-columns-mlp-input.wgsl?raw";
import residualShader from "../../../../shaders/int16-columns-residual.wgsl?raw";
import activations from "../../../../shaders/lib/activations.wgsl?raw";
import channelRun from "../../../../shaders/lib/channel-run.wgsl?raw";
import columns from "../../../../shaders/lib/columns.wgsl?raw";
import rows from "../../../../shaders/lib/int16-rows.wgsl?raw";
import rowsColumns from "../../../../shaders/lib/int16-rows-columns.wgsl?raw";
import store from "../../../../shaders/lib/int16-store.wgsl?raw";
import step from "../../../../shaders/lib/step.wgsl?raw";
import type { TensorType } from "../../parse/tensor-types";
import type { KernelSource } from "../kernel";
import { FORMATS } from "./formats";
import {
  bytesOf,
  choosePairShape,
  choosePlainShape,
  constantsOf,
  INT16_STEP_CHANNELS,
  type Int16Spec,
  once,
  pairBytesOf,
  planeConstants,
  planesAt,
  shaped,
  withConstants,
} from "./int16-kernels";

const many = rows + columns + rowsColumns;

export const int16ColumnsMatvec = once(
  (
    spec: Int16Spec & {
      readonly firstRow: number;
      readonly hasNorm: boolean;
      readonly xStride: number; // in vectors
      readonly yStride: number; // in floats
    },
  ) =>
    ({
      name: "int16_columns_matvec",
      code: step + bytesOf(spec.type) + many + matvecShader,
      bindings: ["planes", "plane_words", "x", "y"],
      params: {},
      constants: {
        ...constantsOf(spec, choosePlainShape(spec)),
        FIRST_ROW: spec.firstRow,
        ROW_COUNT: spec.rows,
        HAS_NORM: spec.hasNorm ? 1 : 0,
        X_STRIDE: spec.xStride,
        Y_STRIDE: spec.yStride,
      },
    }) as const satisfies KernelSource,
);

export const int16ColumnsResidual = once(
  (spec: Int16Spec & { readonly xStride: number; readonly nextStride: number }) =>
    ({
      name: "int16_columns_residual",
      code: step + bytesOf(spec.type) + many + store + residualShader,
      bindings: ["planes", "plane_words", "x", "weight", "residual", "next"],
      params: {},
      constants: {
        ...shaped(spec),
        ROW_COUNT: spec.rows,
        X_STRIDE: spec.xStride,
        NEXT_STRIDE: spec.nextStride,
      },
    }) as const satisfies KernelSource,
);

interface StateStrides {
  readonly slotStride: number; // in words
  readonly uzStride: number; // in floats
  readonly nextStride: number; // in words
}

/** Rows are u's and then z's. */
export const int16ColumnsMambaInput = once(
  (spec: Int16Spec & StateStrides & { readonly xStride: number }) =>
    ({
      name: "int16_columns_mamba_input",
      code: step + bytesOf(spec.type) + activations + many + store + mambaInputShader,
      bindings: ["planes", "plane_words", "x", "taps", "bias", "slots", "uz", "next"],
      params: {},
      constants: {
        ...shaped(spec),
        CHANNELS: spec.rows / 2,
        X_STRIDE: spec.xStride,
        SLOT_STRIDE: spec.slotStride,
        UZ_STRIDE: spec.uzStride,
        NEXT_STRIDE: spec.nextStride,
      },
    }) as const satisfies KernelSource,
);

export const int16ColumnsMlpInput = once(
  (spec: Int16Spec & { readonly xStride: number; readonly nextStride: number }) =>
    ({
      name: "int16_columns_mlp_input",
      code: step + pairBytesOf(spec.type) + activations + many + store + mlpInputShader,
      bindings: ["planes", "plane_words", "second_planes", "second_plane_words", "x", "next"],
      params: {},
      constants: {
        ...constantsOf(spec, choosePairShape(spec)),
        ROW_COUNT: spec.rows,
        X_STRIDE: spec.xStride,
        NEXT_STRIDE: spec.nextStride,
      },
    }) as const satisfies KernelSource,
);

export const int16ColumnsMambaStep = once(
  (spec: Omit<Int16Spec, "type"> & StateStrides & { readonly type: TensorType }) =>
    ({
      name: "int16_columns_mamba_step",
      code:
        step +
        planeConstants +
        withConstants(FORMATS[spec.type].code + activations + store + columns + channelRun) +
        mambaStepShader,
      bindings: ["planes", "plane_words", "uz", "norms", "a", "bias_d", "state", "next"],
      params: {},
      constants: {
        WORKGROUP_SIZE: INT16_STEP_CHANNELS * 8,
        CHANNELS: spec.rows,
        RANK: spec.columns,
        EPSILON: spec.epsilon,
        ...planesAt(spec.planeStarts),
        SLOT_STRIDE: spec.slotStride / 2,
        UZ_STRIDE: spec.uzStride / 4,
        NEXT_STRIDE: spec.nextStride,
      },
    }) as const satisfies KernelSource,
);
