// The forward pass over a chunk of tokens, in the order of the mathematics (workers/MODEL.md): recorded once at load as a
// plan of dispatches. Single tokens on a GPU have a plan of their own (decode.ts). Sums are f32.

import type { KernelCompiler } from "../gpu/kernel";
import { attentionChunk, matmulMerge } from "../gpu/kernels/chunk-kernels";
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
import { embed, matmul } from "../gpu/kernels/matrix-kernels";
import type { Matrix } from "../gpu/matrix";
import type { Recorder } from "../gpu/plan";
import type { Config } from "../parse/config";
import type { TensorInfo } from "../parse/gguf";
import { recordChunkAttention } from "./attention";
import { type MatmulKind, TILED_KERNELS } from "./matmul-kind";
import { type MultiplyOptions, recordMultiply } from "./multiply";
import type { Scratch } from "./scratch";
import type { State } from "./state";
import type { Weights } from "./weights";

export interface ForwardInputs {
  readonly config: Config;
  readonly weights: Weights;
  readonly state: State;
  readonly scratch: Scratch;
  readonly kvFormat: KvFormat;
  readonly matmul: MatmulKind; // of a chunk; with any but "rows", attention shares its tiles too
}

/** Starts compiling what a file's plan for chunks will need, while its weights are still on their way. */
export function compileAhead(
  compiler: KernelCompiler,
  tensors: readonly TensorInfo[],
  kvFormat: KvFormat,
  kind: MatmulKind,
): void {
  const types = new Set(
    tensors.filter(({ dims, type }) => dims.length === 2 && type !== "f32").map(({ type }) => type),
  );
  const sources = [
    ...[rmsNorm, splitNorm, conv, scan, swiglu, kvStore[kvFormat], attention[kvFormat], attentionMerge],
    ...(kind === "rows" ? [] : [matmulMerge, attentionChunk[kvFormat]]),
    ...[...types].map((type) => (kind === "rows" ? matmul[type] : TILED_KERNELS[kind][type])),
  ];
  for (const source of sources) compiler.compile(source).catch(() => {}); // whoever records it hears of a failure
}

/** Embedding and all layers: token ids in scratch.tokenIds → residual stream in scratch.residual. */
export function recordChunk(recorder: Recorder, inputs: ForwardInputs): void {
  const { config, weights, state, scratch: s } = inputs;
  const { hiddenSize, innerSize, timeStepRank, stateSize, intermediateSize } = config;
  const epsilon = config.rmsNormEpsilon;
  const multiply = (matrix: Matrix, x: GPUBuffer, y: GPUBuffer, options: MultiplyOptions = {}) =>
    recordMultiply(recorder, { kind: inputs.matmul, maxTokens: s.maxTokens }, matrix, x, y, options);
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
      multiply(layer.input, s.normed, s.xz);
      recorder.run(
        conv,
        { xz: s.xz, weight: layer.convWeight, bias: layer.convBias, state: convState, u: s.u },
        { channels: innerSize },
        () => [Math.ceil(innerSize / 64)],
      );
      multiply(layer.projection, s.u, s.dbc, { spare: s.up });
      recorder.run(
        splitNorm,
        { weight: layer.splitNorm, x: s.dbc },
        { rank: timeStepRank, states: stateSize, epsilon },
        (tokens) => [tokens, 3],
      );
      multiply(layer.timeStep, s.dbc, s.timeStep, {
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
      multiply(layer.output, s.inner, s.residual, { accumulate: true, spare: s.up });
    } else if (layer.kind === "attention" && memory?.kind === "attention") {
      multiply(layer.query, s.normed, s.query, { spare: s.up });
      multiply(layer.key, s.normed, s.key, { spare: s.up });
      multiply(layer.value, s.normed, s.value, { spare: s.up });
      recordAttention(recorder, inputs, memory.keys, memory.values);
      multiply(layer.output, s.attended, s.residual, { accumulate: true, spare: s.up });
    }
    norm(s.residual, layer.mlpNorm, s.normed);
    multiply(layer.gate, s.normed, s.gate);
    multiply(layer.up, s.normed, s.up);
    recorder.run(swiglu, { up: s.up, gate: s.gate }, { size: intermediateSize / 4 }, (tokens) => [
      Math.ceil(intermediateSize / 256),
      tokens,
    ]);
    multiply(layer.down, s.gate, s.residual, { accumulate: true, spare: s.xz });
  }
}

/** Final norm and output matrix, of the chunk's last token alone or of every token: scratch.residual → logits. */
export function recordHead(
  recorder: Recorder,
  { config, weights, scratch: s, matmul: kind }: ForwardInputs,
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
  const options = rows === "last" ? { tokens: 1 } : {};
  recordMultiply(recorder, { kind, maxTokens: s.maxTokens }, weights.head, s.normed, logits, options);
}

function recordAttention(
  recorder: Recorder,
  { config, scratch: s, kvFormat, matmul: kind }: ForwardInputs,
  keys: GPUBuffer,
  values: GPUBuffer,
): void {
  const { query, key, value, attended } = s;
  const isTiled = kind !== "rows";
  // The gate's buffer is free until the MLP and holds more slices than the partial sums' own.
  const partial = isTiled && s.gate.size > s.partialAttention.size ? s.gate : s.partialAttention;
  const buffers = { query, key, value, keys, values, partial, attended };
  recordChunkAttention(recorder, config, buffers, { kvFormat, isTiled, maxTokens: s.maxTokens });
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
