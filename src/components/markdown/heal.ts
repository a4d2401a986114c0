// What has come of an answer so far, as if it ended here in good order: a growing answer shows no stray signs of Markdown.
import remend from "remend";
import { findInline, findOpen, OPEN_MARK } from "./maths-syntax";

/** Ends a table whose second line has not come yet, so that its first does not show as a row of bars. */
export function healTable(text: string): string {
  const start = text.lastIndexOf("\n\n") + 1;
  const lines = text.slice(start).replace(/^\n/, "").split("\n");
  const [header = "", rule = ""] = lines;
  const isUnruled = lines.length === 1 || (lines.length === 2 && /^[|\-: ]*$/.test(rule));
  if (!/^\|.*\S/.test(header) || !isUnruled) return text;
  const columns = header.replace(/^\||\|\s*$/g, "").split("|").length;
  const head = lines.length === 1 ? text : text.slice(0, text.length - rule.length - 1);
  return `${head}\n|${" - |".repeat(columns)}`;
}

/** Signs that a line may begin with and that say what it is only with what follows: "-" may become a list, a rule, a heading. */
const UNDECIDED_LINE = /(?:^|\n)[ \t]*(?:[-=*+>|]{1,3}|#{1,6}|`{1,3}|~{1,3}|\\|\$)[ \t]*$/;

/** The last blocks of a growing answer. */
export function healBlocks(text: string): string {
  const decided = text.replace(UNDECIDED_LINE, "");
  return endsInFence(decided) ? decided : healTable(decided);
}

function endsInFence(text: string): boolean {
  let fence = "";
  for (const [, signs = "", info = ""] of text.matchAll(/^[ \t>]*(`{3,}|~{3,})([^\n]*)$/gm)) {
    if (fence === "") fence = signs;
    else if (signs.startsWith(fence) && info.trim() === "") fence = "";
  }
  return fence !== "";
}

/** Stands for a formula while the rest is healed: none of its signs is Markdown's. */
const FORMULA = "\ufdd3";

const healing = {
  linkMode: "text-only",
  katex: false,
  setextHeadings: false,
  comparisonOperators: false,
  singleTilde: false,
} as const;

/** The last sentences of a growing answer. */
export function healInline(text: string): string {
  const open = findOpen(text);
  const whole = open ? text.slice(0, open.start) : text;
  const formulas = findInline(whole).map(({ start, end }) => ({ start, end, raw: whole.slice(start, end) }));
  let masked = "";
  let from = 0;
  for (const { start, end } of formulas) {
    masked += whole.slice(from, start) + FORMULA;
    from = end;
  }
  masked += whole.slice(from) + (open ? FORMULA : "");
  const raws = formulas.map(({ raw }) => raw);
  if (open) {
    const opening = text.slice(open.start, open.start + 2);
    raws.push(`${opening}${OPEN_MARK}${text.slice(open.start + 2)} ${open.closing}`);
  }
  let next = 0;
  return remend(masked, healing).replaceAll(FORMULA, () => raws[next++] ?? "");
}
