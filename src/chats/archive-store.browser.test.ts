import { afterEach, beforeEach, expect, it, vi } from "vitest";
import {
  deleteConversations,
  listConversationIds,
  listConversations,
  loadMessages,
  type MessageRecord,
  saveConversations,
  saveMessages,
} from "../storage/conversations";
import {
  deleteDocument,
  describeDocument,
  findPages,
  listDocuments,
  saveDocument,
} from "../storage/documents";
import { exportChats, importChats } from "./archive-store";
import { rescueChat } from "./rescue";

const labels = { you: "You", documents: "Documents", result: "Result", tools: {} };
const pages = [{ number: 1, label: "i", text: "The key is under the mat." }];
const warnings = [
  { name: "guessed-encoding" as const, file: "notes.txt", encoding: "windows-1252" },
  { name: "damaged-pages", message: "As version 0.1 kept it." },
];
const document = { name: "notes.txt", format: "text" as const, isPasted: false, pages, warnings: [] };

async function storeTwo(): Promise<void> {
  const described = { ...(await describeDocument(document)), warnings };
  await saveDocument(described, pages);
  const sent = { id: described.id, name: "notes.txt", part: { kind: "whole" as const }, tokenCount: 7 };
  const place = { createdAt: 1, text: "text" };
  const messages: MessageRecord[] = [
    { ...place, id: "q", conversationId: "a", parentId: null, role: "user", documents: [sent] },
    { ...place, id: "q2", conversationId: "a", parentId: null, createdAt: 2, role: "user", documents: [] },
    { ...place, id: "q", conversationId: "b", parentId: null, role: "user", documents: [] },
  ];
  await saveMessages(messages);
  await saveConversations([
    { id: "a", title: "First", createdAt: 1, updatedAt: 2, leafId: "q2", isPinned: true },
    { id: "b", title: "Second", createdAt: 1, updatedAt: 1, leafId: "q" },
  ]);
}

async function clear(): Promise<void> {
  await deleteConversations(await listConversationIds());
  for (const { id } of await listDocuments()) await deleteDocument(id);
}

const exportJson = (ids: readonly string[] | null = null, withTexts = true): Promise<Blob> =>
  exportChats({ ids, format: "json", withTexts, labels });

// Other tests of this browser leave theirs.
beforeEach(async () => {
  await clear();
  await storeTwo();
});
afterEach(async () => {
  vi.restoreAllMocks();
  await clear();
});

it("brings chats and documents back as they were", async () => {
  const file = await exportJson();
  await clear();
  const expected = { importedIds: ["a", "b"], knownCount: 0, documentCount: 1 };
  expect(await importChats(file)).toEqual(expected);
  expect((await listConversations()).map(({ id }) => id)).toEqual(["a", "b"]);
  expect(await loadMessages("a")).toHaveLength(2);
  const [kept] = await listDocuments();
  expect(await findPages(kept?.id ?? "")).toEqual(pages);
  expect(JSON.parse(await (await exportJson()).text())).toEqual(JSON.parse(await file.text()));
});

it("exports the chosen chats, with no more of documents than is wanted", async () => {
  const { chats, documents } = JSON.parse(await (await exportJson(["a"], false)).text());
  expect(chats.map(({ title }: { title: string }) => title)).toEqual(["First"]);
  expect(chats[0].messages[0].documents[0].name).toBe("notes.txt");
  expect(documents).toEqual([]);
  const markdown = await exportChats({ ids: null, format: "markdown", withTexts: false, labels });
  expect(await markdown.text()).toMatch(/^# First\n[\s\S]*\n---\n\n# Second\n/);
});

it("knows the chats that are here, and takes a changed one in beside the one that is here [F57]", async () => {
  const file = await exportJson();
  expect(await importChats(file)).toEqual({ importedIds: [], knownCount: 2, documentCount: 0 });
  const changed = (await file.text())
    .replace('"title":"Second"', '"title":"Third"')
    .replace('"id":"q2"', '"id":"q3"')
    .replace('"leafId":"q2"', '"leafId":"q3"');
  const result = await importChats(new Blob([changed]));
  expect(result).toMatchObject({ knownCount: 1 });
  const all = await listConversations();
  expect(all.map(({ title }) => title).toSorted()).toEqual(["First", "First", "Second"]);
  for (const { id } of all) expect(await loadMessages(id)).not.toHaveLength(0);
});

it("refuses a document whose text is not the one its id stands for [F57]", async () => {
  const changed = (await (await exportJson()).text()).replace("under the mat", "in the lock");
  await clear();
  expect(await importChats(new Blob([changed]))).toMatchObject({
    fault: { kind: "changed-text", place: { list: "documents", number: 1, title: "notes.txt" } },
  });
  expect(await listConversationIds()).toEqual([]);
});

it.each(["messages", "conversations"])(
  "leaves nothing behind when storing %s fails [F57]",
  async (storeName) => {
    const file = await exportJson();
    await clear();
    const { put } = IDBObjectStore.prototype;
    let left = 1; // the first goes through, the second does not
    vi.spyOn(IDBObjectStore.prototype, "put").mockImplementation(function (this: IDBObjectStore, value, key) {
      if (this.name === storeName && left-- <= 0)
        throw new DOMException("The disk is full.", "QuotaExceededError");
      return put.call(this, value, key);
    });
    await expect(importChats(file)).rejects.toThrow("The disk is full.");
    vi.restoreAllMocks();
    expect(await listConversationIds()).toEqual([]);
    expect(await loadMessages("a")).toEqual([]);
    expect(await loadMessages("b")).toEqual([]);
    expect(await listDocuments()).toEqual([]);
    expect(await importChats(file)).toMatchObject({ importedIds: ["a", "b"] });
  },
);

it("has in a file of all chats what this version cannot read, as it is, and imports the rest of that file [F31]", async () => {
  const strange = { id: "x", conversationId: "a", role: "tool", text: "of another version" };
  await saveMessages([strange as unknown as MessageRecord]);
  const file = await exportJson();
  expect(JSON.parse(await file.text()).unreadable).toEqual([strange]);
  expect(JSON.parse(await (await exportJson(["a"])).text()).unreadable).toEqual([]);
  await clear();
  expect(await importChats(file)).toMatchObject({ importedIds: ["a", "b"] });
});

it("saves the chat on screen from what the page holds, when storage has lost it [F20]", async () => {
  const conversation = (await listConversations()).find(({ id }) => id === "a");
  const [record] = await listDocuments();
  if (!conversation || !record) throw new Error("they are stored before each test");
  const messages = await loadMessages("a");
  await clear();
  const file = rescueChat(conversation, messages, [{ record, pages }]);
  expect(await importChats(file)).toEqual({ importedIds: ["a"], knownCount: 0, documentCount: 1 });
  expect(await loadMessages("a")).toEqual(messages);
  expect(await listConversations()).toEqual([conversation]);
});
