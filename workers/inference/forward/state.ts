// What the model remembers of a context, on the GPU: the Mamba and convolution states, of fixed size, and the attention
// cache, which grows by doubling with what is read. Recurrent states cannot be rolled back: only reset, or replaced by a copy.
import { GpuLimitError, GpuOutOfMemoryError, invariant } from "../errors";
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
  readonly keys: GPUBuffer; // [capacity, kvHeadCount * headSize]
  readonly values: GPUBuffer; // [capacity, kvHeadCount * headSize]
}

export type LayerState = MambaState | AttentionState;

/** Tokens that the attention cache has room for from the start: 8 MiB of Jamba2 3B. */
const FIRST_CAPACITY = 8192;

const STATE_USAGE = () => GPUBufferUsage.STORAGE | GPUBufferUsage.COPY_DST | GPUBufferUsage.COPY_SRC;

const align = (bytes: number): number => Math.ceil(bytes / 256) * 256;

export interface StateOptions {
  /** Tokens of context wanted. */
  readonly contextLength: number;
  readonly kvFormat: KvFormat;
  /** Tokens of room to begin with: for tests. */
  readonly firstCapacity?: number;
}

export class State {
  /** Tokens read so far; the next token's position. */
  position = 0;
  private room: number;
  private offered: number;

  private constructor(
    private readonly gpu: Gpu,
    private readonly slots: LayerState[],
    /** All recurrent states in one buffer, so that a copy of it is a checkpoint. */
    readonly recurrent: GPUBuffer,
    /** Bytes of one token's keys, or values, in one attention layer. */
    readonly cellBytes: number,
    { contextLength, firstCapacity = FIRST_CAPACITY }: StateOptions,
  ) {
    this.offered = contextLength;
    this.room = Math.min(contextLength, firstCapacity);
  }

  /** Makes an empty state. Throws GpuOutOfMemoryError. */
  static async create(gpu: Gpu, config: Config, options: StateOptions): Promise<State> {
    const convBytes = (config.convKernel - 1) * config.innerSize * 4;
    const ssmBytes = config.innerSize * config.stateSize * 4;
    const layerBytes = align(convBytes) + align(ssmBytes);
    const mambaCount = config.layers.filter((kind) => kind === "mamba").length;
    const recurrent = await createBuffer(gpu, {
      label: "recurrent state",
      size: Math.max(256, mambaCount * layerBytes),
      usage: STATE_USAGE(),
    });
    const cellBytes = config.kvHeadCount * config.headSize * (options.kvFormat === "f16" ? 2 : 4);
    const layers: LayerState[] = [];
    const state = new State(gpu, layers, recurrent, cellBytes, options);
    try {
      let offset = 0;
      for (const [index, kind] of config.layers.entries()) {
        if (kind === "mamba") {
          layers.push({
            kind,
            conv: { buffer: recurrent, offset, size: convBytes },
            ssm: { buffer: recurrent, offset: offset + align(convBytes), size: ssmBytes },
          });
          offset += layerBytes;
        } else {
          const [keys, values] = await createAll([
            () => state.createCache(`keys ${index}`, state.room),
            () => state.createCache(`values ${index}`, state.room),
          ]);
          layers.push({ kind, keys: keys as GPUBuffer, values: values as GPUBuffer });
        }
      }
      return state;
    } catch (error) {
      state.dispose();
      throw error;
    }
  }

  get layers(): readonly LayerState[] {
    return this.slots;
  }

  /** Tokens that may be read: what was wanted, or what memory holds. */
  get contextLength(): number {
    return this.offered;
  }

  /** Tokens that the attention cache has room for now; reserve() makes more. */
  get capacity(): number {
    return this.room;
  }

  /** Bytes that a token takes in all attention layers. */
  get bytesPerToken(): number {
    return 2 * this.cellBytes * this.listCaches().length;
  }

  /** On the GPU now. */
  get byteLength(): number {
    return this.recurrent.size + this.room * this.bytesPerToken;
  }

  /** The attention layers' caches, in the order of the layers. */
  listCaches(): readonly AttentionState[] {
    return this.slots.filter((layer): layer is AttentionState => layer.kind === "attention");
  }

  /**
   * Offers as long a context as memory is found to hold beside what is there already, the wanted one at most: its cache is
   * allocated, together with the half that it grows from, and freed again.
   */
  async measureContext(): Promise<void> {
    while (this.offered > this.room && !(await this.fits(this.offered)))
      this.offered = Math.max(this.room, this.offered >> 1);
  }

  /**
   * Makes room for so many tokens, what was read included, at least doubling it. Gives the buffers that are gone with those
   * in their place, which every plan must bind from then on; null when there was room. Throws GpuOutOfMemoryError.
   */
  async reserve(tokens: number): Promise<ReadonlyMap<GPUBuffer, GPUBuffer> | null> {
    invariant(tokens <= this.offered, () => `${tokens} tokens exceed the context of ${this.offered}`);
    if (tokens <= this.room) return null;
    let room = this.room;
    while (room < tokens) room *= 2;
    room = Math.min(room, this.offered);
    const grown = await this.allocate(room);
    const replaced = new Map<GPUBuffer, GPUBuffer>();
    const encoder = this.gpu.device.createCommandEncoder({ label: "grow state" });
    for (const before of this.listCaches().flatMap(({ keys, values }) => [keys, values])) {
      const after = grown.shift() as GPUBuffer;
      encoder.copyBufferToBuffer(before, 0, after, 0, this.position * this.cellBytes);
      replaced.set(before, after);
    }
    this.gpu.device.queue.submit([encoder.finish()]);
    for (const [index, layer] of this.slots.entries()) {
      if (layer.kind !== "attention") continue;
      const keys = replaced.get(layer.keys) as GPUBuffer;
      this.slots[index] = { kind: "attention", keys, values: replaced.get(layer.values) as GPUBuffer };
    }
    for (const before of replaced.keys()) before.destroy();
    this.room = room;
    return replaced;
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
    for (const { keys, values } of this.listCaches()) {
      keys.destroy();
      values.destroy();
    }
  }

  private createCache(label: string, tokens: number): Promise<GPUBuffer> {
    return createBuffer(this.gpu, { label, size: tokens * this.cellBytes, usage: STATE_USAGE() });
  }

  /** Keys, values, keys, values… with so much room; all or none. */
  private allocate(tokens: number): Promise<GPUBuffer[]> {
    const caches = this.listCaches().flatMap(({ keys, values }) => [keys, values]);
    return createAll(
      caches.map(
        ({ label }) =>
          () =>
            this.createCache(label, tokens),
      ),
    );
  }

  private async fits(tokens: number): Promise<boolean> {
    const made: GPUBuffer[] = [];
    try {
      for (const room of [tokens, tokens >> 1]) made.push(...(await this.allocate(room)));
      return true;
    } catch (error) {
      if (error instanceof GpuOutOfMemoryError || error instanceof GpuLimitError) return false;
      throw error;
    } finally {
      for (const buffer of made) buffer.destroy();
    }
  }
}

/** One after another; all or none. */
async function createAll(makers: readonly (() => Promise<GPUBuffer>)[]): Promise<GPUBuffer[]> {
  const made: GPUBuffer[] = [];
  try {
    for (const make of makers) made.push(await make());
    return made;
  } catch (error) {
    for (const buffer of made) buffer.destroy();
    throw error;
  }
}
