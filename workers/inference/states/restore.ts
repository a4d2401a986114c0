// A saved state back onto the GPU, every block checked on its way.
import type { Model } from "../forward/model";
import { type BlockRef, deleteBlock, findBlock, hasBlock } from "../store/state-blocks";
import { deleteStateRecords, type StateRecord } from "../store/state-record";
import type { Timeline } from "./timeline";
import { listPieceSizes, writeCache, writeCheckpoint } from "./transfer";

/** Blocks read at a time: reading and hashing run beside each other. */
const AHEAD = 6;

/** The blocks in order, a few read ahead; undefined for one that is gone or damaged. */
async function* readAhead(blocks: readonly BlockRef[]): AsyncIterable<Uint8Array<ArrayBuffer> | undefined> {
  const waiting: Promise<Uint8Array<ArrayBuffer> | undefined>[] = [];
  for (let next = 0; next < blocks.length || waiting.length > 0; ) {
    while (next < blocks.length && waiting.length < AHEAD) {
      const reading = findBlock(blocks[next++] as BlockRef);
      reading.catch(() => undefined); // heard when it is awaited
      waiting.push(reading);
    }
    yield await (waiting.shift() as (typeof waiting)[0]);
  }
}

/** Tokens and bytes of each block of the cache. */
function listCacheBlocks({ state }: Model, { tokenCount, blockTokens, cache }: StateRecord) {
  return cache.map((_, index) => {
    const start = index * blockTokens;
    const count = Math.min(blockTokens, tokenCount - start);
    return { start, count, byteLength: count * state.bytesPerToken };
  });
}

/** Whether the record is of this model's shape. */
export function fits(model: Model, record: StateRecord): boolean {
  const { tokenCount, blockTokens } = record;
  if (blockTokens < 1 || record.cache.length !== Math.ceil(tokenCount / blockTokens)) return false;
  const isLike = (blocks: readonly BlockRef[], sizes: readonly number[]) =>
    blocks.length === sizes.length && blocks.every(({ byteLength }, index) => byteLength === sizes[index]);
  const cache = listCacheBlocks(model, record).map(({ byteLength }) => byteLength);
  return isLike(record.cache, cache) && isLike(record.checkpoint, listPieceSizes(model));
}

/**
 * Puts the state on the GPU in place of what was read. False when some of it is gone or damaged, or the signal came first; the
 * timeline is empty then. Throws GpuOutOfMemoryError.
 */
export async function restoreState(
  model: Model,
  timeline: Timeline,
  record: StateRecord,
  ids: readonly number[],
  signal: AbortSignal,
): Promise<boolean> {
  if (!fits(model, record)) return false;
  const pieces: Uint8Array<ArrayBuffer>[] = [];
  for await (const piece of readAhead(record.checkpoint)) {
    if (!piece) return false;
    pieces.push(piece);
  }
  timeline.clear();
  await model.reserve(record.tokenCount);
  const places = listCacheBlocks(model, record).values();
  for await (const bytes of readAhead(record.cache)) {
    const { start, count } = places.next().value as { start: number; count: number };
    if (!bytes || signal.aborted) return false;
    writeCache(model, start, count, bytes);
  }
  writeCheckpoint(model, pieces, record.tokenCount);
  timeline.advance(ids.slice(0, record.tokenCount), true);
  await timeline.mark(record.kind === "document" ? "document" : "answer");
  return true;
}

/** Deletes a record with those of its blocks that are damaged, which others may name as well. */
export async function refuse(record: StateRecord): Promise<void> {
  await deleteStateRecords([record.id]);
  for (const block of [...record.cache, ...record.checkpoint])
    if ((await hasBlock(block)) && !(await findBlock(block))) await deleteBlock(block);
}
