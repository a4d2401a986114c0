// The model's weights on the GPU, each asked for by its name, type and shape (workers/MODEL.md).
import { invariant } from "../errors";
import { createBuffer, type Gpu } from "../gpu/device";
import type { KernelCompiler } from "../gpu/kernel";
import { type Matrix, MatrixUploader } from "../gpu/matrix";
import type { Config } from "../parse/config";
import type { TensorInfo } from "../parse/gguf";
import type { ByteSource } from "../store/byte-source";

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

export interface LoadWeightsOptions {
  readonly onProgress?: (loadedBytes: number, totalBytes: number) => void;
  readonly signal?: AbortSignal;
  readonly maxPartBytes?: number;
}

/** Reads every tensor the forward pass uses, in the file's order of layers, and puts it on the GPU. */
export async function loadWeights(
  gpu: Gpu,
  compiler: KernelCompiler,
  config: Config,
  tensors: ReadonlyMap<string, TensorInfo>,
  source: ByteSource,
  options: LoadWeightsOptions = {},
): Promise<Weights> {
  const loader = new Loader(gpu, compiler, tensors, source, options);
  try {
    return await loadAll(loader, config);
  } catch (error) {
    loader.disposeAll();
    throw error;
  } finally {
    loader.disposeUploader();
  }
}

async function loadAll(loader: Loader, config: Config): Promise<Weights> {
  const { hiddenSize, vocabSize } = config;
  const embedding = await loader.matrix("token_embd.weight", vocabSize, hiddenSize);
  const layers: LayerWeights[] = [];
  for (const [index, kind] of config.layers.entries()) {
    layers.push(
      await (kind === "mamba" ? loadMamba(loader, config, index) : loadAttention(loader, config, index)),
    );
  }
  const outputNorm = await loader.vector("output_norm.weight", hiddenSize);
  const head = config.isTied ? embedding : await loader.matrix("output.weight", vocabSize, hiddenSize);
  return {
    embedding,
    layers,
    outputNorm,
    head,
    byteLength: loader.gpuBytes,
    dispose: () => loader.disposeAll(),
  };
}

async function loadMamba(loader: Loader, config: Config, index: number): Promise<MambaWeights> {
  const { hiddenSize, innerSize, stateSize, timeStepRank, convKernel } = config;
  const name = (suffix: string) => `blk.${index}.${suffix}`;
  return {
    kind: "mamba",
    norm: await loader.vector(name("attn_norm.weight"), hiddenSize),
    input: await loader.matrix(name("ssm_in.weight"), 2 * innerSize, hiddenSize),
    convWeight: await loader.vector(name("ssm_conv1d.weight"), innerSize * convKernel),
    convBias: await loader.vector(name("ssm_conv1d.bias"), innerSize),
    projection: await loader.matrix(name("ssm_x.weight"), timeStepRank + 2 * stateSize, innerSize),
    splitNorm: await loader.joined(name("ssm norms"), [
      await loader.floats(name("ssm_dt_norm.weight"), timeStepRank),
      await loader.floats(name("ssm_b_norm.weight"), stateSize),
      await loader.floats(name("ssm_c_norm.weight"), stateSize),
    ]),
    timeStep: await loader.matrix(name("ssm_dt.weight"), innerSize, timeStepRank),
    timeStepBiasAndSkip: await loader.interleaved(
      name("ssm_dt.bias, ssm_d"),
      await loader.floats(name("ssm_dt.bias"), innerSize),
      await loader.floats(name("ssm_d"), innerSize),
    ),
    a: await loader.vector(name("ssm_a"), innerSize * stateSize),
    output: await loader.matrix(name("ssm_out.weight"), hiddenSize, innerSize),
    ...(await loadMlp(loader, config, index)),
  };
}

async function loadAttention(loader: Loader, config: Config, index: number): Promise<AttentionWeights> {
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
    ...(await loadMlp(loader, config, index)),
  };
}

async function loadMlp(loader: Loader, config: Config, index: number): Promise<MlpWeights> {
  const { hiddenSize, intermediateSize } = config;
  const name = (suffix: string) => `blk.${index}.${suffix}`;
  return {
    mlpNorm: await loader.vector(name("ffn_norm.weight"), hiddenSize),
    gate: await loader.matrix(name("ffn_gate.weight"), intermediateSize, hiddenSize),
    up: await loader.matrix(name("ffn_up.weight"), intermediateSize, hiddenSize),
    down: await loader.matrix(name("ffn_down.weight"), hiddenSize, intermediateSize),
  };
}

/** Takes tensors out of the file and keeps what was made, so that a load that fails half-way leaves nothing behind. */
class Loader {
  gpuBytes = 0;
  private readonly buffers: GPUBuffer[] = [];
  private readonly uploader: MatrixUploader;
  private readonly totalBytes: number;
  private loadedBytes = 0;

  constructor(
    private readonly gpu: Gpu,
    compiler: KernelCompiler,
    private readonly tensors: ReadonlyMap<string, TensorInfo>,
    private readonly source: ByteSource,
    private readonly options: LoadWeightsOptions,
  ) {
    this.uploader = new MatrixUploader(gpu, compiler, options.maxPartBytes);
    this.totalBytes = [...tensors.values()].reduce((sum, tensor) => sum + tensor.byteLength, 0);
  }

  async matrix(name: string, rows: number, columns: number): Promise<Matrix> {
    const tensor = this.tensor(name, rows * columns);
    const matrix = await this.uploader.upload({
      label: name,
      type: tensor.type,
      rows,
      columns,
      read: (offset, length) => this.read(tensor, offset, length),
    });
    this.buffers.push(...matrix.parts.map((part) => part.buffer));
    this.gpuBytes += matrix.byteLength;
    return matrix;
  }

  async vector(name: string, count: number): Promise<GPUBuffer> {
    return this.upload(name, await this.floats(name, count));
  }

  async floats(name: string, count: number): Promise<Float32Array<ArrayBuffer>> {
    const tensor = this.tensor(name, count);
    invariant(tensor.type === "f32", () => `${name} is ${tensor.type}, expected f32`);
    const bytes = await this.read(tensor, 0, tensor.byteLength);
    return new Float32Array(bytes.slice().buffer);
  }

  joined(name: string, pieces: readonly Float32Array[]): Promise<GPUBuffer> {
    return this.upload(name, Float32Array.from(pieces.flatMap((piece) => [...piece])));
  }

  interleaved(name: string, first: Float32Array, second: Float32Array): Promise<GPUBuffer> {
    return this.upload(
      name,
      Float32Array.from({ length: first.length * 2 }, (_, i) => (i % 2 ? second : first)[i >> 1] as number),
    );
  }

  disposeUploader(): void {
    this.uploader.dispose();
  }

  disposeAll(): void {
    for (const buffer of this.buffers) buffer.destroy();
    this.buffers.length = 0;
  }

  private tensor(name: string, count: number): TensorInfo {
    const tensor = this.tensors.get(name);
    invariant(tensor, () => `${name} is missing after the file was checked`);
    const found = tensor.dims.reduce((product, dim) => product * dim, 1);
    invariant(found === count, () => `${name} has ${found} weights, expected ${count}`);
    return tensor;
  }

  private async read(tensor: TensorInfo, offset: number, length: number): Promise<Uint8Array<ArrayBuffer>> {
    this.options.signal?.throwIfAborted();
    const bytes = await this.source.read(tensor.offset + offset, length);
    this.loadedBytes += length;
    this.options.onProgress?.(this.loadedBytes, this.totalBytes);
    return bytes;
  }

  private async upload(label: string, values: Float32Array<ArrayBuffer>): Promise<GPUBuffer> {
    const buffer = await createBuffer(this.gpu, {
      label,
      size: Math.max(16, values.byteLength),
      usage: GPUBufferUsage.STORAGE | GPUBufferUsage.COPY_DST,
    });
    this.buffers.push(buffer);
    this.gpu.device.queue.writeBuffer(buffer, 0, values);
    this.gpuBytes += buffer.size;
    return buffer;
  }
}
