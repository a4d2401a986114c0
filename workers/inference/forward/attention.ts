// Records causal attention of a chunk: its keys and values go to the cache, then softmax(scale * q·K)·V over all of it.
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

/** More slices than this do not fill a GPU better. */
const MAX_SLICES = 4;

type AttentionShape = Pick<Config, "headCount" | "kvHeadCount" | "headSize">;

/** Slices that the positions are cut into when rows of queries alone are too few workgroups; as many as `partial` holds. */
function countSlices({ headCount, headSize }: AttentionShape, maxTokens: number, partial: GPUBuffer): number {
  const slice = maxTokens * headCount * (headSize + 2);
  return Math.max(1, Math.min(MAX_SLICES, Math.floor(partial.size / 4 / slice)));
}

/** `isTiled`: with the kernel that shares tiles of keys and values between heads and tokens. */
export function recordChunkAttention(
  recorder: Recorder,
  config: AttentionShape,
  buffers: AttentionBuffers,
  { kvFormat, isTiled, maxTokens }: { kvFormat: KvFormat; isTiled: boolean; maxTokens: number },
): void {
  const { headCount, kvHeadCount, headSize } = config;
  const { query: q, key: k, value: v, keys, values, partial, attended } = buffers;
  const cells = (kvHeadCount * headSize) / 4;
  recorder.run(kvStore[kvFormat], { k, v, keys, values }, { cells }, (tokens) => [
    Math.ceil(cells / 64),
    tokens,
  ]);
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
