// A device to time kernels on, under Dawn in Node.
import type { Gpu } from "../workers/inference/gpu/device";
import { encode, type Plan, Recorder } from "../workers/inference/gpu/plan";

/** WebGPU's own names of these exist only once Dawn is there. */
const STORAGE = 0x80 | 0x4 | 0x8; // storage that can be copied to and from
const READBACK = 0x1 | 0x8; // can be mapped and copied to

const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[values.length >> 1] as number;

const WARM_UP_MS = 300;

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
   * Microseconds a run, median of five, of plans in turn: several where the data of one would stay in the GPU's caches. A
   * GPU's clocks take a while to rise, so that it works a third of a second first.
   */
  async time(plans: readonly Plan[], position: number): Promise<number> {
    const { device } = this.gpu;
    device.queue.writeBuffer(this.recorder.step, 0, Uint32Array.of(this.tokens, position));
    const run = async (repeats: number): Promise<number> => {
      const startedAt = performance.now();
      const encoder = device.createCommandEncoder();
      for (let i = 0; i < repeats; i++) {
        encode(encoder, plans[i % plans.length] as Plan, this.recorder, this.tokens);
      }
      device.queue.submit([encoder.finish()]);
      await device.queue.onSubmittedWorkDone();
      return performance.now() - startedAt;
    };
    await run(plans.length);
    let once = Infinity;
    for (const startedAt = performance.now(); performance.now() - startedAt < WARM_UP_MS; ) {
      once = Math.min(once, (await run(4)) / 4);
    }
    const repeats = Math.max(1, Math.min(400, Math.round(40 / once)));
    const times: number[] = [];
    for (let i = 0; i < 5; i++) times.push((await run(repeats)) / repeats);
    return median(times) * 1000;
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
