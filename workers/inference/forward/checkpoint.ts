// A copy of what a model has read, to go back to: the recurrent states. The attention cache needs no copy, as going on from
// the copy writes over every later position before it is read.
import { createBuffer } from "../gpu/device";
import type { Model } from "./model";

export interface Checkpoint {
  readonly position: number;
  restore(): void;
  dispose(): void;
}

/** Throws GpuOutOfMemoryError. */
export async function takeCheckpoint({ gpu, state }: Model): Promise<Checkpoint> {
  const { recurrent, position } = state;
  const copy = await createBuffer(gpu, {
    label: "checkpoint",
    size: recurrent.size,
    usage: GPUBufferUsage.COPY_SRC | GPUBufferUsage.COPY_DST,
  });
  const transfer = (from: GPUBuffer, to: GPUBuffer): void => {
    const encoder = gpu.device.createCommandEncoder({ label: "checkpoint" });
    encoder.copyBufferToBuffer(from, 0, to, 0, recurrent.size);
    gpu.device.queue.submit([encoder.finish()]);
  };
  transfer(recurrent, copy);
  return {
    position,
    restore: () => {
      transfer(copy, recurrent);
      state.position = position;
    },
    dispose: () => copy.destroy(),
  };
}
