import fc from "fast-check";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { Markdown } from "./Markdown";

const render = (text: string, isStreaming = false): string =>
  renderToStaticMarkup(<Markdown text={text} isStreaming={isStreaming} />);

/** The names of all elements in a piece of markup. */
const elements = (markup: string): string[] =>
  [...markup.matchAll(/<([a-z][a-z0-9]*)/g)].map((match) => match[1] ?? "");

describe("Markdown", () => {
  it("shows HTML as text", () => {
    const markup = render('<img src=x onerror="alert(1)"> <b>bold</b>\n\n<script>alert(1)</script>');
    expect(elements(markup)).not.toEqual(expect.arrayContaining(["img"]));
    expect(elements(markup).filter((name) => ["img", "b", "script"].includes(name))).toEqual([]);
    expect(markup).toContain("&lt;script&gt;alert(1)&lt;/script&gt;");
    expect(markup).toContain("&lt;b&gt;bold");
  });

  it("follows safe links only, without telling where from, and fetches no image", () => {
    const markup = render(
      "[a](https://example.org) [b](javascript:alert(1)) ![c](https://example.org/c.png)",
    );
    expect(markup).toContain('<a href="https://example.org/" target="_blank" rel="noreferrer">a</a>');
    expect(elements(markup).filter((name) => name === "a")).toHaveLength(1);
    expect(elements(markup)).not.toContain("img");
    expect(markup).toContain("<em>c</em>");
    expect(markup).not.toContain("javascript:");
  });

  it("gives blocks their own direction and code none but left to right", () => {
    expect(render("שלום\n\nhello")).toBe(
      '<div class="prose"><p dir="auto">שלום</p><p dir="auto">hello</p></div>',
    );
    expect(render("```js\nlet a;\n```")).toMatch(/dir="ltr".*<code>let a;<\/code>/s);
  });

  it("renders lists, tables, quotes and inline marks", () => {
    const markup = render("3. **a**\n4. `b`\n\n> *c*\n\n| d |\n| -: |\n| 1 |\n\n- [x] e");
    expect(markup).toContain('<ol dir="auto" start="3">');
    expect(markup).toContain("<strong>a</strong>");
    expect(markup).toContain("<code>b</code>");
    expect(markup).toContain('<blockquote dir="auto"><p dir="auto"><em>c</em></p></blockquote>');
    expect(markup).toContain('<td dir="auto" class="text-end">1</td>');
    expect(markup).toContain("☑ e");
  });

  it("heals what is unfinished while the answer streams, and only then", () => {
    expect(render("some **bold te", true)).toContain("<strong>bold te</strong>");
    expect(render("some **bold te", false)).toContain("some **bold te");
    expect(render("see [the sour", true)).not.toContain("[");
  });

  it("renders any text, whole or in part, with none but its own elements", () => {
    const own = new Set(
      "div p h3 h4 h5 h6 ul ol li strong em del code pre blockquote table thead tbody tr th td a br hr section span button svg rect path".split(
        " ",
      ),
    );
    const piece = fc.oneof(
      fc.constantFrom(
        "**",
        "_",
        "`",
        "```\n",
        "\n",
        "\n\n",
        "- ",
        "1. ",
        "> ",
        "| a | b |\n| - | - |\n",
        "<",
        ">",
        "<b>",
        "# ",
        "[",
        "](",
        ")",
        "![",
        "&amp;",
        "\\",
        "~~",
        "  ",
      ),
      fc.string({ unit: "grapheme", maxLength: 8 }),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 25 }), fc.boolean(), (pieces, isStreaming) => {
        const foreign = elements(render(pieces.join(""), isStreaming)).filter((name) => !own.has(name));
        expect(foreign).toEqual([]);
      }),
      { numRuns: 300, seed: 7 },
    );
  });
});
