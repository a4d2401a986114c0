import fc from "fast-check";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { Markdown } from "./Markdown";

const render = (text: string, isStreaming = false): string =>
  renderToStaticMarkup(<Markdown text={text} isStreaming={isStreaming} />);

/** The names of all elements in a piece of markup. */
const elements = (markup: string): string[] =>
  [...markup.matchAll(/<([a-zA-Z][\w-]*)/g)].map((match) => match[1] ?? "");
const attributes = (markup: string, name: string): string[] =>
  [...markup.matchAll(new RegExp(` ${name}="([^"]*)"`, "g"))].map((match) => match[1] ?? "");
const inside = (markup: string): string => markup.replace(/^<div[^>]*>|<\/div>$/g, "");

describe("Markdown", () => {
  it("shows HTML as text", () => {
    const markup = render('<img src=x onerror="alert(1)"> <b>bold</b>\n\n<script>alert(1)</script>');
    expect(elements(markup)).toEqual(["div", "p", "p"]);
    expect(markup).toContain("&lt;script&gt;alert(1)&lt;/script&gt;");
    expect(markup).toContain("&lt;b&gt;bold");
  });

  it("follows safe links only, in another tab, without telling where from", () => {
    const markup = render(
      "[a](https://example.org/b) [c](javascript:alert(1)) [d](data:text/html,x) [e](/f) [g](#h) https://example.org/i",
    );
    expect(attributes(markup, "href")).toEqual(["https://example.org/b", "https://example.org/i"]);
    expect(attributes(markup, "title")).toEqual(["https://example.org/b", "https://example.org/i"]);
    expect(attributes(markup, "rel")).toEqual(Array(2).fill("noreferrer noopener"));
    expect(attributes(markup, "target")).toEqual(Array(2).fill("_blank"));
    expect(markup).not.toMatch(/javascript:|data:text/);
    expect(markup).toContain(" c d e g ");
  });

  it("shows where a link leads when its text does not", () => {
    expect(render("[https://bank.example](https://evil.example/x)")).toMatch(
      /link-target[^>]*> evil\.example</,
    );
    expect(render("[the page](https://example.org/a)")).toMatch(/link-target[^>]*> example\.org</);
    expect(render("https://example.org/a")).not.toContain("link-target");
    expect(render("a@example.org")).not.toContain("link-target");
  });

  it("fetches no picture: its description is a link to its address", () => {
    const markup = render("![a fox](https://example.org/fox.png) ![](https://example.org/b.png) ![c](d.png)");
    expect(elements(markup)).not.toContain("img");
    expect(attributes(markup, "href")).toEqual(["https://example.org/fox.png", "https://example.org/b.png"]);
    expect(markup).toMatch(/>a fox<span[^>]*> example\.org</);
    expect(markup).toContain("c</span>");
    expect(attributes(render("[![a](https://b.example/c)](https://d.example)"), "href")).toEqual([
      "https://d.example/",
    ]);
  });

  it("gives blocks their own direction and code none but left to right", () => {
    expect(inside(render("שלום\n\nhello"))).toBe('<p dir="auto">שלום</p><p dir="auto">hello</p>');
    expect(render("```js\nlet a;\n```")).toMatch(/dir="ltr".*<code>let a;<\/code>/s);
    const lists = render("- שלום\n- hello\n\n> مرحبا\n\n| שם | 1 |\n| - | - |");
    expect(lists).toMatch(/<ul dir="rtl"><li dir="rtl">שלום<\/li><li dir="ltr">hello/);
    expect(lists).toContain('<blockquote dir="rtl">');
    expect(lists).toContain('<table dir="rtl">');
  });

  it("renders lists, tables, quotes, tasks and inline marks", () => {
    const markup = render(
      "3. **a**\n4. `b`\n   - c\n\n> *d*\n\n| e |\n| -: |\n| 1<br>2 |\n\n- [x] f\n- [ ] g",
    );
    expect(markup).toContain('<ol dir="ltr" start="3">');
    expect(markup).toContain("<strong>a</strong>");
    expect(markup).toMatch(/<code dir="ltr">b<\/code><ul dir="ltr"><li dir="ltr">c/);
    expect(markup).toContain('<blockquote dir="ltr"><p dir="auto"><em>d</em></p></blockquote>');
    expect(markup).toContain('<td dir="auto" data-align="right">1<br/>2</td>');
    expect(attributes(markup, "aria-label")).toEqual(["Done", "To do"]);
  });

  it("puts headings below the message's own", () => {
    expect(elements(render("# a\n\n## b\n\n###### c\n\n## d"))).toEqual(["div", "h3", "h4", "h5", "h4"]);
    expect(elements(render("### a\n\n# b\n\n> # c"))).toEqual([
      "div",
      "h3",
      "h3",
      "blockquote",
      "p",
      "strong",
    ]);
  });

  it("knows formulas from prices", () => {
    const markup = render("It costs $5 and $6, $x^2$ and \\(y\\).\n\n$$\nz\n$$");
    expect(markup).toContain("It costs $5 and $6, ");
    expect(attributes(markup, "data-tex")).toEqual(["x^2", "y", "z"]);
  });

  it("heals what is unfinished while the answer streams, and only then", () => {
    expect(render("some **bold te", true)).toContain("<strong>bold te</strong>");
    expect(render("some **bold te", false)).toContain("some **bold te");
    expect(render("see [the sour", true)).not.toContain("[");
    expect(render("so \\(x^", true)).toMatch(/data-tex="x\^">\u2060<code/);
    expect(inside(render("one\n-", true))).toBe('<p dir="auto">one</p>');
  });

  const own = new Set(
    "div p h3 h4 h5 h6 ul ol li strong em del code pre blockquote table thead tbody tr th td a br hr span button svg rect path line polyline circle".split(
      " ",
    ),
  );
  const signs = fc.constantFrom(
    ...[
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
    ],
    ...[
      "[",
      "](",
      ")",
      "![",
      "&amp;",
      "\\",
      "~~",
      "  ",
      "$",
      "$$",
      "\\(",
      "\\)",
      "\\[",
      "\\]",
      "- [x] ",
      "    ",
    ],
    ...[
      "javascript:alert(1)",
      "JAVASCRIPT&colon;x",
      "data:text/html,x",
      "https://a.example/b",
      "mailto:a@b.example",
    ],
    ...[
      "<img src=x onerror=y>",
      "<script>",
      "</script>",
      "<svg onload=x>",
      "[a]: javascript:x\n",
      '" onclick="',
      "[a]",
    ],
    ...[
      "<https://c.example>",
      "<javascript:x>",
      "www.d.example",
      "vbscript:x",
      "file:///etc/passwd",
      "\ufdd00\ufdd1",
    ],
  );
  const piece = fc.oneof(signs, fc.string({ unit: "grapheme", maxLength: 8 }));

  it("renders any text, whole or in part, with none but its own elements, links and attributes", () => {
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 25 }), fc.boolean(), (pieces, isStreaming) => {
        const markup = render(pieces.join(""), isStreaming);
        expect(elements(markup).filter((name) => !own.has(name))).toEqual([]);
        expect(attributes(markup, "href").filter((href) => !/^(?:https?:\/\/|mailto:)/.test(href))).toEqual(
          [],
        );
        const tags = (markup.match(/<[a-z][^>]*>/gi) ?? []).map((tag) => tag.replace(/"[^"]*"/g, ""));
        expect(
          tags.filter((tag) => /\s(?:on\w+|src|srcset|style|formaction|xlink:href)=/i.test(tag)),
        ).toEqual([]);
      }),
      { numRuns: 600, seed: 7 },
    );
  });
});
