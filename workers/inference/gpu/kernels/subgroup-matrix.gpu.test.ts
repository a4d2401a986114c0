// Products on matrix units against f64, for every tensor type. The tests' adapter has no matrix units: their functions are
// emulated, everything else is the shader that runs on a GPU.
import { describe, expect, it } from "vitest";
import { type Gpu, openGpu } from "../device";
import type { MatrixPart } from "../matrix";
import { expectedProduct, isBlock256, planeParams, readPlanes, TYPES, uploadRandom } from "../test-matrix";
import { emulateSubgroupMatrix } from "./emulate-subgroup-matrix";
import { silu } from "./exact";
import { halfBits, halfValues, wordsOf } from "./half-bits";
import { keepPipelines, normalisedError, runKernel, uniformFloats } from "./run-kernel";
import { makeGatedProduct, makeProduct, TILES } from "./subgroup-matrix";
import type { TileShape } from "./subgroup-matrix-entry";

let opened: Promise<Gpu> | undefined;
const ownGpu = () => {
  opened ??= openGpu(navigator.gpu).then(keepPipelines);
  return opened;
};

const { small, short, shortest } = TILES; // the large one does not fit the tests' adapter
/** Weights rounded to 11 bits: 2^-22 / 3 = 8e-8 of a product's square, more where products cancel; x is f16 anyway. */
const GATE = 5e-7;
/** Compiles faster: two subgroups of one matrix. */
const tiny: TileShape = { rows: 32, tokens: 16, subgroupRows: 16, subgroupTokens: 16, ahead: 1 };
const tinyPair: TileShape = { rows: 32, tokens: 16, subgroupRows: 32, subgroupTokens: 16, ahead: 1 };
const columnsOf = (type: (typeof TYPES)[number], blocks: number) => blocks * (isBlock256(type) ? 256 : 32);

interface Options {
  readonly start?: Float32Array;
  readonly slices?: number;
  readonly shape?: TileShape;
  readonly padding?: number; // values between one token's x and the next
  readonly room?: number; // tokens that y has room for; those there are unless told
}

async function product(
  { matrix }: Awaited<ReturnType<typeof uploadRandom>>,
  x: Uint32Array,
  tokens: number,
  { start, slices = 1, padding = 0, room = tokens, shape = tiny }: Options = {},
): Promise<Float32Array> {
  const units = matrix.columns / 32;
  const slice_units = Math.ceil(units / slices / 2) * 2;
  const slice_stride = room * matrix.rows;
  let y = start;
  for (const part of matrix.parts as MatrixPart[]) {
    const result = await runKernel({
      source: emulateSubgroupMatrix(makeProduct(matrix.type, shape)),
      inputs: { ...(await readPlanes(part)), x, ...(y ? { y } : {}) },
      outputs: { y: slices * slice_stride },
      params: {
        units,
        first_row: part.firstRow,
        row_count: part.rowCount,
        row_stride: matrix.rows,
        x_stride: (matrix.columns + padding) / 8,
        accumulate: start ? 1 : 0,
        token_limit: 0xffffffff,
        slice_units,
        slice_stride,
        ...planeParams(part),
      },
      grid: (count) => [Math.ceil(part.rowCount / shape.rows), Math.ceil(count / shape.tokens), slices],
      tokenCount: tokens,
      gpu: await ownGpu(),
    });
    y = result.y as Float32Array;
  }
  return y as Float32Array;
}

describe("matmul_subgroup_matrix", () => {
  it.each(TYPES)("multiplies in %s, edges of tiles included", async (type) => {
    const test = await uploadRandom(type, 33, columnsOf(type, 3), 1); // for some types an odd number of units
    const x = halfBits(uniformFloats(17 * test.matrix.columns, 2));
    const found = await product(test, x, 17);
    expect(normalisedError(found, expectedProduct(test, halfValues(x), 17))).toBeLessThan(GATE);
  });

  it.each([
    [128, 64, short], // all tiles inside
    [65, 33, short],
    [5, 1, short],
    [64, 16, shortest], // all tiles inside
    [70, 13, shortest],
    [66, 70, small],
  ])("multiplies %i rows with %i tokens in tiles in use", async (rows, tokens, shape) => {
    const test = await uploadRandom("q4_k", rows, 512, rows);
    const x = halfBits(uniformFloats(tokens * 512, 2));
    const found = await product(test, x, tokens, { shape });
    expect(normalisedError(found, expectedProduct(test, halfValues(x), tokens))).toBeLessThan(GATE);
  });

  it.each([
    [64, 32], // all tiles inside
    [40, 20],
  ])("adds to what is there when told to: %i rows, %i tokens", async (rows, tokens) => {
    const test = await uploadRandom("q6_k", rows, 256, 9);
    const x = halfBits(uniformFloats(tokens * 256, 1));
    const start = uniformFloats(tokens * rows, 2);
    const found = await product(test, x, tokens, { start });
    expect(normalisedError(found, expectedProduct(test, halfValues(x), tokens, start))).toBeLessThan(GATE);
  });

  it.each([
    ["q4_k", 1024, 64],
    ["q5_0", 160, 66], // slices of two, two and one units
  ] as const)(
    "leaves slices of the columns to be added up: %s, %i columns, %i rows",
    async (type, columns, rows) => {
      const test = await uploadRandom(type, rows, columns, 4);
      const tokens = 33;
      const x = halfBits(uniformFloats(tokens * columns, 3));
      const slices = await product(test, x, tokens, { slices: 3 });
      const stride = tokens * rows;
      const found = Float32Array.from({ length: stride }, (_, i) =>
        [0, 1, 2].reduce((sum, slice) => sum + (slices[slice * stride + i] as number), 0),
      );
      expect(normalisedError(found, expectedProduct(test, halfValues(x), tokens))).toBeLessThan(GATE);
    },
  );

  it.each([
    [640, 2], // five stages each: one more than are loaded ahead
    [576, 1], // nine
    [96, 1], // two, the second half empty
  ])("loads several stages ahead: %i columns in %i slices", async (columns, slices) => {
    const test = await uploadRandom("q5_0", 64, columns, 8);
    const x = halfBits(uniformFloats(16 * columns, 9));
    const found = await product(test, x, 16, { shape: shortest, slices });
    const sums = found
      .subarray(0, 16 * 64)
      .map((value, i) => value + (slices > 1 ? (found[16 * 64 + i] as number) : 0));
    expect(normalisedError(sums, expectedProduct(test, halfValues(x), 16))).toBeLessThan(GATE);
  });

  it.each([
    [20, 32, short],
    [13, 16, shortest],
    [20, 40, short], // no room for the second tile
    [40, 64, small],
  ])("writes whole tiles where there is room: %i tokens, room for %i", async (tokens, room, shape) => {
    const test = await uploadRandom("q4_k", 128, 256, 3);
    const x = halfBits(uniformFloats(tokens * 256, 4));
    const found = await product(test, x, tokens, { shape, room });
    expect(
      normalisedError(found.subarray(0, tokens * 128), expectedProduct(test, halfValues(x), tokens)),
    ).toBeLessThan(GATE);
    // What was never written is NaN.
    expect(Number.isNaN(found.at(-1))).toBe(room % shape.tokens > 0);
  });

  it("skips what lies between one token's x and the next", async () => {
    const test = await uploadRandom("q5_0", 66, 96, 5);
    const padded = uniformFloats(34 * 128, 6);
    const packed = Float32Array.from(
      { length: 34 * 96 },
      (_, i) => padded[Math.floor(i / 96) * 128 + (i % 96)] as number,
    );
    const found = await product(test, halfBits(padded), 34, { padding: 32 });
    expect(normalisedError(found, expectedProduct(test, halfValues(halfBits(packed)), 34))).toBeLessThan(
      GATE,
    );
  });

  it("takes a matrix in parts by rows", async () => {
    const test = await uploadRandom("q8_0", 100, 64, 7, undefined, 64 * 36);
    expect(test.matrix.parts.length).toBeGreaterThan(1);
    const x = halfBits(uniformFloats(33 * 64, 8));
    const found = await product(test, x, 33);
    expect(normalisedError(found, expectedProduct(test, halfValues(x), 33))).toBeLessThan(GATE);
  });
});

describe("gate and up at once", () => {
  it.each([
    ["q4_k", 72, 512, 35, short],
    ["q4_k", 72, 256, 13, shortest],
    ["q5_0", 40, 160, 16, shortest], // fewer stages than it loads ahead
    ["q6_k", 24, 256, 17, tinyPair],
    ["q5_0", 16, 96, 1, tinyPair],
    ["f32", 32, 64, 3, tinyPair],
  ] as const)("in %s, %i rows of %i columns, %i tokens", async (type, rows, columns, tokens, shape) => {
    const gate = await uploadRandom(type, rows, columns, 1);
    const up = await uploadRandom(type, rows, columns, 2);
    const x = halfBits(uniformFloats(tokens * columns, 3, -0.05, 0.05)); // so that no product leaves f16's range
    const part = gate.matrix.parts[0] as MatrixPart;
    const second = await readPlanes(up.matrix.parts[0] as MatrixPart);
    const { y } = await runKernel({
      source: emulateSubgroupMatrix(makeGatedProduct(type, shape)),
      inputs: {
        ...(await readPlanes(part)),
        second_planes: second.planes,
        second_plane_words: second.plane_words,
        x,
      },
      outputs: { y: (tokens * rows) / 2 },
      params: {
        units: columns / 32,
        first_row: 0,
        row_count: rows,
        row_stride: rows,
        x_stride: columns / 8,
        accumulate: 0,
        token_limit: 0xffffffff,
        slice_units: Math.ceil(columns / 64) * 2,
        slice_stride: 0,
        ...planeParams(part),
      },
      grid: (count) => [Math.ceil(rows / (shape.rows / 2)), Math.ceil(count / shape.tokens)],
      tokenCount: tokens,
      gpu: await ownGpu(),
    });
    const g = expectedProduct(gate, halfValues(x), tokens);
    const u = expectedProduct(up, halfValues(x), tokens);
    const expected = [...g].map((value, i) => silu(value) * (u[i] as number));
    expect(Math.max(...expected)).toBeLessThan(65504);
    // Rounded to 11 bits at the end once more.
    const found = halfValues(wordsOf(y as Float32Array));
    expect(normalisedError(found, expected)).toBeLessThan(3e-7);
  });
});
