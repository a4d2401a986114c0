// The chunks themselves: bytes by model and index, checked against the hash that the record keeps.

import { xxhash128 } from "hash-wasm";
import { get, keys } from "idb-keyval";
import { finished, openStore, put } from "./database";

const chunks = openStore("jamba-model-chunks", "chunks", "relaxed");

/** XXH3-128: 3 GB/s where SHA-256 has 0.1. Against damage, not against forgery. */
export function hashChunk(bytes: Uint8Array): Promise<string> {
  return xxhash128(bytes);
}

export function writeChunk(modelId: string, index: number, bytes: Uint8Array): Promise<void> {
  return put(chunks, [modelId, index], bytes);
}

/** The chunk when it is there and has that hash, else undefined. */
export async function findChunk(
  modelId: string,
  index: number,
  hash: string,
): Promise<Uint8Array<ArrayBuffer> | undefined> {
  const bytes: unknown = await get([modelId, index], chunks);
  if (!(bytes instanceof Uint8Array) || !(bytes.buffer instanceof ArrayBuffer)) return undefined;
  return (await hashChunk(bytes)) === hash ? (bytes as Uint8Array<ArrayBuffer>) : undefined;
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
