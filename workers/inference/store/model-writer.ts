// Chunk by chunk onto the disk: the bytes, then the record that names them. The record that says "complete" comes last,
// after SHA-256 over the whole file. Each function takes a record and gives the one that is now stored.
import { DownloadError, invariant, ModelChangedError, StorageFullError } from "../errors";
import { deleteChunks, findChunk, hashChunk, writeChunk } from "./chunk-store";
import { isQuotaExceeded } from "./database";
import { createRecord, deleteRecord, type ModelRecord, saveRecord, storedBytes } from "./model-record";
import { digestPrefix, extendPrefix, type HashPrefix } from "./whole-hash";

type NewModel = Pick<
  ModelRecord,
  "id" | "name" | "origin" | "url" | "isPinned" | "etag" | "byteLength" | "chunkByteLength" | "expectedSha256"
>;

async function withQuota<T>(record: ModelRecord, writing: Promise<T>): Promise<T> {
  try {
    return await writing;
  } catch (error) {
    if (!isQuotaExceeded(error)) throw error;
    const keptBytes = storedBytes(record);
    throw new StorageFullError(record.byteLength - keptBytes, keptBytes);
  }
}

async function saved(record: ModelRecord): Promise<ModelRecord> {
  const next = { ...record, updatedAt: Date.now() };
  await withQuota(record, saveRecord(next));
  return next;
}

export async function beginModel(model: NewModel): Promise<ModelRecord> {
  const record: ModelRecord = {
    ...model,
    version: 1,
    isStale: false,
    chunks: new Array(Math.ceil(model.byteLength / model.chunkByteLength)).fill(null),
    prefix: null,
    sha256: null,
    status: "partial",
    updatedAt: Date.now(),
  };
  await withQuota(record, createRecord(record));
  return record;
}

/** Removes record and chunks; the record first, so that nothing ever names chunks that are gone. */
export async function dropModel(id: string): Promise<void> {
  await deleteRecord(id);
  await deleteChunks(id);
}

/** The hash with this chunk in it when the chunk is next; a pause leaves it where it was, to catch up later. */
async function extendIfNext(
  record: ModelRecord,
  index: number,
  bytes: Uint8Array,
  signal: AbortSignal,
): Promise<HashPrefix | null> {
  const isNext = record.sha256 === null && (record.prefix?.chunkCount ?? 0) === index;
  if (!isNext || signal.aborted) return record.prefix;
  try {
    return await extendPrefix(record.prefix, bytes, signal);
  } catch (error) {
    if (signal.aborted) return record.prefix;
    throw error;
  }
}

/** Stores one chunk; one that was here before must be the same, or the file has changed. */
export async function storeChunk(
  record: ModelRecord,
  index: number,
  bytes: Uint8Array<ArrayBuffer>,
  signal: AbortSignal,
): Promise<ModelRecord> {
  const byteLength = Math.min(record.chunkByteLength, record.byteLength - index * record.chunkByteLength);
  invariant(
    bytes.byteLength === byteLength,
    () => `chunk ${index}: ${bytes.byteLength} bytes, not ${byteLength}`,
  );
  const hash = await hashChunk(bytes);
  const known = record.chunks[index];
  if (known && known.hash !== hash) {
    throw new ModelChangedError(
      `Part ${index + 1} of ${record.name} is not what it was: the file was replaced. Start again: it begins anew with the file as it is now.`,
    );
  }
  if (known?.isStored) return record;
  const [prefix] = await Promise.all([
    extendIfNext(record, index, bytes, signal),
    withQuota(record, writeChunk(record.id, index, bytes)),
  ]);
  return saved({ ...record, chunks: record.chunks.with(index, { hash, isStored: true }), prefix });
}

/** Marks chunks as lost: they are fetched again, and must then have the hash they had. */
export function markMissing(record: ModelRecord, indexes: readonly number[]): Promise<ModelRecord> {
  const lost = new Set(indexes);
  const chunks = record.chunks.map((chunk, index) =>
    chunk && lost.has(index) ? { ...chunk, isStored: false } : chunk,
  );
  return saved({ ...record, chunks, status: "partial" });
}

/** The next download begins anew. */
export function markStale(record: ModelRecord): Promise<ModelRecord> {
  return saved({ ...record, isStale: true });
}

/** Hashes stored chunks that the SHA-256 has not read yet, as far as there is no gap; a damaged one becomes a gap. */
export async function advanceHash(
  record: ModelRecord,
  signal: AbortSignal,
  onHashed: (byteLength: number) => void = () => undefined,
): Promise<ModelRecord> {
  let current = record;
  while (current.sha256 === null) {
    signal.throwIfAborted();
    const index = current.prefix?.chunkCount ?? 0;
    const chunk = current.chunks[index];
    if (!chunk?.isStored) break;
    const bytes = await findChunk(current.id, index, chunk.hash);
    if (!bytes) return markMissing(current, [index]);
    current = await saved({ ...current, prefix: await extendPrefix(current.prefix, bytes, signal) });
    onHashed(Math.min(current.byteLength, (index + 1) * current.chunkByteLength));
  }
  return current;
}

export function hasAllChunks(record: ModelRecord): boolean {
  return record.chunks.every((chunk) => chunk?.isStored);
}

/**
 * Completes a model of which all chunks are stored. Gives a partial record when chunks turned out damaged: fetch what
 * it lacks and finish again. A whole that is not what was expected is removed.
 */
export async function finishModel(
  record: ModelRecord,
  signal: AbortSignal,
  onHashed: (byteLength: number) => void,
): Promise<ModelRecord> {
  let current = record;
  // The second round starts the hash anew: the saved state or a chunk may have been damaged between two visits.
  for (const round of [1, 2]) {
    current = await advanceHash(current, signal, onHashed);
    if (!hasAllChunks(current)) return current;
    const sha256 = current.sha256 ?? (await digestPrefix(current.prefix));
    const isExpected = sha256 !== null && (current.expectedSha256 ?? sha256) === sha256;
    if (isExpected) return saved({ ...current, sha256, prefix: null, status: "complete" });
    if (round === 1) current = await saved({ ...current, sha256: null, prefix: null });
  }
  await dropModel(record.id);
  throw new DownloadError(
    `What arrived is not ${record.name}: its SHA-256 differs from the published one. Nothing of it was kept. Try again, on another network if it happens twice.`,
  );
}
