import { describe, expect, it } from "vitest";
import { createThoughtClock, replaceAnswer, splitThought } from "./thoughts";

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
  it("shows no part of a tag while the text streams", () => {
    for (let length = 1; length < "<think>".length; length++) {
      const part = "<think>".slice(0, length);
      expect(splitThought(part, false, true)).toEqual({ thought: "", answer: "", isThinking: true });
      expect(splitThought(part, false).answer).toBe(part);
    }
    for (let length = 1; length < "</think>".length; length++) {
      expect(splitThought(`a${"</think>".slice(0, length)}`, true, true).thought).toBe("a");
    }
    expect(splitThought("<b", false, true).answer).toBe("<b");
  });
});

describe("createThoughtClock", () => {
  it("runs from the first word to the end of the thought", () => {
    let now = 0;
    const clock = createThoughtClock(true, () => now);
    clock.see("");
    now = 1_000;
    clock.see("two");
    now = 4_000;
    clock.see("two and two");
    expect(clock.durationMs()).toBeNull();
    now = 13_000;
    clock.see("two and two</think>");
    now = 20_000;
    clock.see("two and two</think>4");
    expect(clock.durationMs()).toBe(12_000);
  });
  it("has nothing to tell of an answer without a thought", () => {
    const clock = createThoughtClock(false, () => 1);
    clock.see("4");
    expect(clock.durationMs()).toBeNull();
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
