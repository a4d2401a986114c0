import { describe, expect, it } from "vitest";
import type { ConversationRecord, MessageRecord } from "../storage/conversations";
import type { ChatHit } from "./api";
import { openChatSearch } from "./chat-search";

const message = (conversationId: string, index: number, text: string): MessageRecord => ({
  id: `${conversationId}-${index}`,
  conversationId,
  parentId: index === 0 ? null : `${conversationId}-${index - 1}`,
  createdAt: index,
  text,
  role: "user",
  documents: [],
});

/** Chats by title, the first the newest; what is stored may change. */
function openStored(chats: Record<string, string[]>) {
  const titles = Object.keys(chats);
  const records: ConversationRecord[] = titles.map((title, index) => {
    return { id: `c${index}`, title, createdAt: 0, updatedAt: 100 - index, leafId: null };
  });
  const messages = new Map<string, MessageRecord[]>(
    titles.map((title, index) => [
      `c${index}`,
      (chats[title] ?? []).map((text, place) => message(`c${index}`, place, text)),
    ]),
  );
  const loaded: string[] = [];
  const { search } = openChatSearch({
    listConversations: async () => [...records],
    loadMessages: async (id) => {
      loaded.push(id);
      return [...(messages.get(id) ?? [])];
    },
  });
  return { records, messages, loaded, search };
}

const marks = ({ title, message: found }: ChatHit) =>
  [title, ...(found ? [found.snippet] : [])].flatMap(({ text, marks: all }) =>
    all.map(({ start, end }) => text.slice(start, end)),
  );

describe("the search of chats", () => {
  const chats = {
    "Bridge plans": ["Who leads it?", "Dana Levi leads the bridge project.", "When does it end?"],
    Harbour: ["The bridge is closed.", "Boats wait."],
    "Pasta recipe": ["How long do noodles cook?"],
  };

  it("finds all the words of the query, in titles and messages, and the message that has most of them", async () => {
    const { search } = openStored(chats);
    const { hits, hitCount, indexedCount, chatCount } = await search("dana BRIDGE", []);
    expect([hitCount, indexedCount, chatCount]).toEqual([1, 3, 3]);
    expect(hits[0]?.message?.id).toBe("c0-1");
    expect(hits[0] && marks(hits[0])).toEqual(["Bridge", "Dana", "bridge"]);
  });
  it("puts a title before messages, and finds words by their beginnings", async () => {
    const { hits } = await openStored(chats).search("brid", []);
    expect(hits.map(({ title }) => title.text)).toEqual(["Bridge plans", "Harbour"]);
    const { hits: titled } = await openStored({ Talk: ["a zebra"], Zebra: ["a horse"] }).search("zebra", []);
    expect(titled.map(({ title }) => title.text)).toEqual(["Zebra", "Talk"]);
  });
  it("leads to no message when only the title has the word", async () => {
    const { hits } = await openStored(chats).search("recipe", []);
    expect(hits.map(({ message: found }) => found)).toEqual([null]);
  });
  it("forgives a slip of the pen in words that nobody wrote", async () => {
    const { hits } = await openStored(chats).search("noodels", []);
    expect(hits[0] && marks(hits[0])).toEqual(["noodles"]);
  });
  it("finds nothing for no words and for words that no chat has", async () => {
    const { search } = openStored(chats);
    expect((await search("…", [])).hitCount).toBe(0);
    expect((await search("xylophone", [])).hitCount).toBe(0);
    expect((await search("pasta boats", [])).hitCount).toBe(0); // in different chats
  });
  it("searches answers without what the model thought, and documents by their names", async () => {
    const { messages, search } = openStored({ Talk: ["ask"] });
    messages.set("c0", [
      {
        ...message("c0", 0, "Read this"),
        documents: [{ id: "d", name: "Budget.pdf", part: { kind: "whole" }, tokenCount: 1 }],
      } as MessageRecord,
      {
        ...message("c0", 1, "Hidden musings</think>**Plain** words"),
        role: "assistant",
        modelName: "m",
        startsInThought: true,
        status: "end-of-turn",
        stats: null,
        problem: null,
      } as MessageRecord,
    ]);
    expect((await search("musings", [])).hitCount).toBe(0);
    expect((await search("plain", [])).hits[0]?.message?.snippet.text).toBe("Plain words");
    expect((await search("budget", [])).hits[0]?.message?.id).toBe("c0-0");
  });

  const languages = [
    ["en", "The deadlines were moved to June.", "deadline"],
    ["es", "La reunión será en la habitación azul.", "REUNION"],
    ["fr", "L’été dernier, les élèves ont visité l’abbaye.", "eleves"],
    ["it", "La città paga l'elettricità ogni mese.", "elettricita"],
    ["pt", "A decisão da comissão foi adiada.", "decisao"],
    ["nl", "De coördinatie ligt bij het ministerie.", "coordinatie"],
    ["de", "Die Maßnahme beginnt in der Königsstraße.", "MASSNAHME"],
    ["ar", "يوجد المفتاح عند الحارس في المدخل", "مفتاح"],
    ["he", "הַמַּפְתֵּחַ נמצא אצל השומר בכניסה", "מפתח"],
  ] as const;
  it.each(languages)("finds and marks words in %s", async (_language, text, query) => {
    const { hits } = await openStored({ Other: ["nothing"], Talk: [text] }).search(query, []);
    expect(hits).toHaveLength(1);
    expect(hits[0] && marks(hits[0])).toHaveLength(1);
  });
});

describe("what was stored after the first search", () => {
  it("is found at the next one: new and changed messages, new names, new chats", async () => {
    const { records, messages, search } = openStored({ One: ["first"], Two: ["second"] });
    expect((await search("zebra", [])).hitCount).toBe(0);
    messages.set("c0", [message("c0", 0, "a zebra")]);
    expect((await search("zebra", [])).hitCount).toBe(0); // nobody has said so
    expect((await search("zebra", ["c0"])).hits.map(({ conversationId }) => conversationId)).toEqual(["c0"]);
    records[1] = { ...(records[1] as ConversationRecord), title: "Zebra crossing" };
    expect((await search("zebra", [])).hitCount).toBe(2);
    records.push({ id: "c9", title: "New zebra", createdAt: 0, updatedAt: 500, leafId: null });
    expect((await search("zebra", [])).hitCount).toBe(3);
  });
  it("is not found when it has been deleted, and is found when the deletion is undone", async () => {
    const { records, search } = openStored({ One: ["a zebra"], Two: ["a zebra"] });
    expect((await search("zebra", [])).hitCount).toBe(2);
    const gone = records.splice(0, 1);
    expect((await search("zebra", [])).hitCount).toBe(1);
    records.push(...gone);
    expect((await search("zebra", [])).hitCount).toBe(2);
  });
});

it("answers from titles while the messages are still to be read", async () => {
  const record = { id: "c", title: "Zebra crossing", createdAt: 0, updatedAt: 1, leafId: null };
  let read = (_messages: MessageRecord[]): void => {};
  const { search } = openChatSearch({
    listConversations: async () => [record],
    loadMessages: () =>
      new Promise((resolve) => {
        read = resolve;
      }),
  });
  const answer = search("zeb", []);
  setTimeout(() => read([]), 300); // more than a search waits
  expect(await answer).toMatchObject({
    hitCount: 1,
    indexedCount: 0,
    hits: [{ title: { marks: [{ start: 0, end: 5 }] } }],
  });
});

it("reads the chats once, the newest first, and answers meanwhile from titles", async () => {
  const many = Object.fromEntries(
    Array.from({ length: 300 }, (_, index) => [`Chat ${index} title`, ["text"]]),
  );
  const { loaded, search } = openStored(many);
  const { hitCount, chatCount } = await search("title", []);
  expect([hitCount, chatCount]).toEqual([300, 300]);
  while ((await search("text", [])).indexedCount < 300);
  const reads = loaded.length;
  expect(loaded.slice(0, 2)).toEqual(["c0", "c1"]);
  await search("text", []);
  expect(loaded.length - reads).toBeLessThanOrEqual(20); // those that are shown
});
