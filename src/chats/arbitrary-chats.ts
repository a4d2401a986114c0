// Chats for tests of properties: all that storage may hold.
import fc from "fast-check";
import type { CallRecord } from "../storage/calls";
import type { ConversationRecord, MessageRecord } from "../storage/conversations";
import { HASH } from "./test-archive";

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
    draftedTokens: fc.nat(),
    acceptedTokens: fc.nat(),
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
        { presetId: fc.option(texts), schema: fc.option(texts), schemaDraft: texts, tools },
        { requiredKeys: ["presetId", "schema"] },
      ),
    },
    { requiredKeys: ["title", "createdAt", "updatedAt", "leafId"] },
  );
  return fc.tuple(record, messages);
});

/** Some chats, each with its messages. */
export const stored = fc.array(chats, { maxLength: 4 }).map((all) =>
  all.map(([record, messages], index) => ({
    conversation: { ...record, id: `chat-${index}` } as ConversationRecord,
    messages: messages.map((message) => ({ ...message, conversationId: `chat-${index}` }) as MessageRecord),
  })),
);
