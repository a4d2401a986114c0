// One chat in two tabs: what the other stores is shown here, and nothing of either is lost. The other tab is a channel and a storage.
import { afterAll, beforeAll, expect, it } from "vitest";
import {
  type AssistantMessage,
  type ConversationRecord,
  deleteMessages,
  loadMessages,
  saveConversation,
  saveMessage,
  saveMessages,
  type UserMessage,
} from "../storage/conversations";
import { useChatStore } from "./chat-store";
import { watchOtherTabs } from "./chat-sync";

const ID = `synced-${performance.timeOrigin}`;
const other = new BroadcastChannel("jamba-chats");
const conversation: ConversationRecord = { id: ID, title: "Old", createdAt: 1, updatedAt: 1, leafId: null };

const question = (id: string, parentId: string | null = null): UserMessage => ({
  id,
  conversationId: ID,
  parentId,
  createdAt: 1,
  text: id,
  role: "user",
  documents: [],
});

const answer = (id: string, parentId: string, status: AssistantMessage["status"]): AssistantMessage => ({
  id,
  conversationId: ID,
  parentId,
  createdAt: 2,
  text: "words",
  role: "assistant",
  modelName: "Toy",
  startsInThought: false,
  status,
  stats: null,
  problem: null,
});

const tellOfMessages = (deletedIds: readonly string[] = []): void =>
  other.postMessage({ kind: "messages", conversationId: ID, deletedIds });
const shownIds = (): string[] => useChatStore.getState().messages.map(({ id }) => id);

beforeAll(async () => {
  watchOtherTabs();
  await saveConversation(conversation);
  await useChatStore.getState().start();
  await useChatStore.getState().open(ID);
});

afterAll(() => {
  other.close();
  useChatStore.getState().newChat();
});

it("shows another tab's messages and new title, and writes over neither", async () => {
  await saveMessage(question("theirs"));
  await saveConversation({ ...conversation, title: "New", leafId: "theirs" });
  tellOfMessages();
  other.postMessage({ kind: "conversations" });
  await expect.poll(shownIds).toEqual(["theirs"]);
  await expect.poll(() => useChatStore.getState().current?.title).toBe("New");
  const { current, put, putConversation } = useChatStore.getState();
  expect(current?.leafId).toBe("theirs");
  await put(question("ours", "theirs"));
  await putConversation({ ...(current as ConversationRecord), leafId: "ours" });
  expect(shownIds()).toEqual(["theirs", "ours"]);
  expect((await loadMessages(ID)).map(({ id }) => id).sort()).toEqual(["ours", "theirs"]);
});

it("shows another tab's answer when it has ended, and no message that was deleted there", async () => {
  await saveMessage(answer("growing", "ours", "streaming"));
  await saveMessage(question("aside"));
  tellOfMessages();
  await expect.poll(shownIds).toEqual(["theirs", "ours", "aside"]);
  await saveMessage(answer("growing", "ours", "end-of-turn"));
  await deleteMessages([question("aside")]);
  tellOfMessages(["aside"]);
  await expect.poll(shownIds).toEqual(["theirs", "ours", "growing"]);
});

it("loses none of the messages that two tabs write at the same time", async () => {
  const write = async (tab: string): Promise<void> => {
    for (let n = 0; n < 100; n++) {
      await saveMessages([question(`${tab} ${n}`, "ours")]);
      tellOfMessages();
    }
  };
  const before = (await loadMessages(ID)).length;
  await Promise.all([write("left"), write("right")]);
  expect(await loadMessages(ID)).toHaveLength(before + 200);
  await expect.poll(shownIds).toHaveLength(before + 200);
});
