// Matrices on the GPU: repacking, embedding rows, products with chunks, for every tensor type.
import { describe, expect, it } from "vitest";
import { tensorByteLength } from "../parse/tensor-types";
import { KernelCompiler } from "./kernel";
import { embed, matmul } from "./kernels/matrix-kernels";
import { randomBlocks } from "./kernels/random-blocks";
import { normalisedError, runKernel, testGpu, uniformFloats } from "./kernels/run-kernel";
import { type Matrix, type MatrixPart, MatrixUploader } from "./matrix";
import {
  expectedProduct,
  isBlock256,
  planeParams,
  readPlanes,
  type TestMatrix,
  TYPES,
  uploadRandom,
} from "./test-matrix";

/** f32 accumulation over at most 8,192 products errs by 1e-14 to 2e-13 here; the gate leaves room for other adapters. */
const PRODUCT_GATE = 1e-9;

async function embedRows(matrix: Matrix, ids: readonly number[]): Promise<Float32Array> {
  const part = matrix.parts[0] as MatrixPart;
  const units = matrix.columns / 32;
  const { y } = await runKernel({
    source: embed[matrix.type],
    inputs: { ...(await readPlanes(part)), token_ids: Uint32Array.from(ids) },
    outputs: { y: ids.length * matrix.columns },
    params: { units, first_row: part.firstRow, row_count: part.rowCount, ...planeParams(part) },
    grid: () => [Math.ceil(units / 64), ids.length],
  });
  return y as Float32Array;
}

interface ProductOptions {
  readonly tokens: number;
  readonly start?: Float32Array; // accumulate onto this
}

async function product(
  { matrix }: TestMatrix,
  x: Float32Array,
  options: ProductOptions,
): Promise<Float32Array> {
  let y = options.start;
  for (const part of matrix.parts) {
    const result = await runKernel({
      source: matmul[matrix.type],
      inputs: { ...(await readPlanes(part)), x, ...(y ? { y } : {}) },
      outputs: { y: options.tokens * matrix.rows },
      params: {
        units: matrix.columns / 32,
        first_row: part.firstRow,
        row_count: part.rowCount,
        row_stride: matrix.rows,
        x_stride: matrix.columns / 4,
        accumulate: options.start ? 1 : 0,
        token_limit: 0xffffffff,
        ...planeParams(part),
      },
      grid: (tokens) => [Math.ceil(part.rowCount / 256), Math.ceil(tokens / 4)],
      tokenCount: options.tokens,
    });
    y = result.y;
  }
  return y as Float32Array;
}

const inputKinds: Readonly<Record<string, (count: number) => Float32Array>> = {
  uniform: (count) => uniformFloats(count, 5),
  "one outlier": (count) => uniformFloats(count, 6).map((value, i) => (i === 3 ? 1000 : value)),
  zeros: (count) => new Float32Array(count),
  constant: (count) => new Float32Array(count).fill(0.75),
};

describe.each(TYPES)("%s", (type) => {
  const least = isBlock256(type) ? 256 : 32;

  it("dequantises rows exactly, whatever their bits", async () => {
    const { matrix, weights } = await uploadRandom(type, 9, least * 3, 1);
    const ids = [0, 8, 3, 3, 7];
    const found = await embedRows(matrix, ids);
    const expected = ids.flatMap((id) => [
      ...weights.subarray(id * matrix.columns, (id + 1) * matrix.columns),
    ]);
    expect([...found]).toEqual(expected);
  });

  it.each([
    [1, 1, 1],
    [3, 2, 2],
    [4, 1, 3],
    [5, 3, 4],
    [67, 2, 5],
    [257, 1, 7],
  ])("multiplies %i rows of %i blocks with %i tokens", async (rows, blocks, tokens) => {
    const test = await uploadRandom(type, rows, least * blocks, rows);
    const x = uniformFloats(tokens * test.matrix.columns, 2);
    const found = await product(test, x, { tokens });
    expect(normalisedError(found, expectedProduct(test, x, tokens))).toBeLessThan(PRODUCT_GATE);
  });

  it.each([2560, 5120, 8192])("multiplies rows of Jamba2 3B's %i columns", async (columns) => {
    const test = await uploadRandom(type, 6, columns, columns);
    const x = uniformFloats(2 * columns, 4);
    const found = await product(test, x, { tokens: 2 });
    expect(normalisedError(found, expectedProduct(test, x, 2))).toBeLessThan(PRODUCT_GATE);
  });
});

// K of Jamba2 3B's dt_proj.
it.each(TYPES.filter((type) => !isBlock256(type)))("multiplies rows of 160 columns in %s", async (type) => {
  const test = await uploadRandom(type, 70, 160, 8);
  const x = uniformFloats(160, 4);
  const found = await product(test, x, { tokens: 1 });
  expect(normalisedError(found, expectedProduct(test, x, 1))).toBeLessThan(PRODUCT_GATE);
});

describe("matmul", () => {
  const tokens = 6;

  it.each(Object.keys(inputKinds))("holds its gate on input of kind %s", async (kind) => {
    const test = await uploadRandom("q4_k", 21, 512, 3);
    const x = (inputKinds[kind] as (count: number) => Float32Array)(tokens * 512);
    const found = await product(test, x, { tokens });
    expect(normalisedError(found, expectedProduct(test, x, tokens))).toBeLessThan(PRODUCT_GATE);
  });

  it("adds to what is there when told to", async () => {
    const test = await uploadRandom("q6_k", 13, 256, 9);
    const x = uniformFloats(tokens * 256, 1);
    const start = uniformFloats(tokens * 13, 2);
    const found = await product(test, x, { tokens, start });
    expect(normalisedError(found, expectedProduct(test, x, tokens, start))).toBeLessThan(PRODUCT_GATE);
  });

  it("gives the same bits from a matrix in parts", async () => {
    const bytes = randomBlocks("q6_k", 40 * 256, 4);
    const x = uniformFloats(tokens * 256, 1);
    const whole = await uploadRandom("q6_k", 40, 256, 0, bytes);
    const parted = await uploadRandom("q6_k", 40, 256, 0, bytes, 3000);
    expect(parted.matrix.parts.length).toBeGreaterThan(2);
    expect(await product(parted, x, { tokens })).toEqual(await product(whole, x, { tokens }));
  });
});

it("gives a token the same bits whatever chunk it comes in", async () => {
  const test = await uploadRandom("q4_k", 37, 512, 3);
  const x = uniformFloats(9 * 512, 1);
  const nine = await product(test, x, { tokens: 9 });
  for (const [first, count] of [
    [0, 1],
    [3, 2],
    [4, 5],
  ] as const) {
    const some = await product(test, x.slice(first * 512, (first + count) * 512), {
      tokens: count,
    });
    expect(some).toEqual(nine.slice(first * 37, (first + count) * 37));
  }
});

it("embeds from a matrix in parts and leaves other parts' tokens alone", async () => {
  const { matrix, weights } = await uploadRandom("q8_0", 30, 64, 2, undefined, 700);
  expect(matrix.parts.length).toBeGreaterThan(2);
  const ids = [0, 29, 12, 5];
  let y: Float32Array | undefined;
  for (const part of matrix.parts) {
    const run = await runKernel({
      source: embed.q8_0,
      inputs: { ...(await readPlanes(part)), token_ids: Uint32Array.from(ids), ...(y ? { y } : {}) },
      outputs: { y: ids.length * 64 },
      params: { units: 2, first_row: part.firstRow, row_count: part.rowCount, ...planeParams(part) },
      grid: () => [1, ids.length],
    });
    y = run.y;
  }
  expect([...(y as Float32Array)]).toEqual(ids.flatMap((id) => [...weights.subarray(id * 64, id * 64 + 64)]));
});

it("uploads more than one piece", async () => {
  const rows = Math.ceil(10_000_000 / tensorByteLength("q6_k", 2560)); // above the 8 MiB of a piece
  const bytes = randomBlocks("q6_k", rows * 2560, 7);
  const { matrix, weights } = await uploadRandom("q6_k", rows, 2560, 7, bytes);
  for (const id of [0, rows >> 1, rows - 1]) {
    const found = await embedRows(matrix, [id]);
    expect(normalisedError(found, weights.subarray(id * 2560, (id + 1) * 2560))).toBe(0);
  }
});

it("makes the same planes whatever the lengths its bytes come in", async () => {
  const bytes = randomBlocks("q6_k", 41 * 256, 4);
  const { matrix: expected } = await uploadRandom("q6_k", 41, 256, 0, bytes, 5000);
  const gpu = await testGpu();
  const uploader = new MatrixUploader(gpu, new KernelCompiler(gpu.device, true), 5000);
  const matrix = await uploader.allocate({ label: "pieces", type: "q6_k", rows: 41, columns: 256 });
  expect(matrix.parts.length).toBe(2);
  const writer = await uploader.startWriting(matrix);
  for (let at = 0, length = 1; at < bytes.byteLength; at += length, length = (length * 7 + 1) % 2000) {
    writer.write(bytes.slice(at, at + length));
    await uploader.ready();
  }
  for (const [index, part] of matrix.parts.entries()) {
    const { planes } = await readPlanes(part);
    expect(planes).toEqual((await readPlanes(expected.parts[index] as MatrixPart)).planes);
  }
  uploader.dispose();
});
