// The activations of the token plan in int16 (decode-int16.ts), besides the residual stream, which it shares with chunks.
import { createBuffer, type Gpu } from "../gpu/device";
import { int16Words } from "../gpu/kernels/int16-kernels";
import type { Binding } from "../gpu/plan";
import type { Config } from "../parse/config";

export interface Int16Scratch {
  readonly normed: Binding; // [hiddenSize] in int16, with squares
  readonly uz: GPUBuffer; // u, z: [innerSize]; dt, B, C before their norms: [timeStepRank + 2 * stateSize]; f32
  readonly u: Binding; // [innerSize] in int16
  readonly y: Binding; // [innerSize] in int16
  readonly query: Binding; // [headCount, headSize] f32
  readonly slices: number; // of the attention cache
  readonly partialAttention: Binding; // [headCount, slices, headSize + 2] f32
  readonly attended: Binding; // [hiddenSize] in int16
  readonly hidden: Binding; // [intermediateSize] in int16
  readonly byteLength: number;
  dispose(): void;
}

/** Throws GpuOutOfMemoryError. */
export async function createInt16Scratch(gpu: Gpu, config: Config, slices: number): Promise<Int16Scratch> {
  const { hiddenSize, innerSize, headCount, headSize } = config;
  const made: GPUBuffer[] = [];
  const make = async (label: string, words: number): Promise<GPUBuffer> => {
    const buffer = await createBuffer(gpu, {
      label,
      size: Math.max(256, Math.ceil(words / 4) * 16),
      usage: GPUBufferUsage.STORAGE | GPUBufferUsage.COPY_DST | GPUBufferUsage.COPY_SRC,
    });
    made.push(buffer);
    return buffer;
  };
  const dispose = () => {
    for (const buffer of made) buffer.destroy();
  };
  try {
    return {
      normed: await make("token normed", int16Words(hiddenSize)),
      uz: await make("token uz", 2 * innerSize + config.timeStepRank + 2 * config.stateSize),
      u: await make("token u", int16Words(innerSize)),
      y: await make("token y", int16Words(innerSize)),
      query: await make("token query", hiddenSize),
      slices,
      partialAttention: await make("token attention", headCount * slices * (headSize + 2)),
      attended: await make("token attended", int16Words(hiddenSize)),
      hidden: await make("token hidden", int16Words(config.intermediateSize)),
      byteLength: made.reduce((sum, buffer) => sum + buffer.size, 0),
      dispose,
    };
  } catch (error) {
    dispose();
    throw error;
  }
}
