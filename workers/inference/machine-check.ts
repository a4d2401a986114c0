// What this machine's GPU can be expected to do, measured in about a second and before any model is fetched: bandwidth,
// arithmetic and room. On a device of its own, so that a driver that fails under it takes no loaded model with it.
import type { MachineCheck } from "./api";
import { summarize } from "./bench-statistics";
import { GpuOutOfMemoryError } from "./errors";
import { measureArithmetic } from "./gpu/arithmetic";
import { createBuffer, type Gpu, openGpu } from "./gpu/device";
import { measureReadBandwidth } from "./gpu/read-bandwidth";

const RUNS = 3;
/** The largest model of the catalogue with its longest context: more need not be found. */
const MAX_ROOM_BYTES = 4.25e9;
const PIECE_BYTES = 2 ** 28;

export class MachineChecker {
  private running: { readonly controller: AbortController; readonly done: Promise<unknown> } | null = null;

  constructor(private readonly webGpu: GPU | undefined) {}

  /** Null when it was stopped. `heldBytes` is what the engine itself holds on the GPU, which another model would have. */
  async check(heldBytes: number): Promise<MachineCheck | null> {
    const controller = new AbortController();
    const running = this.stop().then(() => measure(this.webGpu, heldBytes, controller.signal));
    this.running = { controller, done: running.catch(() => undefined) };
    try {
      return await running;
    } catch (error) {
      if (controller.signal.aborted) return null;
      throw error;
    } finally {
      if (this.running?.controller === controller) this.running = null;
    }
  }

  /** For what needs the GPU for itself: within a run of 30 ms. */
  async stop(): Promise<void> {
    this.running?.controller.abort();
    await this.running?.done;
  }
}

async function measure(
  webGpu: GPU | undefined,
  heldBytes: number,
  signal: AbortSignal,
): Promise<MachineCheck> {
  const gpu = await openGpu(webGpu);
  try {
    signal.throwIfAborted();
    const bandwidth = await measureReadBandwidth(gpu, RUNS, signal);
    const arithmetic = await measureArithmetic(gpu, RUNS, signal);
    // A CPU's memory is the system's: nothing is learned by taking it.
    const roomBytes = gpu.isCpu ? null : heldBytes + (await measureRoom(gpu, signal));
    return {
      gigabytesPerSecond: summarize(bandwidth).median,
      teraflopsPerSecond: summarize(arithmetic).median,
      roomBytes,
      isRoomAtLeast: roomBytes !== null && roomBytes >= MAX_ROOM_BYTES,
    };
  } finally {
    gpu.dispose();
  }
}

/** Takes memory piece by piece until there is none or enough, and gives all of it back. */
async function measureRoom(gpu: Gpu, signal: AbortSignal): Promise<number> {
  const { maxBufferSize, maxStorageBufferBindingSize } = gpu.device.limits;
  const size = Math.min(PIECE_BYTES, maxBufferSize, maxStorageBufferBindingSize);
  const pieces: GPUBuffer[] = [];
  try {
    while (pieces.length * size < MAX_ROOM_BYTES) {
      signal.throwIfAborted();
      pieces.push(await createBuffer(gpu, { label: "room", size, usage: GPUBufferUsage.STORAGE }));
    }
  } catch (error) {
    if (!(error instanceof GpuOutOfMemoryError)) throw error;
  } finally {
    for (const piece of pieces) piece.destroy();
  }
  return pieces.length * size;
}
