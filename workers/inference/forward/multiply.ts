// Records the product of a matrix with every token of a chunk, with the kernel chosen for the device.
import { matmulMerge, TILE_ROWS, TILE_TOKENS } from "../gpu/kernels/chunk-kernels";
import { matmul } from "../gpu/kernels/matrix-kernels";
import type { Matrix } from "../gpu/matrix";
import type { Recorder } from "../gpu/plan";
import { type MatmulKind, TILED_KERNELS, type TiledKind } from "./matmul-kind";

export interface MultiplyOptions {
  readonly accumulate?: boolean; // y += instead of y =
  readonly tokens?: number; // fewer than the chunk has
  readonly inputStride?: number; // floats from one token's x to the next; columns unless told
  readonly spare?: GPUBuffer; // free meanwhile: for the sums of slices
}

export interface ChunkMultiplier {
  readonly kind: MatmulKind;
  readonly maxTokens: number; // of a chunk
}

/** y[t] = matrix * x[t] for every token of the chunk. */
export function recordMultiply(
  recorder: Recorder,
  { kind, maxTokens }: ChunkMultiplier,
  matrix: Matrix,
  x: GPUBuffer,
  y: GPUBuffer,
  options: MultiplyOptions = {},
): void {
  if (kind === "rows") recordRows(recorder, matrix, x, y, options);
  else recordTiled(recorder, kind, maxTokens, matrix, x, y, options);
}

function recordRows(
  recorder: Recorder,
  matrix: Matrix,
  x: GPUBuffer,
  y: GPUBuffer,
  { accumulate = false, inputStride, tokens }: MultiplyOptions,
): void {
  for (const part of matrix.parts) {
    const [plane_1, plane_2, plane_3] = part.planeStarts;
    recorder.run(
      matmul[matrix.type],
      { planes: part.buffer, plane_words: part.buffer, x, y },
      {
        units: matrix.columns / 32,
        first_row: part.firstRow,
        row_count: part.rowCount,
        row_stride: matrix.rows,
        x_stride: (inputStride ?? matrix.columns) / 4,
        accumulate: accumulate ? 1 : 0,
        token_limit: tokens ?? 0xffffffff,
        plane_1,
        plane_2,
        plane_3,
      },
      (chunk) => [Math.ceil(part.rowCount / 256), Math.ceil((tokens ?? chunk) / 4)],
      part.rowCount * matrix.columns,
    );
  }
}

/** Workgroups that keep a large GPU evenly busy: 132 processors of an H200 hold about four each. */
const WANTED_WORKGROUPS = 640;
/** A slice below this many units spends its time on filling tiles. */
const MIN_SLICE_UNITS = 8;

/** Units of a slice of the columns: all, unless tiles are few and there is room for the sums. Fixed for all chunks. */
export function sliceUnits(
  { rows, columns }: { readonly rows: number; readonly columns: number },
  maxTokens: number,
  spareFloats: number,
): number {
  const units = columns / 32;
  const tiles = Math.ceil(rows / TILE_ROWS) * Math.ceil(maxTokens / TILE_TOKENS);
  const slices = Math.min(
    Math.round(WANTED_WORKGROUPS / tiles),
    Math.floor(units / MIN_SLICE_UNITS),
    Math.floor(spareFloats / (maxTokens * rows)),
  );
  return Math.ceil(units / Math.max(1, slices));
}

function recordTiled(
  recorder: Recorder,
  kind: TiledKind,
  maxTokens: number,
  matrix: Matrix,
  x: GPUBuffer,
  y: GPUBuffer,
  { accumulate = false, inputStride, tokens, spare }: MultiplyOptions,
): void {
  const units = matrix.columns / 32;
  const slice_units = sliceUnits(matrix, maxTokens, spare ? spare.size / 4 : 0);
  const slices = Math.ceil(units / slice_units);
  const slice_stride = maxTokens * matrix.rows;
  const sums = slices > 1 && spare ? spare : y;
  for (const part of matrix.parts) {
    const [plane_1, plane_2, plane_3] = part.planeStarts;
    recorder.run(
      TILED_KERNELS[kind][matrix.type],
      { planes: part.buffer, plane_words: part.buffer, x, y: sums },
      {
        units,
        first_row: part.firstRow,
        row_count: part.rowCount,
        row_stride: matrix.rows,
        x_stride: (inputStride ?? matrix.columns) / 4,
        accumulate: accumulate && slices === 1 ? 1 : 0,
        token_limit: tokens ?? 0xffffffff,
        slice_units,
        slice_stride,
        plane_1,
        plane_2,
        plane_3,
      },
      (chunk) => [Math.ceil(part.rowCount / TILE_ROWS), Math.ceil((tokens ?? chunk) / TILE_TOKENS), slices],
      part.rowCount * matrix.columns,
    );
  }
  if (slices === 1) return;
  recorder.run(
    matmulMerge,
    { partial: sums, y },
    { rows: matrix.rows, slices, slice_stride, accumulate: accumulate ? 1 : 0 },
    (chunk) => [Math.ceil(matrix.rows / 64), tokens ?? chunk],
  );
}
