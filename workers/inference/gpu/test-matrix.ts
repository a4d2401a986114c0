// Matrices for kernel tests: random blocks on the GPU and their weights on the CPU.
import { dequantize } from "../parse/dequantize";
import { TENSOR_TYPES, type TensorType } from "../parse/tensor-types";
import { KernelCompiler } from "./kernel";
import { randomBlocks } from "./kernels/random-blocks";
import { testGpu } from "./kernels/run-kernel";
import { type Matrix, type MatrixPart, MatrixUploader } from "./matrix";

export const TYPES = Object.keys(TENSOR_TYPES) as TensorType[];
export const isBlock256 = (type: TensorType): boolean => TENSOR_TYPES[type].blockSize === 256;

export interface TestMatrix {
  readonly matrix: Matrix;
  readonly weights: Float32Array; // [rows, columns]
}

export async function uploadRandom(
  type: TensorType,
  rows: number,
  columns: number,
  seed: number,
  bytes = randomBlocks(type, rows * columns, seed),
  maxPartBytes?: number,
): Promise<TestMatrix> {
  const gpu = await testGpu();
  const uploader = new MatrixUploader(gpu, new KernelCompiler(gpu.device, true), maxPartBytes);
  const matrix = await uploader.upload({
    label: type,
    type,
    rows,
    columns,
    read: async (offset, length) => bytes.slice(offset, offset + length),
  });
  await gpu.device.queue.onSubmittedWorkDone();
  uploader.dispose();
  return { matrix, weights: dequantize(type, bytes, rows * columns) };
}

/** The planes of a part as the kernels' inputs. */
export async function readPlanes(
  part: MatrixPart,
): Promise<{ planes: Uint32Array; plane_words: Uint32Array }> {
  const { device } = await testGpu();
  const readback = device.createBuffer({
    size: part.buffer.size,
    usage: GPUBufferUsage.MAP_READ | GPUBufferUsage.COPY_DST,
  });
  const encoder = device.createCommandEncoder();
  encoder.copyBufferToBuffer(part.buffer, 0, readback, 0, part.buffer.size);
  device.queue.submit([encoder.finish()]);
  await readback.mapAsync(GPUMapMode.READ);
  const words = new Uint32Array(readback.getMappedRange().slice(0));
  readback.destroy();
  return { planes: words, plane_words: words };
}

export const planeParams = ({ planeStarts: [plane_1, plane_2, plane_3] }: MatrixPart) => ({
  plane_1,
  plane_2,
  plane_3,
});

/** matrix * x[t] for every token in f64, added to `start`. */
export function expectedProduct(
  { matrix, weights }: TestMatrix,
  x: Float32Array,
  tokens: number,
  start?: Float32Array,
): Float64Array {
  const { rows, columns } = matrix;
  return Float64Array.from({ length: tokens * rows }, (_, i) => {
    const [token, row] = [Math.floor(i / rows), i % rows];
    let sum = start?.[i] ?? 0;
    for (let k = 0; k < columns; k++)
      sum += (weights[row * columns + k] as number) * (x[token * columns + k] as number);
    return sum;
  });
}
