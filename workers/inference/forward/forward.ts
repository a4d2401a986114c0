// The forward pass over a chunk of tokens, in the order of the mathematics (workers/MODEL.md): recorded once at load as a
// plan of dispatches. Single tokens on a GPU have a plan of their own (decode.ts). All arithmetic is f32.

import type { KernelCompiler } from "../gpu/kernel";
import {
  attention,
  attentionMerge,
  conv,
  type KvFormat,
  kvStore,
  rmsNorm,
  scan,
  splitNorm,
  swiglu,
} from "../gpu/kernels/layer-kernels";
import { embed, matmul, matvec } from "../gpu/kernels/matrix-kernels";
import type { Matrix } from "../gpu/matrix";
import type { Recorder } from "../gpu/plan";
import type { Config } from "../parse/config";
import type { TensorInfo } from "../parse/gguf";
import type { Scratch } from "./scratch";
import type { State } from "./state";
import type { Weights } from "./weights";

export interface ForwardInputs {
  readonly config: Config;
  readonly weights: Weights;
  readonly state: State;
  readonly scratch: Scratch;
  readonly kvFormat: KvFormat;
}

/** Starts compiling what a file's plans will need, while its weights are still on their way. */
export function compileAhead(
  compiler: KernelCompiler,
  tensors: readonly TensorInfo[],
  kvFormat: KvFormat,
  isCpu: boolean,
): void {
  const types = new Set(
    tensors.filter(({ dims, type }) => dims.length === 2 && type !== "f32").map(({ type }) => type),
  );
  const sources = [
    ...[rmsNorm, splitNorm, conv, scan, swiglu, kvStore[kvFormat], attention[kvFormat], attentionMerge],
    ...[...types].flatMap((type) => (isCpu ? [matmul[type]] : [matmul[type], matvec[type]])),
  ];
  for (const source of sources) compiler.compile(source).catch(() => {}); // whoever records it hears of a failure
}

/** Embedding and all layers: token ids in scratch.tokenIds → residual stream in scratch.residual. */
export function recordChunk(recorder: Recorder, inputs: ForwardInputs): void {
  const { config, weights, state, scratch: s } = inputs;
  const { hiddenSize, innerSize, timeStepRank, stateSize, intermediateSize } = config;
  const epsilon = config.rmsNormEpsilon;
  const norm = (x: GPUBuffer, weight: GPUBuffer, y: GPUBuffer) =>
    recorder.run(rmsNorm, { x, weight, y }, { size: hiddenSize, epsilon, last_only: 0 }, (tokens) => [
      tokens,
    ]);

  recordEmbedding(recorder, weights.embedding, s.tokenIds, s.residual);
  for (const [index, layer] of weights.layers.entries()) {
    const memory = state.layers[index];
    norm(s.residual, layer.norm, s.normed);
    if (layer.kind === "mamba" && memory?.kind === "mamba") {
      const { conv: convState, ssm } = memory;
      multiplyChunk(recorder, layer.input, s.normed, s.xz);
      recorder.run(
        conv,
        { xz: s.xz, weight: layer.convWeight, bias: layer.convBias, state: convState, u: s.u },
        { channels: innerSize },
        () => [Math.ceil(innerSize / 64)],
      );
      multiplyChunk(recorder, layer.projection, s.u, s.dbc);
      recorder.run(
        splitNorm,
        { weight: layer.splitNorm, x: s.dbc },
        { rank: timeStepRank, states: stateSize, epsilon },
        (tokens) => [tokens, 3],
      );
      multiplyChunk(recorder, layer.timeStep, s.dbc, s.timeStep, {
        inputStride: timeStepRank + 2 * stateSize,
      });
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
      multiplyChunk(recorder, layer.output, s.inner, s.residual, { accumulate: true });
    } else if (layer.kind === "attention" && memory?.kind === "attention") {
      multiplyChunk(recorder, layer.query, s.normed, s.query);
      multiplyChunk(recorder, layer.key, s.normed, s.key);
      multiplyChunk(recorder, layer.value, s.normed, s.value);
      recordAttention(recorder, inputs, memory.keys, memory.values);
      multiplyChunk(recorder, layer.output, s.attended, s.residual, { accumulate: true });
    }
    norm(s.residual, layer.mlpNorm, s.normed);
    multiplyChunk(recorder, layer.gate, s.normed, s.gate);
    multiplyChunk(recorder, layer.up, s.normed, s.up);
    recorder.run(swiglu, { up: s.up, gate: s.gate }, { size: intermediateSize / 4 }, (tokens) => [
      Math.ceil(intermediateSize / 256),
      tokens,
    ]);
    multiplyChunk(recorder, layer.down, s.gate, s.residual, { accumulate: true });
  }
}

/** Final norm and output matrix, of the chunk's last token alone or of every token: scratch.residual → logits. */
export function recordHead(
  recorder: Recorder,
  { config, weights, scratch: s }: ForwardInputs,
  rows: "last" | "all",
  logits: GPUBuffer, // [1 or tokenCount, vocabSize]
): void {
  const last_only = rows === "last" ? 1 : 0;
  recorder.run(
    rmsNorm,
    { x: s.residual, weight: weights.outputNorm, y: s.normed },
    { size: config.hiddenSize, epsilon: config.rmsNormEpsilon, last_only },
    (tokens) => [last_only ? 1 : tokens],
  );
  multiplyChunk(recorder, weights.head, s.normed, logits, rows === "last" ? { tokens: 1 } : {});
}

function recordAttention(
  recorder: Recorder,
  { config, scratch: s, kvFormat }: ForwardInputs,
  keys: GPUBuffer,
  values: GPUBuffer,
): void {
  const { headCount, kvHeadCount, headSize } = config;
  const slices = 1; // a chunk has tokens enough to fill a GPU
  const cells = (kvHeadCount * headSize) / 4;
  recorder.run(kvStore[kvFormat], { k: s.key, v: s.value, keys, values }, { cells }, (tokens) => [
    Math.ceil(cells / 64),
    tokens,
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
    (tokens) => [headCount, slices, tokens],
  );
  recorder.run(
    attentionMerge,
    { partial: s.partialAttention, y: s.attended },
    { head_count: headCount, head_size: headSize, slices },
    (tokens) => [headCount, tokens],
  );
}

/** y[t] = the embedding of token_ids[t]. */
export function recordEmbedding(
  recorder: Recorder,
  matrix: Matrix,
  token_ids: GPUBuffer,
  y: GPUBuffer,
): void {
  for (const part of matrix.parts) {
    const [plane_1, plane_2, plane_3] = part.planeStarts;
    recorder.run(
      embed[matrix.type],
      { planes: part.buffer, plane_words: part.buffer, token_ids, y },
      {
        units: matrix.columns / 32,
        first_row: part.firstRow,
        row_count: part.rowCount,
        plane_1,
        plane_2,
        plane_3,
      },
      (tokens) => [Math.ceil(matrix.columns / 32 / 64), tokens],
    );
  }
}

interface MultiplyOptions {
  readonly accumulate?: boolean; // y += instead of y =
  readonly tokens?: number; // fewer than the chunk has
  readonly inputStride?: number; // floats from one token's x to the next; columns unless told
}

/** y[t] = matrix * x[t] for every token of the chunk. */
function multiplyChunk(
  recorder: Recorder,
  matrix: Matrix,
  x: GPUBuffer,
  y: GPUBuffer,
  { accumulate = false, inputStride, tokens }: MultiplyOptions = {},
): void {
  for (const part of matrix.parts) {
    const [plane_1, plane_2, plane_3] = part.planeStarts;
    recorder.run(
      matmul[matrix.type],
      { planes: part.buffer, plane_words: part.buffer, x, y },
      {
        units: matrix.columns / 32,
        first_row: part.firstRow,
        row_count: part.rowCount,
        row_stride: matrix.rows,
        x_stride: (inputStride ?? matrix.columns) / 4,
        accumulate: accumulate ? 1 : 0,
        token_limit: tokens ?? 0xffffffff,
        plane_1,
        plane_2,
        plane_3,
      },
      (chunk) => [Math.ceil(part.rowCount / 256), Math.ceil((tokens ?? chunk) / 4)],
      part.rowCount * matrix.columns,
    );
  }
}
