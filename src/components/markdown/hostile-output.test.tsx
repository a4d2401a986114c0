// Whatever a model writes, an answer is made of the elements that an answer has, and of links that wait for a click.
import { Parser } from "htmlparser2";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import { hostileTexts } from "../../../e2e/hostile-texts";
import { Markdown } from "./Markdown";

const texts = hostileTexts("https://evil.example");

const ELEMENTS =
  /^(a|annotation|blockquote|br|button|code|del|div|em|h[3-6]|hr|li|ol|p|path|pre|rect|circle|line|polyline|polygon|span|strong|svg|table|tbody|td|th|thead|tr|ul|math|m[a-z]+|semantics)$/;
const ATTRIBUTES =
  /^(class|dir|start|scope|role|tabindex|title|type|rel|target|href|d|fill|stroke(-\w+)*|viewBox|viewbox|width|height|xmlns|x|y|x1|x2|y1|y2|cx|cy|r|rx|ry|points|display|mathvariant|accent|accentunder|stretchy|fence|separator|form|lspace|rspace|minsize|maxsize|linethickness|columnalign|data-[a-z-]+|aria-[a-z]+)$/;

/** What of the markup an answer may not have. */
function faultsOf(markup: string): string[] {
  const faults: string[] = [];
  const parser = new Parser({
    onopentag: (name, attributes) => {
      if (!ELEMENTS.test(name)) faults.push(`<${name}>`);
      for (const key of Object.keys(attributes)) if (!ATTRIBUTES.test(key)) faults.push(`<${name} ${key}>`);
      if (attributes.href === undefined) return;
      const { href, rel, target } = attributes;
      const isLink = name === "a" && /^(https?|mailto):/.test(href);
      if (!isLink || rel !== "noreferrer noopener" || target !== "_blank") faults.push(`${name} to ${href}`);
    },
  });
  parser.end(markup);
  return faults;
}

const render = (text: string, isStreaming: boolean): string =>
  renderToStaticMarkup(<Markdown text={text} isStreaming={isStreaming} />);

it("makes nothing but text, formulas and links of 200 hostile answers, whole and while they come in [X2]", () => {
  expect(new Set(texts).size).toBeGreaterThan(200);
  const found = texts.flatMap((text) => {
    const prefixes = Array.from({ length: Math.ceil(text.length / 5) }, (_, part) => text.slice(0, 5 * part));
    const markups = [render(text, false), ...prefixes.map((prefix) => render(prefix, true))];
    return markups.flatMap(faultsOf).map((fault) => `${fault} of ${text}`);
  });
  expect(found).toEqual([]);
});

it("would see an element, a handler and an address that do not belong", () => {
  expect(faultsOf('<p onclick="x"><img src="y"><a href="javascript:z">a</a></p>')).toEqual([
    "<p onclick>",
    "<img>",
    "<img src>",
    "a to javascript:z",
  ]);
});
