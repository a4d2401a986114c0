// Records the product of a matrix with every token of a chunk, with the kernel chosen for the device.
import { matmulMerge } from "../gpu/kernels/chunk-kernels";
import { matmul } from "../gpu/kernels/matrix-kernels";
import { gatedSubgroupMatrix, matmulSubgroupMatrix, TILES, type Tile } from "../gpu/kernels/subgroup-matrix";
import { matmulTiled, PLAIN_TILES, type PlainTile } from "../gpu/kernels/tiled";
import type { Matrix, MatrixPart } from "../gpu/matrix";
import type { Recorder } from "../gpu/plan";
import {
  choosePlainTile,
  chooseTile,
  type MatmulKind,
  operandFormat,
  SHORT_CHUNK_TOKENS,
} from "./matmul-kind";

export interface MultiplyOptions {
  readonly accumulate?: boolean; // y += instead of y =
  readonly tokens?: number; // fewer than the chunk has
  readonly inputStride?: number; // values from one token's x to the next; columns unless told
  readonly spare?: GPUBuffer; // free meanwhile: for the sums of slices
}

export interface ChunkMultiplier {
  readonly kind: MatmulKind;
  readonly maxTokens: number; // of a chunk
  /** y has room for that many tokens, whatever a chunk has: what is written past its end nobody reads. */
  readonly hasRoom?: boolean;
  /** For measurements: another tile than the one that suits the matrix, and as many slices. */
  readonly tile?: Tile | undefined;
  readonly plainTile?: PlainTile | undefined;
  readonly slices?: number | undefined;
}

/** A product whose columns were cut: [count, maxTokens, rows], to be added up. Not cut: y itself, as one slice. */
export interface Slices {
  readonly buffer: GPUBuffer;
  readonly count: number;
  readonly stride: number; // values from one slice to the next
}

/** y[t] = matrix * x[t] for every token of the chunk; x in the kind's operand format. */
export function recordMultiply(
  recorder: Recorder,
  multiplier: ChunkMultiplier,
  matrix: Matrix,
  x: GPUBuffer,
  y: GPUBuffer,
  options: MultiplyOptions = {},
): void {
  const slices = recordSlices(recorder, multiplier, matrix, x, y, options);
  if (slices.buffer !== y) recordMerge(recorder, matrix.rows, slices, y, options);
}

/** The same, but where the product was cut into slices it is left to the caller to add them up, onto y when accumulating. */
export function recordSlices(
  recorder: Recorder,
  multiplier: ChunkMultiplier,
  matrix: Matrix,
  x: GPUBuffer,
  y: GPUBuffer,
  options: MultiplyOptions = {},
): Slices {
  if (multiplier.kind !== "rows") return recordTiled(recorder, multiplier, matrix, x, y, options);
  recordRows(recorder, matrix, x, y, options);
  return { buffer: y, count: 1, stride: 0 };
}

/** y[t] (+)= the sum of slices of a product. */
export function recordMerge(
  recorder: Recorder,
  rows: number,
  { buffer: partial, count, stride }: Slices,
  y: GPUBuffer,
  { accumulate = false, tokens }: MultiplyOptions = {},
): void {
  recorder.run(
    matmulMerge,
    { partial, y },
    { rows: rows / 4, slices: count, slice_stride: stride / 4, accumulate: accumulate ? 1 : 0 },
    (chunk) => [Math.ceil(rows / 256), tokens ?? chunk],
  );
}

const planesOf = ({ buffer }: MatrixPart) => ({ planes: buffer, plane_words: buffer });

const planeStarts = ({ planeStarts: [plane_1, plane_2, plane_3] }: MatrixPart) => ({
  plane_1,
  plane_2,
  plane_3,
});

function recordRows(
  recorder: Recorder,
  matrix: Matrix,
  x: GPUBuffer,
  y: GPUBuffer,
  { accumulate = false, inputStride, tokens }: MultiplyOptions,
): void {
  for (const part of matrix.parts) {
    recorder.run(
      matmul[matrix.type],
      { ...planesOf(part), x, y },
      {
        units: matrix.columns / 32,
        first_row: part.firstRow,
        row_count: part.rowCount,
        row_stride: matrix.rows,
        x_stride: (inputStride ?? matrix.columns) / 4,
        accumulate: accumulate ? 1 : 0,
        token_limit: tokens ?? 0xffffffff,
        ...planeStarts(part),
      },
      (chunk) => [Math.ceil(part.rowCount / 256), Math.ceil((tokens ?? chunk) / 4)],
      part.rowCount * matrix.columns,
    );
  }
}

/** A workgroup's tile, and how far columns are cut when tiles are few. */
interface Tiling {
  readonly rows: number;
  readonly tokens: number;
  /** Workgroups that keep a large GPU evenly busy: as many as the 132 processors of an H200 hold at once. */
  readonly wantedGroups: number;
  /** Slices of a short chunk's product however many its tiles: a workgroup mostly waits, for one stage after another. */
  readonly wantedSlices?: number;
  /** A slice below this many units spends its time on filling tiles. */
  readonly minSliceUnits: number;
}

const PLAIN_TILINGS: Readonly<Record<PlainTile, Tiling>> = {
  wide: { ...PLAIN_TILES.wide, wantedGroups: 640, minSliceUnits: 8 },
  even: { ...PLAIN_TILES.even, wantedGroups: 480, minSliceUnits: 8 },
  thin: { ...PLAIN_TILES.thin, wantedGroups: 640, minSliceUnits: 8 },
  tall: { ...PLAIN_TILES.tall, wantedGroups: 640, minSliceUnits: 8 },
  square: { ...PLAIN_TILES.square, wantedGroups: 264, minSliceUnits: 8 },
};
const MATRIX_TILINGS: Readonly<Record<Tile, Tiling>> = {
  large: { ...TILES.large, wantedGroups: 264, minSliceUnits: 16 },
  small: { ...TILES.small, wantedGroups: 240, wantedSlices: 3, minSliceUnits: 16 },
  short: { ...TILES.short, wantedGroups: 240, wantedSlices: 3, minSliceUnits: 8 },
  shortest: { ...TILES.shortest, wantedGroups: 320, wantedSlices: 4, minSliceUnits: 8 },
};

/** Units of a slice of the columns: all, unless tiles are few and there is room for the sums. Fixed for all chunks. */
export function sliceUnits(
  { rows, columns }: { readonly rows: number; readonly columns: number },
  tiling: Tiling,
  maxTokens: number,
  spareFloats: number,
): number {
  const units = columns / 32;
  if (rows % 4 !== 0) return units; // what adds slices up takes four at a time
  const tiles = Math.ceil(rows / tiling.rows) * Math.ceil(maxTokens / tiling.tokens);
  const isShort = maxTokens <= SHORT_CHUNK_TOKENS;
  const slices = Math.min(
    Math.max(isShort ? (tiling.wantedSlices ?? 1) : 1, Math.round(tiling.wantedGroups / tiles)),
    Math.floor(units / tiling.minSliceUnits),
    Math.floor(spareFloats / (maxTokens * rows)),
  );
  return evenly(units, slices);
}

/** Slices of a whole number of stages, which are two units. */
const evenly = (units: number, slices: number): number =>
  slices > 1 ? Math.ceil(units / slices / 2) * 2 : units;

function chooseTiling(
  recorder: Recorder,
  { kind, maxTokens, tile, plainTile = choosePlainTile(maxTokens) }: ChunkMultiplier,
  matrix: Matrix,
) {
  if (kind !== "subgroup-matrix") {
    return { tiling: PLAIN_TILINGS[plainTile], source: matmulTiled[plainTile][matrix.type] };
  }
  const chosen = tile ?? chooseTile(matrix.rows, maxTokens, recorder.compiler.workgroupBytes);
  return { tiling: MATRIX_TILINGS[chosen], source: matmulSubgroupMatrix[chosen][matrix.type] };
}

function recordTiled(
  recorder: Recorder,
  multiplier: ChunkMultiplier,
  matrix: Matrix,
  x: GPUBuffer,
  y: GPUBuffer,
  { accumulate = false, inputStride, tokens, spare }: MultiplyOptions,
): Slices {
  const { kind, maxTokens, hasRoom = false } = multiplier;
  const { tiling, source } = chooseTiling(recorder, multiplier, matrix);
  const units = matrix.columns / 32;
  const slice_units =
    spare && multiplier.slices
      ? evenly(units, multiplier.slices)
      : sliceUnits(matrix, tiling, maxTokens, spare ? spare.size / 4 : 0);
  const count = Math.ceil(units / slice_units);
  const isCut = count > 1 && spare !== undefined;
  const sums = isCut ? spare : y;
  const stride = isCut || hasRoom ? maxTokens * matrix.rows : 0;
  for (const part of matrix.parts) {
    recorder.run(
      source,
      { ...planesOf(part), x, y: sums },
      {
        units,
        first_row: part.firstRow,
        row_count: part.rowCount,
        row_stride: matrix.rows,
        x_stride: (inputStride ?? matrix.columns) / (operandFormat(kind) === "f16" ? 8 : 4),
        accumulate: accumulate && count === 1 ? 1 : 0,
        token_limit: tokens ?? 0xffffffff,
        slice_units,
        slice_stride: stride,
        ...planeStarts(part),
      },
      (chunk) => [
        Math.ceil(part.rowCount / tiling.rows),
        Math.ceil((tokens ?? chunk) / tiling.tokens),
        count,
      ],
      part.rowCount * matrix.columns,
    );
  }
  return { buffer: sums, count, stride };
}

/** Whether gate and up can go through one kernel: on matrix units, when they are whole and of one type. */
export const isGatedProduct = (kind: MatmulKind, gate: Matrix, up: Matrix): boolean =>
  kind === "subgroup-matrix" && gate.type === up.type && gate.parts.length === 1 && up.parts.length === 1;

/** y[t] = silu(gate * x[t]) * up * x[t], x and y in f16, of matrices for which isGatedProduct. */
export function recordGatedProduct(
  recorder: Recorder,
  { maxTokens, tile }: ChunkMultiplier,
  gate: Matrix,
  up: Matrix,
  x: GPUBuffer,
  y: GPUBuffer,
): void {
  const chosen = tile ?? chooseTile(2 * gate.rows, maxTokens, recorder.compiler.workgroupBytes);
  const { rows, tokens } = TILES[chosen];
  const [part, second] = [gate.parts[0] as MatrixPart, up.parts[0] as MatrixPart];
  const units = gate.columns / 32;
  recorder.run(
    gatedSubgroupMatrix[chosen][gate.type],
    { ...planesOf(part), second_planes: second.buffer, second_plane_words: second.buffer, x, y },
    {
      units,
      first_row: 0,
      row_count: gate.rows,
      row_stride: gate.rows,
      x_stride: gate.columns / 8,
      accumulate: 0,
      token_limit: 0xffffffff,
      slice_units: units,
      slice_stride: 0,
      ...planeStarts(part),
    },
    (chunk) => [Math.ceil((2 * gate.rows) / rows), Math.ceil(chunk / tokens)],
    2 * gate.rows * gate.columns,
  );
}
