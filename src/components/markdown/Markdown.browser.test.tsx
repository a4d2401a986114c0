// What is drawn while an answer grows, counted, and what its formulas and code become.
import { flushSync } from "react-dom";
import { createRoot, type Root } from "react-dom/client";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { Markdown } from "./Markdown";

const drawn = vi.hoisted(() => [] as string[]);

vi.mock("../../citations/CitationMark", () => ({
  withMarks: (text: string) => {
    drawn.push(text);
    return text;
  },
}));

let root: Root;
let box: HTMLElement;

beforeEach(() => {
  box = document.createElement("div");
  document.body.append(box);
  root = createRoot(box);
  drawn.length = 0;
});
afterEach(() => {
  root.unmount();
  box.remove();
});

const show = (text: string, isStreaming: boolean): void =>
  flushSync(() => root.render(<Markdown text={text} isStreaming={isStreaming} />));

const ANSWER = `First paragraph.

- item one
- item two

| cell one |
| --- |
| cell two |

> quoted words

Last paragraph that is long enough to grow for a while, word by word, until its end has come.`;

describe("Markdown", () => {
  it("draws a block again only while it is the last", () => {
    for (let length = 1; length <= ANSWER.length; length++) show(ANSWER.slice(0, length), true);
    show(ANSWER, false);
    const times = (text: string): number => drawn.filter((found) => found === text).length;
    for (const text of ["First paragraph.", "item one", "cell one", "quoted words"]) {
      expect(times(text), text).toBeGreaterThan(0);
      expect(times(text), text).toBeLessThan(40);
    }
    drawn.length = 0;
    const more = `${ANSWER}\n\nOne more`;
    for (let length = ANSWER.length + 3; length <= more.length; length++) show(more.slice(0, length), true);
    expect(drawn.filter((text) => !"One more".startsWith(text) && !text.startsWith("Last"))).toEqual([]);
  });

  it("draws formulas, and shows the source of one that is none", async () => {
    show("so $\\frac{1}{2}$ and $\\nope$\n\n$$\n\\mathbb{R}\n$$", false);
    await vi.waitFor(() => expect(box.querySelectorAll("math")).toHaveLength(2), 20_000);
    expect(box.querySelector("mfrac")?.namespaceURI).toBe("http://www.w3.org/1998/Math/MathML");
    expect(box.querySelector(".maths-failed")?.textContent).toBe("\\nope (this formula could not be drawn)");
  });

  it("puts colours into code when its block has ended", async () => {
    show("```js\nconst a = 1;", true);
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(box.querySelector("code span")).toBeNull();
    show("```js\nconst a = 1;\n```\n\nand", true);
    await vi.waitFor(() => expect(box.querySelector(".hljs-keyword")?.textContent).toBe("const"), 20_000);
    expect(box.querySelector("code")?.textContent).toBe("const a = 1;");
  });
});
