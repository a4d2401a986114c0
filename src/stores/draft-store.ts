// What is being written in each conversation and the documents beside it, with their exact size in tokens.
import { create } from "zustand";
import { engine } from "../inference";
import type { DocumentRecord } from "../storage/conversations";
import { useModelStore } from "./model-store";
import { type Problem, problemOf } from "./problems";
import { readTextFile } from "./text-file";
import { showToast } from "./toast-store";

/** A longer paste becomes a document. */
export const LONG_PASTE_LENGTH = 2_500;

const NEW_CHAT = "new";

export interface Draft {
  readonly text: string;
  readonly documents: readonly DocumentRecord[];
}

export const emptyDraft: Draft = { text: "", documents: [] };

interface DraftStore {
  readonly drafts: Readonly<Record<string, Draft>>; // by conversation
  readonly problem: Problem | null; // why the draft could not be sent
  change(conversationId: string | null, changes: Partial<Draft>): void;
  clear(conversationId: string | null): void;
  setProblem(problem: Problem | null): void;
  addText(conversationId: string | null, name: string, text: string, isPasted: boolean): void;
  addFiles(conversationId: string | null, files: readonly File[]): Promise<void>;
  removeDocument(conversationId: string | null, documentId: string): void;
  /** Puts a pasted document's text where the cursor's text is. */
  inlineDocument(conversationId: string | null, documentId: string): void;
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
  setProblem: (problem) => set({ problem }),
  addText: (conversationId, name, text, isPasted) => {
    const { documents } = selectDraft(get(), conversationId);
    const document: DocumentRecord = { id: crypto.randomUUID(), name, text, tokenCount: null, isPasted };
    get().change(conversationId, { documents: [...documents, document] });
    void countDocument(document);
  },
  addFiles: async (conversationId, files) => {
    for (const file of files) {
      try {
        get().addText(conversationId, file.name, await readTextFile(file), false);
      } catch (error) {
        showToast(problemOf(error).message);
      }
    }
  },
  removeDocument: (conversationId, documentId) => {
    const { documents } = selectDraft(get(), conversationId);
    get().change(conversationId, { documents: documents.filter(({ id }) => id !== documentId) });
  },
  inlineDocument: (conversationId, documentId) => {
    const { documents, text } = selectDraft(get(), conversationId);
    const pasted = documents.find(({ id }) => id === documentId);
    if (!pasted) return;
    get().removeDocument(conversationId, documentId);
    get().change(conversationId, { text: text === "" ? pasted.text : `${text}\n${pasted.text}` });
  },
}));

export function selectDraft({ drafts }: DraftStore, conversationId: string | null): Draft {
  return drafts[conversationId ?? NEW_CHAT] ?? emptyDraft;
}

/** The document with its exact size, when a model that can count it is loaded. */
export async function withTokenCount(document: DocumentRecord): Promise<DocumentRecord> {
  if (document.tokenCount !== null || useModelStore.getState().model.status !== "ready") return document;
  const tokenCount = await engine.countTokens(document.text).catch(() => null); // the chip then shows no count
  return { ...document, tokenCount };
}

async function countDocument(document: DocumentRecord): Promise<void> {
  const { tokenCount } = await withTokenCount({ ...document, tokenCount: null });
  const { drafts } = useDraftStore.getState();
  const counted = Object.entries(drafts).map(([key, draft]) => [
    key,
    {
      ...draft,
      documents: draft.documents.map((other) =>
        other.id === document.id ? { ...other, tokenCount } : other,
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
