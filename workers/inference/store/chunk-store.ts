// The chunks themselves: bytes by model and index, checked against the hash that the record keeps.

import { xxhash128 } from "hash-wasm";
import { keys, promisifyRequest } from "idb-keyval";
import { finished, openStore } from "./database";

const chunks = openStore("jamba-model-chunks", "chunks", "relaxed");

/** XXH3-128: 2 to 3 GB/s where SHA-256 has 0.1, or 0.6 from the browser itself. Against damage, not against forgery. */
export function hashChunk(bytes: Uint8Array): Promise<string> {
  return xxhash128(bytes);
}

/** As a Blob, since Chromium reads those twice as fast as arrays, which it takes through one more process and copy. */
export function writeChunk(modelId: string, index: number, bytes: Uint8Array<ArrayBuffer>): Promise<void> {
  return chunks("readwrite", (store) => {
    putBytes(store, [modelId, index], bytes);
    return finished(store);
  });
}

export function putBytes(store: IDBObjectStore, key: IDBValidKey, bytes: Uint8Array<ArrayBuffer>): void {
  try {
    store.put(new Blob([bytes]), key);
  } catch (error) {
    if (!(error instanceof DOMException) || error.name !== "DataCloneError") throw error;
    store.put(bytes, key); // Safari's private windows keep no Blobs
  }
}

/** The bytes of what is kept; undefined when that is nothing, or a Blob whose file is gone from the disk. */
export async function readKept(kept: unknown): Promise<Uint8Array<ArrayBuffer> | undefined> {
  if (kept instanceof Blob) {
    const buffer = await kept.arrayBuffer().catch(() => undefined);
    return buffer && new Uint8Array(buffer);
  }
  if (!(kept instanceof Uint8Array) || !(kept.buffer instanceof ArrayBuffer)) return undefined;
  return kept as Uint8Array<ArrayBuffer>;
}

/** The chunk when it is there and has that hash, else undefined. */
export async function findChunk(
  modelId: string,
  index: number,
  hash: string,
): Promise<Uint8Array<ArrayBuffer> | undefined> {
  const bytes = await chunks("readonly", async (store) =>
    readKept(await promisifyRequest<unknown>(store.get([modelId, index]))),
  );
  return bytes && (await hashChunk(bytes)) === hash ? bytes : undefined;
}

export function deleteChunks(modelId: string): Promise<void> {
  return chunks("readwrite", (store) => {
    store.delete(IDBKeyRange.bound([modelId], [modelId, []])); // an array sorts after every number
    return finished(store);
  });
}

/** Ids of the models that have chunks. */
export async function listChunkOwners(): Promise<ReadonlySet<string>> {
  const all = await keys<[string, number]>(chunks);
  return new Set(all.map(([modelId]) => modelId));
}
