// What is being written in each conversation and the documents beside it, with their exact size in tokens.
import { create } from "zustand";
import type { DocumentPart, MessageDocument } from "../storage/conversations";
import type { LibraryDocument } from "../storage/documents";
import { WHOLE } from "./document-part";
import { countPart, loadPages, useLibraryStore } from "./library-store";
import { useModelStore } from "./model-store";
import type { Problem } from "./problems";

/** The key of the chat that is not begun yet. */
export const NEW_CHAT = "new";

export interface Draft {
  readonly text: string;
  readonly documents: readonly MessageDocument[];
}

export const emptyDraft: Draft = { text: "", documents: [] };

interface DraftStore {
  readonly drafts: Readonly<Record<string, Draft>>; // by conversation
  readonly problem: Problem | null; // why the draft could not be sent
  change(conversationId: string | null, changes: Partial<Draft>): void;
  clear(conversationId: string | null): void;
  /** Behind what is there, with nothing of it lost. */
  appendText(conversationId: string | null, text: string, separator: string): void;
  /** What was kept of drafts, by the keys that `drafts` has; what has been written meanwhile goes after it. */
  restore(kept: Readonly<Record<string, Draft>>): void;
  setProblem(problem: Problem | null): void;
  /** A text that becomes a document of the library and of the draft. */
  addText(conversationId: string | null, name: string, text: string, isPasted: boolean): Promise<void>;
  addDocuments(conversationId: string | null, documents: readonly LibraryDocument[]): void;
  choosePart(conversationId: string | null, documentId: string, part: DocumentPart): void;
  removeDocument(conversationId: string | null, documentId: string): void;
  /** Puts a pasted document's text where the cursor's text is. */
  inlineDocument(conversationId: string | null, documentId: string): Promise<void>;
}

export const useDraftStore = create<DraftStore>((set, get) => ({
  drafts: {},
  problem: null,
  change: (conversationId, changes) => {
    const key = conversationId ?? NEW_CHAT;
    const draft = { ...selectDraft(get(), conversationId), ...changes };
    set({ drafts: { ...get().drafts, [key]: draft }, problem: null });
  },
  clear: (conversationId) => get().change(conversationId, emptyDraft),
  appendText: (conversationId, added, separator) => {
    const { text } = selectDraft(get(), conversationId);
    get().change(conversationId, { text: text === "" ? added : `${text}${separator}${added}` });
  },
  restore: (kept) => {
    for (const [key, draft] of Object.entries(kept)) {
      const conversationId = key === NEW_CHAT ? null : key;
      const { text, documents } = selectDraft(get(), conversationId);
      const later = documents.filter(({ id }) => !draft.documents.some((other) => other.id === id));
      const uncounted = draft.documents.map((document) => ({ ...document, tokenCount: null })); // maybe by another model
      get().change(conversationId, {
        text: [draft.text, text].filter((part) => part !== "").join("\n"),
        documents: [...uncounted, ...later],
      });
      for (const document of uncounted) void countDocument(document);
    }
  },
  setProblem: (problem) => set({ problem }),
  addText: async (conversationId, name, text, isPasted) => {
    const pages = [{ number: 1, label: "1", text }];
    const format = "text" as const;
    const document = await useLibraryStore.getState().add({ name, format, isPasted, pages, warnings: [] });
    get().addDocuments(conversationId, [document]);
  },
  addDocuments: (conversationId, documents) => {
    const { documents: before } = selectDraft(get(), conversationId);
    const added = documents
      .filter(({ id }) => !before.some((other) => other.id === id))
      .map(({ id, name }): MessageDocument => ({ id, name, part: WHOLE, tokenCount: null }));
    get().change(conversationId, { documents: inStableOrder([...before, ...added]) });
    for (const document of added) void countDocument(document);
  },
  choosePart: (conversationId, documentId, part) => {
    const { documents } = selectDraft(get(), conversationId);
    const changed = documents.map((document) =>
      document.id === documentId ? { ...document, part, tokenCount: null } : document,
    );
    get().change(conversationId, { documents: changed });
    for (const document of changed) if (document.id === documentId) void countDocument(document);
  },
  removeDocument: (conversationId, documentId) => {
    const { documents } = selectDraft(get(), conversationId);
    get().change(conversationId, { documents: documents.filter(({ id }) => id !== documentId) });
  },
  inlineDocument: async (conversationId, documentId) => {
    const pages = await loadPages(documentId);
    const pasted = pages?.[0]?.text;
    if (pasted === undefined) return;
    get().removeDocument(conversationId, documentId);
    get().appendText(conversationId, pasted, "\n");
  },
}));

/** By their age in the library: the same documents make the same prompt, whichever was attached first. */
function inStableOrder(documents: readonly MessageDocument[]): readonly MessageDocument[] {
  const library = useLibraryStore.getState().documents;
  const ages = new Map(library.map(({ id, addedAt }) => [id, addedAt]));
  return [...documents].sort(
    (a, b) => (ages.get(a.id) ?? 0) - (ages.get(b.id) ?? 0) || (a.id < b.id ? -1 : 1),
  );
}

export function selectDraft({ drafts }: DraftStore, conversationId: string | null): Draft {
  return drafts[conversationId ?? NEW_CHAT] ?? emptyDraft;
}

/** The document with its exact size, when a model that can count it is loaded. */
export async function withTokenCount(document: MessageDocument): Promise<MessageDocument> {
  if (document.tokenCount !== null) return document;
  return { ...document, tokenCount: await countPart(document.id, document.part) };
}

async function countDocument(document: MessageDocument): Promise<void> {
  const { tokenCount } = await withTokenCount({ ...document, tokenCount: null });
  const { drafts } = useDraftStore.getState();
  const counted = Object.entries(drafts).map(([key, draft]) => [
    key,
    {
      ...draft,
      documents: draft.documents.map((other) =>
        other.id === document.id && other.part === document.part ? { ...other, tokenCount } : other,
      ),
    },
  ]);
  useDraftStore.setState({ drafts: Object.fromEntries(counted) });
}

// Another model counts in other tokens.
useModelStore.subscribe(({ model }, { model: before }) => {
  if (model.status !== "ready" || before.status === "ready") return;
  for (const draft of Object.values(useDraftStore.getState().drafts)) draft.documents.forEach(countDocument);
});
