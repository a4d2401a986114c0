// What the tools say, and what the model is told of calls that are not run.
import { describe, expect, it } from "vitest";
import type { ToolCall } from "../../workers/inference/api";
import { toolNames } from "../storage/calls";
import type { MessageRecord } from "../storage/conversations";
import { describeDate } from "./date";
import { describeTools } from "./definitions";
import { MAX_CALLS_IN_A_ROW, recordCall } from "./record-call";
import { searchDocuments } from "./search";

const { signal } = new AbortController();
const page = (number: number, text: string) => ({ number, label: String(number), text });

const base = { id: "", conversationId: "c", parentId: null, createdAt: 0, text: "" };
const question: MessageRecord = { ...base, role: "user", documents: [] };
const answer: MessageRecord = {
  ...{ ...base, role: "assistant", modelName: "Jamba2 3B", startsInThought: false },
  ...{ status: "tool-call", stats: null, problem: null },
};

describe("today's date", () => {
  it("has the weekday, the date by ISO, the time and the time zone", () => {
    const date = new Date(Date.UTC(2026, 1, 28, 23, 5));
    expect(describeDate(date, "Europe/Berlin")).toBe(
      "Sunday, 2026-03-01, 00:05, time zone Europe/Berlin (UTC+01:00)",
    );
    expect(describeDate(date, "America/New_York")).toBe(
      "Saturday, 2026-02-28, 18:05, time zone America/New_York (UTC-05:00)",
    );
  });
});

describe("a search in documents", () => {
  const documents = [
    {
      name: 'The "pump".txt',
      pages: [page(1, "The pump costs 420 euros."), page(2, "The school is closed.")],
    },
    { name: "letter.txt", pages: [page(1, "Mira paid for the pump in March.")] },
    { name: "gone.txt", pages: null },
  ];

  it("gives the passages of all of them with name and page, word for word", async () => {
    const found = await searchDocuments(documents, "pump", signal);
    expect(found.split("\n\n").sort()).toEqual([
      '"The \\"pump\\".txt", page 1:\nThe pump costs 420 euros.',
      '"letter.txt", page 1:\nMira paid for the pump in March.',
    ]);
  });

  it("gives at most five, and says when there is nothing", async () => {
    const many = Array.from({ length: 9 }, (_, index) => page(index + 1, `Pump ${index}.`));
    const found = await searchDocuments([{ name: "a", pages: many }], "pump", signal);
    expect(found.match(/page \d/g)?.length).toBe(5);
    expect(await searchDocuments(documents, "zebra", signal)).toMatch(/^Nothing was found/);
    expect(await searchDocuments([], "pump", signal)).toBe("This chat has no documents.");
  });
});

describe("a call that has come", () => {
  const valid: ToolCall = { status: "valid", body: "{}", name: "current_date", arguments: {} };
  const [search] = describeTools(toolNames);

  it("waits for the user", () => {
    expect(recordCall(valid, [question])).toEqual({
      ...{ status: "waiting", body: "{}", name: "current_date", arguments: {} },
    });
  });

  it("is not run where too many came before it, and those of earlier questions do not count", () => {
    const calls = Array.from({ length: MAX_CALLS_IN_A_ROW }, () => answer);
    const path = [...calls, question];
    expect(recordCall(valid, [...path, ...calls.slice(1)]).status).toBe("waiting");
    expect(recordCall(valid, [...path, ...calls])).toMatchObject({
      status: "faulty",
      fault: { kind: "too-many", limit: MAX_CALLS_IN_A_ROW },
      result: expect.stringContaining("no more are run"),
    });
  });

  it("is answered with a sentence where something is wrong with it", () => {
    const told = (fault: Extract<ToolCall, { status: "faulty" }>["fault"]): string => {
      const record = recordCall({ status: "faulty", body: "x", fault }, [question]);
      return record.status === "faulty" ? record.result : "";
    };
    expect(told({ kind: "unknown-tool", name: "shell" })).toBe(
      'Error: there is no function "shell". There are: search_documents, calculator, current_date.',
    );
    expect(told({ kind: "missing-argument", tool: search?.name ?? "", argument: "query" })).toBe(
      'Error: search_documents needs the argument "query".',
    );
    expect(told({ kind: "unknown-tool", name: "x".repeat(5000) }).length).toBeLessThan(200);
    expect(told({ kind: "not-json", reason: "no" })).toBe("Error: the call is not valid JSON (no).");
  });
});
