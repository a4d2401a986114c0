// What is known of one stored model: which chunks are there, with their hashes. Written after each chunk, and marked
// complete last of all; a chunk that no record names does not exist.
import { get, values } from "idb-keyval";
import type { StoredModel } from "../api";
import { ModelNotFoundError, StorageUnavailableError } from "../errors";
import { finished, openStore, put, replace } from "./database";
import type { HashPrefix } from "./whole-hash";

export interface ChunkRecord {
  readonly hash: string; // XXH3-128 of the chunk, hexadecimal
  readonly isStored: boolean; // false: found damaged, and to be fetched again with this hash
}

export interface ModelRecord {
  readonly version: 1;
  readonly id: string;
  readonly name: string;
  readonly origin: StoredModel["origin"];
  readonly url: string | null;
  readonly isPinned: boolean; // the file at the URL never changes
  readonly etag: string | null; // for a local file: when it was last modified
  readonly isStale: boolean; // the file at the URL has changed: the next download begins anew
  readonly byteLength: number;
  readonly chunkByteLength: number;
  readonly chunks: readonly (ChunkRecord | null)[]; // null: never there
  /** SHA-256 over the first chunks, as far as it has come. */
  readonly prefix: HashPrefix | null;
  readonly expectedSha256: string | null;
  readonly sha256: string | null; // computed over all chunks
  readonly status: StoredModel["status"];
  readonly updatedAt: number;
}

/** Strict: when `put` resolves the record is on the disk. Chunks are relaxed: a lost one is noticed by its hash. */
const records = openStore("jamba-models", "records", "strict");

function isModelRecord(value: unknown): value is ModelRecord {
  const record = value as Partial<ModelRecord> | null;
  return (
    typeof record === "object" &&
    record !== null &&
    record.version === 1 &&
    typeof record.id === "string" &&
    typeof record.byteLength === "number" &&
    typeof record.chunkByteLength === "number" &&
    Array.isArray(record.chunks) &&
    record.chunks.length === Math.ceil(record.byteLength / record.chunkByteLength)
  );
}

/** The record, or undefined where there is none this version understands. */
export async function findRecord(id: string): Promise<ModelRecord | undefined> {
  const record: unknown = await get(id, records);
  return isModelRecord(record) ? record : undefined;
}

export async function readRecord(id: string): Promise<ModelRecord> {
  const record = await findRecord(id);
  if (!record) {
    throw new ModelNotFoundError(
      `The model "${id}" is not on this device. Download it; if it was here before, the browser removed it to free space.`,
    );
  }
  return record;
}

export async function listRecords(): Promise<readonly ModelRecord[]> {
  const all: readonly unknown[] = await values(records);
  return all.filter(isModelRecord);
}

export async function createRecord(record: ModelRecord): Promise<void> {
  await put(records, record.id, record);
}

/** Replaces the record; throws when it is gone, since then its chunks are gone as well. */
export async function saveRecord(record: ModelRecord): Promise<void> {
  if (await replace(records, record.id, record)) return;
  throw new StorageUnavailableError(
    `The browser removed what was stored of ${record.name}. Reload the page and start the download again.`,
  );
}

export async function deleteRecord(id: string): Promise<void> {
  await records("readwrite", (store) => {
    store.delete(id);
    return finished(store);
  });
}

export function storedBytes(record: ModelRecord): number {
  const last = record.chunks.length - 1;
  const lastByteLength = record.byteLength - last * record.chunkByteLength;
  return record.chunks.reduce(
    (sum, chunk, index) =>
      chunk?.isStored ? sum + (index === last ? lastByteLength : record.chunkByteLength) : sum,
    0,
  );
}

export function toStoredModel(record: ModelRecord): StoredModel {
  const { id, name, origin, url, byteLength, status, sha256, updatedAt } = record;
  const isComplete = status === "complete";
  return {
    id,
    name,
    origin,
    url,
    byteLength,
    storedBytes: storedBytes(record),
    status,
    sha256: isComplete ? sha256 : null,
    updatedAt,
  };
}
