// The forward pass of columns (columns.ts) with activations in f32: the list of decode.ts, each matrix once for all columns. What
// reads little goes column by column through the kernels of a single token.

import type { Gpu } from "../gpu/device";
import {
  COLUMNS,
  columnsMambaInput,
  columnsMambaStep,
  columnsMatvec,
  columnsMlpInput,
  columnsResidual,
} from "../gpu/kernels/columns-kernels";
import { chooseShape, countGroups, ROW_SHAPES, STEP_CHANNELS } from "../gpu/kernels/token-kernels";
import type { Matrix } from "../gpu/matrix";
import type { Recorder } from "../gpu/plan";
import {
  alignWords,
  type ColumnBuffers,
  type ColumnPlan,
  cutColumn,
  cutSlots,
  recordWithBuffers,
} from "./columns";
import { planeStarts, planesOf, recordAttended, recordNormInput, type TokenInputs } from "./decode";
import { type ForwardInputs, firstNorm, type LayerParts, recordEmbedding, recordLayers } from "./forward";
import type { AttentionState, MambaState } from "./state";
import { striped, type TokenScratch } from "./token-scratch";
import type { AttentionWeights, LayerWeights, MambaWeights } from "./weights";

/** Throws GpuOutOfMemoryError or GpuLimitError. */
export async function recordColumns(
  gpu: Gpu,
  recorder: Recorder,
  inputs: ForwardInputs,
  columns: ColumnBuffers,
  slices: number,
): Promise<ColumnPlan> {
  const { hiddenSize, innerSize, intermediateSize, timeStepRank, stateSize } = inputs.config;
  const strides = {
    normed: striped(hiddenSize),
    squares: alignWords(hiddenSize / 4),
    uz: alignWords(striped(innerSize) + innerSize),
    dbc: alignWords(timeStepRank + 2 * stateSize),
    query: hiddenSize,
    attended: striped(hiddenSize),
    hidden: striped(intermediateSize),
  };
  return recordWithBuffers(gpu, recorder, inputs.config, strides, slices, (buffers) =>
    new ColumnsRecorder(recorder, inputs, columns, strides, buffers, slices).record(),
  );
}

type Vector = "normed" | "squares" | "uz" | "dbc" | "query" | "attended" | "hidden";

class ColumnsRecorder implements LayerParts {
  /** What the kernels of a single token see of each column. */
  private readonly views: readonly TokenInputs[];

  constructor(
    private readonly recorder: Recorder,
    private readonly inputs: ForwardInputs,
    private readonly columns: ColumnBuffers,
    private readonly strides: Readonly<Record<Vector, number>>,
    private readonly buffers: Readonly<Record<Vector | "partialAttention", GPUBuffer>>,
    private readonly slices: number,
  ) {
    this.views = Array.from({ length: COLUMNS }, (_, column) => ({ ...inputs, token: this.view(column) }));
  }

  record(): void {
    const { recorder, columns } = this;
    const { weights, scratch, config } = this.inputs;
    recordEmbedding(recorder, weights.embedding, scratch.tokenIds, scratch.residual);
    this.eachColumn((view, column) => {
      const x = cutColumn(scratch.residual, config.hiddenSize, column);
      recordNormInput(recorder, view, firstNorm(this.inputs), x);
    });
    recordLayers(this.inputs, this);
    this.multiply(weights.head, "normed", columns.logits, columns.logitsStride, true);
  }

  private eachColumn(record: (view: TokenInputs, column: number) => void): void {
    for (const [column, view] of this.views.entries())
      this.recorder.atStep(this.columns.stepGroups[column] as GPUBindGroup, () => record(view, column));
  }

  private view(column: number): TokenScratch {
    const cut = (name: Vector) => cutColumn(this.buffers[name], this.strides[name], column);
    return {
      normed: cut("normed"),
      squares: cutColumn(
        this.buffers.squares,
        this.strides.squares,
        column,
        this.inputs.config.hiddenSize / 4,
      ),
      uz: cut("uz"),
      dbc: cut("dbc"),
      query: cut("query"),
      slices: this.slices,
      partialAttention: this.buffers.partialAttention,
      attended: cut("attended"),
      hidden: cut("hidden"),
      byteLength: 0,
      dispose: () => undefined,
    };
  }

  mamba(layer: MambaWeights, { conv, ssm }: MambaState): void {
    const { recorder, buffers, strides, columns } = this;
    const { innerSize: channels, rmsNormEpsilon: epsilon, timeStepRank: rank } = this.inputs.config;
    const { input, timeStep } = layer;
    const shape = chooseShape(input.rows, input.columns);
    recorder.run(
      columnsMambaInput[shape][input.type],
      {
        ...planesOf(input),
        x: buffers.normed,
        squares: buffers.squares,
        taps: layer.convWeight,
        bias: layer.convBias,
        slots: cutSlots(columns, conv),
        uz: buffers.uz,
      },
      {
        units: input.columns / 32,
        channels,
        epsilon,
        ...planeStarts(input),
        x_stride: strides.normed / 4,
        squares_stride: strides.squares / 4,
        uz_stride: strides.uz / 4,
        slot_stride: columns.slotWords / 4,
      },
      () => [countGroups(ROW_SHAPES[shape], input.rows)],
      input.rows * input.columns,
    );
    this.multiply(layer.projection, "uz", buffers.dbc, strides.dbc, false);
    recorder.run(
      columnsMambaStep[timeStep.type],
      {
        ...planesOf(timeStep),
        dbc: buffers.dbc,
        norms: layer.splitNorm,
        a: layer.a,
        bias_d: layer.timeStepBiasAndSkip,
        state: cutSlots(columns, ssm),
        uz: buffers.uz,
      },
      {
        channels,
        rank,
        epsilon,
        ...planeStarts(timeStep),
        dbc_stride: strides.dbc / 4,
        uz_stride: strides.uz,
        slot_stride: columns.slotWords / 2,
      },
      () => [Math.ceil(channels / STEP_CHANNELS)],
      timeStep.rows * timeStep.columns,
    );
    this.addToResidual(layer.output, "uz", layer.mlpNorm);
  }

  attention(layer: AttentionWeights, state: AttentionState): void {
    this.multiply(layer.query, "normed", this.buffers.query, this.strides.query, true);
    this.eachColumn((view) => recordAttended(this.recorder, view, layer, state));
    this.addToResidual(layer.output, "attended", layer.mlpNorm);
  }

  mlp({ gate, up, down }: LayerWeights, nextNorm: GPUBuffer): void {
    const { buffers, strides } = this;
    const shape = chooseShape(gate.rows, gate.columns);
    const second = planesOf(up);
    this.recorder.run(
      columnsMlpInput[shape][gate.type],
      {
        ...planesOf(gate),
        second_planes: second.planes,
        second_plane_words: second.plane_words,
        x: buffers.normed,
        squares: buffers.squares,
        hidden: buffers.hidden,
      },
      {
        units: gate.columns / 32,
        row_count: gate.rows,
        epsilon: this.inputs.config.rmsNormEpsilon,
        ...planeStarts(gate),
        x_stride: strides.normed / 4,
        squares_stride: strides.squares / 4,
        hidden_stride: strides.hidden / 2,
      },
      () => [countGroups(ROW_SHAPES[shape], gate.rows, 2)],
      2 * gate.rows * gate.columns,
    );
    this.addToResidual(down, "hidden", nextNorm);
  }

  /** y = matrix * x, with the norm of x folded in or none. */
  private multiply(matrix: Matrix, x: Vector, y: GPUBuffer, y_stride: number, hasNorm: boolean): void {
    const { recorder, buffers, strides } = this;
    const shape = chooseShape(matrix.rows, matrix.columns);
    for (const part of matrix.parts) {
      const [plane_1, plane_2, plane_3] = part.planeStarts;
      recorder.run(
        columnsMatvec[shape][matrix.type],
        { planes: part.buffer, plane_words: part.buffer, x: buffers[x], squares: buffers.squares, y },
        {
          units: matrix.columns / 32,
          first_row: part.firstRow,
          row_count: part.rowCount,
          has_norm: hasNorm ? 1 : 0,
          epsilon: this.inputs.config.rmsNormEpsilon,
          plane_1,
          plane_2,
          plane_3,
          x_stride: strides[x] / 4,
          squares_stride: strides.squares / 4,
          y_stride,
        },
        () => [countGroups(ROW_SHAPES[shape], part.rowCount)],
        part.rowCount * matrix.columns,
      );
    }
  }

  /** residual += matrix * x, and what the next norm needs of the sum. */
  private addToResidual(matrix: Matrix, x: Vector, nextNorm: GPUBuffer): void {
    const { recorder, buffers, strides } = this;
    const shape = chooseShape(matrix.rows, matrix.columns);
    recorder.run(
      columnsResidual[shape][matrix.type],
      {
        ...planesOf(matrix),
        x: buffers[x],
        weight: nextNorm,
        residual: this.inputs.scratch.residual,
        normed: buffers.normed,
        squares: buffers.squares,
      },
      {
        units: matrix.columns / 32,
        row_count: matrix.rows,
        ...planeStarts(matrix),
        x_stride: strides[x] / 4,
        normed_stride: strides.normed / 4,
        squares_stride: strides.squares,
      },
      () => [countGroups(ROW_SHAPES[shape], matrix.rows)],
      matrix.rows * matrix.columns,
    );
  }
}
