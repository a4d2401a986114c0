// What is known of one saved state: which tokens it stands for, by their hash, and the blocks it is made of. Written last, when
// all its blocks are there.
import { entries } from "idb-keyval";
import type { SavedState } from "../api";
import { finished, openStore, put, replace } from "./database";
import type { BlockRef } from "./state-blocks";

/**
 * The meaning of the numbers. Add 1 whenever a kernel, a layout of the state or the cache, or the way tokens become logits
 * changes what a restored state would go on to, in whatever bit: then older states are refused and what they held is read again.
 */
export const NUMERIC_FORMAT = 1;

export interface StateRecord {
  readonly version: 1;
  readonly numericFormat: number;
  readonly id: string; // hash of model, cache format and tokens
  readonly model: string; // the file's SHA-256 and the format of the attention cache
  readonly kind: SavedState["kind"];
  readonly tokenCount: number;
  readonly tokensHash: string; // SHA-256 of the ids, u32 little endian
  readonly blockTokens: number; // of the cache in each block but the last
  readonly cache: readonly BlockRef[]; // keys and values, layer by layer in each block
  readonly checkpoint: readonly BlockRef[]; // recurrent states, then logits
  readonly answers: readonly Uint32Array[]; // ids of the answers in it, as the model wrote them
  readonly label: string;
  readonly conversationId: string | null;
  readonly documentIds: readonly string[];
  readonly usedAt: number; // ms since 1970
}

const records = openStore("jamba-states", "records", "strict");

/** Far above a block's few MiB, and a sum of any number of blocks stays exact. */
const MAX_BLOCK_BYTES = 2 ** 32;
const HASH = /^[0-9a-f]{64}$/;
const KINDS: readonly unknown[] = ["document", "conversation"] satisfies SavedState["kind"][];

const isCount = (value: unknown): value is number => Number.isSafeInteger(value) && (value as number) >= 0;
const isHash = (value: unknown): boolean => typeof value === "string" && HASH.test(value);
const isListOf = (value: unknown, isItem: (item: unknown) => boolean): boolean =>
  Array.isArray(value) && value.every(isItem);

function isBlock(value: unknown): boolean {
  const block = value as Partial<BlockRef> | null;
  return (
    typeof block === "object" &&
    block !== null &&
    isHash(block.hash) &&
    isCount(block.byteLength) &&
    block.byteLength <= MAX_BLOCK_BYTES
  );
}

/** Whether it is a record that this version can use: what a damaged one would do later, nobody knows. */
export function isStateRecord(value: unknown): value is StateRecord {
  const record = value as Partial<StateRecord> | null;
  return (
    typeof record === "object" &&
    record !== null &&
    record.version === 1 &&
    record.numericFormat === NUMERIC_FORMAT &&
    isHash(record.id) &&
    typeof record.model === "string" &&
    KINDS.includes(record.kind) &&
    isCount(record.tokenCount) &&
    isHash(record.tokensHash) &&
    isCount(record.blockTokens) &&
    isListOf(record.cache, isBlock) &&
    isListOf(record.checkpoint, isBlock) &&
    isListOf(record.answers, (answer) => answer instanceof Uint32Array) &&
    typeof record.label === "string" &&
    (record.conversationId === null || typeof record.conversationId === "string") &&
    isListOf(record.documentIds, (id) => typeof id === "string") &&
    Number.isFinite(record.usedAt)
  );
}

/** Those that can be used, and the keys of those that an older or a newer version wrote. */
export async function readStateRecords(): Promise<{ usable: StateRecord[]; outdated: IDBValidKey[] }> {
  const all: [IDBValidKey, unknown][] = await entries(records);
  return {
    usable: all.flatMap(([, value]) => (isStateRecord(value) ? [value] : [])),
    outdated: all.flatMap(([key, value]) => (isStateRecord(value) ? [] : [key])),
  };
}

export function putStateRecord(record: StateRecord): Promise<void> {
  return put(records, record.id, record);
}

/** Notes that it was of use, unless it is gone. */
export async function touchStateRecord(record: StateRecord): Promise<void> {
  await replace(records, record.id, { ...record, usedAt: Date.now() });
}

export async function deleteStateRecords(ids: readonly IDBValidKey[]): Promise<void> {
  await records("readwrite", (store) => {
    for (const id of ids) store.delete(id);
    return finished(store);
  });
}
