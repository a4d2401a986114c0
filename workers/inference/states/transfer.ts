// What a model remembers, between the GPU and bytes: the attention cache in blocks of tokens, a checkpoint in pieces. Nothing
// above 4 MiB is mapped at a time, so that a page that shows an answer meanwhile feels nothing of it.
import { invariant } from "../errors";
import type { Model } from "../forward/model";
import type { State } from "../forward/state";
import { createBuffer, untilLost } from "../gpu/device";

const PIECE_BYTES = 4 * 1024 * 1024;
const MAX_BLOCK_TOKENS = 65_536;

/** Tokens in a block of the cache: as many as fit a piece, a power of two. */
export function countBlockTokens({ bytesPerToken }: State): number {
  let tokens = 1;
  while (tokens * 2 * bytesPerToken <= PIECE_BYTES && tokens < MAX_BLOCK_TOKENS) tokens *= 2;
  return tokens;
}

/** A stretch of a buffer. */
interface Slice {
  readonly buffer: GPUBuffer;
  readonly offset: number;
  readonly size: number;
}

/** Keys, values, keys, values… of these tokens in the order of the layers. */
function sliceCache(state: State, start: number, count: number): Slice[] {
  const { cellBytes } = state;
  return state
    .listCaches()
    .flatMap(({ keys, values }) => [keys, values])
    .map((buffer) => ({ buffer, offset: start * cellBytes, size: count * cellBytes }));
}

function slicePieces(buffer: GPUBuffer, size: number): Slice[] {
  const pieces: Slice[] = [];
  for (let offset = 0; offset < size; offset += PIECE_BYTES)
    pieces.push({ buffer, offset, size: Math.min(PIECE_BYTES, size - offset) });
  return pieces;
}

/** Reads slices back. What it copies is what the GPU holds after everything submitted so far. */
export class StateReader {
  private constructor(
    private readonly model: Model,
    private readonly staging: GPUBuffer,
  ) {}

  /** Throws GpuOutOfMemoryError. */
  static async create(model: Model): Promise<StateReader> {
    const block = countBlockTokens(model.state) * model.state.bytesPerToken;
    const staging = await createBuffer(model.gpu, {
      label: "saved state readback",
      size: Math.max(PIECE_BYTES, block),
      usage: GPUBufferUsage.MAP_READ | GPUBufferUsage.COPY_DST,
    });
    return new StateReader(model, staging);
  }

  readCache(start: number, count: number): Promise<Uint8Array<ArrayBuffer>> {
    return this.read(sliceCache(this.model.state, start, count));
  }

  /** Piece by piece. */
  async *readCheckpoint(copy: GPUBuffer): AsyncIterable<Uint8Array<ArrayBuffer>> {
    for (const piece of slicePieces(copy, copy.size)) yield await this.read([piece]);
  }

  dispose(): void {
    this.staging.destroy();
  }

  private async read(slices: readonly Slice[]): Promise<Uint8Array<ArrayBuffer>> {
    const { gpu } = this.model;
    const encoder = gpu.device.createCommandEncoder({ label: "save state" });
    let length = 0;
    for (const { buffer, offset, size } of slices) {
      encoder.copyBufferToBuffer(buffer, offset, this.staging, length, size);
      length += size;
    }
    gpu.device.queue.submit([encoder.finish()]);
    await untilLost(gpu, this.staging.mapAsync(GPUMapMode.READ, 0, length));
    const bytes = new Uint8Array(this.staging.getMappedRange(0, length).slice(0));
    this.staging.unmap();
    return bytes;
  }
}

function write({ gpu }: Model, slices: readonly Slice[], bytes: Uint8Array<ArrayBuffer>): void {
  const total = slices.reduce((sum, { size }) => sum + size, 0);
  invariant(total === bytes.byteLength, () => `a saved block has ${bytes.byteLength} bytes, not ${total}`);
  let at = 0;
  for (const { buffer, offset, size } of slices) {
    gpu.device.queue.writeBuffer(buffer, offset, bytes, at, size);
    at += size;
  }
}

/** Puts back what readCache() gave; there must be room for these tokens. */
export function writeCache(model: Model, start: number, count: number, bytes: Uint8Array<ArrayBuffer>): void {
  write(model, sliceCache(model.state, start, count), bytes);
}

/** Bytes of each piece of a checkpoint. */
export function listPieceSizes({ state, scratch }: Model): number[] {
  return slicePieces(state.recurrent, state.recurrent.size + scratch.logits.size).map(({ size }) => size);
}

/** Puts back what readCheckpoint() gave, and the model stands at `position`. */
export function writeCheckpoint(
  model: Model,
  pieces: readonly Uint8Array<ArrayBuffer>[],
  position: number,
): void {
  const { recurrent } = model.state;
  const { logits } = model.scratch;
  let at = 0; // recurrent states and logits are one after another, whatever the pieces
  for (const piece of pieces) {
    const first = Math.min(piece.byteLength, Math.max(0, recurrent.size - at));
    if (first > 0) write(model, [{ buffer: recurrent, offset: at, size: first }], piece.subarray(0, first));
    if (first < piece.byteLength) {
      const offset = at + first - recurrent.size;
      write(model, [{ buffer: logits, offset, size: piece.byteLength - first }], piece.subarray(first));
    }
    at += piece.byteLength;
  }
  model.state.position = position;
}
