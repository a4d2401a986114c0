// The kernels of a single token with int16 activations against f64 on the CPU. What comes in is rounded beforehand, so the
// products are held to the same gate as those in f32; what goes out in int16 may err by its rounding.
import { describe, expect, it } from "vitest";
import type { MatrixPart } from "../matrix";
import { expectedProduct, isBlock256, readPlanes, type TestMatrix, uploadRandom } from "../test-matrix";
import {
  BLOCK_TYPES,
  type BlockType,
  chooseInt16Shape,
  choosePairShape,
  choosePlainShape,
  countInt16Groups,
  int16Kv,
  int16MambaInput,
  int16Matvec,
  int16MlpInput,
  int16NormInput,
  int16Residual,
  int16Words,
} from "./int16-kernels";
import { normalisedError, runKernel, uniformFloats } from "./run-kernel";
import { fromInt16, sumsOf, toInt16 } from "./test-int16";

const EPSILON = 1e-6;
const GATE = 1e-9; // f32 sums
/** Eight values of a uniform distribution share a scale of a 32,639th of the largest: about 2e-10. */
const ROUNDING = 1e-9;

const at = (values: ArrayLike<number>, index: number): number => values[index] as number;
const silu = (x: number): number => x / (1 + Math.exp(-x));
const wholeOf = ({ matrix }: TestMatrix): MatrixPart => matrix.parts[0] as MatrixPart;

/** x in int16 before its norm, and the norm of what it stands for. */
function normCase(size: number, seed: number) {
  const values = uniformFloats(size, seed);
  const weight = uniformFloats(size, seed + 1, 0.5, 1.5);
  const x = toInt16(
    values.map((value, i) => value * at(weight, i)),
    values,
  );
  const mean = values.reduce((sum, value) => sum + value * value, 0) / size;
  const normed = Float32Array.from(x.values, (value) => value / Math.sqrt(mean + EPSILON));
  return { values, weight, words: x.words, plain: Float32Array.from(x.values), normed };
}

function expectInt16(words: Float32Array, expected: ArrayLike<number>): void {
  const size = expected.length;
  expect(normalisedError(fromInt16(words, size), expected)).toBeLessThan(ROUNDING);
  const sums = sumsOf(words, size);
  expect(normalisedError(sums.found, sums.expected)).toBeLessThan(1e-10);
}

const specOf = ({ matrix }: TestMatrix, part = wholeOf({ matrix } as TestMatrix)) => ({
  type: matrix.type as BlockType,
  rows: part.rowCount,
  columns: matrix.columns,
  planeStarts: part.planeStarts,
  epsilon: EPSILON,
});

async function multiply(
  type: BlockType,
  rows: number,
  columns: number,
  hasNorm: boolean,
  maxPartBytes?: number,
) {
  const test = await uploadRandom(type, rows, columns, rows, undefined, maxPartBytes);
  const { words, plain, normed } = normCase(columns, 2);
  let y: Float32Array | undefined;
  for (const part of test.matrix.parts) {
    const found = await runKernel({
      source: int16Matvec({ ...specOf(test, part), firstRow: part.firstRow, hasNorm }),
      inputs: { ...(await readPlanes(part)), x: words, ...(y ? { y } : {}) },
      outputs: { y: rows },
      params: {},
      grid: () => [countInt16Groups(choosePlainShape(specOf(test, part)), specOf(test, part))],
    });
    y = found.y;
  }
  return { y: y as Float32Array, expected: expectedProduct(test, hasNorm ? normed : plain, 1), test };
}

describe.each(BLOCK_TYPES)("int16_matvec of %s", (type) => {
  const least = isBlock256(type) ? 256 : 32;

  it.each([
    [1, 1],
    [19, 3],
  ])("multiplies %i rows of %i blocks", async (rows, blocks) => {
    const { y, expected } = await multiply(type, rows, least * blocks, false);
    expect(normalisedError(y, expected)).toBeLessThan(GATE);
  });

  it("multiplies rows of Jamba2 3B's 2,560 columns with a norm folded in", async () => {
    const { y, expected } = await multiply(type, 6, 2560, true);
    expect(normalisedError(y, expected)).toBeLessThan(GATE);
  });
});

describe("int16_matvec", () => {
  it.each([
    [5, 5120],
    [1030, 3328], // enough rows for the wide shape; units that lanes do not divide
  ])("multiplies %i rows of %i columns", async (rows, columns) => {
    const { y, expected } = await multiply("q6_k", rows, columns, true);
    expect(normalisedError(y, expected)).toBeLessThan(GATE);
  });

  it("multiplies a matrix in parts", async () => {
    const { y, expected, test } = await multiply("q6_k", 41, 256, true, 3000);
    expect(test.matrix.parts.length).toBeGreaterThan(2);
    expect(normalisedError(y, expected)).toBeLessThan(GATE);
  });

  it("gives no number where x has none", async () => {
    const test = await uploadRandom("q4_0", 4, 64, 1);
    const x = toInt16(uniformFloats(64, 1));
    new Float32Array(x.words.buffer)[32 + 5 * 2] = Number.NaN; // a scale
    const { y } = await runKernel({
      source: int16Matvec({ ...specOf(test), firstRow: 0, hasNorm: false }),
      inputs: { ...(await readPlanes(wholeOf(test))), x: x.words },
      outputs: { y: 4 },
      params: {},
      grid: () => [1],
    });
    expect([...(y as Float32Array)].every(Number.isNaN)).toBe(true);
  });
});

describe("int16_norm_input", () => {
  it.each([32, 96, 2560])("prepares the last of three tokens of %i values", async (size) => {
    const { values, weight } = normCase(size, 3);
    const found = await runKernel({
      source: int16NormInput({ size }),
      inputs: { x: Float32Array.of(...new Float32Array(2 * size).fill(9), ...values), weight },
      outputs: { next: int16Words(size) },
      params: {},
      grid: () => [Math.ceil(size / 512)],
      tokenCount: 3,
    });
    const next = found.next as Float32Array;
    expectInt16(
      next,
      values.map((value, i) => value * at(weight, i)),
    );
    const { words } = toInt16(values, values);
    const squares = new Float32Array(words.buffer).subarray((size / 4) * 3);
    expect(normalisedError(next.subarray((size / 4) * 3), squares)).toBeLessThan(1e-12);
  });

  it.each([Number.NaN, Number.POSITIVE_INFINITY])("lets no %f pass for a number", async (bad) => {
    const values = uniformFloats(64, 3);
    values[42] = bad;
    const { next } = await runKernel({
      source: int16NormInput({ size: 64 }),
      inputs: { x: values, weight: new Float32Array(64).fill(1) },
      outputs: { next: int16Words(64) },
      params: {},
      grid: () => [1],
    });
    const scales = Array.from({ length: 8 }, (_, group) => at(next as Float32Array, 32 + group * 2));
    expect(scales.map(Number.isFinite)).toEqual([true, true, true, true, true, false, true, true]);
  });

  it("rounds zeros to zeros", async () => {
    const { next } = await runKernel({
      source: int16NormInput({ size: 32 }),
      inputs: { x: new Float32Array(32), weight: new Float32Array(32).fill(1) },
      outputs: { next: int16Words(32) },
      params: {},
      grid: () => [1],
    });
    expect(fromInt16(next as Float32Array, 32)).toEqual(new Float64Array(32));
  });
});

describe("int16_residual", () => {
  it.each([
    { type: "q4_k", rows: 32, columns: 256 },
    { type: "q8_0", rows: 64, columns: 5120 },
    { type: "q6_k", rows: 96, columns: 8192 },
  ] as const)("of $rows rows of $columns columns in $type", async ({ type, rows, columns }) => {
    const test = await uploadRandom(type, rows, columns, 7);
    const x = toInt16(uniformFloats(columns, 1));
    const before = uniformFloats(rows, 2);
    const weight = uniformFloats(rows, 3, 0.5, 1.5);
    const found = await runKernel({
      source: int16Residual(specOf(test)),
      inputs: { ...(await readPlanes(wholeOf(test))), x: x.words, weight, residual: before },
      outputs: { residual: rows, next: int16Words(rows) },
      params: {},
      grid: () => [countInt16Groups(chooseInt16Shape(specOf(test)), specOf(test))],
    });
    const product = expectedProduct(test, Float32Array.from(x.values), 1);
    const after = product.map((value, i) => value + at(before, i));
    expect(normalisedError(found.residual as Float32Array, after)).toBeLessThan(GATE);
    const next = found.next as Float32Array;
    expectInt16(
      next,
      after.map((value, i) => value * at(weight, i)),
    );
    const squares = Array.from({ length: rows / 8 }, (_, i) =>
      after.subarray(i * 8, i * 8 + 8).reduce((sum, value) => sum + value * value, 0),
    );
    expect(normalisedError(next.subarray((rows / 4) * 3), squares)).toBeLessThan(GATE);
  });
});

describe("int16_kv", () => {
  it.each([
    { type: "q6_k", rows: 128, position: 2 },
    { type: "q4_k", rows: 20, position: 0 },
  ] as const)("stores $rows rows at position $position", async ({ type, rows, position }) => {
    const test = await uploadRandom(type, rows, 512, 7);
    const { words, normed } = normCase(512, 2);
    const { cache } = await runKernel({
      source: int16Kv({ ...specOf(test), kvFormat: "f32" }),
      inputs: {
        ...(await readPlanes(wholeOf(test))),
        x: words,
        cache: new Float32Array(rows * 4).fill(0.25),
      },
      outputs: { cache: rows * 4 },
      params: {},
      grid: () => [countInt16Groups(chooseInt16Shape(specOf(test)), specOf(test))],
      position,
    });
    const found = cache as Float32Array;
    const stored = found.slice(position * rows, (position + 1) * rows);
    expect(normalisedError(stored, expectedProduct(test, normed, 1))).toBeLessThan(GATE);
    const others = [...found].filter((_, i) => Math.floor(i / rows) !== position);
    expect(others).toEqual(others.map(() => 0.25));
  });
});

describe("int16_mamba_input", () => {
  it.each([
    { type: "q4_k", channels: 32, columns: 256 },
    { type: "q5_0", channels: 96, columns: 96 },
    { type: "q8_0", channels: 64, columns: 4096 },
  ] as const)("of $channels channels from $columns columns in $type", async ({ type, channels, columns }) => {
    const test = await uploadRandom(type, 2 * channels, columns, 7);
    const { words, normed } = normCase(columns, 2);
    const [taps, bias] = [uniformFloats(4 * channels, 4), uniformFloats(channels, 5)];
    let state = uniformFloats(3 * channels, 6);
    const xz = expectedProduct(test, normed, 1);
    const history = [0, 1, 2].map((k) => [...state.subarray(k * channels, (k + 1) * channels)]);
    for (let stepIndex = 0; stepIndex < 2; stepIndex++) {
      const found = await runKernel({
        source: int16MambaInput(specOf(test)),
        inputs: { ...(await readPlanes(wholeOf(test))), x: words, taps, bias, state },
        outputs: { state: 3 * channels, uz: 2 * channels, next: (channels / 4) * 3 },
        params: {},
        grid: () => [countInt16Groups(chooseInt16Shape(specOf(test)), specOf(test))],
      });
      history.push([...xz.subarray(0, channels)]);
      const window = history.slice(-4);
      const u = Array.from({ length: channels }, (_, c) =>
        silu(window.reduce((sum, column, k) => sum + at(taps, c * 4 + k) * at(column, c), at(bias, c))),
      );
      const uz = found.uz as Float32Array;
      expect(normalisedError(uz.subarray(0, channels), u)).toBeLessThan(GATE);
      expect(normalisedError(uz.subarray(channels), xz.subarray(channels))).toBeLessThan(GATE);
      expectInt16(found.next as Float32Array, u);
      state = found.state as Float32Array;
      expect(normalisedError(state, window.slice(1).flat())).toBeLessThan(GATE);
    }
  });
});

describe("int16_mlp_input", () => {
  it.each([
    { type: "q4_k", rows: 96, columns: 512 },
    { type: "q8_0", rows: 32, columns: 2560 },
    { type: "q4_1", rows: 64, columns: 3200 },
  ] as const)("of $rows rows of $columns columns in $type", async ({ type, rows, columns }) => {
    const gate = await uploadRandom(type, rows, columns, 7);
    const up = await uploadRandom(type, rows, columns, 8);
    const { words, normed } = normCase(columns, 2);
    const second = await readPlanes(wholeOf(up));
    const { next } = await runKernel({
      source: int16MlpInput(specOf(gate)),
      inputs: {
        ...(await readPlanes(wholeOf(gate))),
        second_planes: second.planes,
        second_plane_words: second.plane_words,
        x: words,
      },
      outputs: { next: (rows / 4) * 3 },
      params: {},
      grid: () => [countInt16Groups(choosePairShape(specOf(gate)), specOf(gate))],
    });
    const ups = expectedProduct(up, normed, 1);
    const expected = expectedProduct(gate, normed, 1).map((value, i) => silu(value) * at(ups, i));
    expectInt16(next as Float32Array, expected);
  });
});
