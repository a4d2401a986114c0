// What of an answer reaches the clipboard: by the button, and by a selection.
import { flushSync } from "react-dom";
import { createRoot, type Root } from "react-dom/client";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { copyToClipboard } from "../ui/clipboard";
import { Markdown } from "./Markdown";
import { findAnswerHtml, toPlainText } from "./rich-copy";

let root: Root;
let article: HTMLElement;

beforeEach(() => {
  article = document.createElement("article");
  const box = document.createElement("div");
  article.append(box, document.createElement("button"));
  document.body.append(article);
  root = createRoot(box);
});
afterEach(() => {
  root.unmount();
  article.remove();
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

const TEXT = `## Foxes

A **red** fox, see [notes](https://example.org/a) & $x<y$.

1. one
2. two
   - three
- [x] done

| a | b |
| - | -: |
| 1 | 2 |

> said

\`\`\`js
if (a < b) {
  c();
}
\`\`\``;

const show = (): void => flushSync(() => root.render(<Markdown text={TEXT} isStreaming={false} />));
const button = (): HTMLElement => article.querySelector<HTMLElement>("article > button") as HTMLElement;

/** The event that Ctrl+C makes for what is selected from one node to another. */
function copySelected(from: Node, to: Node): ClipboardEvent {
  document
    .getSelection()
    ?.setBaseAndExtent(from, 0, to, to.childNodes.length || (to.textContent?.length ?? 0));
  const clipboardData = new DataTransfer();
  const event = new ClipboardEvent("copy", { clipboardData, bubbles: true, cancelable: true });
  from.dispatchEvent(event);
  return event;
}

const find = (selector: string): Element => article.querySelector(selector) as Element;

describe("findAnswerHtml", () => {
  it("gives the answer without buttons, labels and classes, formulas as TeX", () => {
    show();
    expect(findAnswerHtml(button())).toBe(
      '<h3>Foxes</h3><p>A <strong>red</strong> fox, see <a href="https://example.org/a">notes</a> &amp; $x&lt;y$.</p>' +
        '<ol dir="ltr" start="1"><li dir="ltr">one</li><li dir="ltr">two<ul dir="ltr"><li dir="ltr">three</li></ul></li></ol>' +
        '<ul dir="ltr"><li dir="ltr">[x] done</li></ul>' +
        '<table dir="ltr"><thead><tr><th>a</th><th align="right">b</th></tr></thead><tbody><tr><td>1</td><td align="right">2</td></tr></tbody></table>' +
        '<blockquote dir="ltr"><p>said</p></blockquote><pre><code>if (a &lt; b) {\n  c();\n}</code></pre>',
    );
  });
});

describe("copying a selection", () => {
  it("gives text with bullets, tabs and formulas as they were written", () => {
    show();
    const event = copySelected(find("h3"), find("blockquote"));
    expect(event.defaultPrevented).toBe(true);
    expect(event.clipboardData?.getData("text/plain")).toBe(
      "Foxes\n\nA red fox, see notes & $x<y$.\n\n1. one\n2. two\n   - three\n\n- [x] done\n\na\tb\n1\t2\n\n> said",
    );
    expect(event.clipboardData?.getData("text/html")).toContain("<strong>red</strong>");
  });
  it("takes a formula whole, and leaves code to the browser", () => {
    show();
    const source = find("[data-tex]");
    expect(copySelected(source, source).clipboardData?.getData("text/plain")).toBe("$x<y$");
    const code = find("pre code").firstChild as Node;
    expect(copySelected(code, code).defaultPrevented).toBe(false);
  });
});

describe("toPlainText", () => {
  it("keeps words of a line together and paragraphs apart", () => {
    const fragment = document.createElement("div");
    const paragraph = document.createElement("p");
    paragraph.append(
      "a ",
      Object.assign(document.createElement("em"), { textContent: "b" }),
      document.createElement("br"),
      "c",
    );
    fragment.append("before", paragraph, "after");
    expect(toPlainText(fragment)).toBe("before\n\na b\nc\n\nafter");
  });
});

describe("copyToClipboard", () => {
  it("gives text alone where the browser knows no rich text, or refuses it", async () => {
    const writeText = vi.spyOn(navigator.clipboard, "writeText").mockResolvedValue();
    const write = vi
      .spyOn(navigator.clipboard, "write")
      .mockRejectedValue(new DOMException("no", "NotAllowedError"));
    await copyToClipboard("a", "<p>a</p>");
    expect(write).toHaveBeenCalledTimes(1);
    expect(writeText).toHaveBeenCalledTimes(1);
    vi.stubGlobal("ClipboardItem", undefined);
    await copyToClipboard("a", "<p>a</p>");
    expect(write).toHaveBeenCalledTimes(1);
    expect(writeText).toHaveBeenLastCalledWith("a");
  });
});
