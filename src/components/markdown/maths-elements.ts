// A formula's TeX as MathML in React elements: KaTeX's tree, walked with a list of what may come through. No markup is parsed.
import { __renderToDomTree } from "katex";
import { createElement, type ReactNode } from "react";
import { toMathsLetters } from "./maths-letters";

const words = (list: string): ReadonlySet<string> => new Set(list.split(" "));

const ELEMENTS = words(
  "math mrow mi mn mo mtext mspace mfrac msqrt mroot msup msub msubsup mover munder munderover mtable mtr mtd mstyle mpadded mphantom",
);

/** Colours are left out: what TeX asks for need not be legible on this page. */
const ATTRIBUTES = words(
  "accent accentunder depth display displaystyle fence height largeop linethickness lspace maxsize minsize rspace scriptlevel separator stretchy voffset width",
);
const VALUE = /^[\w.+%-]{1,24}$/;

/** Browsers have no <menclose>; lines around and through are drawn by the style sheet. */
const ENCLOSURES = words("box left right top bottom updiagonalstrike downdiagonalstrike horizontalstrike");

/** Deeper formulas are no mathematics, and browsers draw them by recursion. */
const MAX_DEPTH = 60;
const MAX_NODES = 5_000;

/** Throws where the TeX cannot be read or is too much. */
export function renderMaths(tex: string, isDisplay: boolean): ReactNode {
  const tree = __renderToDomTree(tex, {
    output: "mathml",
    displayMode: isDisplay,
    throwOnError: true, // the caller shows the source instead
    errorColor: "currentColor",
    strict: "ignore",
    trust: false,
    maxExpand: 500,
    maxSize: 10, // em
  });
  const budget = { nodes: MAX_NODES };
  return toElement(tree, { depth: 0, budget, index: 0, table: {}, row: 0 });
}

type Attributes = Readonly<Record<string, string>>;

interface Place {
  readonly depth: number;
  readonly budget: { nodes: number }; // what is left of it, for all
  readonly index: number; // among its siblings
  readonly table: Attributes; // of the table around
  readonly row: number;
}

/** KaTeX's nodes have no published type: what each is, is looked at here. */
function toElement(node: unknown, place: Place): ReactNode {
  if (place.depth > MAX_DEPTH || --place.budget.nodes < 0) throw new RangeError("The formula is too large");
  if (typeof node !== "object" || node === null) return null;
  if ("text" in node && typeof node.text === "string") return node.text;
  if ("character" in node) return toSpace(node, place.index);
  const type = "type" in node && typeof node.type === "string" ? node.type : "";
  if (type === "annotation") return null; // the TeX itself, which the element around has
  const attributes = readAttributes(node);
  const children = toChildren(node, type, attributes, place);
  const key = place.index;
  if (type === "menclose") {
    const className = classes(attributes.notation, ENCLOSURES);
    return createElement("mrow", { key, className }, ...children);
  }
  if (!ELEMENTS.has(type)) return children.length === 1 ? children[0] : children; // fragments, "semantics"
  return createElement(type, { key, ...pass(attributes), ...classOf(type, attributes, place) }, ...children);
}

function toChildren(node: object, type: string, attributes: Attributes, place: Place): ReactNode[] {
  const children: readonly unknown[] =
    "children" in node && Array.isArray(node.children) ? node.children : [];
  const table = type === "mtable" ? attributes : place.table;
  const row = type === "mtr" ? place.index : place.row;
  const depth = place.depth + 1;
  const variant = attributes.mathvariant ?? "";
  return children.map((child, index) => {
    const inner = toElement(child, { depth, budget: place.budget, index, table, row });
    return typeof inner === "string" ? toMathsLetters(inner, variant) : inner;
  });
}

/** A space that Unicode has a character for, or one of its own width. */
function toSpace(node: { readonly character: unknown }, key: number): ReactNode {
  if (typeof node.character === "string") return createElement("mtext", { key }, node.character);
  const width = "width" in node && typeof node.width === "number" ? node.width : 0;
  return createElement("mspace", { key, width: `${Math.min(10, Math.max(-2, width))}em` });
}

function readAttributes(node: object): Attributes {
  const given = "attributes" in node && typeof node.attributes === "object" ? node.attributes : null;
  const entries = Object.entries(given ?? {}).filter(([, value]) => typeof value === "string");
  return Object.fromEntries(entries);
}

function pass(attributes: Attributes): Record<string, string> {
  const kept = Object.entries(attributes).filter(
    ([name, value]) => ATTRIBUTES.has(name) && VALUE.test(value),
  );
  const upright = attributes.mathvariant === "normal" ? [["mathvariant", "normal"]] : [];
  return Object.fromEntries([...kept, ...upright]);
}

/** Columns and lines of tables, which browsers leave to the style sheet. */
function classOf(type: string, attributes: Attributes, { table, index, row }: Place): { className?: string } {
  if (type === "mtable")
    return attributes.columnspacing?.startsWith("0em") ? { className: "maths-tight" } : {};
  if (type !== "mtd") return {};
  const found = [
    valueAt(table.columnalign, index),
    valueAt(table.columnlines, index) === "solid" && "line-after",
    valueAt(table.rowlines, row) === "solid" && "line-below",
  ].filter((name) => name && name !== "center");
  return found.length > 0 ? { className: found.map((name) => `maths-${name}`).join(" ") } : {};
}

/** In MathML's lists the last value goes for all that follow; lines are listed without the last column. */
const valueAt = (list: string | undefined, index: number): string | undefined => list?.split(" ")[index];

function classes(list: string | undefined, known: ReadonlySet<string>): string {
  const found = (list ?? "").split(" ").filter((name) => known.has(name));
  return found.map((name) => `maths-${name}`).join(" ");
}
