import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { splitWords, termsOf } from "../stores/words";
import { cutSnippet, toPlainText } from "./snippet";

const termsIn = (words: string) => new Set(splitWords(words).flatMap((word) => [...termsOf(word)]));
const marked = (text: string, words: string) => {
  const snippet = cutSnippet(text, termsIn(words));
  return [snippet.text, snippet.marks.map(({ start, end }) => snippet.text.slice(start, end))] as const;
};

describe("toPlainText", () => {
  it("takes the signs of Markdown away and keeps the words", () => {
    const text =
      "# Title\n\n- **one** `two`\n> three\n\n| a | b |\n|---|:-:|\n| 1 | 2 |\n\n```js\nlet x;\n```\n[four](https://a.b/c)";
    expect(toPlainText(text)).toBe("Title one two three a b 1 2 let x; four");
  });
  it("leaves names, sums and negative numbers as they are", () => {
    expect(toPlainText("snake_case is 2 - 3 = -1")).toBe("snake_case is 2 - 3 = -1");
  });
});

describe("cutSnippet", () => {
  it("shows the beginning of a short text", () => {
    expect(marked("Who leads the Harbour project?", "harbour")).toEqual([
      "Who leads the Harbour project?",
      ["Harbour"],
    ]);
  });
  it("shows the stretch with most of the different words, between words", () => {
    const filler = "word ".repeat(80);
    const [text, words] = marked(`key key ${filler}the blue key opens it ${filler}`, "blue key opens");
    expect(text).toMatch(/^…word.* the blue key opens it .*word…$/);
    expect(words).toEqual(["blue", "key", "opens"]);
  });
  it("marks words in any of their forms", () => {
    expect(marked("Die Straße, הַמַּפְתֵּחַ und المَدِينَة", "STRASSE מפתח مدينة")[1]).toEqual([
      "Straße",
      "הַמַּפְתֵּחַ",
      "المَدِينَة",
    ]);
  });
  it("marks what it is told to, whatever the text", () => {
    const text = fc.array(fc.constantFrom("key", "lock", "שלום", "x".repeat(300), ", ", "👩‍🚀", "é"), {
      maxLength: 80,
    });
    fc.assert(
      fc.property(text, (pieces) => {
        const { text: shown, marks } = cutSnippet(pieces.join(" "), termsIn("key שלום"));
        for (const { start, end } of marks) expect(["key", "שלום"]).toContain(shown.slice(start, end));
        expect(shown.length).toBeLessThanOrEqual(153);
      }),
    );
  });
});
