// Cutting a matrix's bytes, however they come, into pieces of whole blocks.
import { describe, expect, it } from "vitest";
import { TENSOR_TYPES, type TensorType, tensorByteLength } from "../parse/tensor-types";
import { createRandom } from "../sample/random";
import type { Matrix, MatrixPart } from "./matrix";
import { GROUP_BLOCKS, MatrixWriter, PIECE_BYTES } from "./matrix-writer";

function makeMatrix(type: TensorType, columns: number, partRows: readonly number[]): Matrix {
  let rows = 0;
  const parts = partRows.map((rowCount): MatrixPart => {
    rows += rowCount;
    return { buffer: {} as GPUBuffer, firstRow: rows - rowCount, rowCount, planeStarts: [0, 0, 0] };
  });
  return { label: type, type, rows, columns, parts, byteLength: 0 };
}

function makeBytes(byteLength: number): Uint8Array<ArrayBuffer> {
  return Uint8Array.from({ length: byteLength }, (_, i) => (i * 31 + (i >> 8)) & 255);
}

interface Sent {
  readonly part: MatrixPart;
  readonly firstBlock: number;
  readonly lengths: readonly number[];
  readonly bytes: readonly number[];
}

/** Writes `bytes` in slices of the lengths that `nextLength` gives; what was sent, copied as a GPU queue copies. */
function writeSlices(matrix: Matrix, bytes: Uint8Array<ArrayBuffer>, nextLength: () => number): Sent[] {
  const sent: Sent[] = [];
  const writer = new MatrixWriter(matrix, (part, { firstBlock, bytes: arrays }) => {
    const lengths = arrays.map((array) => array.byteLength);
    sent.push({ part, firstBlock, lengths, bytes: arrays.flatMap((array) => [...array]) });
  });
  for (let at = 0; at < bytes.byteLength; ) {
    const length = Math.max(1, nextLength());
    writer.write(bytes.slice(at, at + length));
    at += length;
  }
  return sent;
}

const CASES: readonly (readonly [TensorType, number, readonly number[]])[] = [
  ["q4_k", 512, [30]],
  ["q6_k", 256, [7, 7, 3]],
  ["q5_0", 160, [33, 1, 2]],
  ["q8_0", 32, [5]],
  ["f16", 64, [3, 2]],
];

describe.each(CASES)("%s of %i columns in parts of %j rows", (type, columns, partRows) => {
  const matrix = makeMatrix(type, columns, partRows);
  const { blockBytes } = TENSOR_TYPES[type];
  const bytes = makeBytes(tensorByteLength(type, matrix.rows * columns));

  it.each([1, 2, 3, 4, 5])("sends every byte once, to its part and block (seed %i)", (seed) => {
    const random = createRandom(seed);
    const longest = seed * 3 * GROUP_BLOCKS * blockBytes;
    for (const part of matrix.parts) {
      const sent = writeSlices(matrix, bytes, () => Math.floor(random() * longest)).filter(
        (one) => one.part === part,
      );
      const start = tensorByteLength(type, part.firstRow * columns);
      const length = tensorByteLength(type, part.rowCount * columns);
      let blocks = 0;
      for (const { firstBlock, bytes: found } of sent) {
        expect(firstBlock).toBe(blocks);
        blocks += found.length / blockBytes;
      }
      expect(sent.flatMap((one) => one.bytes)).toEqual([...bytes.subarray(start, start + length)]);
    }
  });

  it("begins every piece, and every array but a piece's first, at a whole group", () => {
    const random = createRandom(9);
    for (const { firstBlock, lengths } of writeSlices(matrix, bytes, () => Math.floor(random() * 3_000))) {
      expect(firstBlock % GROUP_BLOCKS).toBe(0);
      const [first = 0, second = 0] = lengths;
      if (second > 0) expect(first % (GROUP_BLOCKS * blockBytes)).toBe(0);
    }
  });
});

it("sends no more than a piece and a group at once", () => {
  const matrix = makeMatrix("q8_0", 1024, [Math.ceil((3 * PIECE_BYTES) / 1088)]);
  const byteLength = tensorByteLength("q8_0", matrix.rows * matrix.columns);
  const lengths: number[] = [];
  const writer = new MatrixWriter(matrix, (_, { bytes }) => {
    lengths.push(bytes.reduce((sum, array) => sum + array.byteLength, 0));
  });
  writer.write(new Uint8Array(100));
  writer.write(new Uint8Array(byteLength - 100));
  expect(lengths.reduce((sum, length) => sum + length, 0)).toBe(byteLength);
  expect(Math.max(...lengths)).toBeLessThanOrEqual(PIECE_BYTES + GROUP_BLOCKS * 34);
});

it("refuses bytes beyond the matrix", () => {
  const writer = new MatrixWriter(makeMatrix("q8_0", 32, [1]), () => undefined);
  expect(() => writer.write(new Uint8Array(35))).toThrow("more bytes than it has");
});
