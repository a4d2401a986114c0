import { expect, it } from "vitest";
import { normaliseLine, normaliseText } from "./normalise-text";

it("has one kind of line end, nothing invisible, and no spaces at line ends", () => {
  expect(normaliseText("a\r\nb\rc\u2028d\u0085e  \t\nf")).toBe("a\nb\nc\nd\ne\nf");
  expect(normaliseText("\ufeff\n\na\u0000b\u0007c\u009fd\ufffe\te\n\n")).toBe("abcd\te");
  expect(normaliseText("lone \ud800 half")).toBe("lone \ufffd half");
});

it("keeps the source's own composition of letters and its indentation", () => {
  expect(normaliseText("  e\u0301 \u00e9 \ufb01")).toBe("  e\u0301 \u00e9 \ufb01");
});

it("takes time in proportion to long runs of spaces and line ends", () => {
  const spaces = " ".repeat(1_000_000);
  expect(normaliseText(`a${spaces}b${spaces}`)).toBe(`a${spaces}b`);
  expect(normaliseText(`a${"\n".repeat(1_000_000)}b`)).toHaveLength(1_000_002);
});

it("makes one line of a title", () => {
  expect(normaliseLine(" A\n  title\u0000 ")).toBe("A title");
});
