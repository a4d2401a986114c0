import { describe, expect, it } from "vitest";
import type { AssistantMessage } from "../storage/conversations";
import { canContinue } from "./answer-ending";

const answer = (changes: Partial<AssistantMessage>): AssistantMessage => ({
  id: "a",
  conversationId: "c",
  parentId: "q",
  createdAt: 0,
  role: "assistant",
  text: "Once upon",
  modelName: "Jamba",
  startsInThought: false,
  status: "stopped",
  stats: null,
  problem: null,
  ...changes,
});
const model = { reasons: false, contextLength: 1000 };

describe("an answer can be continued", () => {
  it.each(["stopped", "max-tokens", "failed", "interrupted", "streaming"] as const)(
    "when it is %s",
    (status) => {
      expect(canContinue(answer({ status }), model)).toBe(true);
    },
  );
  it("when it ended by itself only after an edit", () => {
    expect(canContinue(answer({ status: "end-of-turn" }), model)).toBe(false);
    expect(canContinue(answer({ status: "end-of-turn", isEdited: true }), model)).toBe(true);
  });
  it("when its window was full and is longer now", () => {
    const figures = { generatedTokens: 24, tokensPerSecond: null, timeToFirstTokenMs: null };
    const full = answer({ status: "context-full", stats: { ...figures, promptTokens: 1000, readTokens: 0 } });
    expect(canContinue(full, model)).toBe(false);
    expect(canContinue(full, { ...model, contextLength: 2000 })).toBe(true);
    expect(canContinue(answer({ status: "context-full" }), model)).toBe(false);
  });
  it("when it has begun, and in no thought that the model would not have", () => {
    expect(canContinue(answer({ text: "" }), model)).toBe(false);
    expect(canContinue(answer({ startsInThought: true }), model)).toBe(false);
    expect(canContinue(answer({ startsInThought: true }), { ...model, reasons: true })).toBe(true);
  });
});
