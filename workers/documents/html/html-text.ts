// HTML and XHTML as text with the structure a reader sees: headings, lists and tables as Markdown, a line a block, nothing
// that is not shown. A stream of tags is enough; no document is built, no script, style or address is looked at.
import { Parser } from "htmlparser2";
import { BlockText } from "./block-text";
import { TableText } from "./table-text";

export interface HtmlText {
  readonly title: string; // of <title>
  readonly heading: string; // the first one's words
  readonly text: string;
}

/** Not shown, or not as text. */
const DROPPED = new Set(
  (
    "script style noscript template svg object iframe audio video canvas select datalist textarea " +
    "annotation annotation-xml rt rp meta link base"
  ).split(" "),
);
/** An empty line before and after. */
const PARAGRAPHS = new Set(
  "p h1 h2 h3 h4 h5 h6 ul ol dl table pre blockquote section article aside figure hr header footer main nav".split(
    " ",
  ),
);
/** A line of its own. */
const LINES = new Set(
  "div li dt dd address figcaption caption legend fieldset form details summary body tr".split(" "),
);
const MAX_LIST_INDENT = 8;

interface List {
  readonly isOrdered: boolean;
  next: number;
}

interface OpenTable {
  readonly table: TableText;
  readonly outer: BlockText;
  cell: { readonly columnSpan: number } | null;
}

class HtmlReader {
  readonly #root = new BlockText();
  #out = this.#root;
  #hidden = 0; // open elements, from the outermost hidden one
  #preformatted = 0;
  readonly #lists: List[] = [];
  readonly #tables: OpenTable[] = [];
  readonly #listsOutside: List[][] = []; // what each open cell's lists hide
  #title: string | null = null;
  #isInTitle = false;
  #heading: string | null = null;
  #isInHeading = false;

  onopentag(name: string, attributes: Readonly<Record<string, string>>): void {
    if (this.#hidden > 0 || DROPPED.has(name) || isHidden(attributes)) {
      this.#hidden += 1;
      return;
    }
    if (name === "title") this.#isInTitle = true;
    if (name === "br") this.#out.forceBreak();
    this.#breakAround(name);
    if (name === "pre") this.#preformatted += 1;
    if (/^h[1-6]$/.test(name)) {
      this.#out.setPrefix(`${"#".repeat(Number(name[1]))} `);
      this.#isInHeading = this.#heading === null;
      if (this.#isInHeading) this.#heading = "";
    }
    if (name === "ul" || name === "ol")
      this.#lists.push({ isOrdered: name === "ol", next: startOf(attributes) });
    if (name === "li") this.#beginItem();
    this.#openTablePart(name, attributes);
  }

  ontext(text: string): void {
    if (this.#hidden > 0) return;
    if (this.#isInTitle) {
      this.#title = (this.#title ?? "") + text;
      return;
    }
    if (this.#isInHeading) this.#heading += text;
    if (this.#preformatted > 0)
      this.#out.addVerbatim(this.#out.isAtLineStart ? text.replace(/^\r?\n/, "") : text);
    else this.#out.add(text);
  }

  onclosetag(name: string): void {
    if (this.#hidden > 0) {
      this.#hidden -= 1;
      return;
    }
    if (name === "title") this.#isInTitle = false;
    if (name === "pre") this.#preformatted = Math.max(0, this.#preformatted - 1);
    if (/^h[1-6]$/.test(name)) {
      this.#isInHeading = false;
      this.#out.clearPrefix();
    }
    if (name === "ul" || name === "ol") this.#lists.pop();
    this.#closeTablePart(name);
    this.#breakAround(name);
  }

  finish(): HtmlText {
    while (this.#tables.length > 0) this.#closeTablePart("table");
    const line = (text: string | null): string => (text ?? "").replace(/\s+/g, " ").trim();
    return { title: line(this.#title), heading: line(this.#heading), text: this.#root.toString() };
  }

  /** Inside a list, what would be a paragraph is a line, so that items stay together. */
  #breakAround(name: string): void {
    if (PARAGRAPHS.has(name)) this.#out.breakLine(this.#lists.length > 0 && /^(p|ul|ol)$/.test(name) ? 1 : 2);
    else if (LINES.has(name)) this.#out.breakLine(1);
  }

  #beginItem(): void {
    const list = this.#lists.at(-1);
    const indent = "  ".repeat(Math.min(Math.max(0, this.#lists.length - 1), MAX_LIST_INDENT));
    const mark = list?.isOrdered ? `${list.next}.` : "-";
    if (list) list.next += 1;
    this.#out.setPrefix(`${indent}${mark} `);
  }

  #openTablePart(name: string, attributes: Readonly<Record<string, string>>): void {
    if (name === "table") {
      this.#tables.push({ table: new TableText(), outer: this.#out, cell: null });
      return;
    }
    const open = this.#tables.at(-1);
    if (!open) return;
    if (name === "tr") {
      this.#closeCell(open);
      open.table.addRow();
    }
    if (name === "td" || name === "th") {
      this.#closeCell(open);
      open.cell = { columnSpan: Number(attributes.colspan ?? 1) };
      this.#out = new BlockText();
      this.#listsOutside.push(this.#lists.splice(0));
    }
  }

  #closeTablePart(name: string): void {
    const open = this.#tables.at(-1);
    if (!open) return;
    if (name === "td" || name === "th" || name === "tr") this.#closeCell(open);
    if (name !== "table") return;
    this.#closeCell(open);
    this.#tables.pop();
    const text = open.table.toString();
    if (text === "") return;
    open.outer.breakLine(2);
    open.outer.addVerbatim(text);
    open.outer.breakLine(2);
  }

  #closeCell(open: OpenTable): void {
    if (!open.cell) return;
    open.table.addCell(this.#out.toString().trim(), open.cell.columnSpan);
    open.cell = null;
    this.#out = open.outer;
    this.#lists.splice(0, this.#lists.length, ...(this.#listsOutside.pop() ?? []));
  }
}

function isHidden(attributes: Readonly<Record<string, string>>): boolean {
  if (attributes.hidden !== undefined && attributes.hidden !== "until-found") return true;
  return /(^|;)\s*(display\s*:\s*none|visibility\s*:\s*hidden)/i.test(attributes.style ?? "");
}

function startOf(attributes: Readonly<Record<string, string>>): number {
  const start = Number(attributes.start ?? 1);
  return Number.isSafeInteger(start) ? start : 1;
}

/** `isXml` is XHTML's habit of closing any element in itself. */
export function htmlToText(source: string, isXml: boolean): HtmlText {
  const reader = new HtmlReader();
  const parser = new Parser(
    {
      onopentag: (name, attributes) => reader.onopentag(name, attributes),
      ontext: (text) => reader.ontext(text),
      onclosetag: (name) => reader.onclosetag(name),
    },
    { decodeEntities: true, lowerCaseTags: true, recognizeSelfClosing: isXml, recognizeCDATA: isXml },
  );
  parser.end(source);
  return reader.finish();
}
