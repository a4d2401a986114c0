import { describe, expect, it } from "vitest";
import type { MessageDocument } from "../storage/conversations";
import { readingOf } from "./reading";

const document = (id: string, tokenCount: number | null): MessageDocument => ({
  id,
  name: id,
  part: { kind: "whole" },
  tokenCount,
});
const documents = [document("a", 100), document("b", 400)];
/** 20 tokens of conversation, then the documents. */
const at = (readTokens: number) => ({ readTokens, totalTokens: 520, secondsLeft: 50 });

describe("readingOf", () => {
  it("waits for its turn, counts its own tokens and pages, and is ready when they are read", () => {
    expect(readingOf(documents, 0, 10, at(20))).toBeNull();
    expect(readingOf(documents, 0, 10, at(70))).toMatchObject({ status: "reading", readTokens: 50, page: 6 });
    expect(readingOf(documents, 0, 10, at(120))).toEqual({ status: "ready" });
    expect(readingOf(documents, 1, null, at(120))).toBeNull();
    expect(readingOf(documents, 1, null, at(520))).toEqual({ status: "ready" });
  });
  it("says how long it takes itself, not the documents after it", () => {
    expect(readingOf(documents, 0, null, { ...at(20 + 50), secondsLeft: 45 })).toMatchObject({
      secondsLeft: 5,
      page: null,
    });
  });
  it("says nothing of documents that nobody has counted", () => {
    expect(readingOf([document("a", null)], 0, 10, at(200))).toBeNull();
    expect(readingOf([document("a", 100), document("b", null)], 0, 10, at(200))).toBeNull();
  });
});
