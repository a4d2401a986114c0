// What tests of the sampling kernels share: a sampler over fixed logits instead of a model's, and the comparison with sampler.ts.
// Where the kernels' f32 sums may decide otherwise than the reference's f64, which is at borders alone, a choice must be right
// for sums a hair off.
import { expect } from "vitest";
import type { SamplingSettings } from "../api";
import { createRandom, testGpu } from "../gpu/kernels/run-kernel";
import { OUTCOMES, type Outcome } from "../gpu/kernels/sample-kernels";
import { encode, Recorder } from "../gpu/plan";
import { GpuSampler } from "./gpu-sampler";
import { createSamplerFrom, isCut } from "./sampler";

export const PLAIN: SamplingSettings = {
  temperature: 1,
  topK: 0,
  topP: 1,
  minP: 0,
  repetitionPenalty: 1,
  seed: null,
};
export const GREEDY = { ...PLAIN, temperature: 0 };
/** Relative error of sums of f32 weights and of exp in WGSL. */
const HAIR = 2e-5;

export interface Step {
  readonly id: number;
  readonly outcome: Outcome;
  readonly position: number;
  readonly count: number;
}

export interface StepsOptions {
  readonly recent?: readonly number[];
  readonly seed?: number;
  readonly endIds?: readonly number[];
  readonly maxTokens?: number;
  readonly contextLength?: number;
}

const made: { dispose(): void }[] = [];
const recorders = new Map<boolean, Recorder>(); // kernels are compiled once, for a CPU and for a GPU

/** A sampler over fixed logits instead of a model's. */
export async function openSampler(logits: Float32Array, isCpu = true) {
  const gpu = { ...(await testGpu()), isCpu };
  const { device } = gpu;
  const recorder = recorders.get(isCpu) ?? new Recorder(gpu);
  recorders.set(isCpu, recorder);
  const usage = GPUBufferUsage.STORAGE | GPUBufferUsage.COPY_DST | GPUBufferUsage.COPY_SRC;
  const scratch = {
    logits: device.createBuffer({ size: Math.max(256, logits.byteLength), usage }),
    tokenIds: device.createBuffer({ size: 256, usage }),
  };
  const state = { position: 0, contextLength: 10_000 };
  const source = { gpu, recorder, config: { vocabSize: logits.length }, scratch, state };
  const sampler = await GpuSampler.create(source);
  made.push(sampler, { dispose: () => scratch.logits.destroy() });
  device.queue.writeBuffer(scratch.logits, 0, logits as Float32Array<ArrayBuffer>);

  return async (settings: SamplingSettings, steps: number, options: StepsOptions = {}): Promise<Step[]> => {
    state.contextLength = options.contextLength ?? 10_000;
    const { recent = [], endIds = [], maxTokens = 1e6 } = options;
    const random = createRandom(options.seed ?? 1);
    const plan = await sampler.plan({ settings });
    sampler.begin({ settings, random, recent, endIds: new Set(endIds), maxTokens });
    sampler.provideRandom(steps - 1);
    const readback = device.createBuffer({
      size: steps * 16,
      usage: GPUBufferUsage.MAP_READ | GPUBufferUsage.COPY_DST,
    });
    const encoder = device.createCommandEncoder();
    for (let step = 0; step < steps; step++) {
      encode(encoder, plan, recorder, 1);
      sampler.copyRecord(encoder, readback, step * 16);
    }
    device.queue.submit([encoder.finish()]);
    await readback.mapAsync(GPUMapMode.READ);
    const words = new Uint32Array(readback.getMappedRange().slice(0));
    readback.destroy();
    expect(gpu.takeError()).toBeUndefined();
    return Array.from({ length: steps }, (_, step) => {
      const [id, outcome, position, count] = words.subarray(step * 4) as unknown as number[];
      return {
        id: id as number,
        outcome: OUTCOMES[outcome as number] as Outcome,
        position: position as number,
        count: count as number,
      };
    });
  };
}

/** Frees what openSampler has made. */
export function disposeSamplers(): void {
  for (const thing of made.splice(0)) thing.dispose();
}

/** Normal logits, as far apart as a model's. */
export function normalLogits(count: number, seed: number, spread = 3): Float32Array {
  const random = createRandom(seed);
  return Float32Array.from(
    { length: count },
    () => spread * Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random()),
  );
}

/** Whether a draw of `id` is right for some sums within a hair of the exact ones. */
function isRightWithinAHair(
  settings: SamplingSettings,
  logits: Float32Array,
  random: number,
  id: number,
): boolean {
  const best = logits.reduce((a, b) => Math.max(a, b));
  const weightOf = (token: number) => Math.exp(((logits[token] as number) - best) / settings.temperature);
  const ids = [...logits.keys()];
  const cuts = isCut(settings, logits.length);
  if (cuts) ids.sort((a, b) => (logits[b] as number) - (logits[a] as number) || a - b);
  const pool = settings.topK > 0 ? ids.slice(0, settings.topK) : ids;
  const total = pool.reduce((sum, token) => sum + weightOf(token), 0);
  for (const minP of [settings.minP * (1 - HAIR), settings.minP * (1 + HAIR)]) {
    let before = 0;
    const near: number[] = []; // numbers of tokens that top-p may keep
    pool.forEach((token, rank) => {
      const after = before + weightOf(token);
      const target = settings.topP * total;
      if (after >= target * (1 - HAIR) && before <= target * (1 + HAIR)) near.push(rank + 1);
      before = after;
    });
    for (const count of cuts && settings.topP < 1 ? near : [pool.length]) {
      const kept = pool.slice(0, count).filter((token) => weightOf(token) >= minP);
      const sum = kept.reduce((all, token) => all + weightOf(token), 0);
      let low = 0;
      for (const token of kept) {
        const high = low + weightOf(token);
        if (token === id && random * sum >= low - HAIR * sum && random * sum <= high + HAIR * sum)
          return true;
        low = high;
      }
    }
  }
  return false;
}

/** Steps after one another, each compared with the reference after the same history; the share that is equal outright. */
export async function compare(
  logits: Float32Array,
  settings: SamplingSettings,
  steps: number,
  options: StepsOptions = {},
  isCpu = true,
): Promise<number> {
  const run = await openSampler(logits, isCpu);
  const found = await run(settings, steps, options);
  const numbers = createRandom(options.seed ?? 1);
  const history = [...(options.recent ?? [])];
  let equal = 0;
  for (const { id, outcome } of found) {
    const random = Math.min(Math.fround(numbers()), 1 - 2 ** -24);
    const expected = createSamplerFrom(settings, () => random).sample(logits, history);
    if (outcome === "too-many") return equal / found.length;
    expect(outcome).toBe("chosen");
    if (id === expected) equal++;
    else {
      expect(settings.temperature).toBeGreaterThan(0);
      expect(settings.repetitionPenalty).toBe(1); // tests that penalise do so away from borders
      expect(isRightWithinAHair(settings, logits, random, id), `${id}, not ${expected}`).toBe(true);
    }
    history.push(id);
  }
  return equal / found.length;
}
