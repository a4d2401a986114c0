// Conversations and their messages in IndexedDB: one record each, written per change and never per token. Messages form a
// tree (`parentId`), so that another answer to the same question does not overwrite the first.
import { createStore, del, get, promisifyRequest, set, values } from "idb-keyval";
import type { GenerateResult } from "../../workers/inference/api";

const conversations = createStore("jamba-conversations", "conversations");
/** Keys are "conversation/message", so that one range holds one conversation. */
const messages = createStore("jamba-messages", "messages");

export interface ConversationRecord {
  readonly id: string;
  readonly title: string;
  readonly createdAt: number; // ms since 1970
  readonly updatedAt: number;
  readonly leafId: string | null; // the last message of the branch on screen
}

export interface DocumentRecord {
  readonly id: string;
  readonly name: string;
  readonly text: string;
  readonly tokenCount: number | null; // null: not counted by the model that was loaded
  readonly isPasted: boolean;
}

export interface AnswerStats {
  readonly generatedTokens: number;
  readonly tokensPerSecond: number | null;
  readonly timeToFirstTokenMs: number | null;
}

export interface ProblemRecord {
  readonly name: string;
  readonly message: string;
}

export type AnswerStatus = "streaming" | "interrupted" | "failed" | GenerateResult["finishReason"];

interface MessageBase {
  readonly id: string;
  readonly conversationId: string;
  readonly parentId: string | null;
  readonly createdAt: number;
  readonly text: string;
}

export interface UserMessage extends MessageBase {
  readonly role: "user";
  readonly documents: readonly DocumentRecord[];
}

export interface AssistantMessage extends MessageBase {
  readonly role: "assistant";
  readonly modelName: string;
  readonly startsInThought: boolean; // the text begins inside <think>
  readonly status: AnswerStatus;
  readonly stats: AnswerStats | null;
  readonly problem: ProblemRecord | null;
}

export type MessageRecord = UserMessage | AssistantMessage;

const messageKey = (message: MessageRecord): string => `${message.conversationId}/${message.id}`;
const messageRange = (conversationId: string): IDBKeyRange =>
  IDBKeyRange.bound(`${conversationId}/`, `${conversationId}/\uffff`);

/** Newest first. */
export async function listConversations(): Promise<ConversationRecord[]> {
  const records: ConversationRecord[] = await values(conversations);
  return records.sort((a, b) => b.updatedAt - a.updatedAt);
}

export function findConversation(id: string): Promise<ConversationRecord | undefined> {
  return get<ConversationRecord>(id, conversations);
}

export function saveConversation(conversation: ConversationRecord): Promise<void> {
  return set(conversation.id, conversation, conversations);
}

export function saveMessage(message: MessageRecord): Promise<void> {
  return set(messageKey(message), message, messages);
}

/** Every message of a conversation, all branches, in no particular order. */
export function loadMessages(conversationId: string): Promise<MessageRecord[]> {
  return messages("readonly", (store) =>
    promisifyRequest<MessageRecord[]>(store.getAll(messageRange(conversationId))),
  );
}

export async function deleteConversation(id: string): Promise<void> {
  await messages("readwrite", (store) => promisifyRequest(store.delete(messageRange(id))));
  await del(id, conversations);
}
