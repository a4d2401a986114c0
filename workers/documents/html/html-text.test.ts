import { expect, it } from "vitest";
import { htmlToText } from "./html-text";

const textOf = (html: string): string => htmlToText(html, false).text;

it("keeps headings, paragraphs and line breaks, and folds white space", () => {
  const html = "<h1>A <b>bold</b>\n title</h1><p>One\n  two<br>three<p>four<div>five</div>six";
  expect(textOf(html)).toBe("# A bold title\n\nOne two\nthree\n\nfour\n\nfive\nsix");
});

it("keeps the spaces between inline elements and adds none", () => {
  expect(textOf("<p>H<sub>2</sub>O is <i>wet</i> <b>water</b>.</p>")).toBe("H2O is wet water.");
});

it("drops what is not shown", () => {
  const html = `<head><title>T</title><style>p{}</style></head><script>document.write("<p>no")</script><p>yes</p>
    <div hidden>no<div>no</div></div><p style="color:red; display : none">no</p><template><p>no</p></template>
    <!-- no --><noscript>no</noscript><svg><text>no</text></svg><p>end</p>`;
  expect(textOf(html)).toBe("yes\n\nend");
});

it("writes lists as Markdown, nested and numbered", () => {
  const html = "<ul><li>a<li><p>b</p><ol start=3><li>c<li>d</ol><li>e</ul>";
  expect(textOf(html)).toBe("- a\n- b\n  3. c\n  4. d\n- e");
});

it("writes tables as Markdown with every row as long as the longest", () => {
  const html = `<table><caption>Prices</caption><tr><th>Na|me<th colspan=2>Value</tr>
    <tr><td>x<ul><li>q</ul><td>1<td><table><tr><td>in<td>ner</table></tr><tr><td>y</table>after`;
  expect(textOf(html)).toBe(
    "Prices\n\n| Na\\|me | Value |  |\n| --- | --- | --- |\n| x - q | 1 | \\| in \\| ner \\| \\| --- \\| --- \\| |\n| y |  |  |\n\nafter",
  );
});

it("treats a table of one column as paragraphs", () => {
  expect(textOf("<table><tr><td><p>one</p><p>two</p><tr><td>three</table>")).toBe("one\n\ntwo\n\nthree");
});

it("keeps preformatted text as it is", () => {
  expect(textOf("<p>code:</p><pre>\nif (a) {\n\treturn  1;\n}\n</pre>")).toBe(
    "code:\n\nif (a) {\n\treturn  1;\n}\n",
  );
});

it("reads entities and self-closing XHTML", () => {
  const xhtml =
    '<?xml version="1.0"?><html><head><title>A &amp; B</title><script src="x"/></head><body><h2/><p>caf&#233; &lt;b&gt;</p></body></html>';
  expect(htmlToText(xhtml, true)).toEqual({ title: "A & B", heading: "", text: "café <b>" });
});

it("gives the first heading's words", () => {
  expect(htmlToText("<p>x</p><h2>First <i>one</i></h2><h1>Second</h1>", false).heading).toBe("First one");
});

it("survives deep and broken nesting", () => {
  expect(textOf(`${"<div><table><tr><td>".repeat(5_000)}x`)).toBe("x");
  expect(textOf("</p></table></td>a<li>b</ul><tr><td>c</td></table><b")).toBe("a\n- b\nc");
});
