// What the model remembers of a context, on the GPU: the Mamba and convolution states, of fixed size, and the attention
// cache, which grows with the position. Recurrent states cannot be rolled back: only reset, or replaced by a copy.
import { createBuffer, type Gpu } from "../gpu/device";
import type { KvFormat } from "../gpu/kernels/layer-kernels";
import type { BufferSlice } from "../gpu/plan";
import type { Config } from "../parse/config";

export interface MambaState {
  readonly kind: "mamba";
  readonly conv: BufferSlice; // [convKernel - 1, innerSize] f32, oldest first
  readonly ssm: BufferSlice; // [innerSize, stateSize] f32
}

export interface AttentionState {
  readonly kind: "attention";
  readonly keys: GPUBuffer; // [contextLength, kvHeadCount * headSize]
  readonly values: GPUBuffer; // [contextLength, kvHeadCount * headSize]
}

export type LayerState = MambaState | AttentionState;

const align = (bytes: number): number => Math.ceil(bytes / 256) * 256;

export class State {
  /** Tokens read so far; the next token's position. */
  position = 0;

  private constructor(
    private readonly gpu: Gpu,
    readonly layers: readonly LayerState[],
    /** All recurrent states in one buffer, so that a copy of it is a checkpoint. */
    readonly recurrent: GPUBuffer,
    readonly contextLength: number,
    readonly byteLength: number,
  ) {}

  /** Makes an empty state for `contextLength` tokens. Throws GpuOutOfMemoryError. */
  static async create(gpu: Gpu, config: Config, contextLength: number, kvFormat: KvFormat): Promise<State> {
    const convBytes = (config.convKernel - 1) * config.innerSize * 4;
    const ssmBytes = config.innerSize * config.stateSize * 4;
    const layerBytes = align(convBytes) + align(ssmBytes);
    const mambaCount = config.layers.filter((kind) => kind === "mamba").length;
    const recurrent = await createBuffer(gpu, {
      label: "recurrent state",
      size: Math.max(256, mambaCount * layerBytes),
      usage: GPUBufferUsage.STORAGE | GPUBufferUsage.COPY_DST | GPUBufferUsage.COPY_SRC,
    });
    const kvBytes = contextLength * config.kvHeadCount * config.headSize * (kvFormat === "f16" ? 2 : 4);
    const cache = (label: string) =>
      createBuffer(gpu, {
        label,
        size: kvBytes,
        usage: GPUBufferUsage.STORAGE | GPUBufferUsage.COPY_DST | GPUBufferUsage.COPY_SRC,
      });
    const layers: LayerState[] = [];
    let offset = 0;
    let byteLength = recurrent.size;
    for (const [index, kind] of config.layers.entries()) {
      if (kind === "mamba") {
        layers.push({
          kind,
          conv: { buffer: recurrent, offset, size: convBytes },
          ssm: { buffer: recurrent, offset: offset + align(convBytes), size: ssmBytes },
        });
        offset += layerBytes;
      } else {
        layers.push({ kind, keys: await cache(`keys ${index}`), values: await cache(`values ${index}`) });
        byteLength += 2 * kvBytes;
      }
    }
    return new State(gpu, layers, recurrent, contextLength, byteLength);
  }

  /** Back to before the first token. */
  reset(): void {
    const encoder = this.gpu.device.createCommandEncoder({ label: "reset state" });
    encoder.clearBuffer(this.recurrent);
    this.gpu.device.queue.submit([encoder.finish()]);
    this.position = 0;
  }

  dispose(): void {
    this.recurrent.destroy();
    for (const layer of this.layers) {
      if (layer.kind === "attention") {
        layer.keys.destroy();
        layer.values.destroy();
      }
    }
  }
}
