// The forward pass of columns (columns.ts) with activations in int16: the list of decode-int16.ts, each matrix once for all
// columns. What reads little goes column by column through the kernels of a single token.

import type { Gpu } from "../gpu/device";
import {
  int16ColumnsMambaInput,
  int16ColumnsMambaStep,
  int16ColumnsMatvec,
  int16ColumnsMlpInput,
  int16ColumnsResidual,
} from "../gpu/kernels/columns-int16-kernels";
import { COLUMNS } from "../gpu/kernels/columns-kernels";
import {
  choosePairShape,
  choosePlainShape,
  countInt16Groups,
  INT16_STEP_CHANNELS,
  int16Words,
} from "../gpu/kernels/int16-kernels";
import type { Matrix } from "../gpu/matrix";
import type { Binding, Recorder } from "../gpu/plan";
import {
  alignWords,
  type ColumnBuffers,
  type ColumnPlan,
  cutColumn,
  cutSlots,
  recordWithBuffers,
} from "./columns";
import { planesOf } from "./decode";
import {
  groupsOf,
  type Int16Inputs,
  recordInt16Attended,
  recordInt16NormInput,
  specOf,
  workOf,
} from "./decode-int16";
import { type ForwardInputs, firstNorm, type LayerParts, recordEmbedding, recordLayers } from "./forward";
import type { Int16Scratch } from "./int16-scratch";
import type { AttentionState, MambaState } from "./state";
import type { AttentionWeights, LayerWeights, MambaWeights } from "./weights";

type Vector = "normed" | "uz" | "u" | "y" | "query" | "attended" | "hidden";

/** Throws GpuOutOfMemoryError or GpuLimitError. */
export async function recordInt16Columns(
  gpu: Gpu,
  recorder: Recorder,
  inputs: ForwardInputs,
  columns: ColumnBuffers,
  slices: number,
): Promise<ColumnPlan> {
  const { hiddenSize, innerSize, intermediateSize, timeStepRank, stateSize } = inputs.config;
  const strides: Record<Vector, number> = {
    normed: alignWords(int16Words(hiddenSize)),
    uz: alignWords(2 * innerSize + timeStepRank + 2 * stateSize),
    u: alignWords(int16Words(innerSize)),
    y: alignWords(int16Words(innerSize)),
    query: hiddenSize,
    attended: alignWords(int16Words(hiddenSize)),
    hidden: alignWords(int16Words(intermediateSize)),
  };
  return recordWithBuffers(gpu, recorder, inputs.config, strides, slices, (buffers) =>
    new Int16ColumnsRecorder(recorder, inputs, columns, strides, buffers, slices).record(),
  );
}

class Int16ColumnsRecorder implements LayerParts {
  /** What the kernels of a single token see of each column. */
  private readonly views: readonly Int16Inputs[];

  constructor(
    private readonly recorder: Recorder,
    private readonly inputs: ForwardInputs,
    private readonly columns: ColumnBuffers,
    private readonly strides: Readonly<Record<Vector, number>>,
    private readonly buffers: Readonly<Record<Vector | "partialAttention", GPUBuffer>>,
    private readonly slices: number,
  ) {
    this.views = Array.from({ length: COLUMNS }, (_, column) => ({ ...inputs, int16: this.view(column) }));
  }

  record(): void {
    const { recorder, columns } = this;
    const { weights, scratch, config } = this.inputs;
    recordEmbedding(recorder, weights.embedding, scratch.tokenIds, scratch.residual);
    this.eachColumn((view, column) => {
      const x = cutColumn(scratch.residual, config.hiddenSize, column);
      recordInt16NormInput(recorder, view, firstNorm(this.inputs), x);
    });
    recordLayers(this.inputs, this);
    this.multiply(weights.head, "normed", columns.logits, columns.logitsStride, true);
  }

  private eachColumn(record: (view: Int16Inputs, column: number) => void): void {
    for (const [column, view] of this.views.entries())
      this.recorder.atStep(this.columns.stepGroups[column] as GPUBindGroup, () => record(view, column));
  }

  private view(column: number): Int16Scratch {
    const cut = (name: Vector) => cutColumn(this.buffers[name], this.strides[name], column);
    return {
      normed: cut("normed"),
      uz: this.buffers.uz, // of no concern to what goes column by column
      u: cut("u"),
      y: cut("y"),
      query: cut("query"),
      slices: this.slices,
      partialAttention: this.buffers.partialAttention,
      attended: cut("attended"),
      hidden: cut("hidden"),
      byteLength: 0,
      dispose: () => undefined,
    };
  }

  /** The view of any column: for sizes of matrices. */
  private spec(matrix: Matrix, part = matrix.parts[0] as Matrix["parts"][number]) {
    return specOf(this.views[0] as Int16Inputs, matrix, part);
  }

  mamba(layer: MambaWeights, { conv, ssm }: MambaState): void {
    const { recorder, buffers, strides, columns } = this;
    const { innerSize, timeStepRank, stateSize } = this.inputs.config;
    const { input, timeStep } = layer;
    const shared = { slotStride: columns.slotWords, uzStride: strides.uz };
    const spec = this.spec(input);
    recorder.run(
      int16ColumnsMambaInput({ ...spec, ...shared, xStride: strides.normed / 4, nextStride: strides.u }),
      {
        ...planesOf(input),
        x: buffers.normed,
        taps: layer.convWeight,
        bias: layer.convBias,
        slots: cutSlots(columns, conv),
        uz: buffers.uz,
        next: buffers.u,
      },
      {},
      groupsOf(spec),
      workOf(input),
    );
    const offset = 2 * innerSize * 4;
    const size = ((COLUMNS - 1) * strides.uz + timeStepRank + 2 * stateSize) * 4;
    this.multiply(layer.projection, "u", { buffer: buffers.uz, offset, size }, strides.uz, false);
    recorder.run(
      int16ColumnsMambaStep({
        ...this.spec(timeStep),
        type: timeStep.type,
        ...shared,
        nextStride: strides.y,
      }),
      {
        ...planesOf(timeStep),
        uz: buffers.uz,
        norms: layer.splitNorm,
        a: layer.a,
        bias_d: layer.timeStepBiasAndSkip,
        state: cutSlots(columns, ssm),
        next: buffers.y,
      },
      {},
      () => [innerSize / INT16_STEP_CHANNELS],
      workOf(timeStep),
    );
    this.addToResidual(layer.output, "y", layer.mlpNorm);
  }

  attention(layer: AttentionWeights, state: AttentionState): void {
    this.multiply(layer.query, "normed", this.buffers.query, this.strides.query, true);
    this.eachColumn((view) => recordInt16Attended(this.recorder, view, layer, state));
    this.addToResidual(layer.output, "attended", layer.mlpNorm);
  }

  mlp({ gate, up, down }: LayerWeights, nextNorm: GPUBuffer): void {
    const { buffers, strides } = this;
    const { planes: second_planes, plane_words: second_plane_words } = planesOf(up);
    const spec = this.spec(gate);
    this.recorder.run(
      int16ColumnsMlpInput({ ...spec, xStride: strides.normed / 4, nextStride: strides.hidden }),
      { ...planesOf(gate), second_planes, second_plane_words, x: buffers.normed, next: buffers.hidden },
      {},
      () => [countInt16Groups(choosePairShape(spec), spec)],
      2 * workOf(gate),
    );
    this.addToResidual(down, "hidden", nextNorm);
  }

  /** y = matrix * x, with the norm of x folded in or none; x in int16, y in f32. */
  private multiply(matrix: Matrix, x: Vector, y: Binding, yStride: number, hasNorm: boolean): void {
    const xStride = this.strides[x] / 4;
    for (const part of matrix.parts) {
      const { buffer, firstRow, rowCount } = part;
      const spec = this.spec(matrix, part);
      this.recorder.run(
        int16ColumnsMatvec({ ...spec, firstRow, hasNorm, xStride, yStride }),
        { planes: buffer, plane_words: buffer, x: this.buffers[x], y },
        {},
        () => [countInt16Groups(choosePlainShape(spec), spec)],
        rowCount * matrix.columns,
      );
    }
  }

  /** residual += matrix * x, and what the next norm needs of the sum. */
  private addToResidual(matrix: Matrix, x: Vector, nextNorm: GPUBuffer): void {
    const { buffers, strides } = this;
    const spec = this.spec(matrix);
    this.recorder.run(
      int16ColumnsResidual({ ...spec, xStride: strides[x] / 4, nextStride: strides.normed }),
      {
        ...planesOf(matrix),
        x: buffers[x],
        weight: nextNorm,
        residual: this.inputs.scratch.residual,
        next: buffers.normed,
      },
      {},
      groupsOf(spec),
      workOf(matrix),
    );
  }
}
