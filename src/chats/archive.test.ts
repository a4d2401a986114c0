import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { ConversationRecord, MessageRecord } from "../storage/conversations";
import { stored } from "./arbitrary-chats";
import { toRecords } from "./archive-read";
import { toArchived } from "./archive-write";
import { conversation, fileOf, question, read } from "./test-archive";

/** What is stored, exported. */
const exportAll = (
  all: readonly { conversation: ConversationRecord; messages: readonly MessageRecord[] }[],
) => fileOf({ chats: all.map((chat) => toArchived(chat.conversation, chat.messages)) });

/** What an import has stored, by chat. */
function importAll(text: string, takenIds: readonly string[], createId: () => string) {
  const { conversations, messages } = toRecords(read(text).chats, new Set(takenIds), createId);
  return conversations.map((one) => ({
    conversation: one,
    messages: messages.filter(({ conversationId }) => conversationId === one.id),
  }));
}

const neverCreate = (): string => {
  throw new Error("no id is taken");
};

describe("a file of chats", () => {
  it("is the same after an import, whatever was stored", () => {
    fc.assert(
      fc.property(stored, (all) => {
        const text = exportAll(all);
        const again = exportAll(importAll(text, [], neverCreate));
        expect(JSON.parse(again)).toEqual(JSON.parse(text));
      }),
    );
  });
  it("comes in beside chats of the same ids under new ones, with the same trees", () => {
    fc.assert(
      fc.property(stored, (all) => {
        const text = exportAll(all);
        let created = 0;
        const taken = all.map(({ conversation: { id } }) => id);
        const copies = importAll(text, taken, () => `new-${created++}`);
        const before = read(text).chats;
        for (const [index, { conversation: copy, messages }] of copies.entries()) {
          const original = before[index];
          expect(taken).not.toContain(copy.id);
          const newIds = new Map(original?.messages.map(({ id }, place) => [id, messages[place]?.id ?? ""]));
          const renamed = original?.messages.map((message) => ({
            ...message,
            id: newIds.get(message.id),
            parentId: message.parentId === null ? null : newIds.get(message.parentId),
            conversationId: copy.id,
          }));
          expect(messages).toEqual(renamed);
          expect(copy.leafId).toBe(original?.leafId == null ? null : newIds.get(original.leafId));
        }
      }),
    );
  });
  it("leaves out what nobody knows", () => {
    const chat = { ...toArchived(conversation("c"), [question("a", null)]), colour: "green" };
    expect(read(fileOf({ chats: [chat] })).chats[0]).not.toHaveProperty("colour");
  });
  it("has a parent for every message and ends in a message, though the records were damaged", () => {
    const records = [question("a", "b", 1), question("b", "a", 2), question("c", "gone", 3)];
    const chat = toArchived({ ...conversation("x"), leafId: "gone" }, records);
    expect(chat.messages.map(({ parentId }) => parentId)).toEqual([null, "a", null]);
    expect(chat.leafId).toBe("c");
  });
});
