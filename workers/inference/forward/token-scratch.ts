// The activations of the token plan (decode.ts), besides the residual stream, which it shares with chunks.
import { createBuffer, type Gpu } from "../gpu/device";
import type { Binding } from "../gpu/plan";
import type { Config } from "../parse/config";

/** The attention cache is split over at most this many slices of 64 positions or more. */
const MAX_TOKEN_SLICES = 64;
const MIN_SLICE_POSITIONS = 64;

/** Slices of a cache that may hold so many positions: none that would stay empty at its end, as empty ones take time, too. */
export const countTokenSlices = (contextLength: number): number =>
  Math.min(MAX_TOKEN_SLICES, Math.ceil(contextLength / MIN_SLICE_POSITIONS));

export interface TokenScratch {
  readonly normed: Binding; // [hiddenSize], striped
  readonly squares: Binding; // [hiddenSize / 4]
  readonly uz: Binding; // u, later y: [innerSize], striped; z: [innerSize]
  readonly dbc: Binding; // [timeStepRank + 2 * stateSize]
  readonly query: Binding; // [headCount, headSize]
  readonly slices: number; // of the attention cache
  readonly partialAttention: Binding; // [headCount, slices, headSize + 2]
  readonly attended: Binding; // [headCount, headSize], striped
  readonly hidden: Binding; // [intermediateSize], striped
  readonly byteLength: number;
  dispose(): void;
}

/** Floats of a vector in striped order (shaders/lib/striped.wgsl): an even number of units of 32. */
export const striped = (size: number): number => Math.ceil(size / 64) * 64;

/** Throws GpuOutOfMemoryError. */
export async function createTokenScratch(gpu: Gpu, config: Config, slices: number): Promise<TokenScratch> {
  const { hiddenSize, innerSize, headCount, headSize } = config;
  const made: GPUBuffer[] = [];
  const floats = async (label: string, count: number): Promise<GPUBuffer> => {
    const buffer = await createBuffer(gpu, {
      label,
      size: Math.max(256, count * 4),
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
      normed: await floats("token normed", striped(hiddenSize)),
      squares: await floats("token squares", hiddenSize / 4),
      uz: await floats("token uz", striped(innerSize) + innerSize),
      dbc: await floats("token dbc", config.timeStepRank + 2 * config.stateSize),
      query: await floats("token query", hiddenSize),
      slices,
      partialAttention: await floats("token attention", headCount * slices * (headSize + 2)),
      attended: await floats("token attended", striped(hiddenSize)),
      hidden: await floats("token hidden", striped(config.intermediateSize)),
      byteLength: made.reduce((sum, buffer) => sum + buffer.size, 0),
      dispose,
    };
  } catch (error) {
    dispose();
    throw error;
  }
}
