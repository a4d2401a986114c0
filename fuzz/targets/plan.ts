// Plans within limits that no test machine has: how a matrix is cut for a GPU's buffers, how rows are shared among workgroups,
// how a file is cut into chunks. The input is the numbers.

import { countChunks, missingChunks } from "../../workers/inference/download/chunk-plan";
import type { Gpu } from "../../workers/inference/gpu/device";
import type { KernelCompiler } from "../../workers/inference/gpu/kernel";
import {
  BLOCK_TYPES,
  choosePairShape,
  choosePlainShape,
  countInt16Groups,
} from "../../workers/inference/gpu/kernels/int16-kernels";
import { type Matrix, MatrixUploader } from "../../workers/inference/gpu/matrix";
import { Waits } from "../../workers/inference/gpu/waits";
import { TENSOR_TYPES, type TensorType, tensorByteLength } from "../../workers/inference/parse/tensor-types";
import { expectThat, type Outcome, type Target } from "../target";

const TYPES = Object.keys(TENSOR_TYPES) as TensorType[];
const LIMIT_NAMES = ["maxBufferSize", "maxStorageBufferBindingSize"] as const;
/** WebGPU has 65,535 workgroups in a dimension. */
const MAX_GROUPS = 65_535;
const MAX_ROWS = 262_144; // of a vocabulary
const MAX_PADDING = 4 * 16; // of the planes of a part
const PATIENCE_TICKS = 60;
const MAX_PARTS = 2000; // beyond that, a plan for a GPU that no one has

Object.assign(globalThis, { GPUBufferUsage: { STORAGE: 1, COPY_DST: 2, COPY_SRC: 4, UNIFORM: 8 } });

/** A GPU of which only the limits are there. */
function gpuOfLimits(limit: number): Gpu {
  const device = {
    limits: Object.fromEntries(LIMIT_NAMES.map((name) => [name, limit])),
    createBuffer: ({ size }: GPUBufferDescriptor) => ({ size, destroy: () => {} }),
    pushErrorScope: () => {},
    popErrorScope: async () => null,
  };
  return { device, waits: new Waits(PATIENCE_TICKS, () => {}), isLost: () => false } as unknown as Gpu;
}

const noCompiler = { compile: async () => ({}) } as unknown as KernelCompiler;

function checkParts({ parts, rows, columns, type }: Matrix, limit: number): void {
  let next = 0;
  for (const { buffer, firstRow, rowCount, planeStarts } of parts) {
    expectThat(
      firstRow === next && rowCount > 0,
      () => `a part of ${rowCount} rows from ${firstRow}, not ${next}`,
    );
    expectThat(buffer.size <= limit, () => `a part of ${buffer.size} bytes, limit ${limit}`);
    expectThat(
      buffer.size >= tensorByteLength(type, rowCount * columns),
      () => "a part without room for its rows",
    );
    expectThat(
      planeStarts.every((start) => Number.isInteger(start) && start * 4 <= buffer.size),
      () => `planes at ${planeStarts}`,
    );
    next += rowCount;
  }
  expectThat(next === rows, () => `${next} rows of ${rows}`);
}

async function checkMatrix(type: TensorType, rows: number, units: number, limit: number): Promise<Outcome> {
  const columns = units * Math.max(32, TENSOR_TYPES[type].blockSize);
  if ((tensorByteLength(type, rows * columns) / limit) * 2 > MAX_PARTS) return "refused";
  try {
    const uploader = new MatrixUploader(gpuOfLimits(limit), noCompiler);
    checkParts(await uploader.allocate({ label: "matrix", type, rows, columns }), limit);
    return "taken";
  } catch (error) {
    if ((error as Error).name !== "GpuLimitError") throw error;
    const rowBytes = tensorByteLength(type, columns) + MAX_PADDING;
    expectThat(
      rowBytes > limit,
      () => `a row of ${rowBytes} bytes fits ${limit}, and the matrix was refused`,
    );
    return "refused";
  }
}

function checkGroups(rows: number, units: number): void {
  for (const type of BLOCK_TYPES) {
    const columns = units * Math.max(32, TENSOR_TYPES[type].blockSize);
    const spec = { type, rows, columns, planeStarts: [0, 0, 0] as const, epsilon: 1e-6 };
    for (const shape of [choosePlainShape(spec), choosePairShape(spec)]) {
      const groups = countInt16Groups(shape, spec);
      const rowsOfGroup = (shape.WORKGROUP_SIZE / shape.LANES) * shape.ROWS_A_GROUP;
      expectThat(groups <= MAX_GROUPS, () => `${groups} workgroups`);
      const covered = groups * rowsOfGroup;
      expectThat(
        covered >= rows && covered - rowsOfGroup < rows,
        () => `${covered} rows are covered of ${rows}`,
      );
    }
  }
}

function checkChunks(byteLength: number, chunkByteLength: number, stored: number): void {
  const isStored = (index: number): boolean => ((stored >> (index % 31)) & 1) === 1;
  const missing = missingChunks(byteLength, chunkByteLength, isStored);
  const held = Array.from({ length: countChunks(byteLength, chunkByteLength) }, (_, index) => index).filter(
    isStored,
  );
  const heldBytes = held.reduce(
    (sum, index) => sum + Math.min(chunkByteLength, byteLength - index * chunkByteLength),
    0,
  );
  const missingBytes = missing.reduce((sum, range) => sum + range.byteLength, 0);
  expectThat(
    heldBytes + missingBytes === byteLength,
    () => `${heldBytes} + ${missingBytes} of ${byteLength} bytes`,
  );
  let end = 0;
  for (const { start, byteLength: length } of missing) {
    expectThat(start >= end && length > 0, () => `a range at ${start} before ${end}`);
    end = start + length;
  }
}

async function check(input: Uint8Array<ArrayBuffer>): Promise<Outcome> {
  const view = new DataView(input.buffer.slice(0, 16).byteLength === 16 ? input.buffer : new ArrayBuffer(16));
  const type = TYPES[view.getUint8(0) % TYPES.length] as TensorType;
  const rows = 1 + (view.getUint32(1, true) % MAX_ROWS);
  const units = 1 + (view.getUint16(5, true) % 256);
  const limit = 2 ** (12 + (view.getUint8(7) % 20)) + view.getUint8(8) * 4;
  checkGroups(rows, 1 + (units % 64));
  checkChunks(view.getUint32(9, true) % 2 ** 30, 2 ** 20 + view.getUint8(13), view.getUint16(14, true));
  return await checkMatrix(type, rows, units, limit);
}

export const load = (): Target => ({
  name: "plan",
  count: 100_000,
  seeds: [
    Uint8Array.from({ length: 16 }, (_, index) => index * 17),
    new Uint8Array(16).fill(255),
    new Uint8Array(16),
  ].map((bytes) => ({ bytes, fields: [1, 5, 7, 9, 13] })),
  check,
  maxMs: 50,
});
