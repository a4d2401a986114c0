import { describe, expect, it } from "vitest";
import type { CallRecord } from "../storage/calls";
import type { MessageRecord } from "../storage/conversations";
import { toArchived } from "./archive-write";
import { toMarkdown } from "./chat-markdown";
import { conversation, HASH, question } from "./test-archive";

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
});
