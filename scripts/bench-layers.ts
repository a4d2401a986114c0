// Times the small kernels of a chunk at Jamba2 3B's sizes, with outputs in f16 as products on matrix units take them.
import {
  convHalf,
  mergeNorm,
  rmsNorm,
  scanChunk,
  splitNorm,
} from "../workers/inference/gpu/kernels/layer-kernels";
import { uniformFloats } from "../workers/inference/gpu/kernels/run-kernel";
import type { Bench } from "./bench-device";

const HIDDEN = 2560;
const CHANNELS = 5120;
const RANK = 160;
const PARTS = RANK + 32;

export async function benchLayers(bench: Bench): Promise<void> {
  const { tokens, recorder } = bench;
  const made: GPUBuffer[] = [];
  const floats = (label: string, count: number, low = -1, high = 1): GPUBuffer => {
    const values = uniformFloats(count, made.length, low, high) as Float32Array<ArrayBuffer>;
    const buffer = bench.fill(label, values);
    made.push(buffer);
    return buffer;
  };
  const time = async (name: string): Promise<void> => {
    const microseconds = await bench.time([await recorder.finish()], 0);
    const error = bench.gpu.takeError();
    console.log(`${name}: ${error ? error.message : `${microseconds.toFixed(1)} µs`}`);
  };
  const x = floats("x", tokens * HIDDEN);
  const y = floats("y", tokens * HIDDEN);
  const weight = floats("weight", HIDDEN);
  const norm = { size: HIDDEN / 4, epsilon: 1e-6 };
  recorder.run(rmsNorm.f16, { x, weight, y }, { ...norm, last_only: 0 }, (count) => [count]);
  await time("rms_norm");
  const partial = floats("partial", 3 * tokens * HIDDEN);
  const slicing = { slices: 3, slice_stride: (tokens * HIDDEN) / 4 };
  recorder.run(mergeNorm.f16, { partial, weight, x, y }, { ...norm, ...slicing }, (count) => [count]);
  await time("merge_norm of 3 slices");
  const xz = floats("xz", tokens * 2 * CHANNELS);
  const u = floats("u", tokens * CHANNELS);
  const half = floats("u in f16", tokens * CHANNELS);
  const taps = floats("taps", 4 * CHANNELS);
  const bias = floats("bias", CHANNELS);
  const columns = floats("columns", 3 * CHANNELS);
  recorder.run(
    convHalf,
    { xz, weight: taps, bias, state: columns, u, u_half: half },
    { channels: CHANNELS / 4 },
    (count) => [Math.ceil(CHANNELS / 64), Math.ceil(count / 16)],
  );
  await time("conv");
  const parts = floats("dt, B, C in slices", 10 * tokens * PARTS);
  const norms = floats("norms", PARTS);
  const dt = floats("dt", tokens * RANK);
  const bc = floats("B, C", tokens * 32);
  recorder.run(
    splitNorm.f16,
    { partial: parts, weight: norms, dt, bc },
    { rank: RANK / 4, states: 4, epsilon: 1e-6, slices: 10, slice_stride: (tokens * PARTS) / 4 },
    (count) => [count, 3],
  );
  await time("split_norm of 10 slices");
  const dt_raw = floats("time steps", tokens * CHANNELS);
  const a = floats("a", CHANNELS * 16, -16, -1);
  const bias_d = floats("bias and d", CHANNELS * 2);
  const state = floats("state", CHANNELS * 16);
  recorder.run(
    scanChunk.f16,
    { u, dt_raw, bc, xz, a, bias_d, state, y: half },
    { channels: CHANNELS },
    () => [CHANNELS / 16],
  );
  await time("scan_chunk");
  for (const buffer of made) buffer.destroy();
}
