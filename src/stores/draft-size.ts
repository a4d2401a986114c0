// How much of the window a draft takes with the conversation before it: measured, not guessed, before anything is sent.
import { create } from "zustand";
import type { ChatMessage } from "../../workers/inference/api";
import { engine } from "../inference";
import type { MessageDocument } from "../storage/conversations";
import { selectBranch } from "./branches";
import { toChatMessages } from "./chat-messages";
import { useChatStore } from "./chat-store";
import { selectDraft, useDraftStore } from "./draft-store";
import { useModelStore } from "./model-store";
import { useSettingsStore } from "./settings-store";

/** Kept free for an answer of some length, and at most this share of a small window. */
const ANSWER_TOKENS = 512;
const ANSWER_SHARE = 1 / 8;

/** Changes come in bursts: documents are counted one after the other. */
const CALM_MS = 200;

export interface DraftSize {
  readonly promptTokens: number;
  readonly contextLength: number;
}

interface DraftSizeStore {
  readonly size: DraftSize | null; // null: no documents, or no model that could count them
}

export const useDraftSizeStore = create<DraftSizeStore>(() => ({ size: null }));

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
  engine.measurePrompt(await draftMessages(documents));

/** Tokens that one of the draft's documents may have beside everything else and an answer. */
export async function measureRoom(documentId: string): Promise<number> {
  const { documents } = selectDraft(useDraftStore.getState(), useChatStore.getState().current?.id ?? null);
  const { promptTokens, contextLength } = await measureDraft(documents.filter(({ id }) => id !== documentId));
  const { maxTokens } = useSettingsStore.getState().settings;
  const answer = Math.min(maxTokens, ANSWER_TOKENS, Math.floor(contextLength * ANSWER_SHARE));
  return Math.max(0, contextLength - promptTokens - answer);
}

/** Measures the draft on screen whenever its documents, its conversation or the model change. Typing alone measures nothing. */
export function watchDraftSize(): void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let measured: readonly unknown[] = [];
  const look = (): void => {
    const { current } = useChatStore.getState();
    const { documents } = selectDraft(useDraftStore.getState(), current?.id ?? null);
    const parts = documents.flatMap(({ id, part }) => [id, part]);
    const { model } = useModelStore.getState();
    const wanted = [current?.id, current?.leafId, model.status, ...parts];
    if (wanted.length === measured.length && wanted.every((one, index) => one === measured[index])) return;
    measured = wanted;
    clearTimeout(timer);
    useDraftSizeStore.setState({ size: null });
    if (documents.length === 0 || model.status !== "ready") return;
    timer = setTimeout(async () => {
      const size = await measureDraft().catch(() => null); // sending says what is wrong
      if (measured === wanted) useDraftSizeStore.setState({ size });
    }, CALM_MS);
  };
  useDraftStore.subscribe(look);
  useChatStore.subscribe(look);
  useModelStore.subscribe(look);
}
