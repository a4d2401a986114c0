import { afterEach, expect, it } from "vitest";
import {
  deleteConversations,
  listDocumentUses,
  loadMessages,
  type MessageRecord,
  saveMessage,
  type UserMessage,
} from "./conversations";
import {
  deleteDocument,
  describeDocument,
  findDocument,
  findPages,
  listDocuments,
  type NewDocument,
  saveDocument,
  saveRecord,
} from "./documents";
import { quotaExceeded, withFailingWrites } from "./failing-writes";

const page = (number: number, text: string) => ({ number, label: String(number), text });

const document = (name: string, ...texts: readonly string[]): NewDocument => ({
  name,
  format: "pdf",
  isPasted: false,
  pages: texts.map((text, index) => page(index + 1, text)),
  warnings: [],
});

const question = (conversationId: string, id: string, documents: readonly object[]): MessageRecord => ({
  id,
  conversationId,
  parentId: null,
  createdAt: 0,
  role: "user",
  text: "?",
  documents: documents as UserMessage["documents"],
});

const reference = (id: string) => ({ id, name: "any", part: { kind: "whole" }, tokenCount: null });

afterEach(async () => {
  for (const { id } of await listDocuments()) await deleteDocument(id);
  for (const id of ["a", "b"]) await deleteConversations([id]);
});

it("names a document by its text: the same text is the same document, whatever the file is called", async () => {
  const one = await describeDocument(document("one.pdf", "first", "second"));
  expect((await describeDocument(document("two.pdf", "first", "second"))).id).toBe(one.id);
  expect((await describeDocument(document("one.pdf", "first second"))).id).not.toBe(one.id);
  expect((await describeDocument(document("one.pdf", "firsts", "econd"))).id).not.toBe(one.id);
  expect(one).toMatchObject({ pageCount: 2, characterCount: 11, byteLength: 12, size: null });
  expect(one.id).toMatch(/^[0-9a-f]{64}$/);
});

it("lists records by their last use, keeps texts apart, and deletes both", async () => {
  const old = { ...(await describeDocument(document("old", "x"))), usedAt: 1 };
  const young = { ...(await describeDocument(document("young", "y"))), usedAt: 2 };
  await saveDocument(young, [page(1, "y")]);
  await saveDocument(old, [page(1, "x")]);
  expect((await listDocuments()).map(({ name }) => name)).toEqual(["young", "old"]);
  await saveRecord({ ...old, name: "renamed", usedAt: 3 });
  expect((await listDocuments()).map(({ name }) => name)).toEqual(["renamed", "young"]);
  expect(await findPages(old.id)).toEqual([page(1, "x")]);
  await deleteDocument(old.id);
  expect(await findDocument(old.id)).toBeUndefined();
  expect(await findPages(old.id)).toBeUndefined();
});

it("knows which conversations use a document", async () => {
  await saveMessage(question("a", "1", [reference("d")]));
  await saveMessage(question("a", "2", [reference("d"), reference("e")]));
  await saveMessage(question("b", "1", [reference("d")]));
  const uses = await listDocumentUses();
  expect([...(uses.get("d") ?? [])].sort()).toEqual(["a", "b"]);
  expect(uses.get("e")).toEqual(["a"]);
  expect(uses.get("f")).toBeUndefined();
});

it("moves a text that an earlier version kept in its message to the library, once [F23]", async () => {
  const embedded = { id: "old", name: "notes.txt", text: "The key.", tokenCount: 3, isPasted: true };
  await saveMessage(question("a", "1", [embedded]));
  await saveMessage(question("b", "1", [{ ...embedded, name: "again.txt" }]));
  const [message] = await loadMessages("a");
  const [moved] = await listDocuments();
  expect(moved).toMatchObject({ name: "notes.txt", format: "text", isPasted: true });
  const expected = { id: moved?.id, name: "notes.txt", part: { kind: "whole" }, tokenCount: 3 };
  expect(message).toMatchObject({ documents: [expected] });
  expect(await findPages(moved?.id ?? "")).toEqual([page(1, "The key.")]);
  expect((await listDocumentUses()).get(moved?.id ?? "")).toHaveLength(2);
  expect(await listDocuments()).toHaveLength(1);
  expect((await loadMessages("a"))[0]).toEqual(message);
});

it("moves it whole or not at all, whichever of the writes fails, and tries again the next time [F23]", async () => {
  const embedded = (text: string) => ({
    id: text,
    name: `${text}.txt`,
    text,
    tokenCount: 3,
    isPasted: false,
  });
  const store = async () => {
    for (const { id } of await listDocuments()) await deleteDocument(id);
    await saveMessage(question("a", "1", [embedded("first"), embedded("second")]));
  };
  await store();
  const writes = await withFailingWrites(Infinity, 0, quotaExceeded(), () => loadMessages("a"));
  expect(writes).toBe(5); // two texts, their records, the message
  for (let failing = 0; failing < writes; failing++) {
    await store();
    await withFailingWrites(failing, 1, quotaExceeded(), () =>
      expect(loadMessages("a")).rejects.toMatchObject({ name: "QuotaExceededError" }),
    );
    const [message] = await loadMessages("a"); // from the old record, which is as it was
    const documents = message?.role === "user" ? message.documents : [];
    expect(documents.map(({ name }) => name)).toEqual(["first.txt", "second.txt"]);
    const texts = await Promise.all(documents.map(({ id }) => findPages(id)));
    expect(texts.map((pages) => pages?.[0]?.text)).toEqual(["first", "second"]);
    expect(await listDocuments()).toHaveLength(2);
  }
});
