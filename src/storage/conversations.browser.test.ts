import { afterEach, expect, it } from "vitest";
import {
  type ConversationRecord,
  deleteConversation,
  findConversation,
  listConversations,
  loadMessages,
  saveConversation,
  saveMessage,
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

afterEach(async () => {
  for (const { id } of await listConversations()) await deleteConversation(id);
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
  await deleteConversation("a");
  expect(await loadMessages("a")).toEqual([]);
  expect(await loadMessages("ab")).toHaveLength(1);
});
