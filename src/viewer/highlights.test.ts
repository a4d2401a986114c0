import { describe, expect, it } from "vitest";
import { cutAtMarks } from "./highlights";

describe("cutAtMarks", () => {
  it("cuts a paragraph where marks begin and end, the most important on top", () => {
    const marks = [
      { start: 102, end: 106, kind: "cited" },
      { start: 104, end: 105, kind: "current" },
      { start: 90, end: 101, kind: "found" },
      { start: 109, end: 200, kind: "found" },
      { start: 300, end: 310, kind: "found" },
    ] as const;
    expect(cutAtMarks("0123456789", 100, marks).map(({ text, kind }) => [text, kind])).toEqual([
      ["0", "found"],
      ["1", null],
      ["23", "cited"],
      ["4", "current"],
      ["5", "cited"],
      ["678", null],
      ["9", "found"],
    ]);
    expect(cutAtMarks("plain", 0, [])).toEqual([{ start: 0, text: "plain", kind: null }]);
  });
});
