// Messages that wait for the end of an answer or for a model, by conversation. They are sent one after the other as long as
// answers end well; when one is stopped or fails, those behind it are held until the user sends them or goes on with it.
import { create } from "zustand";
import type { AnswerStatus, AssistantMessage } from "../storage/conversations";
import type { QueuedRecord } from "../storage/drafts";
import { continueAnswer, isReady, sendDraft, sendMessage } from "./answer";
import { withNewChatOptions } from "./chat-options";
import { chatsStarted, startConversation, useChatStore } from "./chat-store";
import { type Draft, selectDraft, useDraftStore } from "./draft-store";
import { selectOpening, useIntakeStore } from "./intake-store";
import { isComing, useModelStore } from "./model-store";
import { type ReplyEnding, useReplyStore } from "./reply-store";
import { unfinishedKey } from "./unfinished-key";

/** Why a queue does not go on by itself. */
export type HoldReason = "stopped" | "failed" | "reloaded" | "refused";

export interface Queue {
  readonly messages: readonly QueuedRecord[];
  readonly held: HoldReason | null;
}

const emptyQueue: Queue = { messages: [], held: null };

interface QueueStore {
  readonly queues: Readonly<Record<string, Queue>>; // by conversation
  add(conversationId: string, draft: Draft): void;
  remove(conversationId: string, id: string): void;
  /** Into the composer, in exchange for what is written there. */
  edit(conversationId: string, id: string): void;
  /** Before everything else: an answer that streams is stopped. */
  sendNow(conversationId: string, id: string): void;
  restore(conversationId: string, messages: readonly QueuedRecord[]): void;
}

export const useQueueStore = create<QueueStore>((_set, get) => ({
  queues: {},

  add: (conversationId, { text, documents }) => {
    const message = { id: crypto.randomUUID(), text: text.trim(), documents };
    change(conversationId, ({ messages }) => ({ messages: [...messages, message], held: null }));
  },

  remove: (conversationId, id) =>
    change(conversationId, ({ messages, held }) => ({
      messages: messages.filter((message) => message.id !== id),
      held,
    })),

  edit: (conversationId, id) => {
    const queued = selectQueue(get(), conversationId).messages.find((message) => message.id === id);
    if (!queued) return;
    const { text, documents } = selectDraft(useDraftStore.getState(), conversationId);
    const isEmpty = text.trim() === "" && documents.length === 0;
    change(conversationId, ({ messages, held }) => ({
      messages: messages.flatMap((message) =>
        message.id !== id ? message : isEmpty ? [] : { id, text: text.trim(), documents },
      ),
      held,
    }));
    useDraftStore.getState().change(conversationId, { text: queued.text, documents: queued.documents });
  },

  sendNow: (conversationId, id) => {
    change(conversationId, ({ messages }) => ({
      messages: messages.toSorted((a, b) => Number(b.id === id) - Number(a.id === id)),
      held: null,
    }));
    const { reply, stop } = useReplyStore.getState();
    if (!reply) {
      void send(conversationId);
      return;
    }
    urgent = conversationId;
    stop();
  },

  restore: (conversationId, kept) => {
    const isWaiting = sessionStorage.getItem(WAITING_KEY)?.split(" ").includes(conversationId);
    const isAnswering = useReplyStore.getState().reply?.conversationId === conversationId; // it goes on with what was cut
    change(conversationId, ({ messages, held }) => ({
      messages: [...kept, ...messages],
      held: messages.length > 0 ? held : isWaiting || isAnswering ? null : "reloaded",
    }));
    if (isWaiting) void chatsStarted().then(() => sendNext(conversationId)); // or when there is a model
  },
}));

/** For this tab's next page: conversations whose queues waited for a model. A reload does not end that. */
const WAITING_KEY = "jamba-waiting-for-model";

/** When the page goes away. */
export function noteWaiting(): void {
  const isForModel = useModelStore.getState().model.status !== "ready" && !useReplyStore.getState().reply;
  const queues = isForModel ? Object.entries(useQueueStore.getState().queues) : [];
  const ids = queues.filter(([, { held }]) => held === null).map(([id]) => id);
  sessionStorage.setItem(WAITING_KEY, ids.join(" "));
}

/** The conversation whose queue goes on although the answer before it is stopped. */
let urgent: string | null = null;

export const selectQueue = ({ queues }: QueueStore, conversationId: string | null): Queue =>
  queues[conversationId ?? ""] ?? emptyQueue;

function change(conversationId: string, to: (queue: Queue) => Queue): void {
  useQueueStore.setState((state) => {
    const { [conversationId]: _before, ...others } = state.queues;
    const queue = to(selectQueue(state, conversationId));
    return { queues: queue.messages.length === 0 ? others : { ...others, [conversationId]: queue } };
  });
}

export const holdQueue = (conversationId: string, held: HoldReason | null): void =>
  change(conversationId, ({ messages }) => ({ messages, held }));

/** Goes on with an answer that was cut, and then with what waits behind it. */
export async function finishAnswer(message: AssistantMessage): Promise<void> {
  const { conversationId } = message;
  const { held } = selectQueue(useQueueStore.getState(), conversationId);
  if (held !== "refused") holdQueue(conversationId, null);
  const goesOn = await continueAnswer(message);
  if (!goesOn) holdQueue(conversationId, held);
}

/** What Send does: sends the draft on screen, or puts it into the queue while an answer streams or a model is on its way. */
export async function submitDraft(): Promise<void> {
  if (!mustWait()) return sendDraft();
  if (!useChatStore.getState().hasStarted) await chatsStarted();
  const { current, putConversation } = useChatStore.getState();
  const draft = selectDraft(useDraftStore.getState(), current?.id ?? null);
  if (draft.text.trim() === "" && draft.documents.length === 0) return;
  if (selectOpening(useIntakeStore.getState(), current?.id ?? null)) return; // Send says what it waits for
  useDraftStore.getState().clear(current?.id ?? null);
  const conversation =
    current ?? withNewChatOptions(startConversation(draft.text || (draft.documents[0]?.name ?? "")));
  useQueueStore.getState().add(conversation.id, draft);
  if (!current) await putConversation(conversation); // it must be found when its turn comes
}

function mustWait(): boolean {
  if (useReplyStore.getState().reply || isComing(useModelStore.getState().model)) return true;
  const { current } = useChatStore.getState();
  const { messages, held } = selectQueue(useQueueStore.getState(), current?.id ?? null);
  return messages.length > 0 && held === null; // its turn has come, or comes when there is a model
}

const endsWell = (status: AnswerStatus): boolean => status === "end-of-turn" || status === "max-tokens";

function goOn({ conversationId, status }: ReplyEnding): void {
  if (status === "tool-call" && urgent === null) return; // the answer goes on, sooner or later
  const isUrgent = urgent !== null;
  const first = urgent ?? conversationId;
  urgent = null;
  if (!isUrgent && !endsWell(status)) holdQueue(conversationId, status === "stopped" ? "stopped" : "failed");
  sendNext(first);
}

/** What waits first in a conversation, or in another one. */
export function sendNext(first: string | undefined): void {
  if (!isReady()) return; // at the end of the answer, or when there is a model
  if (sessionStorage.getItem(unfinishedKey) !== null) return; // after the rest of that answer
  const { conversations, current } = useChatStore.getState();
  const { queues } = useQueueStore.getState();
  const isWaiting = (id: string | undefined): id is string =>
    id !== undefined && queues[id]?.held === null && conversations.some((known) => known.id === id);
  const next = [first, current?.id, ...Object.keys(queues)].find(isWaiting);
  if (next !== undefined) void send(next);
}

async function send(conversationId: string): Promise<void> {
  const [message] = selectQueue(useQueueStore.getState(), conversationId).messages;
  if (!message) return;
  const { remove } = useQueueStore.getState();
  const isSent = await sendMessage(conversationId, message, () => remove(conversationId, message.id));
  if (isSent) return;
  holdQueue(conversationId, "refused");
  sendNext(undefined);
}

useReplyStore.subscribe(({ reply, ending }, before) => {
  if (before.reply && !reply && ending) goOn(ending);
});

useModelStore.subscribe(({ model }, { model: before }) => {
  if (model.status !== "ready" || before.status === "ready") return;
  sendNext(undefined);
});
