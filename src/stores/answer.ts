// From a draft to a stored answer: sends, streams, saves at least once a second, and records how it ended.
import type { GenerateEvent, GenerateRequest, GenerateResult } from "../../workers/inference/api";
import { engine } from "../inference";
import {
  type AnswerStats,
  type AssistantMessage,
  type ConversationRecord,
  findConversation,
  loadMessages,
  type MessageRecord,
  type UserMessage,
} from "../storage/conversations";
import { selectBranch } from "./branches";
import { toChatMessages } from "./chat-messages";
import { startConversation, useChatStore } from "./chat-store";
import { type Draft, selectDraft, useDraftStore, withTokenCount } from "./draft-store";
import { selectOpening, useIntakeStore } from "./intake-store";
import { useLibraryStore } from "./library-store";
import { useModelStore } from "./model-store";
import { type Problem, problemOf } from "./problems";
import { endReadingAhead } from "./reading-ahead";
import { useReplyStore } from "./reply-store";
import { currentSampling, useSettingsStore } from "./settings-store";

/** A crash loses at most this much of an answer. */
const SAVE_EVERY_MS = 900;
/** Text and result come by different ports, so that the last words may come after the result; waited for this long. */
const LAST_WORDS_MS = 250;

let isPreparing = false;

/** Sends the draft of the conversation on screen; keeps it, and says why, when it does not fit. */
export async function sendDraft(): Promise<void> {
  const conversationId = useChatStore.getState().current?.id ?? null;
  const draft = selectDraft(useDraftStore.getState(), conversationId);
  if (selectOpening(useIntakeStore.getState(), conversationId)) return; // Send says what it waits for
  await sendMessage(conversationId, draft, () => useDraftStore.getState().clear(conversationId));
}

/**
 * Sends a message in a conversation, on screen or not, and resolves when its answer has ended. `onTaken` is called when nothing
 * keeps it from being read any more. False: it was not taken.
 */
export async function sendMessage(
  conversationId: string | null,
  draft: Draft,
  onTaken: () => void,
): Promise<boolean> {
  if (!isReady() || (draft.text.trim() === "" && draft.documents.length === 0)) return false;
  const asked = await prepare(() => putQuestion(conversationId, draft, onTaken));
  if (asked) await answer(asked.conversation, asked.path);
  return asked !== null;
}

/** Puts a question into its conversation once it is known to fit. */
async function putQuestion(conversationId: string | null, draft: Draft, onTaken: () => void) {
  const place = await findPlace(conversationId);
  if (!place) return null;
  const question: UserMessage = {
    id: crypto.randomUUID(),
    conversationId: conversationId ?? "",
    role: "user",
    parentId: place.conversation?.leafId ?? null,
    createdAt: Date.now(),
    text: draft.text.trim(),
    documents: draft.documents,
  };
  const problem = await measure([...place.branch, question]);
  const isOnScreen = (useChatStore.getState().current?.id ?? null) === conversationId;
  if (isOnScreen) useDraftStore.getState().setProblem(problem);
  if (problem || (conversationId === null && !isOnScreen)) return null;
  onTaken();
  const conversation =
    place.conversation ?? startConversation(question.text || (draft.documents[0]?.name ?? ""));
  const documents = await Promise.all(draft.documents.map(withTokenCount));
  const message: UserMessage = { ...question, documents, conversationId: conversation.id };
  await useChatStore.getState().put(message);
  void useLibraryStore.getState().markUsed(documents.map(({ id }) => id));
  return { conversation, path: [...place.branch, message] };
}

interface Place {
  readonly conversation: ConversationRecord | null; // null: begins with the message
  readonly branch: readonly MessageRecord[];
}

/** Where a message goes; null when its conversation is gone, or is not the new one on screen. */
async function findPlace(conversationId: string | null): Promise<Place | null> {
  const { current, messages } = useChatStore.getState();
  if ((current?.id ?? null) === conversationId) {
    return { conversation: current, branch: selectBranch(messages, current?.leafId ?? null) };
  }
  const conversation = conversationId === null ? undefined : await findConversation(conversationId);
  if (!conversation) return null;
  return { conversation, branch: selectBranch(await loadMessages(conversation.id), conversation.leafId) };
}

/** Another answer to the last question; the one before stays in storage as its sibling. */
export async function regenerate(): Promise<void> {
  const { current, messages } = useChatStore.getState();
  if (!current || !isReady()) return;
  const branch = selectBranch(messages, current.leafId);
  const last = branch.at(-1);
  const path = last?.role === "assistant" ? branch.slice(0, -1) : branch;
  if (path.length === 0) return;
  const problem = await prepare(() => measure(path));
  useDraftStore.getState().setProblem(problem);
  if (!problem) await answer(current, path);
}

function isReady(): boolean {
  return useModelStore.getState().model.status === "ready" && !useReplyStore.getState().reply && !isPreparing;
}

/** Nothing else is sent meanwhile. */
async function prepare<Result>(work: () => Promise<Result>): Promise<Result> {
  isPreparing = true;
  try {
    return await work();
  } finally {
    isPreparing = false;
  }
}

/** What keeps a prompt from being read, or null. */
async function measure(path: readonly MessageRecord[]): Promise<Problem | null> {
  try {
    const { promptTokens, contextLength } = await engine.measurePrompt(await toChatMessages(path));
    if (promptTokens < contextLength) return null;
    const message = `The conversation with its documents has ${promptTokens.toLocaleString()} tokens and the model's window holds ${contextLength.toLocaleString()}. Nothing was sent or cut: remove or shorten a document, start a new chat, or choose a longer context in Settings.`;
    return { name: "ContextTooLongError", message };
  } catch (error) {
    return problemOf(error);
  }
}

async function answer(conversation: ConversationRecord, path: readonly MessageRecord[]): Promise<void> {
  const { model } = useModelStore.getState();
  if (model.status !== "ready") return;
  const { put, putConversation } = useChatStore.getState();
  const message: AssistantMessage = {
    id: crypto.randomUUID(),
    conversationId: conversation.id,
    parentId: path.at(-1)?.id ?? null,
    createdAt: Date.now(),
    role: "assistant",
    text: "",
    modelName: model.info.name,
    startsInThought: model.info.reasons,
    status: "streaming",
    stats: null,
    problem: null,
  };
  const requestId = crypto.randomUUID();
  useReplyStore.getState().begin({ requestId, conversationId: conversation.id, messageId: message.id });
  const stream = openStream(message);
  await Promise.all([
    put(message),
    putConversation({ ...conversation, leafId: message.id, updatedAt: message.createdAt }),
  ]);
  const ending = await generate({ requestId, conversationId: conversation.id, path }, stream);
  const saved = put({ ...message, text: stream.close(), ...ending });
  useReplyStore.getState().end(ending.status);
  await saved;
}

type Ending = Pick<AssistantMessage, "status" | "stats" | "problem">;

interface Question {
  readonly requestId: string;
  readonly conversationId: string;
  readonly path: readonly MessageRecord[];
}

async function generate({ path, ...ids }: Question, stream: Stream): Promise<Ending> {
  try {
    const messages = await toChatMessages(path);
    await endReadingAhead();
    if (useReplyStore.getState().reply?.isStopping) return { status: "stopped", stats: null, problem: null };
    const { maxTokens } = useSettingsStore.getState().settings;
    const request: GenerateRequest = { ...ids, messages, sampling: currentSampling(), maxTokens };
    const result = await engine.generate(request, stream.onEvent);
    await stream.arrived(result.generatedTokens);
    return { status: result.finishReason, stats: statsOf(result), problem: null };
  } catch (error) {
    return { status: "failed", stats: null, problem: problemOf(error) };
  }
}

function statsOf(result: GenerateResult): AnswerStats {
  const { generatedTokens, tokensPerSecond, timeToFirstTokenMs, promptTokens, readTokens } = result;
  return { generatedTokens, tokensPerSecond, timeToFirstTokenMs, promptTokens, readTokens };
}

type Stream = ReturnType<typeof openStream>;

/** Collects an answer: draws it at most once a frame, saves it at least once a second while it grows. */
function openStream(message: AssistantMessage) {
  let text = "";
  let frame: number | null = null;
  let onTokens = (_generatedTokens: number): void => {};
  let generatedTokens = 0;
  const draw = (): void => {
    frame = null;
    useReplyStore.getState().update({ text, phase: { kind: "writing" } });
  };
  const saver = openSaver(() => useChatStore.getState().put({ ...message, text }));
  return {
    onEvent: (event: GenerateEvent): void => {
      if (event.type === "reading") {
        const { readTokens, totalTokens, secondsLeft } = event;
        useReplyStore.getState().update({ phase: { kind: "reading", readTokens, totalTokens, secondsLeft } });
        return;
      }
      text += event.text;
      generatedTokens = event.generatedTokens;
      onTokens(generatedTokens);
      frame ??= requestAnimationFrame(draw);
      saver.saveSoon();
    },
    /** Resolves when the text of so many tokens is here, or does not come. */
    arrived: (wanted: number): Promise<void> =>
      new Promise((resolve) => {
        if (generatedTokens >= wanted) return resolve();
        setTimeout(resolve, LAST_WORDS_MS);
        onTokens = (count) => {
          if (count >= wanted) resolve();
        };
      }),
    /** The whole text; nothing is drawn or saved afterwards. */
    close: (): string => {
      if (frame !== null) cancelAnimationFrame(frame);
      saver.close();
      return text;
    },
  };
}

function openSaver(save: () => Promise<void>) {
  let savedAt = Number.NEGATIVE_INFINITY; // the first words at once
  let timer: ReturnType<typeof setTimeout> | null = null;
  const saveNow = (): void => {
    if (timer !== null) clearTimeout(timer);
    timer = null;
    savedAt = performance.now();
    void save();
  };
  window.addEventListener("pagehide", saveNow);
  return {
    saveSoon: (): void => {
      const waitMs = savedAt + SAVE_EVERY_MS - performance.now();
      if (waitMs <= 0) saveNow();
      else timer ??= setTimeout(saveNow, waitMs);
    },
    close: (): void => {
      if (timer !== null) clearTimeout(timer);
      window.removeEventListener("pagehide", saveNow);
    },
  };
}
