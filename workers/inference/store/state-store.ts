// Saved states as a whole: who may change them, how much room they take, which go first. Conversations and documents
// themselves are the page's and are never touched from here.
import type { SavedState, StateOwner } from "../api";
import { type BlockRef, keepOnly } from "./state-blocks";
import { deleteStateRecords, readStateRecords, type StateRecord } from "./state-record";

const LOCK = "saved-states";
/** States are worth a few minutes of reading each, a model is worth a download: they get this share of the quota, and … */
const QUOTA_SHARE = 0.2;
/** … no more than this. */
const MAX_BYTES = 4e9;

/** One tab at a time changes what is saved; many may read, and nothing is deleted meanwhile. The browser frees the lock. */
export function withStates<T>(
  mode: LockMode,
  signal: AbortSignal | null,
  work: () => Promise<T>,
): Promise<T> {
  return navigator.locks.request(LOCK, signal ? { mode, signal } : { mode }, work);
}

const blocksOf = ({ cache, checkpoint }: StateRecord): readonly BlockRef[] => [...cache, ...checkpoint];

/** Deletes blocks that no record names: of deleted records, or of a save that was cut short. The lock is the caller's. */
export async function sweepBlocks(): Promise<void> {
  const { usable } = await readStateRecords();
  await keepOnly(new Set(usable.flatMap(blocksOf).map(({ hash }) => hash)));
}

/** Bytes of all these records, what they share once. */
export function countBytes(records: readonly StateRecord[]): number {
  const sizes = new Map(records.flatMap(blocksOf).map(({ hash, byteLength }) => [hash, byteLength]));
  return [...sizes.values()].reduce((sum, byteLength) => sum + byteLength, 0);
}

async function findBudget(): Promise<number> {
  const { quota } = (await navigator.storage?.estimate()) ?? {};
  return Math.min(MAX_BYTES, quota === undefined ? MAX_BYTES : quota * QUOTA_SHARE);
}

/**
 * Makes room for so many bytes by deleting what was used longest ago, outdated records first. False when they would not even
 * fit alone. The lock is the caller's.
 */
export async function makeRoom(neededBytes: number, budget?: number): Promise<boolean> {
  const limit = budget ?? (await findBudget());
  if (neededBytes > limit) return false;
  const { usable, outdated } = await readStateRecords();
  const left = usable.sort((a, b) => a.usedAt - b.usedAt);
  const gone = [...outdated];
  while (left.length > 0 && countBytes(left) + neededBytes > limit)
    gone.push((left.shift() as StateRecord).id);
  if (gone.length === 0) return true;
  await deleteStateRecords(gone);
  await sweepBlocks();
  return true;
}

/** The one used last first. */
export async function listSavedStates(): Promise<SavedState[]> {
  const { usable } = await readStateRecords();
  const uses = new Map<string, number>();
  for (const record of usable)
    for (const hash of new Set(blocksOf(record).map((block) => block.hash)))
      uses.set(hash, (uses.get(hash) ?? 0) + 1);
  return usable
    .sort((a, b) => b.usedAt - a.usedAt)
    .map((record) => {
      const { id, kind, label, tokenCount, conversationId, documentIds, usedAt } = record;
      const sum = (isShared: boolean) =>
        blocksOf(record).reduce(
          (bytes, { hash, byteLength }) => bytes + ((uses.get(hash) ?? 0) > 1 === isShared ? byteLength : 0),
          0,
        );
      return {
        id,
        kind,
        label,
        tokenCount,
        byteLength: sum(false),
        sharedBytes: sum(true),
        conversationId,
        documentIds,
        usedAt,
      };
    });
}

/** Of a conversation also goes what was read for it alone. A document's state of the library stays until it goes itself. */
function belongsTo(record: StateRecord, owner: StateOwner): boolean {
  if ("stateId" in owner) return record.id === owner.stateId;
  if ("documentId" in owner) return record.documentIds.includes(owner.documentId);
  const isOfLibrary = record.kind === "document" && record.documentIds.length > 0;
  return record.conversationId === owner.conversationId && !isOfLibrary;
}

export function deleteStates(owner: StateOwner): Promise<void> {
  return deleteWhere((record) => belongsTo(record, owner));
}

/** States are of no use without the file that made them. */
export function deleteStatesOfModel(sha256: string): Promise<void> {
  return deleteWhere(({ model }) => model.startsWith(sha256));
}

function deleteWhere(isMeant: (record: StateRecord) => boolean): Promise<void> {
  return withStates("exclusive", null, async () => {
    const { usable } = await readStateRecords();
    const ids = usable.filter(isMeant).map(({ id }) => id);
    if (ids.length === 0) return;
    await deleteStateRecords(ids);
    await sweepBlocks();
  });
}
