// The model's weights on the GPU, each asked for by its name, type and shape (workers/MODEL.md).
import type { Gpu } from "../gpu/device";
import type { KernelCompiler } from "../gpu/kernel";
import type { Matrix } from "../gpu/matrix";
import type { Config } from "../parse/config";
import type { TensorInfo } from "../parse/gguf";
import type { ByteSource } from "../store/byte-source";
import { type LoadWeightsOptions, WeightLoader } from "./weight-loader";

interface MlpWeights {
  readonly mlpNorm: GPUBuffer; // [hiddenSize]
  readonly gate: Matrix; // [intermediateSize, hiddenSize]
  readonly up: Matrix; // [intermediateSize, hiddenSize]
  readonly down: Matrix; // [hiddenSize, intermediateSize]
}

export interface MambaWeights extends MlpWeights {
  readonly kind: "mamba";
  readonly norm: GPUBuffer; // [hiddenSize]
  readonly input: Matrix; // [2 * innerSize, hiddenSize]: x, then the gate z
  readonly convWeight: GPUBuffer; // [innerSize, convKernel]
  readonly convBias: GPUBuffer; // [innerSize]
  readonly projection: Matrix; // [timeStepRank + 2 * stateSize, innerSize]: dt, B, C
  readonly splitNorm: GPUBuffer; // [timeStepRank + 2 * stateSize]: norms of dt, B, C
  readonly timeStep: Matrix; // [innerSize, timeStepRank]
  readonly timeStepBiasAndSkip: GPUBuffer; // [innerSize, 2]: dt bias, D
  readonly a: GPUBuffer; // [innerSize, stateSize], negative
  readonly output: Matrix; // [hiddenSize, innerSize]
}

export interface AttentionWeights extends MlpWeights {
  readonly kind: "attention";
  readonly norm: GPUBuffer; // [hiddenSize]
  readonly query: Matrix; // [hiddenSize, hiddenSize]
  readonly key: Matrix; // [kvHeadCount * headSize, hiddenSize]
  readonly value: Matrix; // [kvHeadCount * headSize, hiddenSize]
  readonly output: Matrix; // [hiddenSize, hiddenSize]
}

export type LayerWeights = MambaWeights | AttentionWeights;

export interface Weights {
  readonly embedding: Matrix; // [vocabSize, hiddenSize]
  readonly layers: readonly LayerWeights[];
  readonly outputNorm: GPUBuffer; // [hiddenSize]
  readonly head: Matrix; // [vocabSize, hiddenSize]; the embedding itself when tied
  readonly byteLength: number;
  dispose(): void;
}

/**
 * Puts every tensor the forward pass uses on the GPU: all buffers are made first, many at a time, and then the file is
 * read once from front to back, whatever the order of its tensors.
 */
export async function loadWeights(
  gpu: Gpu,
  compiler: KernelCompiler,
  config: Config,
  tensors: ReadonlyMap<string, TensorInfo>,
  source: ByteSource,
  options: LoadWeightsOptions = {},
): Promise<Weights> {
  const loader = new WeightLoader(gpu, compiler, tensors, source, options);
  try {
    const weights = await prepareAll(loader, config);
    await loader.fill();
    return weights;
  } catch (error) {
    loader.disposeAll();
    throw error;
  } finally {
    loader.disposeUploader();
  }
}

async function prepareAll(loader: WeightLoader, config: Config): Promise<Weights> {
  const { hiddenSize, vocabSize } = config;
  const embedding = loader.matrix("token_embd.weight", vocabSize, hiddenSize);
  const head = config.isTied ? embedding : loader.matrix("output.weight", vocabSize, hiddenSize);
  const outputNorm = loader.vector("output_norm.weight", hiddenSize);
  const layers = config.layers.map((kind, index) =>
    kind === "mamba" ? prepareMamba(loader, config, index) : prepareAttention(loader, config, index),
  );
  // Of a failure only when all are at rest: what is still being made could not be freed.
  await Promise.allSettled([embedding, head, outputNorm, ...layers]);
  return {
    embedding: await embedding,
    layers: await Promise.all(layers),
    outputNorm: await outputNorm,
    head: await head,
    byteLength: loader.gpuBytes,
    dispose: () => loader.disposeAll(),
  };
}

async function prepareMamba(loader: WeightLoader, config: Config, index: number): Promise<MambaWeights> {
  const { hiddenSize, innerSize, stateSize, timeStepRank, convKernel } = config;
  const name = (suffix: string) => `blk.${index}.${suffix}`;
  return {
    kind: "mamba",
    norm: await loader.vector(name("attn_norm.weight"), hiddenSize),
    input: await loader.matrix(name("ssm_in.weight"), 2 * innerSize, hiddenSize),
    convWeight: await loader.vector(name("ssm_conv1d.weight"), innerSize * convKernel),
    convBias: await loader.vector(name("ssm_conv1d.bias"), innerSize),
    projection: await loader.matrix(name("ssm_x.weight"), timeStepRank + 2 * stateSize, innerSize),
    splitNorm: await loader.joined([
      [name("ssm_dt_norm.weight"), timeStepRank],
      [name("ssm_b_norm.weight"), stateSize],
      [name("ssm_c_norm.weight"), stateSize],
    ]),
    timeStep: await loader.matrix(name("ssm_dt.weight"), innerSize, timeStepRank),
    timeStepBiasAndSkip: await loader.interleaved([name("ssm_dt.bias"), name("ssm_d")], innerSize),
    a: await loader.vector(name("ssm_a"), innerSize * stateSize),
    output: await loader.matrix(name("ssm_out.weight"), hiddenSize, innerSize),
    ...(await prepareMlp(loader, config, index)),
  };
}

async function prepareAttention(
  loader: WeightLoader,
  config: Config,
  index: number,
): Promise<AttentionWeights> {
  const { hiddenSize } = config;
  const keySize = config.kvHeadCount * config.headSize;
  const name = (suffix: string) => `blk.${index}.${suffix}`;
  return {
    kind: "attention",
    norm: await loader.vector(name("attn_norm.weight"), hiddenSize),
    query: await loader.matrix(name("attn_q.weight"), hiddenSize, hiddenSize),
    key: await loader.matrix(name("attn_k.weight"), keySize, hiddenSize),
    value: await loader.matrix(name("attn_v.weight"), keySize, hiddenSize),
    output: await loader.matrix(name("attn_output.weight"), hiddenSize, hiddenSize),
    ...(await prepareMlp(loader, config, index)),
  };
}

async function prepareMlp(loader: WeightLoader, config: Config, index: number): Promise<MlpWeights> {
  const { hiddenSize, intermediateSize } = config;
  const name = (suffix: string) => `blk.${index}.${suffix}`;
  return {
    mlpNorm: await loader.vector(name("ffn_norm.weight"), hiddenSize),
    gate: await loader.matrix(name("ffn_gate.weight"), intermediateSize, hiddenSize),
    up: await loader.matrix(name("ffn_up.weight"), intermediateSize, hiddenSize),
    down: await loader.matrix(name("ffn_down.weight"), hiddenSize, intermediateSize),
  };
}
