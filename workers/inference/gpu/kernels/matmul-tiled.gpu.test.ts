// Tiled products of a chunk for every tensor type against f64.
import { describe, expect, it } from "vitest";
import type { MatrixPart } from "../matrix";
import {
  expectedProduct,
  isBlock256,
  planeParams,
  readPlanes,
  type TestMatrix,
  TYPES,
  uploadRandom,
} from "../test-matrix";
import { matmulMerge } from "./chunk-kernels";
import { randomBlocks } from "./random-blocks";
import { normalisedError, runKernel, uniformFloats } from "./run-kernel";
import { matmulTiled, PLAIN_TILES, type PlainTile } from "./tiled";

/** f32 sums of at most 8,192 products err by 1e-14 to 2e-13, with room for other adapters. */
const gate = 1e-9;
const KERNELS = [
  ["wide", TYPES],
  ["even", ["q4_k"]],
  ["thin", TYPES],
] as const; // tiles in use

interface Options {
  readonly start?: Float32Array; // accumulate onto this
  readonly slices?: number;
  readonly padding?: number; // floats between one token's x and the next
}

async function product(
  tile: PlainTile,
  { matrix }: TestMatrix,
  x: Float32Array,
  tokens: number,
  { start, slices = 1, padding = 0 }: Options = {},
): Promise<Float32Array> {
  const units = matrix.columns / 32;
  const slice_units = Math.ceil(units / slices);
  const slice_stride = tokens * matrix.rows;
  let y = start;
  for (const part of matrix.parts as MatrixPart[]) {
    const result = await runKernel({
      source: matmulTiled[tile][matrix.type],
      inputs: { ...(await readPlanes(part)), x, ...(y ? { y } : {}) },
      outputs: { y: slices * slice_stride },
      params: {
        units,
        first_row: part.firstRow,
        row_count: part.rowCount,
        row_stride: matrix.rows,
        x_stride: (matrix.columns + padding) / 4,
        accumulate: start && slices === 1 ? 1 : 0,
        token_limit: 0xffffffff,
        slice_units,
        slice_stride,
        ...planeParams(part),
      },
      grid: (count) => [
        Math.ceil(part.rowCount / PLAIN_TILES[tile].rows),
        Math.ceil(count / PLAIN_TILES[tile].tokens),
        slices,
      ],
      tokenCount: tokens,
    });
    y = result.y as Float32Array;
  }
  if (slices === 1) return y as Float32Array;
  const merged = await runKernel({
    source: matmulMerge,
    inputs: { partial: y as Float32Array, ...(start ? { y: start } : {}) },
    outputs: { y: slice_stride },
    params: { rows: matrix.rows / 4, slices, slice_stride: slice_stride / 4, accumulate: start ? 1 : 0 },
    grid: (count) => [Math.ceil(matrix.rows / 256), count],
    tokenCount: tokens,
  });
  return merged.y as Float32Array;
}

describe.each(KERNELS)("%s", (tile, types) => {
  it.each(
    types.flatMap((type) =>
      [
        [1, 1, 1],
        [65, 2, 3],
        [63, 1, 129],
        [131, 1, 70],
      ].map((size) => [type, ...size] as [typeof type, number, number, number]),
    ),
  )("multiplies in %s %i rows of %i blocks with %i tokens", async (type, rows, blocks, tokens) => {
    const test = await uploadRandom(type, rows, blocks * (isBlock256(type) ? 256 : 32), rows);
    const x = uniformFloats(tokens * test.matrix.columns, 2);
    const found = await product(tile, test, x, tokens);
    expect(normalisedError(found, expectedProduct(test, x, tokens))).toBeLessThan(gate);
  });

  it.each([
    ["q4_k", 64, 2560, 1],
    ["q6_k", 3, 8192, 2],
    ["q4_k", 5, 5120, 127],
    ["q5_0", 70, 160, 128],
  ] as const)(
    "multiplies Jamba2 3B's columns: %s, %i rows of %i, %i tokens",
    async (type, rows, columns, tokens) => {
      const test = await uploadRandom(type, rows, columns, columns);
      const x = uniformFloats(tokens * columns, 4);
      const found = await product(tile, test, x, tokens);
      expect(normalisedError(found, expectedProduct(test, x, tokens))).toBeLessThan(gate);
    },
  );

  it("adds to what is there when told to", async () => {
    const test = await uploadRandom("q6_k", 13, 256, 9);
    const x = uniformFloats(6 * 256, 1);
    const start = uniformFloats(6 * 13, 2);
    const found = await product(tile, test, x, 6, { start });
    expect(normalisedError(found, expectedProduct(test, x, 6, start))).toBeLessThan(gate);
  });

  it.each([undefined, uniformFloats(5 * 68, 3)])("adds up slices of the columns (onto %#)", async (start) => {
    const test = await uploadRandom("q4_k", 68, 1280, 7);
    const x = uniformFloats(5 * 1280, 1);
    const found = await product(tile, test, x, 5, { slices: 3, ...(start ? { start } : {}) }); // 14, 14, 12 units
    expect(normalisedError(found, expectedProduct(test, x, 5, start))).toBeLessThan(gate);
  });

  it("gives the same bits from a matrix in parts", async () => {
    const bytes = randomBlocks("q6_k", 40 * 256, 4);
    const x = uniformFloats(3 * 256, 1);
    const whole = await uploadRandom("q6_k", 40, 256, 0, bytes);
    const parted = await uploadRandom("q6_k", 40, 256, 0, bytes, 3000);
    expect(parted.matrix.parts.length).toBeGreaterThan(2);
    expect(await product(tile, parted, x, 3)).toEqual(await product(tile, whole, x, 3));
  });

  it("gives a token the same bits whatever chunk it comes in", async () => {
    const test = await uploadRandom("q4_k", 20, 256, 3);
    const x = uniformFloats(131 * 256, 1);
    const all = await product(tile, test, x, 131);
    for (const [first, count] of [
      [0, 1],
      [3, 2],
      [120, 11],
    ] as const) {
      const some = await product(tile, test, x.slice(first * 256, (first + count) * 256), count);
      expect(some).toEqual(all.slice(first * 20, (first + count) * 20));
    }
  });

  it("takes tokens that lie apart", async () => {
    const test = await uploadRandom("q5_0", 9, 64, 3);
    const apart = uniformFloats(4 * 96, 1);
    const x = Float32Array.from(
      { length: 4 * 64 },
      (_, i) => apart[Math.floor(i / 64) * 96 + (i % 64)] as number,
    );
    const found = await product(tile, test, apart, 4, { padding: 32 });
    expect(normalisedError(found, expectedProduct(test, x, 4))).toBeLessThan(gate);
  });

  it("holds its gate beside an outlier, and of zeros makes zeros", async () => {
    const test = await uploadRandom("q4_k", 21, 512, 3);
    const x = uniformFloats(2 * 512, 6).map((value, i) => (i === 3 ? 1000 : value));
    expect(normalisedError(await product(tile, test, x, 2), expectedProduct(test, x, 2))).toBeLessThan(gate);
    expect(await product(tile, test, new Float32Array(512), 1)).toEqual(new Float32Array(21));
  });
});

// Decoding is the same for all tiles, and compiling takes the time.
describe.each(["tall", "square"] as const)("%s", (tile) => {
  it.each([
    [1, 1, 1],
    [65, 2, 3],
    [131, 1, 140],
  ])(
    "finds what the tile in use does, with %i rows of %i blocks and %i tokens",
    async (rows, blocks, tokens) => {
      const test = await uploadRandom("q4_k", rows, blocks * 256, rows);
      const x = uniformFloats(tokens * test.matrix.columns, 2);
      const start = uniformFloats(tokens * rows, 3);
      const found = await product(tile, test, x, tokens, { start });
      expect(found).toEqual(await product("wide", test, x, tokens, { start }));
      expect(normalisedError(found, expectedProduct(test, x, tokens, start))).toBeLessThan(gate);
    },
  );
});
