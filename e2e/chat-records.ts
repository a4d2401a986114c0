// Chats written into the page's storage as it keeps them, for stories that need more than can be asked in one.
import type { Page } from "@playwright/test";
import type { ConversationRecord, MessageRecord } from "../src/storage/conversations";

export interface Chat {
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

export const DAY_MS = 86_400_000;

/** These texts in turn, last used `age` milliseconds ago. */
export function chatOf(
  id: string,
  title: string,
  texts: readonly string[],
  { age = 0, isPinned = false }: { readonly age?: number; readonly isPinned?: boolean } = {},
): Chat {
  const { conversation, messages } = buildChat(id, title, texts.length);
  const updatedAt = Date.now() - age;
  const record = { ...conversation, createdAt: updatedAt, updatedAt, ...(isPinned ? { isPinned } : {}) };
  return {
    conversation: record,
    messages: messages.map((message, index) => ({ ...message, text: texts[index] ?? "" })),
  };
}

/**
 * Very many chats, made in the page: "Chat 0" is the newest, and the message in the middle of each has the chat's number as a
 * word, "n0" and on.
 */
export async function storeManyChats(page: Page, chatCount: number, messageCount: number): Promise<void> {
  for (let first = 0; first < chatCount; first += CHATS_AT_A_TIME) {
    const chats = Array.from(
      { length: Math.min(CHATS_AT_A_TIME, chatCount - first) },
      (_, offset) => first + offset,
    );
    await page.evaluate(writeChats, [chats, messageCount] as const);
  }
}

const CHATS_AT_A_TIME = 50;

/** In the page. */
async function writeChats([chats, messageCount]: readonly [readonly number[], number]): Promise<void> {
  let seed = 1 + (chats[0] ?? 0);
  const random = (): number => {
    seed = (seed * 16_807) % 2_147_483_647;
    return seed / 2_147_483_647;
  };
  /** As in a language, a few words are most of a text. */
  const words = (count: number): string =>
    Array.from({ length: count }, () => `w${Math.floor(random() ** 6 * 4_000).toString(36)}`).join(" ");
  const open = (name: string): Promise<IDBDatabase> =>
    new Promise((resolve, reject) => {
      const opening = indexedDB.open(`jamba-${name}`);
      opening.onupgradeneeded = () => opening.result.createObjectStore(name);
      opening.onerror = () => reject(opening.error);
      opening.onsuccess = () => resolve(opening.result);
    });
  const write = async (name: string, rows: readonly (readonly [string, unknown])[]): Promise<void> => {
    const database = await open(name);
    await new Promise<void>((resolve, reject) => {
      const transaction = database.transaction(name, "readwrite", { durability: "relaxed" });
      for (const [key, row] of rows) transaction.objectStore(name).put(row, key);
      transaction.oncomplete = () => resolve();
      transaction.onabort = () => reject(transaction.error);
    });
    database.close();
  };
  const rows = chats.flatMap((chat) =>
    Array.from({ length: messageCount }, (_, index) => {
      const conversationId = `many-${chat}`;
      const parentId = index === 0 ? null : `${index - 1}`;
      const base = { id: `${index}`, conversationId, parentId, createdAt: index };
      const middle = index === messageCount / 2 ? `n${chat} ` : "";
      const row =
        index % 2 === 0
          ? { ...base, role: "user", text: middle + words(10), documents: [] }
          : {
              ...base,
              role: "assistant",
              text: `Answer ${index}: **${words(4)}**\n\n${words(30)}`,
              modelName: "Jamba Tiny",
              startsInThought: false,
              status: "end-of-turn",
              stats: null,
              problem: null,
            };
      return [`${conversationId}/${index}`, row] as const;
    }),
  );
  await write("messages", rows);
  const now = Date.now();
  await write(
    "conversations",
    chats.map((chat) => {
      const time = now - chat * 3_600_000;
      const leafId = `${messageCount - 1}`;
      const record = { id: `many-${chat}`, title: `Chat ${chat}`, createdAt: time, updatedAt: time, leafId };
      return [record.id, record] as const;
    }),
  );
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
