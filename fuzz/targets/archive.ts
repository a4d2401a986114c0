// Files of chats: all of one is taken or nothing, no key reaches a prototype, and what was taken can be written and read again.
import { readArchive, toRecords } from "../../src/chats/archive-read";
import { toArchived, writeArchive } from "../../src/chats/archive-write";
import { expectThat, jsonSeed, type Outcome, seedOf, type Target, textOf } from "../target";

const HASH = "0123456789abcdef".repeat(4);
const FILE = {
  format: "jamba-chats",
  version: 1,
  chats: [
    {
      id: "c1",
      title: "A chat",
      createdAt: 1,
      updatedAt: 2,
      leafId: "m2",
      isPinned: true,
      options: { presetId: null, schema: null },
      messages: [
        {
          ...{ id: "m1", parentId: null, createdAt: 1, text: "Hello", role: "user" },
          documents: [{ id: HASH, name: "a.pdf", part: { kind: "pages", from: 1, to: 2 }, tokenCount: 5 }],
        },
        {
          ...{ id: "m2", parentId: "m1", createdAt: 2, text: "Hi", role: "assistant", modelName: "Jamba" },
          ...{ startsInThought: false, status: "end-of-turn", problem: null },
          stats: { generatedTokens: 1, tokensPerSecond: 2.5, timeToFirstTokenMs: null },
        },
      ],
    },
  ],
  documents: [
    {
      ...{ id: HASH, name: "a.pdf", format: "pdf", isPasted: false, warnings: [] },
      pages: [{ number: 1, label: "1", text: "Text" }],
    },
  ],
};

const WORDS = [
  ...['"__proto__":{"polluted":1},', '"constructor":{"prototype":{"polluted":1}},', '"polluted":1,'],
  ...[
    "null",
    "true",
    "-1",
    "1e999",
    "9007199254740993",
    "0.5",
    "[]",
    "{}",
    '""',
    '"m1"',
    '"m2"',
    '"c1"',
    '"x"',
  ],
  ...[
    '"id":',
    '"parentId":',
    '"leafId":',
    '"role":"user"',
    '"role":"assistant"',
    '"version":2',
    '"streaming"',
  ],
  ...["\\u0000", "\\ud800", "[[[[", "]", "}", ","],
];

function check(input: Uint8Array): Outcome {
  const result = readArchive(textOf(input));
  expectThat(!("polluted" in {}), () => "Object.prototype was changed");
  if ("fault" in result) {
    expectThat(JSON.stringify(result.fault).length < 1000, () => "a fault of over 1,000 characters");
    return "refused";
  }
  const { chats, documents } = result.archive;
  for (const list of [chats, documents, ...chats.map((chat) => chat.messages)])
    expectThat(new Set(list.map(({ id }) => id)).size === list.length, () => "two of one id were taken");
  for (const { messages, leafId } of chats) {
    const known = new Set<string | null>([null, ...messages.map(({ id }) => id)]);
    const links = [leafId, ...messages.map(({ parentId }) => parentId)];
    expectThat(
      links.every((link) => known.has(link)),
      () => "a link that leads nowhere was taken",
    );
  }
  const { conversations, messages } = toRecords(chats, new Set(), () => "new");
  expectThat(
    !JSON.stringify(conversations).includes('"polluted"'),
    () => "a field that nobody knows was taken",
  );
  const written = conversations.map((conversation) => {
    const own = messages.filter(({ conversationId }) => conversationId === conversation.id);
    return JSON.stringify(toArchived(conversation, own));
  });
  const again = readArchive(
    [
      ...writeArchive(
        written,
        documents.map((one) => JSON.stringify(one)),
      ),
    ].join(""),
  );
  expectThat(!("fault" in again), () => `what was taken cannot be read again: ${JSON.stringify(again)}`);
  return "taken";
}

export function load(): Target {
  const [chat] = FILE.chats;
  const twoChats = { ...FILE, chats: [chat, { ...chat, id: "c2", messages: [], leafId: null }] };
  const seeds = [
    jsonSeed(twoChats, WORDS),
    jsonSeed(FILE, WORDS),
    seedOf(JSON.stringify({ ...FILE, documents: [] }, null, 1), WORDS),
    jsonSeed({ format: "jamba-chats", version: 1, chats: [], documents: [] }, WORDS),
  ];
  return { name: "archive", count: 100_000, seeds, check, maxMs: 50 };
}
