// Chats written into the browser's storage as the app would have written them, so that stories about many need no model.
import type { Page } from "@playwright/test";
import type { ConversationRecord, MessageRecord } from "../src/storage/conversations";

export interface StoredChat {
  readonly conversation: ConversationRecord;
  readonly messages: readonly MessageRecord[];
}

export const DAY_MS = 86_400_000;

/** Questions and answers by turns, one after another. */
export function chatOf(
  id: string,
  title: string,
  texts: readonly string[],
  { age = 0, isPinned = false }: { readonly age?: number; readonly isPinned?: boolean } = {},
): StoredChat {
  const updatedAt = Date.now() - age;
  const messages = texts.map((text, index): MessageRecord => {
    const base = {
      id: `${id}-${index}`,
      conversationId: id,
      parentId: index === 0 ? null : `${id}-${index - 1}`,
      createdAt: updatedAt - (texts.length - index) * 1_000,
      text,
    };
    if (index % 2 === 0) return { ...base, role: "user", documents: [] };
    const ending = { status: "end-of-turn" as const, stats: null, problem: null };
    return { ...base, role: "assistant", modelName: "Jamba Tiny", startsInThought: false, ...ending };
  });
  const leafId = messages.at(-1)?.id ?? null;
  const record = { id, title, createdAt: updatedAt, updatedAt, leafId };
  return { conversation: isPinned ? { ...record, isPinned } : record, messages };
}

/** On a page of the app that has been opened; it sees them after a reload. */
export async function storeChats(page: Page, chats: readonly StoredChat[]): Promise<void> {
  const entries = {
    conversations: chats.map(({ conversation }) => [conversation.id, conversation] as const),
    messages: chats.flatMap(({ messages }) =>
      messages.map((message) => [`${message.conversationId}/${message.id}`, message] as const),
    ),
  };
  await page.evaluate(async (stored) => {
    for (const [name, records] of Object.entries(stored)) {
      await new Promise<void>((resolve, reject) => {
        const opening = indexedDB.open(`jamba-${name}`);
        opening.onupgradeneeded = () => opening.result.createObjectStore(name);
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          const transaction = opening.result.transaction(name, "readwrite");
          for (const [key, record] of records) transaction.objectStore(name).put(record, key);
          transaction.oncomplete = () => resolve();
          transaction.onabort = () => reject(transaction.error);
        };
      });
    }
  }, entries);
}
