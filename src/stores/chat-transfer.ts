// Chats as files and on paper: exporting, importing, and what is being printed.
import { create } from "zustand";
import type { ArchiveFault, ImportedChats } from "../chats/api";
import { callChats } from "../chats/client";
import { currentTexts } from "../i18n/language-store";
import {
  type ConversationRecord,
  listConversations,
  loadMessages,
  type MessageRecord,
} from "../storage/conversations";
import { findLeaf, selectBranch } from "./branches";
import { useChatStore } from "./chat-store";
import { loadPages, useLibraryStore } from "./library-store";
import { usePanelStore } from "./panel-store";
import { showToast } from "./toast-store";

export type ExportFormat = "markdown" | "json" | "print";

export interface ExportChoice {
  readonly format: ExportFormat;
  readonly withTexts: boolean; // of the documents, in JSON
}

/** More are a book that no print dialog lays out in a reader's patience; as Markdown they have no bounds. */
export const MAX_PRINTED_CHATS = 25;

export type Transfer =
  | { readonly status: "idle" }
  | { readonly status: "working" }
  | { readonly status: "refused"; readonly fileName: string; readonly fault: ArchiveFault }
  | { readonly status: "failed"; readonly reason: string };

/** A chat as paper shows it: the branch on screen. */
export interface PrintedChat {
  readonly conversation: ConversationRecord;
  readonly branch: readonly MessageRecord[];
}

interface ChatTransferStore {
  readonly transfer: Transfer;
  readonly printed: readonly PrintedChat[]; // empty: nothing is printed
  readonly isPrintAsked: boolean; // by an export, not by the browser's own command
  /** `ids`: null for all. Resolves to whether it was done. */
  exportChats(ids: readonly string[] | null, choice: ExportChoice): Promise<boolean>;
  importFile(file: File): Promise<boolean>;
  /** What the browser's own print command prints, while nothing was chosen: the chat on screen. */
  printCurrent(): void;
  endPrint(): void;
  reset(): void;
}

export const useChatTransferStore = create<ChatTransferStore>((set, get) => ({
  transfer: { status: "idle" },
  printed: [],
  isPrintAsked: false,

  exportChats: (ids, { format, withTexts }) =>
    attempt(async () => {
      if (format === "print") {
        set({ printed: await loadPrinted(ids), isPrintAsked: true });
        return;
      }
      const texts = currentTexts().conversations;
      const { currentToolTexts } = await import("../i18n/tool-texts");
      const { names, result } = await currentToolTexts();
      const labels = { you: texts.you, documents: texts.documents, result, tools: names };
      const blob = await callChats((chats) => chats.exportChats({ ids, format, withTexts, labels }));
      saveFile(blob, nameFile(ids, format === "json" ? "json" : "md"));
    }),

  importFile: (file) =>
    attempt(async () => {
      const result = await callChats((chats) => chats.importChats(file));
      if ("fault" in result) {
        set({ transfer: { status: "refused", fileName: file.name, fault: result.fault } });
        return;
      }
      useChatStore.setState({ conversations: await listConversations() });
      if (result.documentCount > 0) await useLibraryStore.getState().refresh();
      showToast(describeImport(result));
    }),

  printCurrent: () => {
    const { current, messages } = useChatStore.getState();
    if (get().printed.length > 0 || !current) return;
    set({ printed: [{ conversation: current, branch: selectBranch(messages, current.leafId) }] });
  },
  endPrint: () => set({ printed: [], isPrintAsked: false }),
  reset: () => set({ transfer: { status: "idle" } }),
}));

/** The chat on screen of what the page holds, for when storage has not got it; the dialog for all where there is none. */
export async function exportHeldChat(): Promise<void> {
  const { current, messages } = useChatStore.getState();
  if (!current) return usePanelStore.getState().open({ kind: "export-chats", ids: null });
  const { rescueChat } = await import("../chats/rescue");
  const sent = messages.flatMap((message) => (message.role === "user" ? message.documents : []));
  const records = useLibraryStore.getState().documents.filter(({ id }) => sent.some((one) => one.id === id));
  const documents = await Promise.all(
    records.map(async (record) => ({ record, pages: await loadPages(record.id).catch(() => null) })),
  );
  const held = documents.flatMap(({ record, pages }) => (pages ? [{ record, pages }] : []));
  saveFile(rescueChat(current, messages, held), nameFile([current.id], "json"));
}

/** Whether it was done; why not stands in the store. */
async function attempt(work: () => Promise<void>): Promise<boolean> {
  const { setState, getState } = useChatTransferStore;
  setState({ transfer: { status: "working" } });
  try {
    await work();
  } catch (error) {
    const reason = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
    setState({ transfer: { status: "failed", reason } });
  }
  if (getState().transfer.status !== "working") return false;
  setState({ transfer: { status: "idle" } });
  return true;
}

async function loadPrinted(ids: readonly string[] | null): Promise<readonly PrintedChat[]> {
  const wanted = ids && new Set(ids);
  const chosen = useChatStore.getState().conversations.filter(({ id }) => wanted?.has(id) ?? true);
  return Promise.all(
    chosen.map(async (conversation) => {
      const messages = await loadMessages(conversation.id);
      return { conversation, branch: selectBranch(messages, findLeaf(messages, conversation.leafId)) };
    }),
  );
}

/** "Bridge plans.md", "Chats 2026-03-15.json"; without what a file's name may not have. */
function nameFile(ids: readonly string[] | null, ending: string): string {
  const { conversations } = useChatStore.getState();
  const only = ids?.length === 1 ? conversations.find(({ id }) => id === ids[0]) : undefined;
  const name = only?.title
    .replace(/[\p{Cc}\p{Cf}<>:"/\\|?*]+/gu, " ")
    .trim()
    .slice(0, 60)
    .trim();
  return name ? `${name}.${ending}` : `Chats ${new Date().toISOString().slice(0, 10)}.${ending}`;
}

function saveFile(blob: Blob, name: string): void {
  const url = URL.createObjectURL(blob);
  const link = Object.assign(document.createElement("a"), { href: url, download: name });
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 60_000); // by then the browser has begun to read it
}

function describeImport({ importedIds, knownCount }: ImportedChats): string {
  const texts = currentTexts().conversations;
  if (importedIds.length === 0) return texts.allKnown;
  return knownCount === 0
    ? texts.imported(importedIds.length)
    : texts.importedAndKnown(importedIds.length, knownCount);
}
