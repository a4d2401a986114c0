// A copy of what a model has read, to go back to: the recurrent states and the logits, so that a new answer can be written
// from a checkpoint at a prompt's end without reading anything again (256 KB beside 10 MB, for Jamba2 3B). The attention cache
// needs no copy, as going on from the copy writes over every later position before it is read.
import { createBuffer } from "../gpu/device";
import type { Model } from "./model";

export interface Checkpoint {
  readonly position: number;
  restore(): void;
  dispose(): void;
}

/** Throws GpuOutOfMemoryError. */
export async function takeCheckpoint({ gpu, state, scratch }: Model): Promise<Checkpoint> {
  const { recurrent, position } = state;
  const { logits } = scratch;
  const copy = await createBuffer(gpu, {
    label: "checkpoint",
    size: recurrent.size + logits.size,
    usage: GPUBufferUsage.COPY_SRC | GPUBufferUsage.COPY_DST,
  });
  const transfer = (copyParts: (encoder: GPUCommandEncoder) => void): void => {
    const encoder = gpu.device.createCommandEncoder({ label: "checkpoint" });
    copyParts(encoder);
    gpu.device.queue.submit([encoder.finish()]);
  };
  transfer((encoder) => {
    encoder.copyBufferToBuffer(recurrent, 0, copy, 0, recurrent.size);
    encoder.copyBufferToBuffer(logits, 0, copy, recurrent.size, logits.size);
  });
  return {
    position,
    restore: () => {
      transfer((encoder) => {
        encoder.copyBufferToBuffer(copy, 0, recurrent, 0, recurrent.size);
        encoder.copyBufferToBuffer(copy, recurrent.size, logits, 0, logits.size);
      });
      state.position = position;
    },
    dispose: () => copy.destroy(),
  };
}
