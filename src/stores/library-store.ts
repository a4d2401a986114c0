// The library: every document that was ever given to the model, until it is deleted. Texts are loaded when they are wanted.
import { create } from "zustand";
import type { DocumentPage } from "../../workers/documents/api";
import { currentTexts } from "../i18n/language-store";
import { engine } from "../inference";
import { type DocumentPart, listDocumentUses } from "../storage/conversations";
import {
  deleteDocument,
  describeDocument,
  findDocument,
  findPages,
  type LibraryDocument,
  listDocuments,
  type NewDocument,
  saveDocument,
  saveRecord,
} from "../storage/documents";
import { textOfPart, WHOLE } from "./document-part";
import { useModelStore } from "./model-store";
import { keep, save } from "./saving";
import { showToast } from "./toast-store";

export type Pages = readonly DocumentPage[];

interface LibraryStore {
  readonly documents: readonly LibraryDocument[]; // the last used first
  readonly uses: ReadonlyMap<string, readonly string[]>; // conversations' ids by document's id
  start(): Promise<void>;
  /** Looks again at what is stored: which chats use which documents, and what another tab has added. */
  refresh(): Promise<void>;
  add(document: NewDocument): Promise<LibraryDocument>;
  rename(id: string, name: string): Promise<void>;
  remove(id: string): Promise<void>;
  markUsed(ids: readonly string[]): Promise<void>;
}

/** Texts kept at hand; several of a chat's documents are asked for at each of its questions. */
const TEXTS_AT_HAND = 8;
const textsAtHand = new Map<string, Pages>();
/** The browser refused to store them: they live as long as the page. */
const unstored = new Map<string, Pages>();

export const useLibraryStore = create<LibraryStore>((set, get) => ({
  documents: [],
  uses: new Map(),

  start: () => keep(listDocuments().then((documents) => set({ documents }))),

  refresh: () =>
    keep(
      listDocumentUses().then(async (uses) => {
        const documents = await listDocuments();
        const kept = get().documents.filter(({ id }) => unstored.has(id));
        set({ uses, documents: [...kept, ...documents] });
      }),
    ),

  add: async (document) => {
    const described = await describeDocument(document);
    const known = get().documents.find(({ id }) => id === described.id);
    if (known) {
      await get().markUsed([known.id]);
      return known;
    }
    holdText(described.id, document.pages);
    unstored.set(described.id, document.pages);
    set({ documents: [described, ...get().documents] });
    await save([described.id], () =>
      saveDocument(described, document.pages).then(() => {
        unstored.delete(described.id);
      }),
    );
    return described;
  },

  rename: async (id, name) => {
    const wanted = name.trim();
    if (wanted !== "") await change(id, (document) => ({ ...document, name: wanted }));
  },

  remove: async (id) => {
    const document = get().documents.find((candidate) => candidate.id === id);
    const pages = await loadPages(id);
    if (!document || !pages) return;
    set({ documents: get().documents.filter((other) => other !== document) });
    textsAtHand.delete(id);
    unstored.delete(id);
    await save([id], () => deleteDocument(id));
    // What was saved of reading it; where that fails it is in the list of Models, to be deleted there.
    engine.deleteStates({ documentId: id }).catch(() => undefined);
    const restore = async (): Promise<void> => {
      set({ documents: [...get().documents, document].sort((a, b) => b.usedAt - a.usedAt) });
      await save([id], () => saveDocument(document, pages));
    };
    const { common, library } = currentTexts();
    showToast(library.deleted(document.name), { action: { label: common.undo, run: () => void restore() } });
  },

  markUsed: async (ids) => {
    const usedAt = Date.now();
    await Promise.all(ids.map((id) => change(id, (document) => ({ ...document, usedAt }))));
    set({ documents: [...get().documents].sort((a, b) => b.usedAt - a.usedAt) });
  },
}));

async function change(id: string, to: (document: LibraryDocument) => LibraryDocument): Promise<void> {
  const { documents } = useLibraryStore.getState();
  const document = documents.find((candidate) => candidate.id === id);
  if (!document) return;
  const changed = to(document);
  useLibraryStore.setState({ documents: documents.map((other) => (other === document ? changed : other)) });
  if (!unstored.has(id)) await save([`${id} record`], () => saveRecord(changed));
}

function holdText(id: string, pages: Pages): void {
  textsAtHand.delete(id);
  textsAtHand.set(id, pages);
  const [oldest] = textsAtHand.keys();
  if (textsAtHand.size > TEXTS_AT_HAND && oldest !== undefined) textsAtHand.delete(oldest);
}

/** A document's pages; null when it is no longer in the library. */
export async function loadPages(id: string): Promise<Pages | null> {
  const pages = textsAtHand.get(id) ?? unstored.get(id) ?? (await findPages(id));
  if (!pages) return null;
  holdText(id, pages);
  return pages;
}

/** A document with its text, for the viewer and for what is checked against it. */
export interface OpenDocument {
  readonly id: string;
  readonly name: string;
  readonly pages: Pages;
}

export async function openDocument(id: string): Promise<OpenDocument | null> {
  const known = useLibraryStore.getState().documents.find((document) => document.id === id);
  const [record, pages] = await Promise.all([known ?? findDocument(id), loadPages(id)]);
  return record && pages ? { id, name: record.name, pages } : null;
}

/** Tokens of a part, exactly, when a model that can count them is loaded. A whole document's are kept with it. */
export async function countPart(id: string, part: DocumentPart = WHOLE): Promise<number | null> {
  const { model } = useModelStore.getState();
  if (model.status !== "ready") return null;
  const { modelId } = model.info;
  const { size } = useLibraryStore.getState().documents.find((document) => document.id === id) ?? {};
  if (part.kind === "whole" && size?.modelId === modelId) return size.tokens;
  const pages = await loadPages(id);
  if (!pages) return null;
  const tokens = await engine.countTokens(textOfPart(pages, part)).catch(() => null); // then no count is shown
  if (tokens !== null && part.kind === "whole") {
    await change(id, (document) => ({ ...document, size: { modelId, tokens } }));
  }
  return tokens;
}

/** Counts what the loaded model has not counted yet, one after the other. */
export async function countAll(): Promise<void> {
  for (const { id } of useLibraryStore.getState().documents) await countPart(id);
}
