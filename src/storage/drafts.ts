// What is being written: one record for each conversation, and one for the chat that is not begun yet, in IndexedDB. A page that
// goes away cannot wait for it, so that what is not known to be stored then is noted in localStorage as well.
import { entries, promisifyRequest } from "idb-keyval";
import type { MessageDocument } from "./conversations";
import { hasShape, openStore, readable } from "./database";

const drafts = openStore("jamba-drafts", "drafts");
const NOTE_KEY = "jamba-unsaved-drafts";

export interface DraftRecord {
  readonly text: string;
  readonly documents: readonly MessageDocument[];
  readonly queued: readonly QueuedRecord[]; // to be sent one after the other
  readonly savedAt: number; // ms since 1970
}

export interface QueuedRecord {
  readonly id: string;
  readonly text: string;
  readonly documents: readonly MessageDocument[];
}

/** By conversation; null is one that is empty now. */
export type DraftChanges = ReadonlyMap<string, DraftRecord | null>;

const isDraft = (record: DraftRecord | null): boolean =>
  hasShape(record, { text: "string", documents: "array", queued: "array", savedAt: "number" });

/** With what was noted by a page that went away. */
export async function loadDrafts(): Promise<ReadonlyMap<string, DraftRecord>> {
  const stored = await entries<string, DraftRecord>(drafts);
  const found = new Map(readable(stored, ([, record]) => isDraft(record)));
  const note = readNote();
  if (!note) return found;
  const changes = new Map(
    [...note.changes].filter(
      ([key, record]) =>
        (record === null || isDraft(record)) && (found.get(key)?.savedAt ?? 0) <= note.notedAt, // or another tab was later
    ),
  );
  await saveDrafts(changes);
  for (const [key, record] of changes) {
    if (record) found.set(key, record);
    else found.delete(key);
  }
  return found;
}

/** All in one transaction; what was noted is stored with it. */
export async function saveDrafts(changes: DraftChanges): Promise<void> {
  await drafts("readwrite", (store) => {
    for (const [key, record] of changes) {
      if (record) store.put(record, key);
      else store.delete(key);
    }
    store.transaction.commit(); // at once: the page may be closing
    return promisifyRequest(store.transaction);
  });
  dropNote();
}

interface Note {
  readonly notedAt: number;
  readonly changes: DraftChanges;
}

/** At once. What is too long for localStorage has IndexedDB alone, which most often is fast enough. */
export function noteDrafts(changes: DraftChanges): void {
  const all = new Map([...(readNote()?.changes ?? []), ...changes]);
  try {
    localStorage.setItem(NOTE_KEY, JSON.stringify({ notedAt: Date.now(), changes: [...all] }));
  } catch {
    dropNote(); // an older one would undo what is stored
  }
}

function dropNote(): void {
  try {
    localStorage.removeItem(NOTE_KEY);
  } catch {
    // The browser lets this page have no localStorage: then there is no note either.
  }
}

function readNote(): Note | null {
  try {
    const json = localStorage.getItem(NOTE_KEY);
    if (json === null) return null;
    const { notedAt, changes } = JSON.parse(json) as {
      notedAt: number;
      changes: [string, DraftRecord | null][];
    };
    return { notedAt, changes: new Map(changes) };
  } catch {
    return null; // no note, or none that can be read
  }
}
