// Runs one kernel on given inputs: what kernel tests share. Outputs are filled with NaN first, so that a value never written
// shows, and lie between guard words, so that a write out of bounds shows.
import { type Gpu, openGpu } from "../device";
import type { KernelSource, ParamValues } from "../kernel";
import { encode, type Grid, Recorder } from "../plan";

export { normalisedError } from "../normalised-error";

const GUARD_WORDS = 64; // 256 bytes, the alignment of a binding
const GUARD = 0xdeadbeef;

export type Input = Float32Array | Uint32Array;

let opened: Promise<Gpu> | undefined;

/** The tests' one device, with WebGPU's default limits and no optional feature; no adapter is a failure. */
export function testGpu(): Promise<Gpu> {
  opened ??= openGpu(navigator.gpu, { useDefaultLimits: true }).then(keepPipelines);
  return opened;
}

/**
 * Holds every pipeline of a device: while one lives, the browser gives it again to who asks for the same, and the next model or
 * run need not wait for the compiler, which on a CPU takes most of a test's time.
 */
export function keepPipelines(gpu: Gpu): Gpu {
  const { device } = gpu;
  const kept: Promise<GPUComputePipeline>[] = [];
  const compile = device.createComputePipelineAsync.bind(device);
  device.createComputePipelineAsync = (descriptor) => {
    const pipeline = compile(descriptor);
    kept.push(pipeline);
    return pipeline;
  };
  return gpu;
}

export interface KernelRun<Source extends KernelSource> {
  readonly source: Source;
  /** Contents of the buffers the kernel reads, by binding. A binding also in `outputs` starts with these values. */
  readonly inputs: Readonly<Record<string, Input>>;
  /** Lengths in words of the buffers it writes, by binding. */
  readonly outputs: Readonly<Record<string, number>>;
  readonly params: ParamValues<Source>;
  readonly grid: Grid;
  readonly tokenCount?: number;
  readonly position?: number;
  /** Compile with the constants of a CPU adapter, or without; with them unless told, as the tests' adapter is one. */
  readonly asCpu?: boolean;
  /** Another device than the tests' own. */
  readonly gpu?: Gpu;
}

/** Runs it once and returns its outputs. Throws when a guard word was overwritten or the GPU reports an error. */
export async function runKernel<Source extends KernelSource>(
  run: KernelRun<Source>,
): Promise<Readonly<Record<string, Float32Array>>> {
  const gpu = { ...(run.gpu ?? (await testGpu())), isCpu: run.asCpu ?? true };
  const { device } = gpu;
  const made: GPUBuffer[] = [];
  const bindings: Record<string, GPUBuffer | { buffer: GPUBuffer; offset: number; size: number }> = {};
  const outputs = new Map<string, { buffer: GPUBuffer; words: number }>();
  for (const name of run.source.bindings) {
    const words = run.outputs[name];
    const input = run.inputs[name];
    if (words === undefined) {
      if (!input) throw new Error(`No data for ${name}`);
      const buffer = createFilled(device, new Uint32Array(input.buffer, input.byteOffset, input.length));
      made.push(buffer);
      bindings[name] = buffer;
    } else {
      const filled = guarded(words, input);
      const buffer = createFilled(device, filled);
      made.push(buffer);
      outputs.set(name, { buffer, words });
      bindings[name] = { buffer, offset: GUARD_WORDS * 4, size: Math.max(16, words * 4) };
    }
  }
  const recorder = new Recorder(gpu);
  const tokenCount = run.tokenCount ?? 1;
  recorder.run(run.source, bindings as never, run.params, run.grid);
  const plan = await recorder.finish();
  device.queue.writeBuffer(recorder.step, 0, Uint32Array.of(tokenCount, run.position ?? 0));
  const encoder = device.createCommandEncoder();
  encode(encoder, plan, recorder, tokenCount);
  device.queue.submit([encoder.finish()]);
  const results: Record<string, Float32Array> = {};
  for (const [name, { buffer, words }] of outputs)
    results[name] = await readGuarded(device, buffer, words, name);
  const error = gpu.takeError();
  if (error) throw new Error(error.message);
  for (const buffer of made) buffer.destroy();
  recorder.dispose();
  return results;
}

const paddedWords = (words: number): number => Math.max(4, words); // a binding has at least 16 bytes

function guarded(words: number, input: Input | undefined): Uint32Array {
  const filled = new Uint32Array(paddedWords(words) + 2 * GUARD_WORDS).fill(GUARD);
  filled.fill(0x7fc00000, GUARD_WORDS, GUARD_WORDS + words); // NaN
  if (input) filled.set(new Uint32Array(input.buffer, input.byteOffset, input.length), GUARD_WORDS);
  return filled;
}

function createFilled(device: GPUDevice, words: Uint32Array): GPUBuffer {
  const buffer = device.createBuffer({
    size: Math.max(16, Math.ceil(words.byteLength / 16) * 16),
    usage: GPUBufferUsage.STORAGE | GPUBufferUsage.COPY_DST | GPUBufferUsage.COPY_SRC,
    mappedAtCreation: true,
  });
  new Uint32Array(buffer.getMappedRange()).set(words);
  buffer.unmap();
  return buffer;
}

async function readGuarded(
  device: GPUDevice,
  buffer: GPUBuffer,
  words: number,
  name: string,
): Promise<Float32Array> {
  const readback = device.createBuffer({
    size: buffer.size,
    usage: GPUBufferUsage.MAP_READ | GPUBufferUsage.COPY_DST,
  });
  const encoder = device.createCommandEncoder();
  encoder.copyBufferToBuffer(buffer, 0, readback, 0, buffer.size);
  device.queue.submit([encoder.finish()]);
  await readback.mapAsync(GPUMapMode.READ);
  const all = new Uint32Array(readback.getMappedRange().slice(0));
  readback.destroy();
  const end = GUARD_WORDS + paddedWords(words);
  for (let i = 0; i < end + GUARD_WORDS; i++) {
    const isGuard = i < GUARD_WORDS || i >= GUARD_WORDS + words;
    if (isGuard && all[i] !== GUARD)
      throw new Error(`${name}: word ${i - GUARD_WORDS} of ${words} was overwritten`);
  }
  return new Float32Array(all.buffer, GUARD_WORDS * 4, words).slice();
}

/** A small repeatable generator (mulberry32). */
export function createRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

export function uniformFloats(count: number, seed: number, low = -1, high = 1): Float32Array {
  const random = createRandom(seed);
  return Float32Array.from({ length: count }, () => low + (high - low) * random());
}
