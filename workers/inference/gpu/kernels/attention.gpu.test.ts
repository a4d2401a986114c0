// Attention through its cache against f64: exact with an f32 cache, within the rounding of storage with f16.
import { describe, expect, it } from "vitest";
import { at } from "./exact";
import { attention, attentionMerge, kvStore } from "./layer-kernels";
import { normalisedError, runKernel, uniformFloats } from "./run-kernel";

interface AttentionShape {
  readonly headCount: number;
  readonly kvHeadCount: number;
  readonly headSize: number;
  readonly position: number;
  readonly tokens: number;
  readonly slices: number;
  readonly magnitude?: number;
}

async function runAttention(shape: AttentionShape, kvFormat: "f16" | "f32") {
  const { headCount, kvHeadCount, headSize, position, tokens, slices, magnitude = 1 } = shape;
  const kvSize = kvHeadCount * headSize;
  const length = position + tokens;
  const scaled = (count: number, seed: number) =>
    uniformFloats(count, seed).map((value) => value * magnitude);
  const [k, v, q] = [
    scaled(length * kvSize, 1),
    uniformFloats(length * kvSize, 2),
    scaled(tokens * headCount * headSize, 3),
  ];
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
  const { partial } = await runKernel({
    source: attention[kvFormat],
    inputs: { q, keys: cache.keys as Float32Array, values: cache.values as Float32Array },
    outputs: { partial: tokens * headCount * slices * (headSize + 2) },
    params: {
      head_count: headCount,
      kv_head_count: kvHeadCount,
      cells: headSize / 4,
      slices,
      scale: headSize ** -0.5,
    },
    grid: (count) => [headCount, slices, count],
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
  return { y: y as Float32Array, expected: expectedAttention(shape, q, k, v) };
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

const shapes: readonly AttentionShape[] = [
  { headCount: 1, kvHeadCount: 1, headSize: 4, position: 0, tokens: 1, slices: 1 },
  { headCount: 4, kvHeadCount: 1, headSize: 64, position: 0, tokens: 3, slices: 1 },
  { headCount: 4, kvHeadCount: 2, headSize: 32, position: 62, tokens: 3, slices: 1 },
  { headCount: 4, kvHeadCount: 4, headSize: 16, position: 127, tokens: 2, slices: 1 },
  { headCount: 2, kvHeadCount: 1, headSize: 96, position: 70, tokens: 1, slices: 2 },
  { headCount: 1, kvHeadCount: 1, headSize: 256, position: 66, tokens: 1, slices: 1 },
  { headCount: 20, kvHeadCount: 1, headSize: 128, position: 200, tokens: 2, slices: 1 },
  { headCount: 20, kvHeadCount: 1, headSize: 128, position: 1500, tokens: 1, slices: 16 },
  { headCount: 20, kvHeadCount: 1, headSize: 128, position: 0, tokens: 1, slices: 16 },
];

describe("attention", () => {
  it.each(shapes)(
    "of $headCount/$kvHeadCount heads of $headSize, $tokens from $position, $slices slices",
    async (shape) => {
      const exact = await runAttention(shape, "f32");
      expect(normalisedError(exact.y, exact.expected)).toBeLessThan(1e-9);
      const half = await runAttention(shape, "f16"); // storage rounds to 11 bits: 2^-12 of a value, squared
      expect(normalisedError(half.y, half.expected)).toBeLessThan(1e-5);
    },
  );

  it.each([0, 100])("stands scores of a magnitude of %d squared", async (magnitude) => {
    const shape = {
      headCount: 2,
      kvHeadCount: 1,
      headSize: 32,
      position: 80,
      tokens: 2,
      slices: 1,
      magnitude,
    };
    const { y, expected } = await runAttention(shape, "f32");
    expect(normalisedError(y, expected)).toBeLessThan(1e-7);
  });
});
