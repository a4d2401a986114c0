// Records causal attention of a chunk: its keys and values go to the cache, then softmax(scale * q·K)·V over all of it.
import { invariant } from "../errors";
import {
  ATTENTION_MATRIX_HEAD_SIZE,
  type AttentionTile,
  attentionSlicesMerge,
  attentionSubgroupMatrix,
  chooseAttentionTile,
  countMatrixSlices,
  countTileRows,
} from "../gpu/kernels/attention-kernels";
import {
  ATTENTION_CHUNK_HEAD_SIZE,
  ATTENTION_CHUNK_ROWS,
  attentionChunk,
} from "../gpu/kernels/chunk-kernels";
import { attention, attentionMerge, type KvFormat, kvStore } from "../gpu/kernels/layer-kernels";
import type { Recorder } from "../gpu/plan";
import type { Config } from "../parse/config";

export interface AttentionBuffers {
  readonly query: GPUBuffer; // [maxTokens, headCount, headSize]
  readonly key: GPUBuffer; // [maxTokens, kvHeadCount, headSize]
  readonly value: GPUBuffer; // [maxTokens, kvHeadCount, headSize]
  readonly keys: GPUBuffer; // the cache
  readonly values: GPUBuffer;
  readonly partial: GPUBuffer; // [maxTokens, headCount, slices, headSize + 2], slices as many as fit
  readonly attended: GPUBuffer; // [maxTokens, headCount, headSize]
}

export interface AttentionOptions {
  readonly kvFormat: KvFormat;
  /** With the kernel that shares tiles of keys and values between heads and tokens. */
  readonly isTiled: boolean;
  readonly maxTokens: number;
  /** On matrix units, which the device must have; wants the cache in f16. */
  readonly usesMatrixUnits?: boolean;
  /** Of a workgroup on matrix units; what the device's workgroup memory allows unless told. */
  readonly matrixTile?: AttentionTile;
  /** What `attended` is written in. f16 on matrix units alone. */
  readonly attendedFormat?: KvFormat;
}

/** More slices than this do not fill a GPU better. */
const MAX_SLICES = 4;

type AttentionShape = Pick<Config, "headCount" | "kvHeadCount" | "headSize">;

/** Slices that the positions are cut into when rows of queries alone are too few workgroups; as many as `partial` holds. */
function countSlices({ headCount, headSize }: AttentionShape, maxTokens: number, partial: GPUBuffer): number {
  const slice = maxTokens * headCount * (headSize + 2);
  return Math.max(1, Math.min(MAX_SLICES, Math.floor(partial.size / 4 / slice)));
}

export function recordChunkAttention(
  recorder: Recorder,
  config: AttentionShape,
  buffers: AttentionBuffers,
  options: AttentionOptions,
): void {
  const { kvFormat, usesMatrixUnits, attendedFormat = "f32" } = options;
  const { kvHeadCount, headSize } = config;
  const { key: k, value: v, keys, values } = buffers;
  const cells = (kvHeadCount * headSize) / 4;
  recorder.run(kvStore[kvFormat], { k, v, keys, values }, { cells }, (tokens) => [
    Math.ceil(cells / 64),
    tokens,
  ]);
  if (usesMatrixUnits && runsOnMatrixUnits(config, kvFormat)) {
    const tile = options.matrixTile ?? chooseAttentionTile(recorder.compiler.workgroupBytes);
    recordMatrixUnits(recorder, config, buffers, tile, attendedFormat);
  } else {
    invariant(attendedFormat === "f32", () => "attention writes f16 on matrix units alone");
    recordSlices(recorder, config, buffers, options);
  }
}

/** Whether matrix units suit the shape; otherwise the other kernels stand in. */
export const runsOnMatrixUnits = ({ headSize }: AttentionShape, kvFormat: KvFormat): boolean =>
  kvFormat === "f16" && headSize % 16 === 0 && headSize <= ATTENTION_MATRIX_HEAD_SIZE;

function recordMatrixUnits(
  recorder: Recorder,
  { headCount, kvHeadCount, headSize }: AttentionShape,
  { query: q, keys, values, partial, attended: y }: AttentionBuffers,
  tile: AttentionTile,
  attendedFormat: KvFormat,
): void {
  const slice_tokens = Math.floor(partial.size / 4 / (headCount * (headSize + 2)));
  const group = headCount / kvHeadCount;
  recorder.run(
    attentionSubgroupMatrix[tile],
    { q, keys, values, partial },
    {
      head_count: headCount,
      kv_head_count: kvHeadCount,
      units: headSize / 8,
      slice_tokens,
      scale: headSize ** -0.5 * Math.LOG2E,
    },
    (tokens) => [
      Math.ceil((tokens * group) / countTileRows(tile)),
      kvHeadCount,
      countMatrixSlices(slice_tokens, tokens),
    ],
  );
  const cells = headSize / 4;
  recorder.run(
    attentionSlicesMerge[attendedFormat],
    { partial, y },
    { head_count: headCount, cells, slice_tokens },
    (tokens) => [Math.ceil((headCount * cells) / 64), tokens],
  );
}

function recordSlices(
  recorder: Recorder,
  config: AttentionShape,
  { query: q, keys, values, partial, attended }: AttentionBuffers,
  { kvFormat, isTiled, maxTokens }: AttentionOptions,
): void {
  const { headCount, kvHeadCount, headSize } = config;
  const shape = {
    head_count: headCount,
    kv_head_count: kvHeadCount,
    cells: headSize / 4,
    scale: headSize ** -0.5,
  };
  const shares = isTiled && headSize <= ATTENTION_CHUNK_HEAD_SIZE;
  const slices = shares ? countSlices(config, maxTokens, partial) : 1; // otherwise workgroups are plenty
  if (shares) {
    const group = headCount / kvHeadCount;
    recorder.run(attentionChunk[kvFormat], { q, keys, values, partial }, { ...shape, slices }, (tokens) => [
      Math.ceil((tokens * group) / ATTENTION_CHUNK_ROWS),
      kvHeadCount,
      slices,
    ]);
  } else {
    recorder.run(attention[kvFormat], { q, keys, values, partial }, { ...shape, slices }, (tokens) => [
      headCount,
      slices,
      tokens,
    ]);
  }
  recorder.run(
    attentionMerge,
    { partial, y: attended },
    { head_count: headCount, head_size: headSize, slices },
    (tokens) => [headCount, tokens],
  );
}
