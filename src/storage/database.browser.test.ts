// What may happen to databases under a running page, on a real IndexedDB.
import { afterEach, describe, expect, it } from "vitest";
import {
  type ConversationRecord,
  deleteConversations,
  findConversation,
  listConversationIds,
  listConversations,
  listUnreadable,
  loadMessages,
  measureConversations,
  saveConversation,
  saveMessage,
  type UserMessage,
} from "./conversations";
import { DATABASE_VERSION, listenToStorage, NewerStorageError, type StorageEvent } from "./database";
import { deleteDocument, findDocument, findPages, listDocuments } from "./documents";
import { loadDrafts, saveDrafts } from "./drafts";
import { withLostConnections } from "./failing-writes";
import { deletePreset, listPresets } from "./presets";

const conversation: ConversationRecord = { id: "a", title: "a", createdAt: 0, updatedAt: 1, leafId: "1" };
const message: UserMessage = {
  id: "1",
  conversationId: "a",
  parentId: null,
  createdAt: 0,
  role: "user",
  text: "Where is the key?",
  documents: [],
};

const events: StorageEvent[] = [];
listenToStorage((event) => events.push(event));

const DATABASES = [
  "jamba-conversations",
  "jamba-messages",
  "jamba-documents",
  "jamba-document-texts",
  "jamba-drafts",
  "jamba-presets",
];

function settle<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}

/** As another tab would, of this version of the app or of another. */
async function putElsewhere(name: string, value: unknown, key: string): Promise<void> {
  const database = await settle(indexedDB.open(name));
  const [storeName = ""] = database.objectStoreNames;
  await settle(database.transaction(storeName, "readwrite").objectStore(storeName).put(value, key));
  database.close();
}

afterEach(async () => {
  events.length = 0;
  await deleteConversations(await listConversationIds());
});

describe("a connection that is lost", () => {
  it.each(["InvalidStateError", "UnknownError"])(
    "with %s is opened again once, and nothing is lost [F21]",
    async (name) => {
      const lost = new DOMException("Connection to Indexed Database server lost", name);
      await withLostConnections(1, lost, () => saveConversation(conversation));
      await withLostConnections(1, lost, () => saveMessage(message));
      await withLostConnections(1, lost, async () => expect(await loadMessages("a")).toEqual([message]));
      await withLostConnections(1, lost, async () =>
        expect(await listConversations()).toEqual([conversation]),
      );
      const changed = { ...message, text: "changed" };
      await withLostConnections(2, lost, () => expect(saveMessage(changed)).rejects.toBe(lost)); // not called saved
      expect(await loadMessages("a")).toEqual([message]);
      await saveMessage(changed);
      expect(await loadMessages("a")).toEqual([changed]);
    },
  );

  it("keeps no other tab waiting that deletes the database [F20, F22]", async () => {
    await saveConversation(conversation);
    await settle(indexedDB.deleteDatabase("jamba-conversations")); // would be blocked, and wait
    expect(await listConversations()).toEqual([]);
    await saveConversation(conversation);
    expect(await findConversation("a")).toEqual(conversation);
  });
});

describe("a database of a later version", () => {
  it("is opened beside an old page, which then neither reads nor writes it, nor deletes it [F22, F51]", async () => {
    await saveConversation(conversation);
    await saveMessage(message);
    const upgrade = indexedDB.open("jamba-messages", DATABASE_VERSION + 1);
    upgrade.onupgradeneeded = () => upgrade.result.createObjectStore("later");
    const later = await settle(upgrade); // not blocked by this page
    await expect(saveMessage({ ...message, text: "old" })).rejects.toBeInstanceOf(NewerStorageError);
    await expect(loadMessages("a")).rejects.toBeInstanceOf(NewerStorageError);
    await expect(deleteConversations(["a"])).rejects.toBeInstanceOf(NewerStorageError);
    const kept = later.transaction("messages").objectStore("messages").getAll();
    expect(await settle(kept)).toEqual([message]);
    expect(await listConversations()).toEqual([conversation]); // the other databases are as they were
    later.close();
    await settle(indexedDB.deleteDatabase("jamba-messages"));
    await saveMessage(message);
    expect(await loadMessages("a")).toEqual([message]);
  });
});

describe("records that this version cannot read", () => {
  const junk: readonly unknown[] = [
    null,
    7,
    "text",
    [],
    {},
    { id: 5, title: {} },
    { ...message, role: "tool" },
    { ...message, documents: [null] },
    { ...message, text: undefined },
    { ...message, role: "assistant" },
    new Date(0),
    new Uint8Array(4),
  ];

  it("are left out and left alone, and the others load [F31]", async () => {
    await saveConversation(conversation);
    await saveMessage(message);
    await Promise.all([listDocuments(), findPages("a"), loadDrafts(), listPresets()]); // so that all are there
    for (const name of DATABASES)
      for (const [index, value] of junk.entries()) await putElsewhere(name, value, `a/junk-${index}`);
    expect(await listConversations()).toEqual([conversation]);
    expect(events).toContain("unreadable");
    expect(await findConversation("a/junk-3")).toBeUndefined();
    expect(await loadMessages("a")).toEqual([message]);
    expect([...(await measureConversations()).keys()]).toEqual(["a"]);
    expect(await listDocuments()).toEqual([]);
    expect(await findDocument("a/junk-5")).toBeUndefined();
    expect(await findPages("a/junk-4")).toBeUndefined();
    expect(await listPresets()).toEqual([]);
    expect(await loadDrafts()).toEqual(new Map());
    // A message with a title's fields is no chat, a chat's none of a message: each is listed where it stands.
    expect(await listUnreadable()).toHaveLength(2 * junk.length);
    for (const name of DATABASES) {
      const database = await settle(indexedDB.open(name));
      const [storeName = ""] = database.objectStoreNames;
      const keys = await settle(database.transaction(storeName).objectStore(storeName).getAllKeys());
      expect(keys.filter((key) => String(key).startsWith("a/junk"))).toHaveLength(junk.length);
      database.close();
    }
    for (const index of junk.keys()) {
      const key = `a/junk-${index}`;
      await Promise.all([deleteDocument(key), deletePreset(key), saveDrafts(new Map([[key, null]]))]);
    }
  });
});
