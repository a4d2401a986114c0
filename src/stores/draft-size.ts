// How much of the window a draft takes with the conversation before it, and what takes it: measured, not guessed, before anything
// is sent.
import { create } from "zustand";
import type { ChatMessage } from "../../workers/inference/api";
import { engine } from "../inference";
import type { MessageDocument } from "../storage/conversations";
import { selectBranch } from "./branches";
import { toChatMessages } from "./chat-messages";
import { findInstructions, findOptions, useNewChatStore } from "./chat-options";
import { useChatStore } from "./chat-store";
import { toolsFor } from "./chat-tools";
import { type ContextUse, describeContext } from "./context-use";
import { selectDraft, useDraftStore } from "./draft-store";
import { useModelStore } from "./model-store";
import { usePresetsStore } from "./presets-store";
import { useReplyStore } from "./reply-store";
import { useSettingsStore } from "./settings-store";

/** Kept free for an answer of some length, and at most this share of a small window. */
const ANSWER_TOKENS = 512;
const ANSWER_SHARE = 1 / 8;

/** Changes come in bursts: documents are counted one after the other. */
const CALM_MS = 200;
/** Typing is measured in pauses that are so many times as long as the last measurement… */
const PAUSE_FACTOR = 4;
/** …and one that took longer than this would be felt in an answer that streams: it waits for the answer's end. */
const LONG_MS = 50;

export interface DraftSize {
  readonly promptTokens: number;
  readonly contextLength: number;
}

interface DraftSizeStore {
  /** The same object as long as the documents and what is before them stay. Null: no documents, or no model to count them. */
  readonly size: DraftSize | null;
  readonly use: ContextUse | null; // with what has been typed until now; null: not measured yet
}

export const useDraftSizeStore = create<DraftSizeStore>(() => ({ size: null, use: null }));

/** The conversation on screen with its draft; with `documents` in place of the draft's. */
export async function draftMessages(documents?: readonly MessageDocument[]): Promise<ChatMessage[]> {
  const { current, messages } = useChatStore.getState();
  const draft = selectDraft(useDraftStore.getState(), current?.id ?? null);
  const question = {
    id: "draft",
    conversationId: current?.id ?? "",
    parentId: current?.leafId ?? null,
    createdAt: 0,
    role: "user" as const,
    text: draft.text,
    documents: documents ?? draft.documents,
  };
  const branch = selectBranch(messages, current?.leafId ?? null);
  return toChatMessages([...branch, question]);
}

const measureDraft = async (documents?: readonly MessageDocument[]): Promise<DraftSize> =>
  measureMessages(await draftMessages(documents));

const measureMessages = async (messages: readonly ChatMessage[]): Promise<DraftSize> =>
  engine.measurePrompt(messages, await draftTools());

/** Those of the chat on screen. */
export const draftTools = () => toolsFor(useChatStore.getState().current?.id);

/** Tokens that one of the draft's documents may have beside everything else and an answer. */
export async function measureRoom(documentId: string): Promise<number> {
  const { documents } = selectDraft(useDraftStore.getState(), useChatStore.getState().current?.id ?? null);
  const { promptTokens, contextLength } = await measureDraft(documents.filter(({ id }) => id !== documentId));
  const { maxTokens } = useSettingsStore.getState().settings;
  const answer = Math.min(maxTokens, ANSWER_TOKENS, Math.floor(contextLength * ANSWER_SHARE));
  return Math.max(0, contextLength - promptTokens - answer);
}

/** Tokens of texts that do not change with each key: documents and instructions. */
const counts = new Map<string, number>();
const MAX_COUNTS = 24;

async function countOnce(text: string): Promise<number> {
  const known = counts.get(text);
  if (known !== undefined) return known;
  const tokens = await engine.countTokens(text);
  counts.set(text, tokens);
  const [oldest] = counts.keys();
  if (counts.size > MAX_COUNTS && oldest !== undefined) counts.delete(oldest);
  return tokens;
}

/** The whole is measured, and what can be counted by itself is counted. */
async function measureUse(): Promise<ContextUse> {
  const messages = await draftMessages();
  const { promptTokens, contextLength } = await measureMessages(messages);
  const { current } = useChatStore.getState();
  const { text } = selectDraft(useDraftStore.getState(), current?.id ?? null);
  const attachments = messages.flatMap((message) => message.attachments ?? []);
  const [instructions, draft, ...tokens] = await Promise.all([
    countOnce(messages[0]?.role === "system" ? messages[0].content : ""),
    engine.countTokens(text.trim()),
    ...attachments.map((attachment) => countOnce(attachment.text)),
  ]);
  const documents = attachments.map(({ name }, index) => ({ name, tokens: tokens[index] ?? 0 }));
  return describeContext({ promptTokens, contextLength, instructions, documents, draft });
}

const isSame = (a: readonly unknown[], b: readonly unknown[]): boolean =>
  a.length === b.length && a.every((one, index) => one === b[index]);

/** What the documents' places depend on, and everything that is measured. */
function describeDraft() {
  const { current, messages } = useChatStore.getState();
  const { text, documents } = selectDraft(useDraftStore.getState(), current?.id ?? null);
  const { model } = useModelStore.getState();
  const { reply } = useReplyStore.getState();
  const place = [current?.id, model.status === "ready" ? model.info : model.status];
  const told = [findInstructions(current?.id), findOptions(current?.id).tools];
  const parts = [...place, current?.leafId, ...told, ...documents.flatMap(({ id, part }) => [id, part])];
  // An answer that streams changes the messages with each second of it.
  const whole = [...parts, text, reply ? reply.requestId : messages];
  return { place, parts, whole, hasDocuments: documents.length > 0, isReady: model.status === "ready" };
}

/** Measures the draft on screen whenever it, its conversation or the model change: in pauses while it is typed. */
export function watchDraftSize(): void {
  let seen: ReturnType<typeof describeDraft> | null = null;
  let partsTimer: ReturnType<typeof setTimeout> | undefined;
  let textTimer: ReturnType<typeof setTimeout> | undefined;
  let lastMs = 0;

  const measure = async (isOfParts: boolean): Promise<void> => {
    const measured = seen;
    const isReadAhead = isOfParts && measured?.hasDocuments;
    if (lastMs > LONG_MS && useReplyStore.getState().reply && !isReadAhead) return;
    const startedAt = performance.now();
    const use = await measureUse().catch(() => null); // sending says what is wrong
    lastMs = performance.now() - startedAt;
    if (!measured || !seen || !isSame(measured.parts, seen.parts)) return;
    if (isOfParts) useDraftSizeStore.setState({ size: measured.hasDocuments ? use : null });
    if (isSame(measured.whole, seen.whole)) useDraftSizeStore.setState({ use });
  };

  const look = (): void => {
    const before = seen;
    const now = describeDraft();
    if (before && isSame(before.whole, now.whole)) return;
    seen = now;
    const hasNewParts = !before || !isSame(before.parts, now.parts);
    if (!before || !isSame(before.place, now.place)) {
      useDraftSizeStore.setState({ use: null });
      if (before?.place[1] !== now.place[1]) counts.clear(); // another model counts in other tokens
    }
    clearTimeout(textTimer);
    if (hasNewParts) {
      clearTimeout(partsTimer);
      useDraftSizeStore.setState({ size: null });
      if (now.isReady) partsTimer = setTimeout(() => void measure(true), CALM_MS);
    } else if (now.isReady) {
      textTimer = setTimeout(() => void measure(false), Math.max(CALM_MS, PAUSE_FACTOR * lastMs));
    }
  };
  useDraftStore.subscribe(look);
  useChatStore.subscribe(look);
  useModelStore.subscribe(look);
  useReplyStore.subscribe(look);
  useSettingsStore.subscribe(look);
  useNewChatStore.subscribe(look);
  usePresetsStore.subscribe(look);
}
