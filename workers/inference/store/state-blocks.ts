// The bytes of saved states, in blocks by the SHA-256 of their content: what a conversation shares with its document is stored
// once, and a block that is not what its name says is damaged.
import { keys, promisifyRequest } from "idb-keyval";
import { putBytes, readKept } from "./chunk-store";
import { finished, openStore } from "./database";

const blocks = openStore("jamba-state-blocks", "blocks", "relaxed");

export interface BlockRef {
  readonly hash: string; // SHA-256, hexadecimal
  readonly byteLength: number;
}

export async function sha256(bytes: BufferSource): Promise<string> {
  const digest = await crypto.subtle.digest("SHA-256", bytes);
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, "0")).join("");
}

/** Quota errors pass as they are. */
export async function writeBlock(bytes: Uint8Array<ArrayBuffer>): Promise<BlockRef> {
  const ref = { hash: await sha256(bytes), byteLength: bytes.byteLength };
  if (await hasBlock(ref)) return ref;
  await blocks("readwrite", (store) => {
    putBytes(store, ref.hash, bytes);
    return finished(store);
  });
  return ref;
}

export async function hasBlock({ hash }: BlockRef): Promise<boolean> {
  const key = await blocks("readonly", (store) => promisifyRequest(store.getKey(hash)));
  return key !== undefined;
}

/** The block, or undefined when it is gone or damaged. */
export async function findBlock({
  hash,
  byteLength,
}: BlockRef): Promise<Uint8Array<ArrayBuffer> | undefined> {
  const bytes = await blocks("readonly", async (store) =>
    readKept(await promisifyRequest<unknown>(store.get(hash))),
  );
  return bytes?.byteLength === byteLength && (await sha256(bytes)) === hash ? bytes : undefined;
}

/** Deletes one block: found damaged, so that it is written anew. */
export async function deleteBlock({ hash }: BlockRef): Promise<void> {
  await blocks("readwrite", (store) => {
    store.delete(hash);
    return finished(store);
  });
}

/** Deletes every block but these. */
export async function keepOnly(hashes: ReadonlySet<string>): Promise<void> {
  const orphans = (await keys<string>(blocks)).filter((key) => !hashes.has(key));
  if (orphans.length === 0) return;
  await blocks("readwrite", (store) => {
    for (const key of orphans) store.delete(key);
    return finished(store);
  });
}
