// Measures what this adapter's shader cores give to multiply-adds in f32 that wait for nothing.
import shader from "../../../shaders/arithmetic.wgsl?raw";
import { createBuffer, type Gpu } from "./device";
import type { KernelSource } from "./kernel";
import { measureRate } from "./measure-rate";
import { Recorder } from "./plan";

export const arithmetic = {
  name: "arithmetic",
  code: shader,
  bindings: ["results"],
  params: { rounds: "u32", factor: "f32", term: "f32" },
} as const satisfies KernelSource;

const WORKGROUP_SIZE = 256;
/** Enough to fill any GPU. */
const INVOCATIONS = 2 ** 16;
const CPU_INVOCATIONS = 2 ** 12;
/** Together 17 GFLOP on a GPU: a third of a millisecond on the fastest, a few tens on a slow one. */
const ROUNDS = 4096;
const CPU_ROUNDS = 256;
/** Eight chains of four, and a multiply-add is two. */
const FLOPS_PER_ROUND = 64;

/** TFLOP/s of each run, after a warm-up. */
export async function measureArithmetic(gpu: Gpu, runs: number, signal: AbortSignal): Promise<number[]> {
  const [invocations, rounds] = gpu.isCpu ? [CPU_INVOCATIONS, CPU_ROUNDS] : [INVOCATIONS, ROUNDS];
  const recorder = new Recorder(gpu);
  const usage = GPUBufferUsage.STORAGE;
  const results = await createBuffer(gpu, { label: "results", size: invocations * 16, usage });
  try {
    recorder.run(arithmetic, { results }, { rounds, factor: 0.5, term: 1 }, () => [
      invocations / WORKGROUP_SIZE,
    ]);
    const plan = await recorder.finish();
    const flops = invocations * rounds * FLOPS_PER_ROUND;
    const rates = await measureRate(gpu, recorder, plan, flops, { runs, signal });
    return rates.map((perSecond) => perSecond / 1e12);
  } finally {
    results.destroy();
    recorder.dispose();
  }
}
