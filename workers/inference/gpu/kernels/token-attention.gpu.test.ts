// Attention of a single token, its slices joined, against f64 on the CPU.
import { describe, expect, it } from "vitest";
import { int16AttentionMerge } from "./int16-kernels";
import type { KvFormat } from "./layer-kernels";
import { normalisedError, runKernel } from "./run-kernel";
import { type AttentionShape, makeAttentionCase } from "./test-attention";
import { fromInt16 } from "./test-int16";
import { stripedLength, unstripe } from "./test-striped";
import { tokenAttention, tokenAttentionMerge } from "./token-kernels";

async function runAttention(shape: AttentionShape, kvFormat: KvFormat) {
  const { headCount, kvHeadCount, headSize, position, slices } = shape;
  const { q, keys, values, expected } = await makeAttentionCase(shape, kvFormat);
  const { partial } = await runKernel({
    source: tokenAttention[kvFormat],
    inputs: { q, keys, values },
    outputs: { partial: headCount * slices * (headSize + 2) },
    params: {
      head_count: headCount,
      kv_head_count: kvHeadCount,
      cells: headSize / 4,
      slices,
      scale: headSize ** -0.5,
    },
    grid: () => [kvHeadCount * Math.ceil(headCount / kvHeadCount / 4), slices],
    position,
  });
  const size = headCount * headSize;
  const merge = {
    inputs: { partial: partial as Float32Array },
    params: { head_count: headCount, head_size: headSize, slices },
    grid: () => [headCount] as const,
    position,
  };
  const { y } = await runKernel({
    source: tokenAttentionMerge,
    outputs: { y: stripedLength(size) },
    ...merge,
  });
  const found = unstripe(y as Float32Array, size);
  if (headSize % 8 === 0) {
    const source = int16AttentionMerge({ headCount, headSize, slices });
    const outputs = { next: (size / 4) * 3 };
    const { next } = await runKernel({ ...merge, source, outputs, params: {} });
    expect(normalisedError(fromInt16(next as Float32Array, size), found)).toBeLessThan(1e-8);
  }
  return { found, expected };
}

const shapes: readonly AttentionShape[] = (
  [
    [8, 1, 4, 0, 64],
    [4, 2, 32, 62, 64],
    [4, 4, 16, 63, 1],
    [6, 2, 96, 64, 2], // three heads a key-value head; cells do not divide the workgroup
    [5, 1, 32, 130, 3], // one head in the second quartet
    [1, 1, 256, 66, 64],
    [20, 1, 128, 0, 64],
    [20, 1, 128, 127, 64],
    [20, 1, 128, 1500, 64],
    [20, 1, 128, 700, 4], // slices of several tiles
  ] as const
).map(([headCount, kvHeadCount, headSize, position, slices]) => ({
  headCount,
  kvHeadCount,
  headSize,
  position,
  tokens: 1,
  slices,
}));

describe("token_attention", () => {
  it.each(shapes)(
    "of $headCount/$kvHeadCount heads of $headSize at $position, $slices slices",
    async (shape) => {
      const exact = await runAttention(shape, "f32");
      expect(normalisedError(exact.found, exact.expected)).toBeLessThan(1e-9);
      const half = await runAttention(shape, "f16"); // storage rounds to 11 bits: 2^-12 of a value, squared
      expect(normalisedError(half.found, half.expected)).toBeLessThan(1e-5);
    },
  );

  it.each([0, 100])("stands scores of a magnitude of %d squared", async (magnitude) => {
    const shape = { headCount: 4, kvHeadCount: 1, headSize: 32, position: 200, tokens: 1, slices: 64 };
    const { found, expected } = await runAttention({ ...shape, magnitude }, "f32");
    expect(normalisedError(found, expected)).toBeLessThan(1e-7);
  });
});
