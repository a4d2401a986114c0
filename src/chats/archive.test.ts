import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { CallRecord } from "../storage/calls";
import type { ConversationRecord, MessageRecord } from "../storage/conversations";
import type { ArchiveFault } from "./api";
import type { Archive } from "./archive";
import { readArchive, toRecords } from "./archive-read";
import { toArchived, writeArchive } from "./archive-write";
import { toMarkdown } from "./chat-markdown";

const HASH = "0123456789abcdef".repeat(4);

const conversation = (id: string, title = id): ConversationRecord => ({
  id,
  title,
  createdAt: Date.UTC(2026, 2, 1),
  updatedAt: Date.UTC(2026, 2, 2),
  leafId: null,
});

const question = (id: string, parentId: string | null, createdAt = 0): MessageRecord => ({
  id,
  conversationId: "c",
  parentId,
  createdAt,
  role: "user",
  text: `text of ${id}`,
  documents: [],
});

const fileOf = (archive: Partial<Archive>): string =>
  [
    ...writeArchive(
      (archive.chats ?? []).map((chat) => JSON.stringify(chat)),
      (archive.documents ?? []).map((document) => JSON.stringify(document)),
    ),
  ].join("");

function read(text: string): Archive {
  const result = readArchive(text);
  if ("fault" in result) throw new Error(JSON.stringify(result.fault));
  return result.archive;
}

function faultOf(text: string): ArchiveFault {
  const result = readArchive(text);
  if (!("fault" in result)) throw new Error("nothing is wrong with it");
  return result.fault;
}

const ids = fc.uniqueArray(fc.stringMatching(/^[\w-]{1,12}$/), { minLength: 1, maxLength: 8 });
const texts = fc.string({ unit: "binary", maxLength: 20 }); // lone halves of pairs, too
const part = fc.oneof(
  fc.constant({ kind: "whole" as const }),
  fc.record({ kind: fc.constant("pages" as const), from: fc.nat(), to: fc.nat() }),
  fc.record({ kind: fc.constant("beginning" as const), characterCount: fc.nat() }),
  fc.record({
    kind: fc.constant("passages" as const),
    passages: fc.array(fc.record({ page: fc.nat(), start: fc.nat(), end: fc.nat() }), { maxLength: 3 }),
  }),
);
const sent = fc.record({
  id: fc.constant(HASH),
  name: texts,
  part,
  tokenCount: fc.option(fc.nat()),
});
const stats = fc.record(
  {
    promptTokens: fc.nat(),
    readTokens: fc.nat(),
    generatedTokens: fc.nat(),
    tokensPerSecond: fc.option(fc.double({ min: 0, noNaN: true, noDefaultInfinity: true }).map(Math.abs)),
    timeToFirstTokenMs: fc.option(fc.nat()),
  },
  { requiredKeys: ["generatedTokens", "tokensPerSecond", "timeToFirstTokenMs"] },
);
const statuses = [
  ...(["streaming", "interrupted", "failed", "end-of-turn", "max-tokens", "stopped"] as const),
  "tool-call" as const,
];
const tool = fc.constantFrom("calculator" as const, "current_date" as const);
const wanted = {
  body: texts,
  name: tool,
  arguments: fc.dictionary(fc.constantFrom("query", "expression"), texts),
};
const fault = fc.oneof(
  fc.record({ kind: fc.constantFrom("unfinished" as const, "other-form" as const) }),
  fc.record({ kind: fc.constant("too-long" as const), length: fc.nat(), limit: fc.nat() }),
  fc.record({ kind: fc.constant("not-json" as const), reason: texts }),
  fc.record({ kind: fc.constant("unknown-tool" as const), name: texts }),
  fc.record({
    kind: fc.constantFrom("missing-argument" as const, "unknown-argument" as const),
    tool: texts,
    argument: texts,
  }),
  fc.record({
    kind: fc.constant("bad-argument" as const),
    tool: texts,
    argument: texts,
    minLength: fc.nat(),
    maxLength: fc.nat(),
  }),
  fc.record({ kind: fc.constant("too-many" as const), limit: fc.nat() }),
);
const call: fc.Arbitrary<CallRecord> = fc.oneof(
  fc.record({ status: fc.constant("waiting" as const), ...wanted }),
  fc.record({ status: fc.constant("found" as const), ...wanted, found: texts }),
  fc.record({ status: fc.constantFrom("done" as const, "declined" as const), ...wanted, result: texts }),
  fc.record({ status: fc.constant("faulty" as const), body: texts, fault, result: texts }),
);
const tools = fc.record({
  given: fc.subarray(["search_documents", "calculator", "current_date"] as const),
  free: fc.subarray(["calculator", "current_date"] as const),
  first: fc.option(tool),
});

/** A chat as storage may have it: any tree, and damage. */
const chats = ids.chain((messageIds) => {
  const place = {
    createdAt: fc.nat(),
    text: texts,
    parentId: fc.oneof(fc.constant(null), fc.constantFrom(...messageIds), fc.constant("gone")),
  };
  const user = fc.record({
    ...place,
    role: fc.constant("user" as const),
    documents: fc.array(sent, { maxLength: 2 }),
  });
  const assistant = fc.record(
    {
      ...place,
      role: fc.constant("assistant" as const),
      modelName: texts,
      startsInThought: fc.boolean(),
      status: fc.constantFrom(...statuses),
      thoughtMs: fc.option(fc.nat()),
      isEdited: fc.boolean(),
      isJson: fc.boolean(),
      call,
      stats: fc.option(stats),
      problem: fc.option(fc.record({ name: texts, message: texts })),
    },
    {
      requiredKeys: [
        "createdAt",
        "text",
        "parentId",
        "role",
        "modelName",
        "startsInThought",
        "status",
        "stats",
        "problem",
      ],
    },
  );
  const messages = fc.tuple(
    ...messageIds.map((id) => fc.oneof(user, assistant).map((message) => ({ ...message, id }))),
  );
  const record = fc.record(
    {
      title: texts,
      createdAt: fc.nat(),
      updatedAt: fc.nat(),
      leafId: fc.option(fc.constantFrom(...messageIds, "gone")),
      isPinned: fc.boolean(),
      options: fc.record(
        { presetId: fc.option(texts), schema: fc.option(texts), tools },
        { requiredKeys: ["presetId", "schema"] },
      ),
    },
    { requiredKeys: ["title", "createdAt", "updatedAt", "leafId"] },
  );
  return fc.tuple(record, messages);
});

const stored = fc.array(chats, { maxLength: 4 }).map((all) =>
  all.map(([record, messages], index) => ({
    conversation: { ...record, id: `chat-${index}` } as ConversationRecord,
    messages: messages.map((message) => ({ ...message, conversationId: `chat-${index}` }) as MessageRecord),
  })),
);

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

describe("a file with something wrong", () => {
  const good = {
    chats: [
      toArchived(conversation("one", "First"), []),
      toArchived(conversation("two", "Second"), [question("a", null, 1), question("b", "a", 2)]),
    ],
  };
  const changed = (change: (archive: Archive) => void): string => {
    const archive = JSON.parse(fileOf(good));
    change(archive);
    return JSON.stringify(archive);
  };

  it("is told from a file of another kind and from one of a newer version [F57]", () => {
    expect(faultOf("PK\u0003\u0004")).toEqual({ kind: "other-file" });
    expect(faultOf('{"messages":[]}')).toEqual({ kind: "other-file" });
    expect(faultOf("")).toEqual({ kind: "other-file" });
    expect(faultOf(fileOf(good).replace('"version":2', '"version":3'))).toEqual({
      kind: "newer",
      version: 3,
    });
    expect(read(fileOf(good).replace('"version":2', '"version":1')).chats.length).toBe(2); // before calls
  });
  it("names the message and the field, and what stands there", () => {
    const text = fileOf(good).replace('"text":"text of b"', '"text":12');
    const place = { list: "chats", number: 2, title: "Second", message: 2, field: "text" };
    expect(faultOf(text)).toEqual({ kind: "field", place, expected: "string", received: "12" });
  });
  it("names the chat and the field", () => {
    const text = fileOf(good).replace('"title":"First"', '"title":null');
    const place = { list: "chats", number: 1, title: "", message: null, field: "title" };
    expect(faultOf(text)).toMatchObject({ kind: "field", place, received: "null" });
    expect(faultOf(fileOf(good).replace('"id":"one"', '"id":"../one"'))).toMatchObject({
      kind: "field",
      place: { number: 1, field: "id" },
    });
    expect(faultOf(fileOf(good).replace('"chats":[', '"chats":5,"x":['))).toMatchObject({
      place: { list: null, field: "chats" },
    });
  });
  it("names what has an id twice, a parent that is not there, and a circle [F57]", () => {
    const inMessage = (kind: string, message: number | null, field: string) => ({
      kind,
      place: { list: "chats", number: 2, title: "Second", message, field },
    });
    const messageB = '"id":"b","parentId":"a"';
    expect(faultOf(fileOf(good).replace(messageB, '"id":"a","parentId":"a"'))).toEqual(
      inMessage("twice", 2, "id"),
    );
    expect(faultOf(fileOf(good).replace(messageB, '"id":"b","parentId":"z"'))).toEqual(
      inMessage("missing", 2, "parentId"),
    );
    expect(faultOf(fileOf(good).replace(messageB, '"id":"b","parentId":"b"'))).toEqual(
      inMessage("circle", 2, "parentId"),
    );
    expect(faultOf(fileOf(good).replace('"leafId":"b"', '"leafId":"z"'))).toEqual(
      inMessage("missing", null, "leafId"),
    );
    expect(faultOf(fileOf(good).replace('"id":"two"', '"id":"one"'))).toEqual(inMessage("twice", null, "id"));
  });
  it("is never believed and never breaks the reader, wherever it is changed [F57]", () => {
    const text = fileOf(good);
    const junk = fc.constantFrom("", "null", "-1", '""', "[]", "{}", "1e999", '"\\ud800"');
    fc.assert(
      fc.property(fc.nat(text.length), fc.nat(30), junk, (start, length, inserted) => {
        const result = readArchive(text.slice(0, start) + inserted + text.slice(start + length));
        if (!("fault" in result)) toRecords(result.archive.chats, new Set(["one"]), () => "new");
      }),
    );
    expect(changed((archive) => archive)).toBe(JSON.stringify(JSON.parse(text)));
  });
});

describe("a chat as Markdown", () => {
  const labels = {
    you: "You",
    documents: "Documents",
    result: "Result",
    tools: { calculator: "Calculator" },
  };

  it("has the branch on screen, documents by their names, and no thoughts", () => {
    const asked: MessageRecord = {
      ...question("a", null, 1),
      text: "Who leads it?",
      role: "user",
      documents: [{ id: HASH, name: "notes.pdf", part: { kind: "whole" }, tokenCount: null }],
    };
    const answer = (id: string, text: string): MessageRecord => ({
      id,
      conversationId: "c",
      parentId: "a",
      createdAt: 2,
      role: "assistant",
      text,
      modelName: "Jamba2 3B",
      startsInThought: true,
      status: "end-of-turn",
      stats: null,
      problem: null,
    });
    const records = [asked, answer("b", "Hm.</think>**Dana** leads it."), answer("other", "Another")];
    const chat = toArchived({ ...conversation("c", "The\nlead"), leafId: "b" }, records);
    expect(toMarkdown(chat, labels)).toBe(
      "# The lead\n\n2026-03-01\n\n## You\n\nDocuments:\n\n- notes.pdf\n\nWho leads it?\n\n## Jamba2 3B\n\n**Dana** leads it.\n",
    );
  });
  it("has calls and their results as code, whatever they say", () => {
    const answer = (id: string, parentId: string, record: CallRecord): MessageRecord => ({
      ...{ id, conversationId: "c", parentId, createdAt: 2, role: "assistant", text: "" },
      ...{ modelName: "Jamba2 3B", startsInThought: false, status: "tool-call", stats: null, problem: null },
      call: record,
    });
    const wantedCall = { body: "", name: "calculator", arguments: { expression: "1+1" } } as const;
    const records = [
      question("a", null, 1),
      answer("b", "a", { ...wantedCall, status: "done", result: "# ```\n2" }),
      answer("d", "b", { status: "faulty", body: "{", fault: { kind: "other-form" }, result: "Error" }),
      answer("e", "d", { ...wantedCall, status: "waiting" }),
    ];
    const text = toMarkdown(toArchived({ ...conversation("c"), leafId: "e" }, records), labels);
    expect(text.slice(text.indexOf("## Jamba2"))).toBe(
      '## Jamba2 3B\n\n**Calculator**\n\n```\n{"expression":"1+1"}\n```\n\nResult:\n\n````\n# ```\n2\n````\n\n' +
        "## Jamba2 3B\n\n```\n{\n```\n\nResult:\n\n```\nError\n```\n\n" +
        '## Jamba2 3B\n\n**Calculator**\n\n```\n{"expression":"1+1"}\n```\n',
    );
  });
  it("refuses a call of a tool that is not known, saying where", () => {
    const known = '"call":{"status":"waiting","body":"","name":"calculator","arguments":{}}';
    const message = `{"id":"a","parentId":null,"createdAt":1,"text":"","role":"assistant","modelName":"x","startsInThought":false,"status":"tool-call","stats":null,"problem":null,${known}}`;
    const text = fileOf({ chats: [toArchived(conversation("one"), [])] }).replace(
      '"messages":[]',
      `"messages":[${message}]`,
    );
    expect(read(text).chats[0]?.messages.length).toBe(1);
    expect(faultOf(text.replace("calculator", "shell"))).toMatchObject({
      kind: "field",
      place: { number: 1, message: 1, field: "call.name" },
      received: '"shell"',
    });
    expect(faultOf(text.replace('"waiting"', '"running"'))).toMatchObject({
      place: { field: "call.status" },
    });
  });
});
