// A device to time kernels on, under Dawn in Node.
import type { Gpu } from "../workers/inference/gpu/device";
import { encode, encodeInto, type Plan, Recorder } from "../workers/inference/gpu/plan";

/** WebGPU's own names of these exist only once Dawn is there. */
const STORAGE = 0x80 | 0x4 | 0x8; // storage that can be copied to and from
const READBACK = 0x1 | 0x8; // can be mapped and copied to
const RESOLVED = 0x200 | 0x4; // takes timestamps and can be copied from

const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[values.length >> 1] as number;

const WARM_UP_MS = 300;
/** A pass this long keeps a GPU's clocks up, and what surrounds it counts for little. */
const PASS_MS = 20;
const MAX_REPEATS = 2_000;

export class Bench {
  readonly recorder: Recorder;

  constructor(
    readonly gpu: Gpu,
    readonly tokens: number,
  ) {
    this.recorder = new Recorder(gpu);
  }

  buffer(label: string, floats: number): GPUBuffer {
    return this.gpu.device.createBuffer({ label, size: floats * 4, usage: STORAGE });
  }

  fill(label: string, data: Float32Array<ArrayBuffer> | Uint32Array<ArrayBuffer>): GPUBuffer {
    const buffer = this.buffer(label, data.length);
    this.gpu.device.queue.writeBuffer(buffer, 0, data);
    return buffer;
  }

  /**
   * Microseconds a run, median of five, of plans in turn: several where the data of one would stay in the GPU's caches. Of
   * the GPU alone, by timestamps, where it has them: to encode a dispatch takes longer than many a kernel. A GPU's clocks
   * take a while to rise, so that it works a third of a second first.
   */
  async time(plans: readonly Plan[], position: number): Promise<number> {
    const { device } = this.gpu;
    device.queue.writeBuffer(this.recorder.step, 0, Uint32Array.of(this.tokens, position));
    const run = async (repeats: number): Promise<number> => {
      const turns = Array.from({ length: repeats }, (_, i) => plans[i % plans.length] as Plan);
      return (await this.timePass(turns.flat())) / repeats;
    };
    const repeatsFor = (onceMs: number) =>
      Math.max(plans.length, Math.min(MAX_REPEATS, Math.round(PASS_MS / onceMs)));
    let once = await run(plans.length);
    for (const startedAt = performance.now(); performance.now() - startedAt < WARM_UP_MS; ) {
      once = Math.min(once, await run(repeatsFor(once)));
    }
    const times: number[] = [];
    while (times.length < 5) times.push(await run(repeatsFor(once)));
    return median(times) * 1000;
  }

  /** Milliseconds of one pass. */
  private async timePass(plan: Plan): Promise<number> {
    const { device, features } = this.gpu;
    const encoder = device.createCommandEncoder();
    if (!features.has("timestamp-query")) {
      encode(encoder, plan, this.recorder, this.tokens);
      const commands = encoder.finish();
      const startedAt = performance.now();
      device.queue.submit([commands]);
      await device.queue.onSubmittedWorkDone();
      return performance.now() - startedAt;
    }
    const querySet = device.createQuerySet({ type: "timestamp", count: 2 });
    const resolved = device.createBuffer({ size: 16, usage: RESOLVED });
    const readback = device.createBuffer({ size: 16, usage: READBACK });
    const timestampWrites = { querySet, beginningOfPassWriteIndex: 0, endOfPassWriteIndex: 1 };
    const pass = encoder.beginComputePass({ timestampWrites });
    encodeInto(pass, plan, this.recorder, this.tokens);
    pass.end();
    encoder.resolveQuerySet(querySet, 0, 2, resolved, 0);
    encoder.copyBufferToBuffer(resolved, 0, readback, 0, 16);
    device.queue.submit([encoder.finish()]);
    await readback.mapAsync(1);
    const [from = 0n, to = 0n] = new BigUint64Array(readback.getMappedRange());
    readback.destroy();
    resolved.destroy();
    querySet.destroy();
    return Math.max(1e-3, Number(to - from) / 1e6);
  }

  async runOnce(plan: Plan): Promise<void> {
    const { device } = this.gpu;
    device.queue.writeBuffer(this.recorder.step, 0, Uint32Array.of(this.tokens, 0));
    const encoder = device.createCommandEncoder();
    encode(encoder, plan, this.recorder, this.tokens);
    device.queue.submit([encoder.finish()]);
    await device.queue.onSubmittedWorkDone();
  }

  async read(buffer: GPUBuffer, floats: number): Promise<Float32Array> {
    const { device } = this.gpu;
    const readback = device.createBuffer({ size: floats * 4, usage: READBACK });
    const encoder = device.createCommandEncoder();
    encoder.copyBufferToBuffer(buffer, 0, readback, 0, floats * 4);
    encoder.clearBuffer(buffer);
    device.queue.submit([encoder.finish()]);
    await readback.mapAsync(1);
    const values = new Float32Array(readback.getMappedRange().slice(0));
    readback.destroy();
    return values;
  }
}
