import { describe, expect, it } from "vitest";
import { askToQuote, QUOTE_INSTRUCTION } from "./quote-instruction";

describe("askToQuote", () => {
  it("asks models that can follow it, after the question, and leaves small ones alone", () => {
    expect(askToQuote("Who leads it?", 3_000_000_000)).toBe(`Who leads it?\n\n${QUOTE_INSTRUCTION}`);
    expect(askToQuote("Who leads it?", 10_000_000)).toBe("Who leads it?");
    expect(askToQuote("", 3_000_000_000)).toBe("");
  });
});
