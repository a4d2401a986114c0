// The kernels of a single token's matrices against f64 on the CPU: products with the norm folded in, for every type, and what
// is fused behind them.
import { describe, expect, it } from "vitest";
import type { TensorType } from "../../parse/tensor-types";
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
import { normalisedError, runKernel, uniformFloats } from "./run-kernel";
import { stripe, stripedLength, unstripe } from "./test-striped";
import {
  countGroups,
  mambaInput,
  mlpInput,
  normInput,
  ROW_SHAPES,
  type RowShapeName,
  tokenKv,
  tokenMatvec,
  tokenResidual,
} from "./token-kernels";

const EPSILON = 1e-6;
/** f32 sums over at most 8,192 products, and the norm's own: 1e-13 here; the gate leaves room for other adapters. */
const GATE = 1e-9;

const at = (values: ArrayLike<number>, index: number): number => values[index] as number;
const silu = (x: number): number => x / (1 + Math.exp(-x));
const wholeOf = ({ matrix }: TestMatrix): MatrixPart => matrix.parts[0] as MatrixPart;

/** x as the kernels take it before a norm, and the norm of it. */
function normCase(size: number, seed: number) {
  const values = uniformFloats(size, seed);
  const weight = uniformFloats(size, seed + 1, 0.5, 1.5);
  const mean = values.reduce((sum, value) => sum + value * value, 0) / size;
  const squares = Float32Array.from({ length: size / 4 }, (_, i) =>
    [0, 1, 2, 3].reduce((sum, j) => sum + at(values, i * 4 + j) ** 2, 0),
  );
  const weighted = values.map((value, i) => value * at(weight, i));
  const normed = Float32Array.from(weighted, (value) => value / Math.sqrt(mean + EPSILON));
  return { values, weight, squares, x: stripe(weighted), normed };
}

interface Product {
  readonly type: TensorType;
  readonly shape: RowShapeName;
  readonly rows: number;
  readonly columns: number;
}

async function multiply({ type, shape, rows, columns }: Product, hasNorm: boolean, maxPartBytes?: number) {
  const test = await uploadRandom(type, rows, columns, rows, undefined, maxPartBytes);
  const { x, squares, normed, values, weight } = normCase(columns, 2);
  let y: Float32Array | undefined;
  for (const part of test.matrix.parts) {
    const found = await runKernel({
      source: tokenMatvec[shape][type],
      inputs: { ...(await readPlanes(part)), x, squares, ...(y ? { y } : {}) },
      outputs: { y: rows },
      params: {
        units: columns / 32,
        first_row: part.firstRow,
        row_count: part.rowCount,
        has_norm: hasNorm ? 1 : 0,
        epsilon: EPSILON,
        ...planeParams(part),
      },
      grid: () => [countGroups(ROW_SHAPES[shape], part.rowCount)],
    });
    y = found.y;
  }
  const plain = values.map((value, i) => value * at(weight, i));
  return { y: y as Float32Array, expected: expectedProduct(test, hasNorm ? normed : plain, 1), test };
}

describe.each(TYPES)("token_matvec of %s", (type) => {
  const least = isBlock256(type) ? 256 : 32;

  it.each([
    [1, 1],
    [3, 2],
    [17, 3],
    [67, 5],
  ])("multiplies %i rows of %i blocks", async (rows, blocks) => {
    const { y, expected } = await multiply({ type, shape: "narrow", rows, columns: least * blocks }, false);
    expect(normalisedError(y, expected)).toBeLessThan(GATE);
  });

  it("multiplies rows of Jamba2 3B's 2,560 columns with a norm folded in", async () => {
    const { y, expected } = await multiply({ type, shape: "narrow", rows: 6, columns: 2560 }, true);
    expect(normalisedError(y, expected)).toBeLessThan(GATE);
  });
});

describe("token_matvec", () => {
  it.each(
    (["narrow", "wide", "whole"] as const).flatMap((shape) =>
      [5120, 8192].map((columns) => [shape, columns] as const),
    ),
  )("in the %s shape multiplies rows of %i columns", async (shape, columns) => {
    const { y, expected } = await multiply({ type: "q6_k", shape, rows: 9, columns }, true);
    expect(normalisedError(y, expected)).toBeLessThan(GATE);
  });

  it.each(["wide", "whole"] as const)("in the %s shape leaves idle lanes out", async (shape) => {
    const { y, expected } = await multiply({ type: "q5_0", shape, rows: 5, columns: 96 }, true);
    expect(normalisedError(y, expected)).toBeLessThan(GATE);
  });

  it("multiplies a matrix in parts", async () => {
    const { y, expected, test } = await multiply(
      { type: "q6_k", shape: "narrow", rows: 41, columns: 256 },
      true,
      3000,
    );
    expect(test.matrix.parts.length).toBeGreaterThan(2);
    expect(normalisedError(y, expected)).toBeLessThan(GATE);
  });
});

describe("norm_input", () => {
  it.each([32, 96, 256, 2560])("prepares the last of three tokens of %i values", async (size) => {
    const { values, weight, squares, x } = normCase(size, 3);
    const found = await runKernel({
      source: normInput,
      inputs: { x: Float32Array.of(...new Float32Array(2 * size).fill(9), ...values), weight },
      outputs: { normed: stripedLength(size), squares: size / 4 },
      params: { size },
      grid: () => [Math.ceil(size / 256)],
      tokenCount: 3,
    });
    expect(unstripe(found.normed as Float32Array, size)).toEqual(unstripe(x, size));
    expect(normalisedError(found.squares as Float32Array, squares)).toBeLessThan(1e-12);
  });
});

describe("token_residual", () => {
  it.each([
    { type: "q4_k", shape: "narrow", rows: 32, columns: 256 },
    { type: "q4_k", shape: "wide", rows: 96, columns: 512 },
    { type: "q8_0", shape: "wide", rows: 64, columns: 5120 },
    { type: "q6_k", shape: "whole", rows: 32, columns: 8192 },
  ] as const)(
    "of $rows rows of $columns columns in $type, $shape",
    async ({ type, shape, rows, columns }) => {
      const test = await uploadRandom(type, rows, columns, 7);
      const x = uniformFloats(columns, 1);
      const before = uniformFloats(rows, 2);
      const weight = uniformFloats(rows, 3, 0.5, 1.5);
      const found = await runKernel({
        source: tokenResidual[shape][type],
        inputs: { ...(await readPlanes(wholeOf(test))), x: stripe(x), weight, residual: before },
        outputs: { residual: rows, normed: stripedLength(rows), squares: rows / 4 },
        params: { units: columns / 32, row_count: rows, ...planeParams(wholeOf(test)) },
        grid: () => [countGroups(ROW_SHAPES[shape], rows)],
      });
      const after = expectedProduct(test, x, 1).map((value, i) => value + at(before, i));
      const squares = Array.from({ length: rows / 4 }, (_, i) =>
        [0, 1, 2, 3].reduce((sum, j) => sum + at(after, i * 4 + j) ** 2, 0),
      );
      expect(normalisedError(found.residual as Float32Array, after)).toBeLessThan(GATE);
      expect(normalisedError(found.squares as Float32Array, squares)).toBeLessThan(GATE);
      expect(
        normalisedError(
          unstripe(found.normed as Float32Array, rows),
          after.map((value, i) => value * at(weight, i)),
        ),
      ).toBeLessThan(GATE);
    },
  );
});

describe("token_kv", () => {
  it.each([
    { kvFormat: "f32", type: "q6_k", rows: 128, position: 2 },
    { kvFormat: "f16", type: "q4_k", rows: 20, position: 0 },
  ] as const)("stores $rows rows at position $position as $kvFormat", async (shape) => {
    const { kvFormat, type, rows, position } = shape;
    const test = await uploadRandom(type, rows, 512, 7);
    const { x, squares, normed } = normCase(512, 2);
    const wordsPerRow = kvFormat === "f16" ? rows / 2 : rows;
    const before = new Float32Array(wordsPerRow * 4).fill(0.25);
    const { cache } = await runKernel({
      source: tokenKv[kvFormat].narrow[type],
      inputs: { ...(await readPlanes(wholeOf(test))), x, squares, cache: before },
      outputs: { cache: wordsPerRow * 4 },
      params: { units: 16, row_count: rows, epsilon: EPSILON, ...planeParams(wholeOf(test)) },
      grid: () => [countGroups(ROW_SHAPES.narrow, rows)],
      position,
    });
    const found = cache as Float32Array;
    const expected = expectedProduct(test, normed, 1);
    const stored = found.slice(position * wordsPerRow, (position + 1) * wordsPerRow);
    if (kvFormat === "f32") expect(normalisedError(stored, expected)).toBeLessThan(GATE);
    else expect(normalisedError(halves(stored), expected)).toBeLessThan(1e-6); // rounded to 11 bits
    const others = [...found].filter((_, i) => Math.floor(i / wordsPerRow) !== position);
    expect(others).toEqual(others.map(() => 0.25));
  });
});

/** The f16 numbers packed two to a word. */
function halves(words: Float32Array): number[] {
  return [...new Uint16Array(words.slice().buffer)].map((bits) => {
    const exponent = (bits >> 10) & 31;
    const fraction = bits & 1023;
    const magnitude = exponent === 0 ? fraction * 2 ** -24 : (1 + fraction / 1024) * 2 ** (exponent - 15);
    return bits & 0x8000 ? -magnitude : magnitude;
  });
}

describe("mamba_input", () => {
  it.each([
    { type: "q4_k", channels: 32, columns: 256 },
    { type: "q5_0", channels: 96, columns: 96 },
    { type: "f16", channels: 512, columns: 64 },
  ] as const)("of $channels channels from $columns columns in $type", async ({ type, channels, columns }) => {
    const test = await uploadRandom(type, 2 * channels, columns, 7);
    const { x, squares, normed } = normCase(columns, 2);
    const [taps, bias] = [uniformFloats(4 * channels, 4), uniformFloats(channels, 5)];
    let state = uniformFloats(3 * channels, 6);
    const xz = expectedProduct(test, normed, 1);
    const history = [0, 1, 2].map((k) => [...state.subarray(k * channels, (k + 1) * channels)]);
    for (let stepIndex = 0; stepIndex < 2; stepIndex++) {
      const found = await runKernel({
        source: mambaInput.narrow[type],
        inputs: { ...(await readPlanes(wholeOf(test))), x, squares, taps, bias, state },
        outputs: { state: 3 * channels, uz: stripedLength(channels) + channels },
        params: { units: columns / 32, channels, epsilon: EPSILON, ...planeParams(wholeOf(test)) },
        grid: () => [countGroups(ROW_SHAPES.narrow, 2 * channels)],
      });
      history.push([...xz.subarray(0, channels)]);
      const window = history.slice(-4);
      const u = Array.from({ length: channels }, (_, c) =>
        silu(window.reduce((sum, column, k) => sum + at(taps, c * 4 + k) * at(column, c), at(bias, c))),
      );
      const uz = found.uz as Float32Array;
      expect(normalisedError(unstripe(uz, channels), u)).toBeLessThan(GATE);
      expect(normalisedError(uz.slice(stripedLength(channels)), xz.subarray(channels))).toBeLessThan(GATE);
      state = found.state as Float32Array;
      expect(normalisedError(state, window.slice(1).flat())).toBeLessThan(GATE);
    }
  });
});

describe("mlp_input", () => {
  it.each([
    { type: "q4_k", shape: "narrow", rows: 96, columns: 512 },
    { type: "q8_0", shape: "narrow", rows: 32, columns: 2560 },
    { type: "q4_1", shape: "wide", rows: 64, columns: 96 },
  ] as const)(
    "of $rows rows of $columns columns in $type, $shape",
    async ({ type, shape, rows, columns }) => {
      const gate = await uploadRandom(type, rows, columns, 7);
      const up = await uploadRandom(type, rows, columns, 8);
      const { x, squares, normed } = normCase(columns, 2);
      const second = await readPlanes(wholeOf(up));
      const { hidden } = await runKernel({
        source: mlpInput[shape][type],
        inputs: {
          ...(await readPlanes(wholeOf(gate))),
          second_planes: second.planes,
          second_plane_words: second.plane_words,
          x,
          squares,
        },
        outputs: { hidden: stripedLength(rows) },
        params: { units: columns / 32, row_count: rows, epsilon: EPSILON, ...planeParams(wholeOf(gate)) },
        grid: () => [countGroups(ROW_SHAPES[shape], rows, 2)],
      });
      const ups = expectedProduct(up, normed, 1);
      const expected = expectedProduct(gate, normed, 1).map((value, i) => silu(value) * at(ups, i));
      expect(normalisedError(unstripe(hidden as Float32Array, rows), expected)).toBeLessThan(GATE);
    },
  );
});
