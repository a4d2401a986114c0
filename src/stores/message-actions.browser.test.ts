// What happens to a conversation's records in storage when its tree changes.
import { beforeEach, expect, it, vi } from "vitest";
import {
  type AssistantMessage,
  deleteMessages,
  findConversation,
  loadMessages,
  type MessageRecord,
  saveConversation,
  saveMessages,
} from "../storage/conversations";
import { useChatStore } from "./chat-store";
import { branchOff, deleteMessage, editAnswer, showVersion } from "./message-actions";
import { useToastStore } from "./toast-store";

const base = (id: string, parentId: string | null, createdAt: number) => ({
  id,
  conversationId: "chat",
  parentId,
  createdAt,
  text: id,
});
const question = (id: string, parentId: string | null, createdAt: number): MessageRecord => ({
  ...base(id, parentId, createdAt),
  role: "user",
  documents: [{ id: "memo", name: "memo.txt", part: { kind: "whole" }, tokenCount: 7 }],
});
const answer = (id: string, parentId: string, createdAt: number): AssistantMessage => ({
  ...base(id, parentId, createdAt),
  role: "assistant",
  modelName: "Jamba",
  startsInThought: false,
  status: "stopped",
  stats: { generatedTokens: 3, tokensPerSecond: 2, timeToFirstTokenMs: 1 },
  problem: null,
});

/** q1 ─┬─ a1 ─ q2 ─ a2 */
/**     └─ b1           */
const [a1, b1, a2] = [answer("a1", "q1", 2), answer("b1", "q1", 5), answer("a2", "q2", 4)];
const tree = [question("q1", null, 1), a1, b1, question("q2", "a1", 3), a2];
const byId = (messages: readonly MessageRecord[]) => messages.toSorted((x, y) => (x.id < y.id ? -1 : 1));
const shown = () => useChatStore.getState().current?.leafId;
const undo = () => useToastStore.getState().toasts.at(-1)?.action?.run();

beforeEach(async () => {
  await saveMessages(tree);
  await saveConversation({ id: "chat", title: "Bridges", createdAt: 1, updatedAt: 9, leafId: "a2" });
  useChatStore.setState({ conversations: [], current: null, messages: [] });
  await useChatStore.getState().start();
  await useChatStore.getState().open("chat");
});

it("remembers the version that was chosen, without using the chat", async () => {
  await showVersion("a1", 1);
  expect(await findConversation("chat")).toMatchObject({ leafId: "b1", updatedAt: 9 });
  await showVersion("b1", 1); // there is none
  expect(shown()).toBe("b1");
  await showVersion("b1", -1);
  expect(shown()).toBe("a2"); // the latest below the other version
});

it("deletes a message with all below it, and brings back every record", async () => {
  await deleteMessage("a1");
  expect((await loadMessages("chat")).map(({ id }) => id).sort()).toEqual(["b1", "q1"]);
  expect(shown()).toBe("b1");
  undo();
  await expect.poll(async () => byId(await loadMessages("chat"))).toEqual(byId(tree));
  expect(byId(useChatStore.getState().messages)).toEqual(byId(tree));
  await expect.poll(async () => (await findConversation("chat"))?.leafId).toBe("a2");
});

it("brings back what was deleted of a chat that is no longer on screen", async () => {
  await deleteMessage("q2");
  expect(shown()).toBe("a1");
  useChatStore.getState().newChat();
  undo();
  await expect.poll(async () => byId(await loadMessages("chat"))).toEqual(byId(tree));
  expect(useChatStore.getState().current).toBeNull();
  await expect.poll(async () => (await findConversation("chat"))?.leafId).toBe("a2");
});

it("deletes the chat when nothing of it would be left", async () => {
  await deleteMessage("q1");
  expect(await findConversation("chat")).toBeUndefined();
  undo();
  await expect.poll(() => findConversation("chat")).toMatchObject({ leafId: "a2" });
  expect(byId(await loadMessages("chat"))).toEqual(byId(tree));
});

it("branches off a chat with the same texts and documents under new ids", async () => {
  await branchOff("q2");
  const { current, messages } = useChatStore.getState();
  expect(current?.title).toBe("Bridges (branch)");
  expect(messages.find(({ id }) => id === current?.leafId)?.text).toBe("q2");
  expect(current?.id).not.toBe("chat");
  expect(messages.map(({ text }) => text).sort()).toEqual(["a1", "q1", "q2"]);
  const copied = await loadMessages(current?.id ?? "");
  expect(copied.filter(({ id }) => tree.some((message) => message.id === id))).toEqual([]);
  const documents = copied.flatMap((message) => (message.role === "user" ? message.documents : []));
  expect(documents.map(({ id, tokenCount }) => [id, tokenCount])).toEqual(Array(2).fill(["memo", 7]));
  expect(byId(await loadMessages("chat"))).toEqual(byId(tree));
});

it("keeps an answer beside the one in the user's words, which has no figures", async () => {
  const id = await editAnswer(a2, "Mine");
  const records = await loadMessages("chat");
  expect(records.find((message) => message.id === "a2")).toEqual(a2);
  const edited = { parentId: "q2", text: "Mine", isEdited: true, stats: null, status: "end-of-turn" };
  expect(records.find((message) => message.id === id)).toMatchObject(edited);
  expect(shown()).toBe(id);
});

it("takes a new version for the newest, though the clock was set back a year since the others [F47]", async () => {
  const now = vi.spyOn(Date, "now");
  const year = 365 * 86_400_000;
  now.mockReturnValue(year);
  const ahead = await editAnswer(a2, "Of the clock that was ahead");
  now.mockReturnValue(3); // before most of the tree
  const back = await editAnswer(a2, "Of the clock that was set back");
  await showVersion(back, -1);
  expect(shown()).toBe(ahead);
  await showVersion(ahead, 1);
  now.mockRestore();
  useChatStore.setState({ current: null, messages: [] });
  await useChatStore.getState().open("chat");
  expect(shown()).toBe(back);
  await showVersion("a1", 1);
  await showVersion("b1", -1);
  expect(shown()).toBe(back); // the newest below, by when it came
  const stored = await loadMessages("chat");
  await deleteMessages(stored.filter(({ id }) => id === ahead || id === back));
});
