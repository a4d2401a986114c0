// A stored model as a ByteSource: every chunk is checked against its hash each time it is read from the disk, so that
// no damaged byte reaches the parser or the GPU.
import { invariant, ModelDamagedError, ModelNotFoundError } from "../errors";
import type { ByteSource } from "./byte-source";
import { ChunkReaders } from "./chunk-readers";
import { findChunk } from "./chunk-store";
import { type ModelRecord, readRecord } from "./model-record";

/** Chunks kept in memory: a reader that goes forward touches two at a border. */
const CACHED_CHUNKS = 2;
/** Chunks read ahead of a stream's reader: 64 MiB. */
const CHUNKS_AHEAD = 4;

function damaged(record: ModelRecord, index: number): Error {
  return new ModelDamagedError(
    `Part ${index + 1} of ${record.chunks.length} of ${record.name} is damaged or gone from this device. ${
      record.url
        ? "Load the model again: only that part is fetched anew."
        : "Open the file again to repair it."
    }`,
  );
}

/** Reads what the record names; `onGap` makes the error for a chunk that is not there yet. */
export function openChunks(record: ModelRecord, onGap: (index: number) => Error): ByteSource {
  const cache = new Map<number, Promise<Uint8Array<ArrayBuffer>>>();

  const load = async (index: number, find = findChunk): Promise<Uint8Array<ArrayBuffer>> => {
    const chunk = record.chunks[index];
    if (!chunk?.isStored) throw onGap(index);
    const bytes = await find(record.id, index, chunk.hash);
    if (!bytes) throw damaged(record, index);
    return bytes;
  };

  const chunkAt = (index: number): Promise<Uint8Array<ArrayBuffer>> => {
    const cached = cache.get(index);
    if (cached) return cached;
    for (const oldest of cache.keys()) {
      if (cache.size < CACHED_CHUNKS) break;
      cache.delete(oldest);
    }
    const loading = load(index);
    cache.set(index, loading);
    loading.catch(() => cache.delete(index));
    return loading;
  };

  return {
    byteLength: record.byteLength,
    async read(offset, length) {
      invariant(
        offset >= 0 && length >= 0 && offset + length <= record.byteLength,
        () => `read of ${length} bytes at ${offset} in a file of ${record.byteLength}`,
      );
      const target = new Uint8Array(length);
      for (let filled = 0; filled < length; ) {
        const position = offset + filled;
        const index = Math.floor(position / record.chunkByteLength);
        const from = position - index * record.chunkByteLength;
        const piece = (await chunkAt(index)).subarray(from, from + length - filled);
        target.set(piece, filled);
        filled += piece.byteLength;
      }
      return target;
    },
    stream: (start, end) => streamChunks(record, start, end, load),
  };
}

/** The chunks that hold a range, in order, several under way at a time on threads that end with the stream. */
async function* streamChunks(
  { chunkByteLength }: ModelRecord,
  start: number,
  end: number,
  load: (index: number, find: typeof findChunk) => Promise<Uint8Array<ArrayBuffer>>,
): AsyncIterable<Uint8Array<ArrayBuffer>> {
  const first = Math.floor(start / chunkByteLength);
  const stop = Math.ceil(end / chunkByteLength);
  const readers = new ChunkReaders(stop - first);
  const ahead: Promise<Uint8Array<ArrayBuffer>>[] = [];
  try {
    for (let index = first; index < stop; index++) {
      while (ahead.length < CHUNKS_AHEAD && index + ahead.length < stop) {
        const loading = load(index + ahead.length, (...chunk) => readers.find(...chunk));
        loading.catch(() => undefined); // heard when its turn comes, unless the caller has left
        ahead.push(loading);
      }
      const bytes = (await ahead.shift()) as Uint8Array<ArrayBuffer>;
      const offset = index * chunkByteLength;
      yield bytes.subarray(Math.max(0, start - offset), end - offset);
    }
  } finally {
    readers.dispose();
  }
}

/** Opens a complete model. Reads throw ModelDamagedError where the disk no longer holds what was stored. */
export async function openModel(id: string): Promise<ByteSource> {
  const record = await readRecord(id);
  if (record.status !== "complete") {
    throw new ModelNotFoundError(`${record.name} is not complete yet. Resume its download first.`);
  }
  return openChunks(record, (index) => damaged(record, index));
}

/** Reads the whole model and gives the indexes of the chunks that are not what was stored. */
export async function findDamagedChunks(
  id: string,
  signal: AbortSignal,
  onVerified: (byteLength: number) => void = () => undefined,
): Promise<number[]> {
  const record = await readRecord(id);
  const found: number[] = [];
  for (const [index, chunk] of record.chunks.entries()) {
    signal.throwIfAborted();
    if (!chunk || !(await findChunk(id, index, chunk.hash))) found.push(index);
    onVerified(Math.min(record.byteLength, (index + 1) * record.chunkByteLength));
  }
  return found;
}
