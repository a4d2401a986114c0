// Measures what this adapter's memory gives to a plain read: the yardstick for kernels that are bound by it.
import shader from "../../../shaders/read-bandwidth.wgsl?raw";
import { GpuOutOfMemoryError } from "../errors";
import { createBuffer, type Gpu, untilLost } from "./device";
import type { KernelSource } from "./kernel";
import { encode, type Plan, Recorder } from "./plan";

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
/** A submit this long makes the wait for its end count for little. */
const SUBMIT_MS = 30;
const MAX_REPEATS = 200;

/** GB/s of each run, after a warm-up. */
export async function measureReadBandwidth(gpu: Gpu, runs: number, signal: AbortSignal): Promise<number[]> {
  const cells = await createCells(gpu);
  const stride = cells.size / BYTES_PER_ROUND / ROUNDS;
  const recorder = new Recorder(gpu);
  let sums: GPUBuffer | undefined;
  try {
    sums = await createBuffer(gpu, { label: "sums", size: stride * 16, usage: GPUBufferUsage.STORAGE });
    recorder.run(readBandwidth, { cells, sums }, { rounds: ROUNDS, stride }, () => [stride / WORKGROUP_SIZE]);
    const [dispatch] = await recorder.finish();
    if (!dispatch) return [];
    const timeRepeats = (count: number): Promise<number> =>
      timePlan(gpu, recorder, new Array<typeof dispatch>(count).fill(dispatch));
    await timeRepeats(1);
    const onceMs = Math.max(0.05, await timeRepeats(1));
    const repeats = Math.max(1, Math.min(MAX_REPEATS, Math.round(SUBMIT_MS / onceMs)));
    const found: number[] = [];
    while (found.length < runs) {
      signal.throwIfAborted();
      found.push((cells.size * repeats) / (await timeRepeats(repeats)) / 1e6);
    }
    return found;
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

/** Milliseconds from a submit to the end of its work. */
export async function timePlan(gpu: Gpu, recorder: Recorder, plan: Plan): Promise<number> {
  const encoder = gpu.device.createCommandEncoder({ label: "timed" });
  encode(encoder, plan, recorder, 1);
  const commands = encoder.finish();
  const startedAt = performance.now();
  gpu.device.queue.submit([commands]);
  await untilLost(gpu, gpu.device.queue.onSubmittedWorkDone());
  return performance.now() - startedAt;
}
