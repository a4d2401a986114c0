// The forward pass of a single token with int16 activations: the plan of decode.ts, each vector rounded to int16 by the kernel
// that makes it. The residual stream, the recurrent states, the time step, B, C and attention stay in f32.
import {
  type BlockType,
  chooseInt16Shape,
  choosePairShape,
  choosePlainShape,
  countInt16Groups,
  INT16_STEP_CHANNELS,
  type Int16Spec,
  int16AttentionMerge,
  int16Kv,
  int16MambaInput,
  int16MambaStep,
  int16Matvec,
  int16MlpInput,
  int16NormInput,
  int16Residual,
} from "../gpu/kernels/int16-kernels";
import { tokenAttention } from "../gpu/kernels/token-kernels";
import type { Matrix } from "../gpu/matrix";
import type { Binding, Grid, Recorder } from "../gpu/plan";
import { planesOf, wholeOf } from "./decode";
import { type ForwardInputs, firstNorm, recordEmbedding, recordLayers } from "./forward";
import type { Int16Scratch } from "./int16-scratch";
import type { AttentionState, MambaState } from "./state";
import type { AttentionWeights, LayerWeights, MambaWeights } from "./weights";

export interface Int16Inputs extends ForwardInputs {
  readonly int16: Int16Scratch;
}

/** Embedding and all layers for the token in scratch.tokenIds: → scratch.residual, and what recordInt16Head needs of it. */
export function recordInt16Token(recorder: Recorder, inputs: Int16Inputs): void {
  const { weights, scratch } = inputs;
  recordEmbedding(recorder, weights.embedding, scratch.tokenIds, scratch.residual);
  recordInt16NormInput(recorder, inputs, firstNorm(inputs));
  recordLayers(inputs, {
    mamba: (layer, memory) => recordMamba(recorder, inputs, layer, memory),
    attention: (layer, memory) => recordAttention(recorder, inputs, layer, memory),
    mlp: (layer, nextNorm) => recordMlp(recorder, inputs, layer, nextNorm),
  });
}

/** Final norm and output matrix after recordInt16Token: → logits [vocabSize]. */
export function recordInt16Head(recorder: Recorder, inputs: Int16Inputs, logits: GPUBuffer): void {
  multiply(recorder, inputs, inputs.weights.head, inputs.int16.normed, logits, true);
}

/** What a folded norm needs of the last token in x. */
export function recordInt16NormInput(
  recorder: Recorder,
  inputs: Int16Inputs,
  weight: GPUBuffer,
  x: Binding = inputs.scratch.residual,
): void {
  const { hiddenSize } = inputs.config;
  recorder.run(int16NormInput({ size: hiddenSize }), { x, weight, next: inputs.int16.normed }, {}, () => [
    Math.ceil(hiddenSize / 512),
  ]);
}

function recordMamba(
  recorder: Recorder,
  inputs: Int16Inputs,
  layer: MambaWeights,
  { conv, ssm }: MambaState,
): void {
  const { config, int16 } = inputs;
  const { innerSize, timeStepRank, stateSize } = config;
  const { input, timeStep } = layer;
  const spec = specOf(inputs, input);
  recorder.run(
    int16MambaInput(spec),
    {
      ...planesOf(input),
      x: int16.normed,
      taps: layer.convWeight,
      bias: layer.convBias,
      state: conv,
      uz: int16.uz,
      next: int16.u,
    },
    {},
    groupsOf(spec),
    workOf(input),
  );
  const dbc = { buffer: int16.uz, offset: 2 * innerSize * 4, size: (timeStepRank + 2 * stateSize) * 4 };
  multiply(recorder, inputs, layer.projection, int16.u, dbc, false);
  recorder.run(
    int16MambaStep({ ...specOf(inputs, timeStep), type: timeStep.type }),
    {
      ...planesOf(timeStep),
      uz: int16.uz,
      norms: layer.splitNorm,
      a: layer.a,
      bias_d: layer.timeStepBiasAndSkip,
      state: ssm,
      next: int16.y,
    },
    {},
    () => [innerSize / INT16_STEP_CHANNELS],
    workOf(timeStep),
  );
  addToResidual(recorder, inputs, layer.output, int16.y, layer.mlpNorm);
}

function recordAttention(
  recorder: Recorder,
  inputs: Int16Inputs,
  layer: AttentionWeights,
  state: AttentionState,
): void {
  const { int16 } = inputs;
  multiply(recorder, inputs, layer.query, int16.normed, int16.query, true);
  recordInt16Attended(recorder, inputs, layer, state);
  addToResidual(recorder, inputs, layer.output, int16.attended, layer.mlpNorm);
}

/** Key and value into the cache, and attention of the query over it: → attended. */
export function recordInt16Attended(
  recorder: Recorder,
  inputs: Int16Inputs,
  layer: AttentionWeights,
  { keys, values }: AttentionState,
): void {
  const { config, kvFormat, int16 } = inputs;
  const { headCount, kvHeadCount, headSize } = config;
  const { slices } = int16;
  const quartets = kvHeadCount * Math.ceil(headCount / kvHeadCount / 4);
  storeInCache(recorder, inputs, layer.key, keys);
  storeInCache(recorder, inputs, layer.value, values);
  recorder.run(
    tokenAttention[kvFormat],
    { q: int16.query, keys, values, partial: int16.partialAttention },
    {
      head_count: headCount,
      kv_head_count: kvHeadCount,
      cells: headSize / 4,
      slices,
      scale: headSize ** -0.5,
    },
    () => [quartets, slices],
  );
  recorder.run(
    int16AttentionMerge({ headCount, headSize, slices }),
    { partial: int16.partialAttention, next: int16.attended },
    {},
    () => [headCount],
  );
}

function recordMlp(
  recorder: Recorder,
  inputs: Int16Inputs,
  { gate, up, down }: LayerWeights,
  nextNorm: GPUBuffer,
): void {
  const { int16 } = inputs;
  const { planes: second_planes, plane_words: second_plane_words } = planesOf(up);
  const spec = specOf(inputs, gate);
  recorder.run(
    int16MlpInput(spec),
    { ...planesOf(gate), second_planes, second_plane_words, x: int16.normed, next: int16.hidden },
    {},
    () => [countInt16Groups(choosePairShape(spec), spec)],
    2 * workOf(gate),
  );
  addToResidual(recorder, inputs, down, int16.hidden, nextNorm);
}

/** y = matrix * x, with the norm of x folded in or none; x in int16, y in f32. */
function multiply(
  recorder: Recorder,
  inputs: Int16Inputs,
  matrix: Matrix,
  x: Binding,
  y: Binding,
  hasNorm: boolean,
): void {
  for (const part of matrix.parts) {
    const { buffer, firstRow, rowCount } = part;
    const spec = specOf(inputs, matrix, part);
    recorder.run(
      int16Matvec({ ...spec, firstRow, hasNorm }),
      { planes: buffer, plane_words: buffer, x, y },
      {},
      () => [countInt16Groups(choosePlainShape(spec), spec)],
      rowCount * matrix.columns,
    );
  }
}

/** cache[position] = matrix * norm(normed). */
function storeInCache(recorder: Recorder, inputs: Int16Inputs, matrix: Matrix, cache: GPUBuffer): void {
  const spec = specOf(inputs, matrix);
  recorder.run(
    int16Kv({ ...spec, kvFormat: inputs.kvFormat }),
    { ...planesOf(matrix), x: inputs.int16.normed, cache },
    {},
    groupsOf(spec),
    workOf(matrix),
  );
}

/** residual += matrix * x, and what the next norm needs of the sum. */
function addToResidual(
  recorder: Recorder,
  inputs: Int16Inputs,
  matrix: Matrix,
  x: Binding,
  nextNorm: GPUBuffer,
): void {
  const { scratch, int16 } = inputs;
  const spec = specOf(inputs, matrix);
  recorder.run(
    int16Residual(spec),
    { ...planesOf(matrix), x, weight: nextNorm, residual: scratch.residual, next: int16.normed },
    {},
    groupsOf(spec),
    workOf(matrix),
  );
}

/** What a kernel is made for; canUseInt16 has found the type fit. */
export const specOf = ({ config }: Int16Inputs, matrix: Matrix, part = wholeOf(matrix)) => ({
  type: matrix.type as BlockType,
  rows: part.rowCount,
  columns: matrix.columns,
  planeStarts: part.planeStarts,
  epsilon: config.rmsNormEpsilon,
});

export const groupsOf =
  (spec: Int16Spec): Grid =>
  () => [countInt16Groups(chooseInt16Shape(spec), spec)];

export const workOf = ({ rows, columns }: Matrix): number => rows * columns;
