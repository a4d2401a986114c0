// The forward pass over a chunk of tokens, in the order of the mathematics (workers/MODEL.md): recorded once at load as a
// plan of dispatches. Single tokens on a GPU have a plan of their own (decode.ts). Sums are f32; what a product on matrix
// units multiplies its maker writes in f16.
import {
  conv,
  convHalf,
  type KvFormat,
  mergeNorm,
  packHalf,
  rmsNorm,
  scan,
  scanChunk,
  splitNorm,
  swiglu,
} from "../gpu/kernels/layer-kernels";
import { embed } from "../gpu/kernels/matrix-kernels";
import type { Matrix } from "../gpu/matrix";
import type { Recorder } from "../gpu/plan";
import type { Config } from "../parse/config";
import { recordChunkAttention, runsOnMatrixUnits } from "./attention";
import { type MatmulKind, operandFormat } from "./matmul-kind";
import {
  type ChunkMultiplier,
  isGatedProduct,
  recordGatedProduct,
  recordMerge,
  recordMultiply,
  recordSlices,
  type Slices,
} from "./multiply";
import type { Scratch } from "./scratch";
import type { AttentionState, MambaState, State } from "./state";
import type { AttentionWeights, LayerWeights, MambaWeights, Weights } from "./weights";

export interface ForwardInputs {
  readonly config: Config;
  readonly weights: Weights;
  readonly state: State;
  readonly scratch: Scratch;
  readonly kvFormat: KvFormat;
  readonly matmul: MatmulKind; // of a chunk; with any but "rows", attention shares its tiles too
}

export { compileAhead } from "./compile-chunk";

/** Embedding and all layers of chunks of at most so many tokens: scratch.tokenIds → residual stream in scratch.residual. */
export function recordChunk(recorder: Recorder, inputs: ForwardInputs, maxTokens: number): void {
  const { weights, scratch } = inputs;
  recordEmbedding(recorder, weights.embedding, scratch.tokenIds, scratch.residual);
  const chunk = new ChunkRecorder(recorder, inputs, maxTokens);
  recordLayers(inputs, chunk);
  chunk.finish();
}

/** How the parts of layers are recorded, whatever they run on: a chunk, a token or columns. */
export interface LayerParts {
  mamba(layer: MambaWeights, memory: MambaState): void;
  attention(layer: AttentionWeights, memory: AttentionState): void;
  /** `nextNorm` is that of the layer behind it, or of the output. */
  mlp(layer: LayerWeights, nextNorm: GPUBuffer): void;
}

/** All layers in their order. */
export function recordLayers({ weights, state }: ForwardInputs, parts: LayerParts): void {
  for (const [index, layer] of weights.layers.entries()) {
    const memory = state.layers[index];
    if (layer.kind === "mamba" && memory?.kind === "mamba") parts.mamba(layer, memory);
    else if (layer.kind === "attention" && memory?.kind === "attention") parts.attention(layer, memory);
    parts.mlp(layer, weights.layers[index + 1]?.norm ?? weights.outputNorm);
  }
}

/** The norm in front of the first layer. */
export const firstNorm = ({ weights }: ForwardInputs): GPUBuffer =>
  weights.layers[0]?.norm ?? weights.outputNorm;

/** Records layers one after another; knows whether the last product still has to be added to the residual stream. */
class ChunkRecorder {
  private readonly multiplier: ChunkMultiplier;
  /** Slices of a product that the residual stream still lacks. */
  private pending: Slices | undefined;

  constructor(
    private readonly recorder: Recorder,
    private readonly inputs: ForwardInputs,
    maxTokens: number,
  ) {
    this.multiplier = { kind: inputs.matmul, maxTokens, hasRoom: true };
  }

  mamba(layer: MambaWeights, { conv: convState, ssm }: MambaState): void {
    const { recorder, multiplier, format } = this;
    const { config, scratch: s } = this.inputs;
    const { innerSize, timeStepRank, stateSize } = config;
    this.norm(layer.norm);
    recordMultiply(recorder, multiplier, layer.input, s.normed, s.xz, { spare: s.up });
    const convolution = {
      xz: s.xz,
      weight: layer.convWeight,
      bias: layer.convBias,
      state: convState,
      u: s.u,
    };
    const convGrid = (tokens: number) => [Math.ceil(innerSize / 64), Math.ceil(tokens / 16)] as const;
    // The time steps' buffer is free until x_proj has read u.
    if (format === "f16") {
      const bindings = { ...convolution, u_half: s.timeStep };
      recorder.run(convHalf, bindings, { channels: innerSize / 4 }, convGrid);
    } else recorder.run(conv, convolution, { channels: innerSize / 4 }, convGrid);
    const u = format === "f16" ? s.timeStep : s.u;
    const dbc = recordSlices(recorder, multiplier, layer.projection, u, s.dbc, { spare: s.up });
    recorder.run(
      splitNorm[format],
      { partial: dbc.buffer, weight: layer.splitNorm, dt: s.timeStepInput, bc: s.bc },
      {
        rank: timeStepRank / 4,
        states: stateSize / 4,
        epsilon: config.rmsNormEpsilon,
        slices: dbc.count,
        slice_stride: dbc.stride / 4,
      },
      (tokens) => [tokens, 3],
    );
    recordMultiply(recorder, multiplier, layer.timeStep, s.timeStepInput, s.timeStep);
    const { isOnCpu } = this;
    recorder.run(
      isOnCpu ? scan : scanChunk[format],
      {
        u: s.u,
        dt_raw: s.timeStep,
        bc: s.bc,
        xz: s.xz,
        a: layer.a,
        bias_d: layer.timeStepBiasAndSkip,
        state: ssm,
        y: s.inner,
      },
      { channels: innerSize },
      () => [Math.ceil(innerSize / (isOnCpu ? 64 : 16))],
    );
    this.addToResidual(layer.output, s.inner, s.up);
  }

  attention(layer: AttentionWeights, { keys, values }: AttentionState): void {
    const { recorder, multiplier, format } = this;
    const { config, kvFormat, scratch: s } = this.inputs;
    this.norm(layer.norm);
    const { query, key, value } = s;
    recordMultiply(recorder, multiplier, layer.query, s.normed, query, { spare: s.up });
    recordMultiply(recorder, multiplier, layer.key, s.normed, key, { spare: s.up });
    recordMultiply(recorder, multiplier, layer.value, s.normed, value, { spare: s.up });
    const isTiled = !this.isOnCpu;
    // The gate's buffer is free until the MLP and holds more slices than the partial sums' own.
    const partial = isTiled && s.gate.size > s.partialAttention.size ? s.gate : s.partialAttention;
    const writesHalf = format === "f16" && runsOnMatrixUnits(config, kvFormat);
    recordChunkAttention(
      recorder,
      config,
      { query, key, value, keys, values, partial, attended: s.attended },
      {
        kvFormat,
        isTiled,
        maxTokens: multiplier.maxTokens,
        ...(writesHalf ? { usesMatrixUnits: true, attendedFormat: "f16" } : {}),
      },
    );
    if (format === "f16" && !writesHalf) {
      const size = config.hiddenSize / 4;
      recorder.run(packHalf, { x: s.attended, y: s.normed }, { size }, (tokens) => [
        Math.ceil(size / 64),
        tokens,
      ]);
      this.addToResidual(layer.output, s.normed, s.up);
    } else this.addToResidual(layer.output, s.attended, s.up);
  }

  mlp({ mlpNorm, gate, up, down }: LayerWeights): void {
    const { recorder, multiplier, format } = this;
    const s = this.inputs.scratch;
    this.norm(mlpNorm);
    if (isGatedProduct(multiplier.kind, gate, up)) {
      recordGatedProduct(recorder, multiplier, gate, up, s.normed, s.xz);
    } else {
      recordMultiply(recorder, multiplier, gate, s.normed, s.gate, { spare: s.up });
      recordMultiply(recorder, multiplier, up, s.normed, s.up, { spare: s.xz });
      const size = gate.rows / 4;
      recorder.run(swiglu[format], { up: s.up, gate: s.gate, y: s.xz }, { size }, (tokens) => [
        Math.ceil(size / 64),
        tokens,
      ]);
    }
    this.addToResidual(down, s.xz, s.up);
  }

  finish(): void {
    const { residual } = this.inputs.scratch;
    if (this.pending) {
      const { hiddenSize } = this.inputs.config;
      recordMerge(this.recorder, hiddenSize, this.pending, residual, { accumulate: true });
    }
    this.pending = undefined;
  }

  private get format() {
    return operandFormat(this.inputs.matmul);
  }

  private get isOnCpu(): boolean {
    return this.inputs.matmul === "rows";
  }

  /** scratch.normed = the norm of the residual stream, which first gets what it still lacks. */
  private norm(weight: GPUBuffer): void {
    const { config, scratch } = this.inputs;
    const { residual: x, normed: y } = scratch;
    const shape = { size: config.hiddenSize / 4, epsilon: config.rmsNormEpsilon };
    if (this.pending) {
      const { buffer: partial, count: slices, stride } = this.pending;
      this.recorder.run(
        mergeNorm[this.format],
        { partial, weight, x, y },
        { ...shape, slices, slice_stride: stride / 4 },
        (tokens) => [tokens],
      );
      this.pending = undefined;
    } else {
      this.recorder.run(rmsNorm[this.format], { x, weight, y }, { ...shape, last_only: 0 }, (tokens) => [
        tokens,
      ]);
    }
  }

  /** residual += matrix * x, or what is to be added in `spare` until the next norm. */
  private addToResidual(matrix: Matrix, x: GPUBuffer, spare: GPUBuffer): void {
    const { residual } = this.inputs.scratch;
    const options = { accumulate: true, spare };
    const slices = recordSlices(this.recorder, this.multiplier, matrix, x, residual, options);
    if (slices.buffer !== residual) this.pending = slices;
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
    rmsNorm[operandFormat(kind)],
    { x: s.residual, weight: weights.outputNorm, y: s.normed },
    { size: config.hiddenSize / 4, epsilon: config.rmsNormEpsilon, last_only },
    (tokens) => [last_only ? 1 : tokens],
  );
  const options = rows === "last" ? { tokens: 1 } : {};
  recordMultiply(recorder, { kind, maxTokens: s.maxTokens }, weights.head, s.normed, logits, options);
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
