import fc from "fast-check";
import type { Token } from "marked";
import { describe, expect, it } from "vitest";
import { createParser } from "./parser";

const SECTION = `## Kinds of foxes

The **quick** brown fox jumps over \`the lazy\` dog, and [walks](https://example.org/walk) home to *sleep*.
It weighs $m \\approx 4.2$ kg and costs $5, or $6 with a tail.

1. Feed it **twice** a day
2. Walk it:
   - in the morning
   - in the evening

| Food | Amount |
| :--- | -----: |
| Mice | 12 |

\`\`\`js
const fox = feed(mice, 12);

walk(fox);
\`\`\`

> A fox is never *late*.

$$
E = mc^2
$$

`;

const strip = (tokens: readonly Token[]): string => JSON.stringify(tokens);
const whole = (text: string): string => strip(createParser()(text, false).blocks);

const piece = fc.oneof(
  fc.constantFrom(
    ...[
      "**",
      "_",
      "`",
      "```\n",
      "~~~\n",
      "\n",
      "\n\n",
      "- ",
      "* ",
      "1. ",
      "2. ",
      "> ",
      "    ",
      "\t",
      "# ",
      "---",
    ],
    ...[
      "===\n",
      "| a | b |\n",
      "| - | - |\n",
      "[",
      "](",
      ")",
      "![",
      "<b>",
      "<a>",
      "<pre>",
      "<!--",
      "-->",
      "$",
      "$$",
      "\\(",
      "\\)",
    ],
    ...["\\[", "\\]", "[a]: http://b.example\n", "[a]", "a", "word ", "5", "\\", "~~", "http://c.example "],
  ),
  fc.string({ maxLength: 4 }),
);
const pieces = fc.array(piece, { maxLength: 40 });

describe("createParser", () => {
  it("ends with what it would have made of the whole text at once", () => {
    fc.assert(
      fc.property(pieces, (parts) => {
        const parse = createParser();
        let text = "";
        for (const part of parts) {
          text += part;
          parse(text, true);
        }
        expect(strip(parse(text, false).blocks)).toBe(whole(text));
      }),
      { numRuns: 400, seed: 11 },
    );
  });

  it("gives blocks that can change no more the same tokens again", () => {
    const parse = createParser();
    const text = SECTION.repeat(3);
    const before = parse(text.slice(0, -200), true).blocks;
    const after = parse(text, true).blocks;
    const kept = before.filter((token) => after.includes(token)).length;
    expect(kept).toBeGreaterThan(before.length - 6);
    expect(kept).toBeGreaterThan(20);
  });

  it("starts again when the text is another one, or the same with a mark in it", () => {
    const parse = createParser();
    parse(SECTION.repeat(2), true);
    const changed = SECTION.replace("never", "not") + SECTION;
    expect(strip(parse(changed, false).blocks)).toBe(whole(changed));
    expect(strip(parse("short", false).blocks)).toBe(whole("short"));
  });

  it("tells when a link's definition changes what came before it", () => {
    const parse = createParser();
    const text = "See [the page][a].\n\nOne.\n\nTwo.\n\nThree.\n\n";
    const before = parse(text, true);
    const after = parse(`${text}[a]: https://example.org\n`, true);
    expect(after.generation).not.toBe(before.generation);
    expect(strip(after.blocks)).toContain("https://example.org");
  });

  it("takes at most a millisecond an update of an answer of 6 KB", () => {
    const text = SECTION.repeat(12).slice(0, 6_000);
    const parse = createParser();
    const times: number[] = [];
    for (let length = 4; length <= text.length; length += 4) {
      const start = performance.now();
      parse(text.slice(0, length), true);
      times.push(performance.now() - start);
    }
    const last = times.slice(-400).sort((a, b) => a - b);
    expect(last[last.length / 2]).toBeLessThanOrEqual(1);
  });

  it("stays quick and whole on texts that make others slow", () => {
    const hostile = [
      ...[
        ">".repeat(5_000),
        "> ".repeat(5_000),
        "- ".repeat(5_000),
        "[".repeat(10_000),
        "[a](".repeat(5_000),
      ],
      ...[
        "*a **b ".repeat(3_000),
        "_a_".repeat(5_000),
        "`".repeat(9_999),
        "<a ".repeat(5_000),
        "$a ".repeat(5_000),
      ],
      ...["\\(".repeat(5_000), `${"\\[".repeat(5_000)}\n`, "$$ x\n".repeat(3_000), "![".repeat(5_000)],
    ];
    for (const text of hostile) {
      const start = performance.now();
      expect(
        createParser()(text, true)
          .blocks.map(({ raw }) => raw)
          .join("").length,
      ).toBeGreaterThan(0);
      expect(performance.now() - start, text.slice(0, 12)).toBeLessThan(5_000);
    }
  });
});
