// Measures what this adapter's memory gives to a plain read: the yardstick for kernels that are bound by it.
import shader from "../../../shaders/read-bandwidth.wgsl?raw";
import { GpuOutOfMemoryError } from "../errors";
import { createBuffer, type Gpu } from "./device";
import type { KernelSource } from "./kernel";
import { measureRate } from "./measure-rate";
import { Recorder } from "./plan";

export const readBandwidth = {
  name: "read_bandwidth",
  code: shader,
  bindings: ["cells", "sums"],
  params: { rounds: "u32", stride: "u32" },
} as const satisfies KernelSource;

const WORKGROUP_SIZE = 256;
/** Far above any cache; halved while there is no memory for it. */
const MAX_BYTES = 2 ** 30;
const MIN_BYTES = 2 ** 24;
/** SwiftShader has little memory, and its figure means little. */
const CPU_BYTES = 2 ** 24;
/** Cells an invocation reads are four times this, so that its one sum is under 1 % of the traffic. */
const ROUNDS = 32;
const BYTES_PER_ROUND = 64;

/** GB/s of each run, after a warm-up. */
export async function measureReadBandwidth(gpu: Gpu, runs: number, signal: AbortSignal): Promise<number[]> {
  const cells = await createCells(gpu);
  const stride = cells.size / BYTES_PER_ROUND / ROUNDS;
  const recorder = new Recorder(gpu);
  let sums: GPUBuffer | undefined;
  try {
    sums = await createBuffer(gpu, { label: "sums", size: stride * 16, usage: GPUBufferUsage.STORAGE });
    recorder.run(readBandwidth, { cells, sums }, { rounds: ROUNDS, stride }, () => [stride / WORKGROUP_SIZE]);
    const plan = await recorder.finish();
    const rates = await measureRate(gpu, recorder, plan, cells.size, { runs, signal });
    return rates.map((perSecond) => perSecond / 1e9);
  } finally {
    cells.destroy();
    sums?.destroy();
    recorder.dispose();
  }
}

async function createCells(gpu: Gpu): Promise<GPUBuffer> {
  const { maxStorageBufferBindingSize, maxBufferSize } = gpu.device.limits;
  const limit = gpu.isCpu ? CPU_BYTES : Math.min(MAX_BYTES, maxStorageBufferBindingSize, maxBufferSize);
  for (let size = 2 ** Math.floor(Math.log2(limit)); ; size /= 2) {
    try {
      return await createBuffer(gpu, { label: "cells", size, usage: GPUBufferUsage.STORAGE });
    } catch (error) {
      if (!(error instanceof GpuOutOfMemoryError) || size <= MIN_BYTES) throw error;
    }
  }
}
