// Answers as Markdown, whole and at every stage of their streaming: nothing but the app's own elements, no address but that of
// a link that a person may follow, no handler and nothing that is fetched.
import { Parser } from "htmlparser2";
import { renderToStaticMarkup } from "react-dom/server";
import { Markdown } from "../../src/components/markdown/Markdown";
import { expectThat, type Outcome, seedOf, type Target, textOf } from "../target";

const ELEMENTS = new Set([
  ...[
    "div",
    "p",
    "h3",
    "h4",
    "h5",
    "h6",
    "ul",
    "ol",
    "li",
    "strong",
    "em",
    "del",
    "code",
    "pre",
    "blockquote",
  ],
  ...["table", "thead", "tbody", "tr", "th", "td", "a", "br", "hr", "span", "button", "svg", "rect", "path"],
  ...["line", "polyline", "circle"],
]);
/** What a browser fetches, runs or follows. */
const FORBIDDEN =
  /^(?:on\w+|src|srcset|style|action|formaction|xlink:href|background|poster|data|ping|srcdoc|is)$/i;
const LINK = /^(?:https?:\/\/|mailto:)/;

const TEXTS = [
  "# A title\n\nSome **bold** and _thin_ `code`, a [link](https://example.org/a) and https://example.org/b.\n\n- one\n  - two\n\n1. three",
  "| a | b |\n| - | -: |\n| 1 | 2 |\n\n> quoted\n> > twice\n\n```js\nlet a = '<b>';\n```\n\n- [x] done\n- [ ] open",
  "Maths \\(x^2\\) and $y_1$\n\n$$\n\\frac{a}{b}\n$$\n\n![a fox](https://example.org/fox.png) [a][1]\n\n[1]: https://example.org/c",
  "Plain words.\n\nשלום עולם, and مرحبا.\n\n---\n\nThe end[^1]\n\n[^1]: note",
];
const WORDS = [
  ...[
    "<script>alert(1)</script>",
    "<img src=x onerror=y>",
    "<svg onload=x>",
    "<a href='javascript:x'>",
    "<iframe src=//x>",
  ],
  ...[
    "<style>*{}</style>",
    "<base href=//x>",
    "<meta http-equiv=refresh content=0>",
    "<!--",
    "-->",
    "<![CDATA[",
    "<?x",
  ],
  ...[
    "[a](javascript:alert(1))",
    "[a](JaVaScRiPt&colon;x)",
    "[a](data:text/html,x)",
    "![a](//x/y.png)",
    "[a](vbscript:x)",
  ],
  ...[
    "[a]: javascript:x\n",
    "<javascript:x>",
    "<https://x.example>",
    '[a](https://x "on" onclick=x)',
    "[a](\\\\x\\y)",
    "[a](/\\x)",
  ],
  ...[
    '"',
    "'",
    "`",
    "```",
    "~~~",
    "**",
    "__",
    "~~",
    "|",
    "\n",
    "\n\n",
    "    ",
    "> ",
    "- ",
    "1. ",
    "# ",
    "\\",
    "&lt;",
    "&#x6a;",
  ],
  ...[
    "$",
    "$$",
    "\\(",
    "\\)",
    "\\[",
    "\\]",
    "\\href{javascript:x}{a}",
    "\\includegraphics{x}",
    "\u0000",
    "\u202e",
    "\ufdd0",
  ],
];

function checkMarkup(markup: string): void {
  const parser = new Parser({
    onopentag(name, attributes) {
      expectThat(ELEMENTS.has(name), () => `an element ${name}`);
      for (const [attribute, value] of Object.entries(attributes)) {
        expectThat(!FORBIDDEN.test(attribute), () => `an attribute ${attribute} of ${name}`);
        expectThat(attribute !== "href" || LINK.test(value), () => `a link to ${value}`);
        expectThat(
          !/^\s*(?:java|vb)script:/i.test(value) || attribute === "data-tex",
          () => `${attribute}=${value}`,
        );
      }
    },
    oncomment: () => expectThat(false, () => "a comment"),
    onprocessinginstruction: (name) => expectThat(false, () => `an instruction ${name}`),
  });
  parser.end(markup);
}

const render = (text: string, isStreaming: boolean): string =>
  renderToStaticMarkup(<Markdown text={text} isStreaming={isStreaming} />);

/** The whole, and what had come of it at two moments. */
function check(input: Uint8Array): Outcome {
  const text = textOf(input);
  const whole = render(text, false);
  checkMarkup(whole);
  for (const part of [0.37, 0.8]) checkMarkup(render(text.slice(0, Math.floor(text.length * part)), true));
  return /<(?:a|code|strong|table|ul|ol)\b/.test(whole) ? "taken" : "refused"; // markup, or words alone
}

export const load = (): Target => ({
  name: "markdown",
  count: 10_000,
  seeds: TEXTS.map((text) => seedOf(text, WORDS)),
  check,
  maxMs: 500,
});
