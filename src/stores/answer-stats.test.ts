import { describe, expect, it } from "vitest";
import type { AnswerStats } from "../storage/conversations";
import { addStats } from "./answer-stats";

const stats = (changes: Partial<AnswerStats>): AnswerStats => ({
  promptTokens: 100,
  readTokens: 100,
  generatedTokens: 10,
  tokensPerSecond: 5,
  timeToFirstTokenMs: 400,
  ...changes,
});

describe("the figures of a continued answer", () => {
  it("are the tokens and the time of both goes, and what was read for the last", () => {
    const rest = stats({ promptTokens: 110, readTokens: 1, generatedTokens: 30, tokensPerSecond: 10 });
    expect(addStats(stats({ timeToFirstTokenMs: 900 }), rest)).toEqual({
      promptTokens: 110,
      readTokens: 1,
      generatedTokens: 40,
      tokensPerSecond: 8, // 40 tokens in 2 + 3 seconds
      timeToFirstTokenMs: 900,
    });
  });

  it("are the guesses of both goes, and none where neither guessed", () => {
    const guessed = stats({ draftedTokens: 10, acceptedTokens: 8 });
    const both = { draftedTokens: 17, acceptedTokens: 9 };
    expect(addStats(guessed, stats({ draftedTokens: 7, acceptedTokens: 1 }))).toMatchObject(both);
    expect(addStats(guessed, stats({}))).toMatchObject({ draftedTokens: 10, acceptedTokens: 8 });
    expect(addStats(stats({}), stats({}))).not.toHaveProperty("draftedTokens");
  });

  it("are those of one go where the other has none, or no speed", () => {
    expect(addStats(null, stats({}))).toEqual(stats({}));
    expect(addStats(stats({}), null)).toEqual(stats({}));
    const single = stats({ generatedTokens: 1, tokensPerSecond: null });
    expect(addStats(stats({}), single)?.tokensPerSecond).toBe(5);
    expect(addStats(single, single)?.tokensPerSecond).toBeNull();
  });
});
