// Attention for kernel tests: random queries and a filled cache, and the result in f64.

import type { Grid } from "../plan";
import { at } from "./exact";
import { type attention, attentionMerge, type KvFormat, kvStore } from "./layer-kernels";
import { runKernel, uniformFloats } from "./run-kernel";

export interface AttentionShape {
  readonly headCount: number;
  readonly kvHeadCount: number;
  readonly headSize: number;
  readonly position: number;
  readonly tokens: number;
  readonly slices: number;
  readonly magnitude?: number;
  /** Keys grow by this from one position to the next, so that later scores are higher. */
  readonly keyGrowth?: number;
}

export interface AttentionCase {
  readonly q: Float32Array; // [tokens, headCount, headSize]
  readonly keys: Float32Array; // the cache's words
  readonly values: Float32Array;
  readonly expected: Float64Array; // [tokens, headCount, headSize]
}

export async function makeAttentionCase(shape: AttentionShape, kvFormat: KvFormat): Promise<AttentionCase> {
  const { headCount, kvHeadCount, headSize, position, tokens, magnitude = 1, keyGrowth = 0 } = shape;
  const kvSize = kvHeadCount * headSize;
  const length = position + tokens;
  const scaled = (count: number, seed: number) =>
    uniformFloats(count, seed).map((value) => value * magnitude);
  const k = scaled(length * kvSize, 1).map((value, i) => value * (1 + Math.floor(i / kvSize) * keyGrowth));
  const v = uniformFloats(length * kvSize, 2);
  const q = scaled(tokens * headCount * headSize, 3);
  const cells = kvSize / 4;
  const cacheWords = (length * kvSize) / (kvFormat === "f16" ? 2 : 1);
  const cache = await runKernel({
    source: kvStore[kvFormat],
    inputs: { k, v },
    outputs: { keys: cacheWords, values: cacheWords },
    params: { cells },
    grid: (count) => [Math.ceil(cells / 64), count],
    tokenCount: length,
  });
  return {
    q,
    keys: cache.keys as Float32Array,
    values: cache.values as Float32Array,
    expected: expectedAttention(shape, q, k, v),
  };
}

/** A kernel with attention's bindings and params, run on a case and merged: what it found and what it should have. */
export async function runMergedAttention(
  source: Omit<(typeof attention)[KvFormat], "name"> & { readonly name: string },
  grid: Grid,
  shape: AttentionShape,
  kvFormat: KvFormat,
): Promise<{ y: Float32Array; expected: Float64Array }> {
  const { headCount, kvHeadCount, headSize, position, tokens, slices } = shape;
  const { q, keys, values, expected } = await makeAttentionCase(shape, kvFormat);
  const { partial } = await runKernel({
    source,
    inputs: { q, keys, values },
    outputs: { partial: tokens * headCount * slices * (headSize + 2) },
    params: {
      head_count: headCount,
      kv_head_count: kvHeadCount,
      cells: headSize / 4,
      slices,
      scale: headSize ** -0.5,
    },
    grid,
    tokenCount: tokens,
    position,
  });
  const { y } = await runKernel({
    source: attentionMerge,
    inputs: { partial: partial as Float32Array },
    outputs: { y: tokens * headCount * headSize },
    params: { head_count: headCount, head_size: headSize, slices },
    grid: (count) => [headCount, count],
    tokenCount: tokens,
  });
  return { y: y as Float32Array, expected };
}

function expectedAttention(
  shape: AttentionShape,
  q: Float32Array,
  k: Float32Array,
  v: Float32Array,
): Float64Array {
  const { headCount, kvHeadCount, headSize, position, tokens } = shape;
  const kvSize = kvHeadCount * headSize;
  const y = new Float64Array(tokens * headCount * headSize);
  for (let t = 0; t < tokens; t++) {
    for (let h = 0; h < headCount; h++) {
      const kv = Math.floor((h * kvHeadCount) / headCount) * headSize;
      const start = (t * headCount + h) * headSize;
      const scores = Array.from({ length: position + t + 1 }, (_, p) => {
        let sum = 0;
        for (let i = 0; i < headSize; i++) sum += at(q, start + i) * at(k, p * kvSize + kv + i);
        return sum / Math.sqrt(headSize);
      });
      const highest = Math.max(...scores);
      const weights = scores.map((score) => Math.exp(score - highest));
      const total = weights.reduce((sum, weight) => sum + weight, 0);
      for (const [p, weight] of weights.entries()) {
        for (let i = 0; i < headSize; i++) {
          y[start + i] = at(y, start + i) + (weight / total) * at(v, p * kvSize + kv + i);
        }
      }
    }
  }
  return y;
}
