// Products of several columns against the same kernel of a single token, to the bit, for every type of weights. What is fused
// behind them goes through whole models in sample/lookup-steps.gpu.test.ts.
import { describe, expect, it } from "vitest";
import type { TensorType } from "../../parse/tensor-types";
import type { MatrixPart } from "../matrix";
import { isBlock256, planeParams, readPlanes, TYPES, uploadRandom } from "../test-matrix";
import { int16ColumnsMatvec } from "./columns-int16-kernels";
import { COLUMNS, columnsMatvec } from "./columns-kernels";
import {
  BLOCK_TYPES,
  type BlockType,
  choosePlainShape,
  countInt16Groups,
  int16Matvec,
} from "./int16-kernels";
import { runKernel, uniformFloats } from "./run-kernel";
import { toInt16 } from "./test-int16";
import { stripe } from "./test-striped";
import { countGroups, ROW_SHAPES, type RowShapeName, tokenMatvec } from "./token-kernels";

const ROWS = 9;
const Y_STRIDE = 64;
const EPSILON = 1e-6;
const COMPARED = [0, 3, COLUMNS - 1];

const bitsOf = (floats: Float32Array): Uint32Array =>
  new Uint32Array(floats.buffer, floats.byteOffset, floats.length);
const rowsOf = (y: Float32Array, column: number): Float32Array =>
  y.slice(column * Y_STRIDE, column * Y_STRIDE + ROWS);
const squaresOf = (values: Float32Array): Float32Array =>
  Float32Array.from({ length: values.length / 4 }, (_, i) =>
    values.subarray(i * 4, i * 4 + 4).reduce((sum, value) => sum + value * value, 0),
  );
const listColumns = <Vector>(make: (column: number) => Vector): Vector[] =>
  Array.from({ length: COLUMNS }, (_, column) => make(column));

function join(vectors: readonly Float32Array[], stride: number): Float32Array {
  const joined = new Float32Array(COLUMNS * stride);
  for (const [column, vector] of vectors.entries()) joined.set(vector, column * stride);
  return joined;
}

async function compareFloats(type: TensorType, shape: RowShapeName, columns: number): Promise<void> {
  const { matrix } = await uploadRandom(type, ROWS, columns, 1);
  const part = matrix.parts[0] as MatrixPart;
  const values = listColumns((column) => uniformFloats(columns, column + 10));
  const xs = values.map((vector) => stripe(vector));
  const squares = values.map(squaresOf);
  const shared = {
    units: columns / 32,
    first_row: 0,
    row_count: ROWS,
    has_norm: 1,
    epsilon: EPSILON,
    ...planeParams(part),
  };
  const planes = await readPlanes(part);
  const grid = () => [countGroups(ROW_SHAPES[shape], ROWS)] as const;
  const [xStride, squaresStride] = [(xs[0] as Float32Array).length, columns / 4 + 64];
  const { y } = await runKernel({
    source: columnsMatvec[shape][type],
    inputs: { ...planes, x: join(xs, xStride), squares: join(squares, squaresStride) },
    outputs: { y: COLUMNS * Y_STRIDE },
    params: { ...shared, x_stride: xStride / 4, squares_stride: squaresStride / 4, y_stride: Y_STRIDE },
    grid,
  });
  for (const column of COMPARED) {
    const single = await runKernel({
      source: tokenMatvec[shape][type],
      inputs: { ...planes, x: xs[column] as Float32Array, squares: squares[column] as Float32Array },
      outputs: { y: ROWS },
      params: shared,
      grid,
    });
    expect(bitsOf(rowsOf(y as Float32Array, column))).toEqual(bitsOf(single.y as Float32Array));
  }
}

describe("columns_matvec", () => {
  it.each(TYPES)("leaves each column the bits of token_matvec: %s", async (type) => {
    await compareFloats(type, "narrow", isBlock256(type) ? 256 : 96);
  });

  it("does so in the shapes of long rows", async () => {
    await compareFloats("q5_0", "wide", 3200);
    await compareFloats("q5_0", "whole", 3200);
  });
});

describe("int16_columns_matvec", () => {
  it.each([
    ...BLOCK_TYPES.map((type) => [type, isBlock256(type) ? 256 : 96] as const),
    ["q8_0", 3200] as const,
  ])(
    "leaves each column the bits of int16_matvec: %s, rows of %i",
    async (type: BlockType, columns: number) => {
      const { matrix } = await uploadRandom(type, ROWS, columns, 1);
      const part = matrix.parts[0] as MatrixPart;
      const { planeStarts } = part;
      const spec = { type, rows: ROWS, columns, planeStarts, epsilon: EPSILON, firstRow: 0, hasNorm: true };
      const xs = listColumns((column) => {
        const values = uniformFloats(columns, column + 10);
        return new Float32Array(toInt16(values, values).words.buffer);
      });
      const planes = await readPlanes(part);
      const stride = Math.ceil((columns * 7) / 8 / 64) * 64;
      const grid = () => [countInt16Groups(choosePlainShape(spec), spec)] as const;
      const { y } = await runKernel({
        source: int16ColumnsMatvec({ ...spec, xStride: stride / 4, yStride: Y_STRIDE }),
        inputs: { ...planes, x: bitsOf(join(xs, stride)) },
        outputs: { y: COLUMNS * Y_STRIDE },
        params: {},
        grid,
      });
      for (const column of COMPARED) {
        const single = await runKernel({
          source: int16Matvec(spec),
          inputs: { ...planes, x: bitsOf(xs[column] as Float32Array) },
          outputs: { y: ROWS },
          params: {},
          grid,
        });
        expect(bitsOf(rowsOf(y as Float32Array, column))).toEqual(bitsOf(single.y as Float32Array));
      }
    },
  );
});
