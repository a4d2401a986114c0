import { describe, expect, it } from "vitest";
import { findInline, findOpen, matchBlock, matchInline } from "./maths-syntax";

const formulas = (text: string): string[] => findInline(text).map(({ start, end }) => text.slice(start, end));

describe("findInline", () => {
  it("finds formulas between dollars, and no prices", () => {
    expect(formulas("so $x^2$, $\\alpha$ and $2x + 3$.")).toEqual(["$x^2$", "$\\alpha$", "$2x + 3$"]);
    expect(formulas("($n$)-th, $5$; $f(x)=\\$1$")).toEqual(["$n$", "$5$", "$f(x)=\\$1$"]);
    const prices = [
      ...[
        "$5 and $6",
        "between $5 and 6$ a month",
        "$5-$6",
        "$5M–$10M",
        "US$5 or A$6",
        "5$ and 6$",
        "$100,$200",
      ],
      ...[
        "$HOME/$USER",
        "echo $HOME and $PATH",
        "\\$5 and 6$",
        "a $ b $ c",
        "$some plain words$",
        "$$",
        "$ x$",
      ],
      ...["`$a` or `b$`", "$5 (or 5$)", "$a\nb$"],
    ];
    expect(prices.flatMap(formulas)).toEqual([]);
  });
  it("finds those between brackets and double dollars", () => {
    expect(formulas("a \\(x\\) b \\[y = 1\\] c $$z$$ d")).toEqual(["\\(x\\)", "\\[y = 1\\]", "$$z$$"]);
    expect(formulas("\\(a \\\\(b\\)")).toEqual(["\\(a \\\\(b\\)"]);
  });
  it("leaves escaped brackets alone", () => {
    expect(formulas("see \\[1\\] and \\(see also below\\) and \\\\(x\\\\) and \\[note\\]")).toEqual([]);
  });
});

describe("matchInline", () => {
  it("knows the TeX and how it is set", () => {
    expect(matchInline("$x$ y", "")).toMatchObject({ raw: "$x$", text: "x", isDisplay: false });
    expect(matchInline("$$ x $$", "")).toMatchObject({ text: "x", isDisplay: true, isOpen: false });
    expect(matchInline("$x$", "US")).toBeUndefined();
  });
});

describe("matchBlock", () => {
  it("takes a formula on lines of its own, with its line's end", () => {
    expect(matchBlock("$$\nx\n- y\n$$\nmore", false)).toMatchObject({
      raw: "$$\nx\n- y\n$$\n",
      text: "x\n- y",
    });
    expect(matchBlock("\\[ x \\].\n\nmore", false)).toMatchObject({ raw: "\\[ x \\].\n", text: "x" });
    expect(matchBlock("$$x$$", false)).toMatchObject({ raw: "$$x$$", isOpen: false });
  });
  it("takes no sentence, no empty one, and none over an empty line", () => {
    for (const text of ["$$x$$ and more", "$$\n$$", "$$\nx\n\ny\n$$", "$$$x$$$", "a $$x$$"]) {
      expect(matchBlock(text, false), text).toBeUndefined();
    }
  });
  it("is open at the end of a growing answer, and only there", () => {
    expect(matchBlock("$$\nx + ", true)).toMatchObject({ text: "x +", isOpen: true });
    expect(matchBlock("$$\nx + ", false)).toBeUndefined();
    expect(matchBlock("$$\nx\n\nmore", true)).toBeUndefined();
  });
});

describe("findOpen", () => {
  it("finds the formula that has no end yet", () => {
    expect(findOpen("a \\(x\\) and \\(y + ")).toEqual({ start: 12, closing: "\\)" });
    expect(findOpen("a $$y")).toEqual({ start: 2, closing: "$$" });
    expect(findOpen("a \\(x\\) costs $5")).toBeNull();
  });
});
