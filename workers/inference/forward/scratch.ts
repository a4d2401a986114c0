// The activations of one chunk on the GPU, made once at load and written anew by every chunk.
import { createBuffer, type Gpu } from "../gpu/device";
import type { Config } from "../parse/config";

export interface Scratch {
  readonly maxTokens: number;
  readonly tokenIds: GPUBuffer; // [maxTokens] u32
  readonly residual: GPUBuffer; // [maxTokens, hiddenSize]
  readonly normed: GPUBuffer; // [maxTokens, hiddenSize]
  readonly xz: GPUBuffer; // [maxTokens, 2 * innerSize]; in the MLP [maxTokens, intermediateSize]
  readonly u: GPUBuffer; // [maxTokens, innerSize]
  readonly dbc: GPUBuffer; // [maxTokens, timeStepRank + 2 * stateSize]
  readonly timeStepInput: GPUBuffer; // [maxTokens, timeStepRank]
  readonly bc: GPUBuffer; // [maxTokens, 2 * stateSize]
  readonly timeStep: GPUBuffer; // [maxTokens, innerSize]
  readonly inner: GPUBuffer; // [maxTokens, innerSize]
  readonly query: GPUBuffer; // [maxTokens, headCount, headSize]
  readonly key: GPUBuffer; // [maxTokens, kvHeadCount, headSize]
  readonly value: GPUBuffer; // [maxTokens, kvHeadCount, headSize]
  readonly partialAttention: GPUBuffer; // [maxTokens, headCount, slices, headSize + 2]
  readonly attended: GPUBuffer; // [maxTokens, headCount, headSize]
  readonly gate: GPUBuffer; // [maxTokens, intermediateSize]
  readonly up: GPUBuffer; // [maxTokens, intermediateSize]
  readonly logits: GPUBuffer; // [vocabSize]
  readonly byteLength: number;
  dispose(): void;
}

/** Throws GpuOutOfMemoryError. */
export async function createScratch(gpu: Gpu, config: Config, maxTokens: number): Promise<Scratch> {
  const { hiddenSize, innerSize, headCount, headSize, kvHeadCount, intermediateSize } = config;
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
      maxTokens,
      tokenIds: await floats("token ids", maxTokens),
      residual: await floats("residual", maxTokens * hiddenSize),
      normed: await floats("normed", maxTokens * hiddenSize),
      xz: await floats("xz", maxTokens * Math.max(2 * innerSize, intermediateSize)),
      u: await floats("u", maxTokens * innerSize),
      dbc: await floats("dbc", maxTokens * (config.timeStepRank + 2 * config.stateSize)),
      timeStepInput: await floats("time step input", maxTokens * config.timeStepRank),
      bc: await floats("B and C", maxTokens * 2 * config.stateSize),
      timeStep: await floats("time step", maxTokens * innerSize),
      inner: await floats("inner", maxTokens * innerSize),
      query: await floats("query", maxTokens * headCount * headSize),
      key: await floats("key", maxTokens * kvHeadCount * headSize),
      value: await floats("value", maxTokens * kvHeadCount * headSize),
      partialAttention: await floats("partial attention", maxTokens * headCount * (headSize + 2)),
      attended: await floats("attended", maxTokens * headCount * headSize),
      gate: await floats("gate", maxTokens * intermediateSize),
      up: await floats("up", maxTokens * intermediateSize),
      logits: await floats("logits", config.vocabSize),
      byteLength: made.reduce((sum, buffer) => sum + buffer.size, 0),
      dispose,
    };
  } catch (error) {
    dispose();
    throw error;
  }
}
