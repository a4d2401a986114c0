import { describe, expect, it } from "vitest";
import { replaceAnswer, splitThought } from "./thoughts";

describe("splitThought", () => {
  it("leaves the text of a model that does not reason alone, tags and all", () => {
    const text = "Write </think> to end a thought.";
    expect(splitThought(text, false)).toEqual({ thought: null, answer: text, isThinking: false });
  });
  it("knows a thought that the prompt has opened", () => {
    expect(splitThought("two and two", true)).toEqual({
      thought: "two and two",
      answer: "",
      isThinking: true,
    });
    expect(splitThought("two and two\n</think>\n\n4.", true)).toEqual({
      thought: "two and two",
      answer: "4.",
      isThinking: false,
    });
  });
  it("knows a thought that the model opens itself", () => {
    expect(splitThought("\n<think>a</think>b", false)).toEqual({
      thought: "a",
      answer: "b",
      isThinking: false,
    });
  });
});

describe("replaceAnswer", () => {
  it("keeps the thought before the answer", () => {
    expect(replaceAnswer("two and two\n</think>\n\n4.", true, "Four.")).toBe(
      "two and two\n</think>\n\nFour.",
    );
    expect(replaceAnswer("4.", false, "Four.")).toBe("Four.");
  });
  it("puts the answer behind a thought that never ended", () => {
    expect(replaceAnswer("two and", true, "Four.")).toBe("two and\n</think>\n\nFour.");
  });
});
