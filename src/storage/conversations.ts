// Conversations and their messages in IndexedDB: one record each, written per change and never per token. Messages form a
// tree (`parentId`), so that another answer to the same question does not overwrite the first.
import { delMany, get, keys, promisifyRequest, setMany, values } from "idb-keyval";
import type { GenerateResult } from "../../workers/inference/api";
import type { CallRecord } from "./calls";
import { tellTabs } from "./changes";
import type { ChatOptions } from "./chat-options";
import { hasShape, openStore, readable } from "./database";
import { upgradeMessage } from "./upgrade-message";

const conversations = openStore("jamba-conversations", "conversations");
/** Keys are "conversation/message", so that one range holds one conversation. */
const messages = openStore("jamba-messages", "messages");

export interface ConversationRecord {
  readonly id: string;
  readonly title: string;
  readonly createdAt: number; // ms since 1970
  readonly updatedAt: number;
  readonly leafId: string | null; // the last message of the branch on screen
  readonly isPinned?: boolean; // records of older versions lack it
  readonly options?: ChatOptions; // as they do this
}

/** A deleted conversation stays, unlisted, while the deletion can be undone. */
type StoredConversation = ConversationRecord & { readonly deletedAt?: number };

/** A stretch of a page's text, in UTF-16 units. */
export interface PassageRange {
  readonly page: number;
  readonly start: number;
  readonly end: number;
}

/** What of a document goes to the model. */
export type DocumentPart =
  | { readonly kind: "whole" }
  | { readonly kind: "pages"; readonly from: number; readonly to: number } // numbers from 1, both included
  | { readonly kind: "beginning"; readonly characterCount: number } // of a document whose first page is too long
  | { readonly kind: "passages"; readonly passages: readonly PassageRange[] };

/** A document of the library as a message gives it to the model. */
export interface MessageDocument {
  readonly id: string;
  readonly name: string; // when it was sent: a new name in the library changes no prompt
  readonly part: DocumentPart;
  readonly tokenCount: number | null; // of the part; null: not counted by the model that was loaded
}

export interface AnswerStats {
  /** Of the prompt, and those of it that went through the model for this answer; answers of older versions lack both. */
  readonly promptTokens?: number;
  readonly readTokens?: number;
  /** Tokens of the answer that were guessed, and those of them that were right; absent where none was. */
  readonly draftedTokens?: number;
  readonly acceptedTokens?: number;
  readonly generatedTokens: number;
  readonly tokensPerSecond: number | null;
  readonly timeToFirstTokenMs: number | null;
}

/** What a sentence about a problem is made of, as its name wants it. */
export type ProblemFigures = Readonly<Record<string, string | number>>;

export interface ProblemRecord {
  readonly name: string;
  readonly message: string;
  readonly figures?: ProblemFigures; // records of older versions lack them
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
  readonly documents: readonly MessageDocument[];
}

export interface AssistantMessage extends MessageBase {
  readonly role: "assistant";
  readonly modelName: string;
  readonly startsInThought: boolean; // the text begins inside <think>
  readonly thoughtMs?: number | null; // how long it thought before it answered
  readonly status: AnswerStatus;
  readonly isEdited?: boolean; // the user wrote some of it
  readonly isJson?: boolean; // it was asked for in JSON
  readonly call?: CallRecord; // that it ended with; its text is what came before
  readonly stats: AnswerStats | null;
  readonly problem: ProblemRecord | null;
}

export type MessageRecord = UserMessage | AssistantMessage;

export const messageKey = (message: MessageRecord): string => `${message.conversationId}/${message.id}`;
const messageRange = (conversationId: string): IDBKeyRange =>
  IDBKeyRange.bound(`${conversationId}/`, `${conversationId}/\uffff`);

const isConversation = (record: StoredConversation): boolean =>
  hasShape(record, {
    id: "string",
    title: "string",
    createdAt: "number",
    updatedAt: "number",
    leafId: "string|null",
  });

const messageShape = {
  id: "string",
  conversationId: "string",
  parentId: "string|null",
  createdAt: "number",
  text: "string",
} as const;

function isMessage(record: MessageRecord): boolean {
  if (!hasShape(record, messageShape)) return false;
  if (record.role === "user") {
    const { documents } = record;
    return Array.isArray(documents) && documents.every((document) => hasShape(document, { name: "string" }));
  }
  const answer = {
    modelName: "string",
    status: "string",
    stats: "object|null",
    problem: "object|null",
  } as const;
  return record.role === "assistant" && hasShape(record, answer);
}

/** Messages read at a time where all are read: some ten milliseconds of a page's time. */
const MESSAGES_AT_A_TIME = 500;

/** Of a message beside its text, about. */
const RECORD_BYTES = 400;
const LATIN_1 = /^[\0-\xff]*$/;

const listStored = async (): Promise<StoredConversation[]> =>
  readable(await values<StoredConversation>(conversations), isConversation);

/** Newest first. */
export async function listConversations(): Promise<ConversationRecord[]> {
  const records = await listStored();
  return records.filter(({ deletedAt }) => deletedAt === undefined).sort((a, b) => b.updatedAt - a.updatedAt);
}

export async function findConversation(id: string): Promise<ConversationRecord | undefined> {
  const record = await get<StoredConversation>(id, conversations);
  return record && isConversation(record) && record.deletedAt === undefined ? record : undefined;
}

/** Ids that are in use, those of deleted conversations included. */
export const listConversationIds = (): Promise<string[]> => keys(conversations);

export function saveConversation(conversation: ConversationRecord): Promise<void> {
  return saveConversations([conversation]);
}

/** In one transaction: all of them or none. */
export async function saveConversations(records: readonly ConversationRecord[]): Promise<void> {
  await conversations("readwrite", (store) => {
    for (const record of records) store.put(record, record.id);
    store.transaction.commit(); // at once: the page may be closing
    return promisifyRequest(store.transaction);
  });
  tellTabs({ kind: "conversations" });
}

export function saveMessage(message: MessageRecord): Promise<void> {
  return saveMessages([message]);
}

/** In one transaction: all of them or none. */
export async function saveMessages(records: readonly MessageRecord[]): Promise<void> {
  await setMany(
    records.map((record) => [messageKey(record), record]),
    messages,
  );
  tellOfMessages(records);
}

function tellOfMessages(records: readonly MessageRecord[], deletedIds: readonly string[] = []): void {
  for (const conversationId of new Set(records.map((record) => record.conversationId)))
    tellTabs({ kind: "messages", conversationId, deletedIds });
}

/** In one transaction: all of them or none. */
export async function deleteMessages(records: readonly MessageRecord[]): Promise<void> {
  await delMany(records.map(messageKey), messages);
  tellOfMessages(
    records,
    records.map(({ id }) => id),
  );
}

/** Every message of a conversation, all branches, in no particular order. */
export async function loadMessages(conversationId: string): Promise<MessageRecord[]> {
  const found = await messages("readonly", (store) =>
    promisifyRequest<MessageRecord[]>(store.getAll(messageRange(conversationId))),
  );
  return Promise.all(readable(found, isMessage).map(upgrade));
}

/** Which conversations speak of which documents: conversations' ids by document's id. */
export async function listDocumentUses(): Promise<ReadonlyMap<string, readonly string[]>> {
  const uses = new Map<string, Set<string>>();
  for await (const message of readMessages()) {
    if (message.role !== "user") continue;
    for (const { id } of message.documents) {
      uses.set(id, (uses.get(id) ?? new Set()).add(message.conversationId));
    }
  }
  return new Map([...uses].map(([id, conversationIds]) => [id, [...conversationIds]]));
}

/** Every message of every conversation, a few at a time, so that a page with many of them does not stand still. */
async function* readMessages(): AsyncGenerator<MessageRecord> {
  let after: IDBKeyRange | null = null;
  while (true) {
    const [found, last] = await messages("readonly", (store) =>
      Promise.all([
        promisifyRequest<MessageRecord[]>(store.getAll(after, MESSAGES_AT_A_TIME)),
        promisifyRequest<IDBValidKey[]>(store.getAllKeys(after, MESSAGES_AT_A_TIME)),
      ]).then(([records, recordKeys]) => [records, recordKeys.at(-1)] as const),
    );
    for (const stored of readable(found, isMessage)) yield await upgrade(stored);
    if (last === undefined || found.length < MESSAGES_AT_A_TIME) return;
    after = IDBKeyRange.lowerBound(last, true);
  }
}

async function upgrade(stored: MessageRecord): Promise<MessageRecord> {
  const message = await upgradeMessage(stored);
  if (message !== stored) await saveMessage(message);
  return message;
}

/** Unlists conversations in one transaction; `saveConversations` lists them again, until they are deleted for good. */
export function discardConversations(
  records: readonly ConversationRecord[],
  deletedAt: number,
): Promise<void> {
  return saveConversations(records.map((record): StoredConversation => ({ ...record, deletedAt })));
}

/** Conversations that were discarded before a time. */
export async function listDiscarded(before: number): Promise<string[]> {
  const records = await listStored();
  return records.filter(({ deletedAt }) => deletedAt !== undefined && deletedAt < before).map(({ id }) => id);
}

/** For good, with their messages: those first, as a conversation without any is still one that can be deleted. */
export async function deleteConversations(ids: readonly string[]): Promise<void> {
  await messages("readwrite", (store) => {
    for (const id of ids) store.delete(messageRange(id));
    return promisifyRequest(store.transaction);
  });
  await conversations("readwrite", (store) => {
    for (const id of ids) store.delete(id);
    return promisifyRequest(store.transaction);
  });
}

/** Records that this version cannot read, as they are. */
export async function listUnreadable(): Promise<readonly unknown[]> {
  const [chats, all] = await Promise.all([
    values<StoredConversation>(conversations),
    values<MessageRecord>(messages),
  ]);
  return [
    ...chats.filter((record) => !isConversation(record)),
    ...all.filter((record) => !isMessage(record)),
  ];
}

/** What each conversation takes, about: its texts as a browser stores them, a byte a character where Latin-1 has them all. */
export async function measureConversations(): Promise<ReadonlyMap<string, number>> {
  const sizes = new Map<string, number>();
  for await (const message of readMessages()) {
    const { conversationId } = message;
    const text = message.text + (message.role === "assistant" ? JSON.stringify(message.call ?? "") : "");
    const bytes = RECORD_BYTES + text.length * (LATIN_1.test(text) ? 1 : 2);
    sizes.set(conversationId, (sizes.get(conversationId) ?? 0) + bytes);
  }
  return sizes;
}
