// Attention of a chunk, with tiles of keys and values shared by heads and tokens, against f64.
import { describe, expect, it } from "vitest";
import { ATTENTION_CHUNK_ROWS, attentionChunk } from "./chunk-kernels";
import type { KvFormat } from "./layer-kernels";
import { normalisedError } from "./run-kernel";
import { type AttentionShape, runMergedAttention } from "./test-attention";

const run = (shape: AttentionShape, kvFormat: KvFormat) =>
  runMergedAttention(
    attentionChunk[kvFormat],
    (count) => [
      Math.ceil((count * shape.headCount) / shape.kvHeadCount / ATTENTION_CHUNK_ROWS),
      shape.kvHeadCount,
      shape.slices,
    ],
    shape,
    kvFormat,
  );

const shapes: readonly AttentionShape[] = [
  { headCount: 1, kvHeadCount: 1, headSize: 4, position: 0, tokens: 1, slices: 1 },
  { headCount: 4, kvHeadCount: 1, headSize: 64, position: 0, tokens: 3, slices: 1 },
  { headCount: 4, kvHeadCount: 2, headSize: 32, position: 62, tokens: 3, slices: 2 },
  { headCount: 4, kvHeadCount: 4, headSize: 16, position: 127, tokens: 66, slices: 1 },
  { headCount: 2, kvHeadCount: 1, headSize: 96, position: 70, tokens: 33, slices: 3 },
  { headCount: 20, kvHeadCount: 1, headSize: 128, position: 0, tokens: 7, slices: 3 },
  { headCount: 20, kvHeadCount: 1, headSize: 128, position: 200, tokens: 2, slices: 1 },
];

describe("attention of a chunk", () => {
  it.each(shapes)(
    "of $headCount/$kvHeadCount heads of $headSize, $tokens from $position, $slices slices",
    async (shape) => {
      const exact = await run(shape, "f32");
      expect(normalisedError(exact.y, exact.expected)).toBeLessThan(1e-9);
      const half = await run(shape, "f16"); // the cache rounds to 11 bits: 2^-12 of a value, squared
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
      slices: 2,
      magnitude,
    };
    const { y, expected } = await run(shape, "f32");
    expect(normalisedError(y, expected)).toBeLessThan(1e-7);
  });
});
