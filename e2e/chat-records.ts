// Chats written into the page's storage as it keeps them, for stories that need more than can be asked in one.
import type { Page } from "@playwright/test";
import type { ConversationRecord, MessageRecord } from "../src/storage/conversations";

interface Chat {
  readonly conversation: ConversationRecord;
  readonly messages: readonly MessageRecord[];
}

const ANSWER = `The council met on the first Monday of the month, and every member was present.

- The **bridge** by the mill was opened again, with a lamp at each end.
- The school has ninety children; see \`the register\` for their names.

| Item | Cost |
| --- | --- |
| Lamps | 420 |
| Stone | 9,100 |

The rest of the day went to the accounts, which were in order but for a bill of the smith.`;

const STATS = {
  generatedTokens: 131,
  tokensPerSecond: 40,
  timeToFirstTokenMs: 300,
  promptTokens: 900,
  readTokens: 20,
};

/** So many messages in turn, one below the other. */
export function buildChat(id: string, title: string, messageCount: number): Chat {
  const messages = Array.from({ length: messageCount }, (_, index): MessageRecord => {
    const base = {
      id: `${index}`,
      conversationId: id,
      parentId: index === 0 ? null : `${index - 1}`,
      createdAt: index,
    };
    return index % 2 === 0
      ? { ...base, role: "user", text: `Question ${index / 2 + 1}: what was decided then?`, documents: [] }
      : {
          ...base,
          role: "assistant",
          text: `Answer ${(index + 1) / 2}.\n\n${ANSWER}`,
          modelName: "Jamba Tiny",
          startsInThought: false,
          status: "end-of-turn",
          stats: STATS,
          problem: null,
        };
  });
  const conversation = {
    id,
    title,
    createdAt: 0,
    updatedAt: messageCount,
    leafId: messages.at(-1)?.id ?? null,
  };
  return { conversation, messages };
}

/** The page must not have them open in a transaction of its own; it finds them after a reload. */
export async function storeChats(page: Page, chats: readonly Chat[]): Promise<void> {
  await page.evaluate(async (stored) => {
    const put = (name: string, store: string, rows: readonly (readonly [string, unknown])[]) =>
      new Promise<void>((resolve, reject) => {
        const opening = indexedDB.open(name);
        opening.onupgradeneeded = () => opening.result.createObjectStore(store);
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          const database = opening.result;
          const transaction = database.transaction(store, "readwrite");
          for (const [key, row] of rows) transaction.objectStore(store).put(row, key);
          transaction.oncomplete = () => {
            database.close();
            resolve();
          };
          transaction.onerror = () => reject(transaction.error);
        };
      });
    const rows = stored.flatMap(({ messages }) =>
      messages.map((message) => [`${message.conversationId}/${message.id}`, message] as const),
    );
    await put("jamba-messages", "messages", rows);
    const conversations = stored.map(({ conversation }) => [conversation.id, conversation] as const);
    await put("jamba-conversations", "conversations", conversations);
  }, chats);
}
