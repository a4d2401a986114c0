// Keeps drafts and queued messages over a reload: written a moment after the last key, and when the page goes away.
import { currentTexts } from "../i18n/language-store";
import { listConversationIds, type MessageDocument } from "../storage/conversations";
import { listDocuments } from "../storage/documents";
import { type DraftChanges, type DraftRecord, loadDrafts, noteDrafts, saveDrafts } from "../storage/drafts";
import { type Draft, emptyDraft, NEW_CHAT, useDraftStore } from "./draft-store";
import { noteWaiting, useQueueStore } from "./queue-store";
import { keep, save as saveUntilStored } from "./saving";
import { showToast } from "./toast-store";

const CALM_MS = 400;

/** What is in each draft, without when it was stored. */
type Content = Omit<DraftRecord, "savedAt">;

export async function keepDrafts(): Promise<void> {
  let isAsStored = false;
  await keep(
    restore().then((isWhole) => {
      isAsStored = isWhole;
    }),
  );
  let stored = isAsStored ? collect() : new Map<string, Content>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const save = (): DraftChanges => {
    clearTimeout(timer);
    const contents = collect();
    const changes = findChanges(stored, contents, Date.now());
    if (changes.size === 0) return changes;
    void saveUntilStored(["drafts"], async () => {
      await saveDrafts(changes);
      stored = contents;
    });
    return changes;
  };
  const saveSoon = (): void => {
    clearTimeout(timer);
    timer = setTimeout(save, CALM_MS);
  };
  if (!isAsStored) save();
  const saveBeforeLeaving = (): void => {
    const changes = save();
    if (changes.size > 0) noteDrafts(changes); // until it is known to be stored
  };
  useDraftStore.subscribe(({ drafts }, before) => drafts !== before.drafts && saveSoon());
  useQueueStore.subscribe(saveSoon);
  window.addEventListener("pagehide", () => {
    saveBeforeLeaving();
    noteWaiting();
  });
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState === "hidden") saveBeforeLeaving();
  });
}

/** What is to be kept now, by conversation; what is empty is left out. */
function collect(): ReadonlyMap<string, Content> {
  const { drafts } = useDraftStore.getState();
  const { queues } = useQueueStore.getState();
  const contents = new Map<string, Content>();
  for (const key of new Set([...Object.keys(drafts), ...Object.keys(queues)])) {
    const { text, documents } = drafts[key] ?? emptyDraft;
    const queued = queues[key]?.messages ?? [];
    if (text !== "" || documents.length > 0 || queued.length > 0)
      contents.set(key, { text, documents, queued });
  }
  return contents;
}

/** Nothing is written that is stored already. */
export function findChanges(
  stored: ReadonlyMap<string, Content>,
  now: ReadonlyMap<string, Content>,
  savedAt: number,
): DraftChanges {
  const changes = new Map<string, DraftRecord | null>();
  for (const key of stored.keys()) if (!now.has(key)) changes.set(key, null);
  for (const [key, content] of now) {
    const before = stored.get(key);
    const isStored =
      before?.text === content.text &&
      before.documents === content.documents &&
      before.queued === content.queued;
    if (!isStored) changes.set(key, { ...content, savedAt });
  }
  return changes;
}

/** False when something of what is stored is no longer there. */
async function restore(): Promise<boolean> {
  const kept = await loadDrafts();
  if (kept.size === 0) return true;
  const [library, chats] = await Promise.all([listDocuments(), listConversationIds()]);
  const documentIds = new Set(library.map(({ id }) => id));
  const chatIds = new Set([NEW_CHAT, ...chats]);
  const drafts: Record<string, Draft> = {};
  const gone = new Map<string, string>(); // names of documents by id
  const inLibrary = (document: MessageDocument): boolean => {
    if (!documentIds.has(document.id)) gone.set(document.id, document.name);
    return documentIds.has(document.id);
  };
  const orphans = new Map<string, null>();
  for (const [key, { text, documents, queued }] of kept) {
    if (!chatIds.has(key))
      orphans.set(key, null); // its chat was deleted
    else {
      drafts[key] = { text, documents: documents.filter(inLibrary) };
      const messages = queued.map((one) => ({ ...one, documents: one.documents.filter(inLibrary) }));
      if (messages.length > 0) useQueueStore.getState().restore(key, messages);
    }
  }
  useDraftStore.getState().restore(drafts);
  for (const name of gone.values()) showToast(currentTexts().composer.documentGone(name));
  await saveDrafts(orphans);
  return gone.size === 0;
}
