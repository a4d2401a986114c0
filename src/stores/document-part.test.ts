import { describe, expect, it } from "vitest";
import { describePart, findFirstPart, namePage, textOfPart } from "./document-part";

const page = (number: number, text: string, label = String(number)) => ({ number, label, text });
const pages = [page(1, "one"), page(2, " \n"), page(3, "three", "iii"), page(4, "four")];
/** A token a character: what fits can be counted by hand. */
const countCharacters = async (text: string): Promise<number> => text.length;

describe("textOfPart", () => {
  it("joins pages with an empty line, and leaves out those without text", () => {
    expect(textOfPart(pages, { kind: "whole" })).toBe("one\n\nthree\n\nfour");
    expect(textOfPart(pages, { kind: "pages", from: 2, to: 3 })).toBe("three");
  });
  it("cuts the beginning without the white space at its end", () => {
    expect(textOfPart(pages, { kind: "beginning", characterCount: 4 })).toBe("one");
  });
  it("puts passages in the document's order, each under the label of its page", () => {
    const passages = [
      { page: 4, start: 0, end: 4 },
      { page: 3, start: 0, end: 2 },
    ];
    expect(textOfPart(pages, { kind: "passages", passages })).toBe("[Page iii]\nth\n\n[Page 4]\nfour");
  });
  it("leaves the page out in a document of one page, and passages of pages that are not there", () => {
    const passages = [
      { page: 1, start: 0, end: 3 },
      { page: 9, start: 0, end: 3 },
    ];
    expect(textOfPart([page(1, "only")], { kind: "passages", passages })).toBe("onl");
  });
});

describe("namePage", () => {
  it("takes a number for a page and a heading for a chapter", () => {
    expect(
      ["12", "iv", "A-3", "Chapter 1", "Prologue and thanks"].map((label) => namePage({ label })),
    ).toEqual(["Page 12", "Page iv", "Page A-3", "Chapter 1", "Prologue and thanks"]);
  });
});

describe("findFirstPart", () => {
  it("finds the most pages that fit, counted as a whole", async () => {
    const ten = Array.from({ length: 10 }, (_, i) => page(i + 1, "12345678"));
    for (const [room, to] of [
      [8, 1],
      [17, 1],
      [18, 2],
      [97, 9],
      [98, 10],
    ] as const) {
      const found = await findFirstPart(ten, room, countCharacters);
      expect(found).toEqual({ part: { kind: "pages", from: 1, to }, tokenCount: 10 * to - 2 });
    }
  });
  it("cuts a first page that does not fit after its last sentence that does", async () => {
    const found = await findFirstPart([page(1, "Ab. Cd! Efgh.\nIj")], 10, countCharacters);
    expect(found).toEqual({ part: { kind: "beginning", characterCount: 7 }, tokenCount: 7 });
  });
  it("finds nothing where not even a sentence fits", async () => {
    expect(await findFirstPart([page(1, "Abcdef. Gh")], 3, countCharacters)).toBeNull();
  });
});

describe("describePart", () => {
  it("names pages by number and of how many", () => {
    expect(describePart({ kind: "whole" }, 1)).toBeNull();
    expect(describePart({ kind: "whole" }, 12)).toBe("12 pages");
    expect(describePart({ kind: "pages", from: 3, to: 9 }, 40)).toBe("pages 3–9 of 40");
    expect(describePart({ kind: "pages", from: 3, to: 3 }, 40)).toBe("page 3 of 40");
    expect(describePart({ kind: "passages", passages: [] }, 40)).toBe("0 passages");
  });
});
