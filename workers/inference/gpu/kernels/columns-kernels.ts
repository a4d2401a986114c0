// The kernels of several tokens at once, the columns of a step of prompt lookup (shaders/lib/columns.wgsl): those of
// token-kernels.ts that read a matrix, and what decides on the GPU which columns stand.

import mambaInputShader from "../../../../shaders/columns-mamba-input.wgsl?raw";
import mambaStepShader from "../../../../shaders/columns-mamba-step.wgsl?raw";
import matvecShader from "../../../../shaders/columns-matvec.wgsl?raw";
import mlpInputShader from "../../../../shaders/columns-mlp-input.wgsl?raw";
import residualShader from "../../../../shaders/columns-residual.wgsl?raw";
import activations from "../../../../shaders/lib/activations.wgsl?raw";
import channelRun from "../../../../shaders/lib/channel-run.wgsl?raw";
import channelStep from "../../../../shaders/lib/channel-step.wgsl?raw";
import columns from "../../../../shaders/lib/columns.wgsl?raw";
import foldedNorm from "../../../../shaders/lib/folded-norm.wgsl?raw";
import lookup from "../../../../shaders/lib/lookup.wgsl?raw";
import rows from "../../../../shaders/lib/rows.wgsl?raw";
import rowsColumns from "../../../../shaders/lib/rows-columns.wgsl?raw";
import sampling from "../../../../shaders/lib/sampling.wgsl?raw";
import step from "../../../../shaders/lib/step.wgsl?raw";
import striped from "../../../../shaders/lib/striped.wgsl?raw";
import beginShader from "../../../../shaders/lookup-begin.wgsl?raw";
import checkShader from "../../../../shaders/lookup-check.wgsl?raw";
import keepShader from "../../../../shaders/lookup-keep.wgsl?raw";
import type { KernelSource } from "../kernel";
import { FORMATS } from "./formats";
import { forEveryShape, forEveryType, planes, STEP_CHANNELS } from "./token-kernels";

/** COLUMNS of shaders/lib/columns.wgsl. */
export const COLUMNS = 8;

/** Words of shaders/lib/lookup.wgsl's Lookup: a record of four a column come first. */
export const LOOKUP_WORDS = COLUMNS * 4 + 4;
/** DRAFT_RING of shaders/lib/lookup.wgsl. */
export const DRAFT_RING = 128;
/** STEP_STRIDE of shaders/lib/lookup.wgsl, in bytes. */
export const COLUMN_STEP_BYTES = 256;

const many = columns + rowsColumns;

export const columnsMatvec = forEveryShape(
  (type, constants) =>
    ({
      name: "columns_matvec",
      code: step + FORMATS[type].code + striped + rows + foldedNorm + many + matvecShader,
      bindings: ["planes", "plane_words", "x", "squares", "y"],
      params: {
        units: "u32",
        first_row: "u32",
        row_count: "u32",
        has_norm: "u32",
        epsilon: "f32",
        ...planes,
        x_stride: "u32",
        squares_stride: "u32",
        y_stride: "u32",
      },
      constants,
    }) as const satisfies KernelSource,
);

export const columnsResidual = forEveryShape(
  (type, constants) =>
    ({
      name: "columns_residual",
      code: step + FORMATS[type].code + striped + rows + many + residualShader,
      bindings: ["planes", "plane_words", "x", "weight", "residual", "normed", "squares"],
      params: {
        units: "u32",
        row_count: "u32",
        ...planes,
        x_stride: "u32",
        normed_stride: "u32",
        squares_stride: "u32",
      },
      constants,
    }) as const satisfies KernelSource,
);

export const columnsMambaInput = forEveryShape(
  (type, constants) =>
    ({
      name: "columns_mamba_input",
      code: step + FORMATS[type].code + activations + striped + rows + foldedNorm + many + mambaInputShader,
      bindings: ["planes", "plane_words", "x", "squares", "taps", "bias", "slots", "uz"],
      params: {
        units: "u32",
        channels: "u32",
        epsilon: "f32",
        ...planes,
        x_stride: "u32",
        squares_stride: "u32",
        uz_stride: "u32",
        slot_stride: "u32",
      },
      constants,
    }) as const satisfies KernelSource,
);

export const columnsMlpInput = forEveryShape(
  (type, constants) =>
    ({
      name: "columns_mlp_input",
      code: step + FORMATS[type].pairCode + activations + striped + rows + foldedNorm + many + mlpInputShader,
      bindings: ["planes", "plane_words", "second_planes", "second_plane_words", "x", "squares", "hidden"],
      params: {
        units: "u32",
        row_count: "u32",
        epsilon: "f32",
        ...planes,
        x_stride: "u32",
        squares_stride: "u32",
        hidden_stride: "u32",
      },
      constants,
    }) as const satisfies KernelSource,
);

export const columnsMambaStep = forEveryType(
  (type) =>
    ({
      name: "columns_mamba_step",
      code:
        step +
        FORMATS[type].code +
        activations +
        striped +
        columns +
        channelRun +
        channelStep +
        mambaStepShader,
      bindings: ["planes", "plane_words", "dbc", "norms", "a", "bias_d", "state", "uz"],
      params: {
        channels: "u32",
        rank: "u32",
        epsilon: "f32",
        ...planes,
        dbc_stride: "u32",
        uz_stride: "u32",
        slot_stride: "u32",
      },
      constants: { WORKGROUP_SIZE: STEP_CHANNELS * 8 },
    }) as const satisfies KernelSource,
);

export const lookupBegin = {
  name: "lookup_begin",
  code: sampling + columns + lookup + beginShader,
  bindings: ["drafts", "sampling", "lookup", "token_ids", "next_step", "column_steps"],
  params: {},
} as const satisfies KernelSource;

export const lookupCheck = {
  name: "lookup_check",
  code: sampling + columns + lookup + checkShader,
  bindings: ["sampling", "lookup", "token_ids", "next_step"],
  params: { column: "u32" },
} as const satisfies KernelSource;

export const lookupKeep = {
  name: "lookup_keep",
  code: columns + lookup + keepShader,
  bindings: ["x", "y", "lookup"],
  params: { size: "u32", stride: "u32", first: "u32" },
} as const satisfies KernelSource;
