// The forward pass of a single token on a GPU, a flat list in the order of the mathematics (workers/MODEL.md). Chunks, and
// everything on a CPU adapter, go through forward.ts.
import {
  attention,
  attentionMerge,
  conv,
  kvStore,
  rmsNorm,
  scan,
  splitNorm,
  swiglu,
} from "../gpu/kernels/layer-kernels";
import { matvec } from "../gpu/kernels/matrix-kernels";
import type { Matrix } from "../gpu/matrix";
import type { Recorder } from "../gpu/plan";
import { type ForwardInputs, recordEmbedding } from "./forward";
import { DECODE_SLICES } from "./scratch";
import type { AttentionState, MambaState } from "./state";
import type { AttentionWeights, LayerWeights, MambaWeights } from "./weights";

/** Embedding and all layers for the token in scratch.tokenIds; the residual stream ends in scratch.residual. */
export function recordToken(recorder: Recorder, inputs: ForwardInputs): void {
  const { weights, state, scratch: s } = inputs;
  recordEmbedding(recorder, weights.embedding, s.tokenIds, s.residual);
  for (const [index, layer] of weights.layers.entries()) {
    const memory = state.layers[index];
    if (layer.kind === "mamba" && memory?.kind === "mamba") recordMamba(recorder, inputs, layer, memory);
    else if (layer.kind === "attention" && memory?.kind === "attention")
      recordAttention(recorder, inputs, layer, memory);
    recordMlp(recorder, inputs, layer);
  }
}

/** Final norm and output matrix, of the last token in scratch.residual: → logits [vocabSize]. */
export function recordLastLogits(recorder: Recorder, inputs: ForwardInputs, logits: GPUBuffer): void {
  const { config, weights, scratch: s } = inputs;
  recorder.run(
    rmsNorm,
    { x: s.residual, weight: weights.outputNorm, y: s.normed },
    { size: config.hiddenSize, epsilon: config.rmsNormEpsilon, last_only: 1 },
    () => [1],
  );
  multiply(recorder, weights.head, s.normed, logits);
}

function recordNorm(recorder: Recorder, { config, scratch: s }: ForwardInputs, weight: GPUBuffer): void {
  recorder.run(
    rmsNorm,
    { x: s.residual, weight, y: s.normed },
    { size: config.hiddenSize, epsilon: config.rmsNormEpsilon, last_only: 0 },
    () => [1],
  );
}

function recordMamba(
  recorder: Recorder,
  inputs: ForwardInputs,
  layer: MambaWeights,
  { conv: convState, ssm }: MambaState,
): void {
  const { config, scratch: s } = inputs;
  const { innerSize, timeStepRank, stateSize } = config;
  recordNorm(recorder, inputs, layer.norm);
  multiply(recorder, layer.input, s.normed, s.xz);
  recorder.run(
    conv,
    { xz: s.xz, weight: layer.convWeight, bias: layer.convBias, state: convState, u: s.u },
    { channels: innerSize },
    () => [Math.ceil(innerSize / 64)],
  );
  multiply(recorder, layer.projection, s.u, s.dbc);
  recorder.run(
    splitNorm,
    { weight: layer.splitNorm, x: s.dbc },
    { rank: timeStepRank, states: stateSize, epsilon: config.rmsNormEpsilon },
    () => [1, 3],
  );
  multiply(recorder, layer.timeStep, s.dbc, s.timeStep);
  recorder.run(
    scan,
    {
      u: s.u,
      dt_raw: s.timeStep,
      dbc: s.dbc,
      xz: s.xz,
      a: layer.a,
      bias_d: layer.timeStepBiasAndSkip,
      state: ssm,
      y: s.inner,
    },
    { channels: innerSize, rank: timeStepRank },
    () => [Math.ceil(innerSize / 64)],
  );
  multiply(recorder, layer.output, s.inner, s.residual, true);
}

function recordAttention(
  recorder: Recorder,
  inputs: ForwardInputs,
  layer: AttentionWeights,
  { keys, values }: AttentionState,
): void {
  const { config, scratch: s, kvFormat } = inputs;
  const { headCount, kvHeadCount, headSize } = config;
  const cells = (kvHeadCount * headSize) / 4;
  const slices = DECODE_SLICES;
  recordNorm(recorder, inputs, layer.norm);
  multiply(recorder, layer.query, s.normed, s.query);
  multiply(recorder, layer.key, s.normed, s.key);
  multiply(recorder, layer.value, s.normed, s.value);
  recorder.run(kvStore[kvFormat], { k: s.key, v: s.value, keys, values }, { cells }, () => [
    Math.ceil(cells / 64),
  ]);
  recorder.run(
    attention[kvFormat],
    { q: s.query, keys, values, partial: s.partialAttention },
    {
      head_count: headCount,
      kv_head_count: kvHeadCount,
      cells: headSize / 4,
      slices,
      scale: headSize ** -0.5,
    },
    () => [headCount, slices],
  );
  recorder.run(
    attentionMerge,
    { partial: s.partialAttention, y: s.attended },
    { head_count: headCount, head_size: headSize, slices },
    () => [headCount],
  );
  multiply(recorder, layer.output, s.attended, s.residual, true);
}

function recordMlp(recorder: Recorder, inputs: ForwardInputs, layer: LayerWeights): void {
  const { config, scratch: s } = inputs;
  recordNorm(recorder, inputs, layer.mlpNorm);
  multiply(recorder, layer.gate, s.normed, s.gate);
  multiply(recorder, layer.up, s.normed, s.up);
  recorder.run(swiglu, { up: s.up, gate: s.gate }, { size: config.intermediateSize / 4 }, () => [
    Math.ceil(config.intermediateSize / 256),
  ]);
  multiply(recorder, layer.down, s.gate, s.residual, true);
}

/** y = matrix * x, or y += matrix * x. */
function multiply(recorder: Recorder, matrix: Matrix, x: GPUBuffer, y: GPUBuffer, accumulate = false): void {
  for (const part of matrix.parts) {
    const [plane_1, plane_2, plane_3] = part.planeStarts;
    recorder.run(
      matvec[matrix.type],
      { planes: part.buffer, plane_words: part.buffer, x, y },
      {
        units: matrix.columns / 32,
        first_row: part.firstRow,
        row_count: part.rowCount,
        accumulate: accumulate ? 1 : 0,
        plane_1,
        plane_2,
        plane_3,
      },
      () => [Math.ceil(part.rowCount / 4)],
      part.rowCount * matrix.columns,
    );
  }
}
