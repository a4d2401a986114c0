// One matrix product that kernels run against each other, timed and compared.
import { type Gpu, untilLost } from "../gpu/device";
import { halfBits } from "../gpu/kernels/half-bits";
import type { OperandFormat } from "../gpu/kernels/layer-kernels";
import { MatrixUploader } from "../gpu/matrix";
import { encode, type Plan, Recorder } from "../gpu/plan";
import { type MatmulKind, operandFormat } from "./matmul-kind";
import { recordMultiply } from "./multiply";

export interface RaceSize {
  readonly rows: number;
  readonly columns: number;
  readonly tokens: number;
}

/** A fifth of Jamba2 3B's largest matrix with a whole chunk: a few tenths of a millisecond on a fast GPU. */
export const DEFAULT_SIZE: RaceSize = { rows: 2048, columns: 2560, tokens: 512 };
/** Runs in a submit, more until they take this long beside a submit of one: browsers add milliseconds to each. */
const FIRST_REPEATS = 2;
const MORE_REPEATS = 8;
const MAX_REPEATS = 128;
const ENOUGH_MS = 8;
const ROUNDS = 3;

/** Contents that any kernel must get right: blocks of Q4_K with scales of about 1/64, x within ±1. */
function makeBlocks(length: number): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(length);
  for (let i = 0, state = 1; i < length; i++) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    bytes[i] = i % 144 < 4 ? ([0x00, 0x24, 0x00, 0x1c][i % 144] as number) : state >>> 24;
  }
  return bytes;
}

/** One matrix, one chunk, and the plans that multiply them. */
export class Race {
  private constructor(
    private readonly gpu: Gpu,
    private readonly size: RaceSize,
    private readonly recorder: Recorder,
    private readonly matrix: Awaited<ReturnType<MatrixUploader["upload"]>>,
    private readonly x: Readonly<Record<OperandFormat, GPUBuffer>>,
    private readonly y: GPUBuffer,
    private readonly readback: GPUBuffer,
  ) {}

  static async create(gpu: Gpu, size: RaceSize): Promise<Race> {
    const { device } = gpu;
    const { rows, columns, tokens } = size;
    const recorder = new Recorder(gpu);
    const uploader = new MatrixUploader(gpu, recorder.compiler);
    const blocks = makeBlocks((rows * columns * 144) / 256);
    const matrix = await uploader.upload({
      label: "race",
      type: "q4_k",
      rows,
      columns,
      read: async (offset, length) => blocks.slice(offset, offset + length),
    });
    uploader.dispose();
    const usage = GPUBufferUsage.STORAGE | GPUBufferUsage.COPY_SRC | GPUBufferUsage.COPY_DST;
    // Values that f16 holds exactly.
    const values = Float32Array.from({ length: tokens * columns }, (_, i) => ((i * 7919) % 2048) / 1024 - 1);
    const upload = (data: Float32Array<ArrayBuffer> | Uint32Array<ArrayBuffer>): GPUBuffer => {
      const buffer = device.createBuffer({ label: "race x", size: data.byteLength, usage });
      device.queue.writeBuffer(buffer, 0, data);
      return buffer;
    };
    const x = { f32: upload(values), f16: upload(halfBits(values)) };
    device.queue.writeBuffer(recorder.step, 0, Uint32Array.of(tokens, 0));
    const y = device.createBuffer({ label: "race y", size: tokens * rows * 4, usage });
    const readback = device.createBuffer({
      label: "race readback",
      size: rows * 4,
      usage: GPUBufferUsage.MAP_READ | GPUBufferUsage.COPY_DST,
    });
    return new Race(gpu, size, recorder, matrix, x, y, readback);
  }

  /** Times a kernel; the sample is the last token's y. Milliseconds of a run, without what a submit costs. */
  async run(kind: MatmulKind): Promise<{ elapsedMs: number; sample: Float32Array }> {
    const x = this.x[operandFormat(kind)];
    recordMultiply(this.recorder, { kind, maxTokens: this.size.tokens }, this.matrix, x, this.y);
    const plan = await this.recorder.finish();
    this.submit(plan, 1);
    const sample = await this.readSample();
    for (let repeats = FIRST_REPEATS; ; repeats *= MORE_REPEATS) {
      let [one, many] = [Infinity, Infinity];
      for (let round = 0; round < ROUNDS; round++) {
        one = Math.min(one, await this.time(plan, 1));
        many = Math.min(many, await this.time(plan, 1 + repeats));
      }
      const isEnough = many - one >= ENOUGH_MS || repeats * MORE_REPEATS > MAX_REPEATS;
      if (isEnough) return { elapsedMs: Math.max(0, many - one) / repeats, sample };
    }
  }

  private async time(plan: Plan, repeats: number): Promise<number> {
    const startedAt = performance.now();
    this.submit(plan, repeats);
    await untilLost(this.gpu, this.gpu.device.queue.onSubmittedWorkDone());
    return performance.now() - startedAt;
  }

  dispose(): void {
    for (const part of this.matrix.parts) part.buffer.destroy();
    for (const buffer of [this.x.f32, this.x.f16, this.y, this.readback]) buffer.destroy();
    this.recorder.dispose();
  }

  private submit(plan: Plan, repeats: number): void {
    const encoder = this.gpu.device.createCommandEncoder({ label: "race" });
    for (let i = 0; i < repeats; i++) encode(encoder, plan, this.recorder, this.size.tokens);
    this.gpu.device.queue.submit([encoder.finish()]);
  }

  private async readSample(): Promise<Float32Array> {
    const { rows, tokens } = this.size;
    const encoder = this.gpu.device.createCommandEncoder({ label: "race" });
    encoder.copyBufferToBuffer(this.y, (tokens - 1) * rows * 4, this.readback, 0, rows * 4);
    encoder.clearBuffer(this.y); // so that a kernel that writes nothing does not pass on the one before it
    this.gpu.device.queue.submit([encoder.finish()]);
    await untilLost(this.gpu, this.readback.mapAsync(GPUMapMode.READ));
    const sample = new Float32Array(this.readback.getMappedRange().slice(0));
    this.readback.unmap();
    return sample;
  }
}
