// From a question to a stored answer: a draft that is sent, a question asked anew, another answer, the rest of one that was cut.
import type { LoadedModel } from "../../workers/inference/api";
import { engine } from "../inference";
import {
  type AssistantMessage,
  type ConversationRecord,
  findConversation,
  loadMessages,
  type MessageRecord,
  type UserMessage,
} from "../storage/conversations";
import { generate } from "./answer-run";
import { addStats } from "./answer-stats";
import { openStream } from "./answer-stream";
import { selectBranch, timeAfter } from "./branches";
import { toChatMessages } from "./chat-messages";
import { findOptions, withNewChatOptions } from "./chat-options";
import { startConversation, useChatStore } from "./chat-store";
import { toolsFor } from "./chat-tools";
import { type Draft, selectDraft, useDraftStore, withTokenCount } from "./draft-store";
import { selectOpening, useIntakeStore } from "./intake-store";
import { useLibraryStore } from "./library-store";
import { useModelStore } from "./model-store";
import { type Problem, problemOf } from "./problems";
import { useReplyStore } from "./reply-store";

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
    createdAt: timeAfter(place.branch),
    text: draft.text.trim(),
    documents: draft.documents,
  };
  const problem = await measure([...place.branch, question]);
  const isOnScreen = (useChatStore.getState().current?.id ?? null) === conversationId;
  if (isOnScreen) useDraftStore.getState().setProblem(problem);
  if (problem || (conversationId === null && !isOnScreen)) return null;
  onTaken();
  const conversation =
    place.conversation ??
    withNewChatOptions(startConversation(question.text || (draft.documents[0]?.name ?? "")));
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

/** Another answer beside the one given, or the first to a question; whatever was said before stays. */
export async function regenerate(messageId: string): Promise<void> {
  const { current, messages } = useChatStore.getState();
  const branch = selectBranch(messages, messageId);
  const path = branch.at(-1)?.role === "assistant" ? branch.slice(0, -1) : branch;
  if (!current || path.length === 0 || !isReady()) return;
  if (await fits(path)) await answer(current, path);
}

/** Goes on with an answer that was cut, in its own message. False: it could not. */
export async function continueAnswer(message: AssistantMessage): Promise<boolean> {
  const { current, messages } = useChatStore.getState();
  if (current?.id !== message.conversationId || !isReady()) return false;
  const path = selectBranch(messages, message.id);
  if (!(await fits(path))) return false;
  await answer(current, path.slice(0, -1), message);
  return true;
}

/** Goes on with what came of the call that an answer ended with, in a message of its own. */
export async function answerCall(message: AssistantMessage): Promise<void> {
  const place = isReady() ? await findPlace(message.conversationId) : null;
  if (!place?.conversation || place.branch.at(-1)?.id !== message.id) return;
  if (await fits(place.branch)) await answer(place.conversation, place.branch);
}

/** Asks with another text and the same documents, as another version of the question: its id, or null when it cannot be sent. */
export async function askAnew(message: UserMessage, text: string): Promise<string | null> {
  const { current, messages, put } = useChatStore.getState();
  if (current?.id !== message.conversationId || !isReady()) return null;
  const question: UserMessage = { ...message, id: crypto.randomUUID(), createdAt: timeAfter(messages), text };
  const path = [...selectBranch(messages, message.parentId), question];
  if (!(await fits(path, () => put(question)))) return null;
  void answer(current, path);
  return question.id;
}

/** Does what must be done before an answer; false, and said why, when the prompt cannot be read. */
async function fits(path: readonly MessageRecord[], begin?: () => Promise<void>): Promise<boolean> {
  const problem = await prepare(async () => {
    const found = await measure(path);
    if (!found) await begin?.();
    return found;
  });
  useDraftStore.getState().setProblem(problem);
  return problem === null;
}

/** Whether something could be asked now. */
export function isReady(): boolean {
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

/** What was written of it a moment ago counts for this answer. */
async function takeSchema(conversationId: string | undefined): Promise<void> {
  if (findOptions(conversationId).schemaDraft === undefined) return;
  await (await import("./schema-draft")).settleSchemaAndTell(conversationId);
}

/** What keeps a prompt from being read, or null. */
async function measure(path: readonly MessageRecord[]): Promise<Problem | null> {
  try {
    await takeSchema(path[0]?.conversationId);
    const messages = await toChatMessages(path);
    const tools = await toolsFor(path[0]?.conversationId);
    const { promptTokens, contextLength } = await engine.measurePrompt(messages, tools);
    if (promptTokens < contextLength) return null;
    const message = `The conversation with its documents has ${promptTokens.toLocaleString()} tokens and the model's window holds ${contextLength.toLocaleString()}. Nothing was sent or cut: remove or shorten a document, start a new chat, or choose a longer context in Settings.`;
    return { name: "ContextTooLongError", message, figures: { promptTokens, contextLength } };
  } catch (error) {
    return problemOf(error);
  }
}

/** Answers a branch's last question in a new message, or goes on with the one that was `begun`. */
async function answer(
  conversation: ConversationRecord,
  path: readonly MessageRecord[],
  begun: AssistantMessage | null = null,
): Promise<void> {
  const { model } = useModelStore.getState();
  if (model.status !== "ready") return;
  const { conversations, put, putConversation } = useChatStore.getState();
  const message: AssistantMessage = begun
    ? { ...begun, status: "streaming", problem: null }
    : createAnswer(conversation.id, path, model.info);
  const requestId = crypto.randomUUID();
  useReplyStore.getState().begin({
    requestId,
    conversationId: conversation.id,
    messageId: message.id,
    text: message.text,
  });
  const stream = openStream(message);
  const newest = conversations.find(({ id }) => id === conversation.id) ?? conversation; // renamed meanwhile, perhaps
  await Promise.all([
    put(message),
    putConversation({ ...newest, leafId: message.id, updatedAt: Date.now() }),
  ]);
  const ending = await generate({ requestId, conversationId: conversation.id, path, begun }, stream);
  const stats = addStats(message.stats, ending.stats);
  const ended = { ...message, ...stream.close(), ...ending, stats };
  const saved = put(ended);
  useReplyStore.getState().end(ending.status);
  await saved;
  if (ended.call) await (await import("./tool-calls")).settleCall(ended);
}

function createAnswer(
  conversationId: string,
  path: readonly MessageRecord[],
  { name, reasons }: LoadedModel,
): AssistantMessage {
  const { current, messages } = useChatStore.getState();
  return {
    id: crypto.randomUUID(),
    conversationId,
    parentId: path.at(-1)?.id ?? null,
    createdAt: timeAfter(current?.id === conversationId ? messages : path), // its other versions are on no path
    role: "assistant",
    text: "",
    modelName: name,
    startsInThought: reasons,
    status: "streaming",
    stats: null,
    problem: null,
    ...(findOptions(conversationId).schema === null ? {} : { isJson: true }),
  };
}
