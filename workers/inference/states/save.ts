// A checkpoint with the attention cache before it, onto the disk: blocks first, the record that names them last.
import type { Model } from "../forward/model";
import { type BlockRef, hasBlock, sha256, writeBlock } from "../store/state-blocks";
import {
  deleteStateRecords,
  NUMERIC_FORMAT,
  putStateRecord,
  readStateRecords,
  type StateRecord,
  touchStateRecord,
} from "../store/state-record";
import { makeRoom, sweepBlocks } from "../store/state-store";
import { hashTokens } from "./hash-tokens";
import type { Mark, Timeline } from "./timeline";
import { listPieceSizes, StateReader } from "./transfer";

/** Whose state it is. */
export interface SaveOwner {
  readonly conversationId: string | null;
  readonly title: string; // of the conversation
  /** The documents it has read, with their ends. */
  readonly documents: readonly {
    readonly tokens: number;
    readonly name: string;
    readonly id: string | null;
  }[];
}

export interface SaveRequest {
  readonly model: Model;
  readonly timeline: Timeline;
  readonly mark: Mark;
  readonly modelKey: string;
  readonly blockTokens: number;
  readonly storedCache: BlockRef[]; // whole blocks on the disk; more are added
  readonly owner: SaveOwner;
  readonly listAnswers: (ids: readonly number[]) => readonly (readonly number[])[];
  readonly budgetBytes?: number;
  readonly signal: AbortSignal;
}

/** False when it was there already, when there is no room, or when the signal came first. The lock is the caller's. */
export async function saveState(request: SaveRequest): Promise<boolean> {
  const { model, timeline, mark, modelKey, signal } = request;
  const tokenCount = mark.checkpoint.position;
  const ids = timeline.ids.slice(0, tokenCount);
  const tokensHash = await hashTokens(ids, tokenCount);
  const id = await sha256(new TextEncoder().encode(`${modelKey}/${tokensHash}`));
  const { usable } = await readStateRecords();
  const known = usable.find((record) => record.id === id);
  if (known) {
    await touchStateRecord(known);
    return false;
  }
  const checkpointBytes = listPieceSizes(model).reduce((sum, size) => sum + size, 0);
  const neededBytes = checkpointBytes + tokenCount * model.state.bytesPerToken;
  if (signal.aborted || !(await makeRoom(neededBytes, request.budgetBytes))) return false;
  const blocks = await writeBlocks(request);
  if (!blocks) return false;
  const record: StateRecord = {
    version: 1,
    numericFormat: NUMERIC_FORMAT,
    id,
    model: modelKey,
    tokenCount,
    tokensHash,
    blockTokens: request.blockTokens,
    ...blocks,
    answers: request.listAnswers(ids).map((answer) => Uint32Array.from(answer)),
    ...labelState(mark, request.owner),
    usedAt: Date.now(),
  };
  await putStateRecord(record);
  await deleteShorter(record, ids);
  return true;
}

function labelState({ kind, checkpoint }: Mark, { conversationId, title, documents }: SaveOwner) {
  const read = documents.filter(({ tokens }) => tokens <= checkpoint.position);
  const names = read.map(({ name }) => name).join(", ");
  return {
    kind: kind === "document" ? ("document" as const) : ("conversation" as const),
    label: (kind === "document" ? names : title) || title,
    conversationId,
    documentIds: read.flatMap(({ id }) => (id === null ? [] : [id])),
  };
}

/** Null when the signal came first: the GPU belongs to another request then. */
async function writeBlocks(request: SaveRequest): Promise<Pick<StateRecord, "cache" | "checkpoint"> | null> {
  const { model, mark, blockTokens, storedCache, signal } = request;
  const { position, copy } = mark.checkpoint;
  const reader = await StateReader.create(model);
  try {
    if (signal.aborted) return null;
    const checkpoint: BlockRef[] = [];
    for await (const piece of reader.readCheckpoint(copy)) {
      if (signal.aborted) return null;
      checkpoint.push(await writeBlock(piece));
      if (signal.aborted) return null;
    }
    const whole = Math.floor(position / blockTokens);
    const cache: BlockRef[] = [];
    for (let index = 0; index * blockTokens < position; index++) {
      const stored = storedCache[index];
      if (index < whole && stored && (await hasBlock(stored))) {
        cache.push(stored);
        continue;
      }
      if (signal.aborted) return null;
      const start = index * blockTokens;
      const bytes = await reader.readCache(start, Math.min(blockTokens, position - start));
      if (signal.aborted) return null;
      const block = await writeBlock(bytes);
      cache.push(block);
      if (index < whole && !signal.aborted) storedCache[index] = block;
    }
    return { cache, checkpoint };
  } finally {
    reader.dispose();
  }
}

/** A conversation's earlier states are of no use once it is kept up to a later one. */
async function deleteShorter(kept: StateRecord, ids: readonly number[]): Promise<void> {
  if (kept.kind === "document") return;
  const { usable } = await readStateRecords();
  const shorter: string[] = [];
  for (const { id, kind, model, tokenCount, tokensHash } of usable) {
    const isOlder = kind === "conversation" && model === kept.model && tokenCount < kept.tokenCount;
    if (isOlder && (await hashTokens(ids, tokenCount)) === tokensHash) shorter.push(id);
  }
  if (shorter.length > 0) await deleteStateRecords(shorter);
  await sweepBlocks();
}
