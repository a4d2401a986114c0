import { beforeEach, expect, it } from "vitest";
import {
  type ConversationRecord,
  deleteConversations,
  discardConversations,
  findConversation,
  listConversationIds,
  listConversations,
  listDiscarded,
  listDocumentUses,
  loadMessages,
  saveConversation,
  saveConversations,
  saveMessage,
  saveMessages,
  type UserMessage,
} from "./conversations";

const conversation = (id: string, updatedAt: number): ConversationRecord => ({
  id,
  title: id,
  createdAt: 0,
  updatedAt,
  leafId: null,
});

const message = (conversationId: string, id: string, text = id): UserMessage => ({
  id,
  conversationId,
  parentId: null,
  createdAt: 0,
  role: "user",
  text,
  documents: [],
});

// Other tests of this browser leave theirs.
beforeEach(async () => {
  await deleteConversations(await listConversationIds());
});

it("lists conversations by their last use and finds one by its id", async () => {
  for (const [id, updatedAt] of [
    ["a", 1],
    ["b", 3],
    ["c", 2],
  ] as const)
    await saveConversation(conversation(id, updatedAt));
  expect((await listConversations()).map(({ id }) => id)).toEqual(["b", "c", "a"]);
  expect(await findConversation("c")).toEqual(conversation("c", 2));
  expect(await findConversation("d")).toBeUndefined();
});

it("keeps the messages of conversations apart, even where one id begins another", async () => {
  await saveConversation(conversation("a", 1));
  await saveConversation(conversation("ab", 2));
  await Promise.all([message("a", "1"), message("a", "2"), message("ab", "1")].map(saveMessage));
  await saveMessage(message("a", "2", "changed"));
  expect((await loadMessages("a")).map(({ text }) => text).sort()).toEqual(["1", "changed"]);
  await deleteConversations(["a"]);
  expect(await loadMessages("a")).toEqual([]);
  expect(await loadMessages("ab")).toHaveLength(1);
});

it("unlists what is discarded, lists it again, and deletes it for good with its messages", async () => {
  const both = [conversation("a", 1), conversation("b", 2)];
  await saveConversations(both);
  await saveMessages([message("a", "1"), message("b", "1")]);
  await discardConversations(both, 1_000);
  expect(await listConversations()).toEqual([]);
  expect(await findConversation("a")).toBeUndefined();
  expect(await listDiscarded(1_000)).toEqual([]);
  expect(await listDiscarded(1_001)).toEqual(["a", "b"]);
  await saveConversations([conversation("a", 1)]);
  expect(await findConversation("a")).toEqual(conversation("a", 1));
  expect(await loadMessages("a")).toHaveLength(1);
  await deleteConversations(await listDiscarded(1_001));
  expect(await loadMessages("b")).toEqual([]);
  expect(await listConversationIds()).toEqual(["a"]);
});

it("finds the uses of documents in more messages than are read at a time", async () => {
  await saveConversation(conversation("a", 1));
  const document = { id: "d", name: "Doc", part: { kind: "whole" as const }, tokenCount: null };
  const many = Array.from({ length: 1_203 }, (_, i) => message("a", String(i).padStart(5, "0")));
  await saveMessages([...many, { ...message("b", "z"), documents: [document] }]);
  expect(await listDocumentUses()).toEqual(new Map([["d", ["b"]]]));
  await deleteConversations(["b"]);
});

it.each([
  ["half surrogate pairs", "a\ud83d b\ude00 \ud83d\ud83d"],
  ["NUL and other controls", `a\0b\u0001\u001b[31m${String.fromCharCode(127)}`],
  ["marks that turn the direction", "\u202eabc\u202c \u2066def \u200f"],
  ["a hundred thousand marks on one letter", `e${"\u0301".repeat(100_000)}`],
  ["five megabytes", "0123456789 ".repeat(480_000)],
])("gives a message back to the letter: %s [F54]", async (_, text) => {
  await saveConversation({ ...conversation("a", 1), title: text });
  await saveMessage(message("a", "1", text));
  const [kept] = await loadMessages("a");
  expect(kept?.text === text).toBe(true);
  expect((await findConversation("a"))?.title === text).toBe(true);
});
