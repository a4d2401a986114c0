import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { findBlock, findPage, splitBlocks, splitParagraphs } from "./blocks";

const pagesOf = (...texts: string[]) =>
  texts.map((text, index) => ({ number: index + 1, label: String(index + 1), text }));

describe("splitBlocks", () => {
  it("covers every page without gap, whatever its lines are", () => {
    const line = fc.oneof(
      fc.constant(""),
      fc.nat({ max: 9_000 }).map((n) => "ab cd ".repeat(n / 6)),
      fc.constant("😀".repeat(3_001)),
    );
    const page = fc.array(line, { maxLength: 8 }).map((lines) => lines.join("\n"));
    fc.assert(
      fc.property(fc.array(page, { minLength: 1, maxLength: 4 }), (texts) => {
        const pages = pagesOf(...texts);
        const blocks = splitBlocks(pages);
        const joined = pages.map((_page, pageIndex) =>
          blocks
            .filter((block) => block.pageIndex === pageIndex)
            .map(({ start, end }) => texts[pageIndex]?.slice(start, end))
            .join(""),
        );
        expect(joined).toEqual(texts);
        expect(blocks.filter(({ isPageStart }) => isPageStart)).toHaveLength(texts.length);
        for (const block of blocks) {
          expect(block.end - block.start).toBeLessThanOrEqual(4_001);
          const text = texts[block.pageIndex] ?? "";
          const drawn = splitParagraphs(text, block).map(({ start, end }) => text.slice(start, end));
          expect(drawn.join("").replace(/\s/g, "")).toBe(
            text.slice(block.start, block.end).replace(/\s/g, ""),
          );
          expect(drawn.some((part) => /^[\udc00-\udfff]/.test(part))).toBe(false);
          expect(findBlock(blocks, { ...block, end: block.start })).toBe(blocks.indexOf(block));
        }
      }),
      { seed: 5, numRuns: 100 },
    );
  });
});

describe("splitParagraphs", () => {
  it("keeps lines, and shows empty ones as a gap", () => {
    const text = "one\ntwo\n\n  \nthree";
    const [block] = splitBlocks(pagesOf(text));
    const found = block ? splitParagraphs(text, block) : [];
    expect(found.map(({ start, end, isAfterGap }) => [text.slice(start, end), isAfterGap])).toEqual([
      ["one", false],
      ["two", false],
      ["three", true],
    ]);
  });
});

describe("findPage", () => {
  it("takes a label before a number, and refuses what is neither", () => {
    const pages = ["i", "ii", "1", "2"].map((label, index) => ({ number: index + 1, label, text: "" }));
    expect([" II ", "1", "4", "0", "5", "x", ""].map((wanted) => findPage(pages, wanted))).toEqual([
      1,
      2,
      3,
      null,
      null,
      null,
      null,
    ]);
  });
});
