// A copy of what a model has read, to go back to: the recurrent states and the logits, so that a new answer can be written
// from a checkpoint at a prompt's end without reading anything again (256 KB beside 10 MB, for Jamba2 3B). The attention cache
// needs no copy, as going on from the copy writes over every later position before it is read.
import { createBuffer } from "../gpu/device";
import type { Model } from "./model";

export interface Checkpoint {
  readonly position: number;
  /** Recurrent states, then logits. A checkpoint taken later may go into it once this one is of no use. */
  readonly copy: GPUBuffer;
  restore(): void;
  dispose(): void;
}

/** Bytes of a checkpoint on the GPU. */
export function checkpointBytes({ state, scratch }: Model): number {
  return state.recurrent.size + scratch.logits.size;
}

/** An empty copy to be filled. Throws GpuOutOfMemoryError. */
export function createCheckpointCopy(model: Model): Promise<GPUBuffer> {
  return createBuffer(model.gpu, {
    label: "checkpoint",
    size: checkpointBytes(model),
    usage: GPUBufferUsage.COPY_SRC | GPUBufferUsage.COPY_DST,
  });
}

/** What the model has read, into `copy`; nothing waits for the GPU. */
export function fillCheckpoint({ gpu, state, scratch }: Model, copy: GPUBuffer): Checkpoint {
  const { recurrent, position } = state;
  const { logits } = scratch;
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
    copy,
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

/** Throws GpuOutOfMemoryError. */
export async function takeCheckpoint(model: Model): Promise<Checkpoint> {
  return fillCheckpoint(model, await createCheckpointCopy(model));
}
