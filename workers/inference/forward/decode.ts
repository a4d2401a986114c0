// The forward pass of a single token on a GPU, a flat list in the order of the mathematics (workers/MODEL.md), each matrix
// in one dispatch with what comes before and after it. Chunks, and everything on a CPU adapter, go through forward.ts.
import {
  chooseShape,
  countGroups,
  mambaInput,
  mambaStep,
  mlpInput,
  normInput,
  ROW_SHAPES,
  STEP_CHANNELS,
  tokenAttention,
  tokenAttentionMerge,
  tokenKv,
  tokenMatvec,
  tokenResidual,
} from "../gpu/kernels/token-kernels";
import type { Matrix, MatrixPart } from "../gpu/matrix";
import type { Binding, Recorder } from "../gpu/plan";
import { type ForwardInputs, firstNorm, recordEmbedding, recordLayers } from "./forward";
import type { AttentionState, MambaState } from "./state";
import type { TokenScratch } from "./token-scratch";
import type { AttentionWeights, LayerWeights, MambaWeights, Weights } from "./weights";

export interface TokenInputs extends ForwardInputs {
  readonly token: TokenScratch;
}

/** Whether the token plan can run these weights: it takes whole matrices, and gate and up of one type. */
export function isFusable({ layers }: Weights): boolean {
  return layers.every((layer) => {
    const mixer =
      layer.kind === "mamba"
        ? [layer.input, layer.projection, layer.timeStep, layer.output]
        : [layer.query, layer.key, layer.value, layer.output];
    const matrices = [...mixer, layer.gate, layer.up, layer.down];
    return matrices.every(({ parts }) => parts.length === 1) && layer.gate.type === layer.up.type;
  });
}

/** Embedding and all layers for the token in scratch.tokenIds: → scratch.residual, and what recordTokenHead needs of it. */
export function recordToken(recorder: Recorder, inputs: TokenInputs): void {
  const { weights, scratch } = inputs;
  recordEmbedding(recorder, weights.embedding, scratch.tokenIds, scratch.residual);
  recordNormInput(recorder, inputs, firstNorm(inputs));
  recordLayers(inputs, {
    mamba: (layer, memory) => recordMamba(recorder, inputs, layer, memory),
    attention: (layer, memory) => recordAttention(recorder, inputs, layer, memory),
    mlp: (layer, nextNorm) => recordMlp(recorder, inputs, layer, nextNorm),
  });
}

/** Final norm and output matrix after recordToken: → logits [vocabSize]. */
export function recordTokenHead(recorder: Recorder, inputs: TokenInputs, logits: GPUBuffer): void {
  multiply(recorder, inputs, inputs.weights.head, inputs.token.normed, logits, true);
}

/** The same for a chunk's last token, after recordChunk. */
export function recordChunkHead(recorder: Recorder, inputs: TokenInputs, logits: GPUBuffer): void {
  recordNormInput(recorder, inputs, inputs.weights.outputNorm);
  recordTokenHead(recorder, inputs, logits);
}

/** What a folded norm needs of the last token in x. */
export function recordNormInput(
  recorder: Recorder,
  inputs: TokenInputs,
  weight: GPUBuffer,
  x: Binding = inputs.scratch.residual,
): void {
  const { config, token: t } = inputs;
  recorder.run(
    normInput,
    { x, weight, normed: t.normed, squares: t.squares },
    { size: config.hiddenSize },
    () => [Math.ceil(config.hiddenSize / 256)],
  );
}

function recordMamba(
  recorder: Recorder,
  inputs: TokenInputs,
  layer: MambaWeights,
  { conv, ssm }: MambaState,
): void {
  const { config, token: t } = inputs;
  const channels = config.innerSize;
  const epsilon = config.rmsNormEpsilon;
  const { input, timeStep } = layer;
  const shape = chooseShape(input.rows, input.columns);
  recorder.run(
    mambaInput[shape][input.type],
    {
      ...planesOf(input),
      x: t.normed,
      squares: t.squares,
      taps: layer.convWeight,
      bias: layer.convBias,
      state: conv,
      uz: t.uz,
    },
    { units: input.columns / 32, channels, epsilon, ...planeStarts(input) },
    () => [countGroups(ROW_SHAPES[shape], input.rows)],
    input.rows * input.columns,
  );
  multiply(recorder, inputs, layer.projection, t.uz, t.dbc, false);
  recorder.run(
    mambaStep[timeStep.type],
    {
      ...planesOf(timeStep),
      dbc: t.dbc,
      norms: layer.splitNorm,
      a: layer.a,
      bias_d: layer.timeStepBiasAndSkip,
      state: ssm,
      uz: t.uz,
    },
    { channels, rank: config.timeStepRank, epsilon, ...planeStarts(timeStep) },
    () => [Math.ceil(channels / STEP_CHANNELS)],
    timeStep.rows * timeStep.columns,
  );
  addToResidual(recorder, inputs, layer.output, t.uz, layer.mlpNorm);
}

function recordAttention(
  recorder: Recorder,
  inputs: TokenInputs,
  layer: AttentionWeights,
  state: AttentionState,
): void {
  const { token: t } = inputs;
  multiply(recorder, inputs, layer.query, t.normed, t.query, true);
  recordAttended(recorder, inputs, layer, state);
  addToResidual(recorder, inputs, layer.output, t.attended, layer.mlpNorm);
}

/** Key and value into the cache, and attention of the query over it: → attended. */
export function recordAttended(
  recorder: Recorder,
  inputs: TokenInputs,
  layer: AttentionWeights,
  { keys, values }: AttentionState,
): void {
  const { config, kvFormat, token: t } = inputs;
  const { headCount, kvHeadCount, headSize } = config;
  const quartets = kvHeadCount * Math.ceil(headCount / kvHeadCount / 4);
  storeInCache(recorder, inputs, layer.key, keys);
  storeInCache(recorder, inputs, layer.value, values);
  recorder.run(
    tokenAttention[kvFormat],
    { q: t.query, keys, values, partial: t.partialAttention },
    {
      head_count: headCount,
      kv_head_count: kvHeadCount,
      cells: headSize / 4,
      slices: t.slices,
      scale: headSize ** -0.5,
    },
    () => [quartets, t.slices],
  );
  recorder.run(
    tokenAttentionMerge,
    { partial: t.partialAttention, y: t.attended },
    { head_count: headCount, head_size: headSize, slices: t.slices },
    () => [headCount],
  );
}

function recordMlp(
  recorder: Recorder,
  inputs: TokenInputs,
  { gate, up, down }: LayerWeights,
  nextNorm: GPUBuffer,
): void {
  const { config, token: t } = inputs;
  const shape = chooseShape(gate.rows, gate.columns);
  const second = planesOf(up);
  recorder.run(
    mlpInput[shape][gate.type],
    {
      ...planesOf(gate),
      second_planes: second.planes,
      second_plane_words: second.plane_words,
      x: t.normed,
      squares: t.squares,
      hidden: t.hidden,
    },
    {
      units: gate.columns / 32,
      row_count: gate.rows,
      epsilon: config.rmsNormEpsilon,
      ...planeStarts(gate),
    },
    () => [countGroups(ROW_SHAPES[shape], gate.rows, 2)],
    2 * gate.rows * gate.columns,
  );
  addToResidual(recorder, inputs, down, t.hidden, nextNorm);
}

/** y = matrix * x, with the norm of x folded in or none; x striped, y plain. */
function multiply(
  recorder: Recorder,
  { config, token }: TokenInputs,
  matrix: Matrix,
  x: Binding,
  y: Binding,
  hasNorm: boolean,
): void {
  const shape = chooseShape(matrix.rows, matrix.columns);
  for (const part of matrix.parts) {
    const [plane_1, plane_2, plane_3] = part.planeStarts;
    recorder.run(
      tokenMatvec[shape][matrix.type],
      { planes: part.buffer, plane_words: part.buffer, x, squares: token.squares, y },
      {
        units: matrix.columns / 32,
        first_row: part.firstRow,
        row_count: part.rowCount,
        has_norm: hasNorm ? 1 : 0,
        epsilon: config.rmsNormEpsilon,
        plane_1,
        plane_2,
        plane_3,
      },
      () => [countGroups(ROW_SHAPES[shape], part.rowCount)],
      part.rowCount * matrix.columns,
    );
  }
}

/** cache[position] = matrix * norm(normed). */
function storeInCache(recorder: Recorder, inputs: TokenInputs, matrix: Matrix, cache: GPUBuffer): void {
  const { config, token: t, kvFormat } = inputs;
  const shape = chooseShape(matrix.rows, matrix.columns);
  recorder.run(
    tokenKv[kvFormat][shape][matrix.type],
    { ...planesOf(matrix), x: t.normed, squares: t.squares, cache },
    {
      units: matrix.columns / 32,
      row_count: matrix.rows,
      epsilon: config.rmsNormEpsilon,
      ...planeStarts(matrix),
    },
    () => [countGroups(ROW_SHAPES[shape], matrix.rows)],
    matrix.rows * matrix.columns,
  );
}

/** residual += matrix * x, and what the next norm needs of the sum. */
function addToResidual(
  recorder: Recorder,
  { scratch, token: t }: TokenInputs,
  matrix: Matrix,
  x: Binding,
  nextNorm: GPUBuffer,
): void {
  const shape = chooseShape(matrix.rows, matrix.columns);
  recorder.run(
    tokenResidual[shape][matrix.type],
    {
      ...planesOf(matrix),
      x,
      weight: nextNorm,
      residual: scratch.residual,
      normed: t.normed,
      squares: t.squares,
    },
    { units: matrix.columns / 32, row_count: matrix.rows, ...planeStarts(matrix) },
    () => [countGroups(ROW_SHAPES[shape], matrix.rows)],
    matrix.rows * matrix.columns,
  );
}

/** The one part of a matrix that isFusable has found to be whole. */
export const wholeOf = (matrix: Matrix): MatrixPart => matrix.parts[0] as MatrixPart;

export const planesOf = (matrix: Matrix) => ({
  planes: wholeOf(matrix).buffer,
  plane_words: wholeOf(matrix).buffer,
});

export const planeStarts = (matrix: Matrix) => {
  const [plane_1, plane_2, plane_3] = wholeOf(matrix).planeStarts;
  return { plane_1, plane_2, plane_3 };
};
