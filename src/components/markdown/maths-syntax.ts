// Where formulas stand in Markdown: $$…$$ and \[…\] on lines of their own or in a sentence, \(…\), and $…$ where it is no price.

export interface MathsToken {
  readonly type: "maths";
  readonly raw: string;
  readonly text: string; // TeX
  readonly isDisplay: boolean;
  readonly isOpen: boolean; // its end has not come yet
}

/** Longer ones stay text: KaTeX works through them on the page's own thread. */
const MAX_LENGTH = 5_000;

/** Stands before a formula whose end is made up, so that it is known for one. A noncharacter: no text holds it. */
export const OPEN_MARK = "\ufdd2";

const SENTENCE_END = /^[ \t]*[.,;:]?[ \t]*(?:\n|$)/;

/** A formula on lines of its own at the beginning of `src`. While an answer grows, one without an end reaches to there. */
export function matchBlock(src: string, isGrowing: boolean): MathsToken | undefined {
  const [opening] = /^ {0,3}(?:\$\$(?!\$)|\\\[)/.exec(src) ?? [];
  if (opening === undefined) return undefined;
  const closing = opening.endsWith("$") ? "$$" : "\\]";
  const paragraph = src.slice(0, MAX_LENGTH).split(/\n[ \t]*\n/, 1)[0] ?? "";
  const end = findUnescaped(paragraph, closing, opening.length);
  if (end < 0) {
    const isTail = isGrowing && paragraph.length === src.length;
    return isTail ? token(src, src.slice(opening.length), true, true) : undefined;
  }
  const [rest] = SENTENCE_END.exec(paragraph.slice(end + closing.length)) ?? [];
  const text = paragraph.slice(opening.length, end);
  if (rest === undefined || text.trim() === "") return undefined;
  const length = end + closing.length + rest.length;
  const raw = src[length] === "\n" && !rest.endsWith("\n") ? src.slice(0, length + 1) : src.slice(0, length);
  return token(raw, text, true, false);
}

/** Where in `src` a line begins such a formula, or -1. */
export function findBlock(src: string, isGrowing: boolean): number {
  for (const { index } of src.matchAll(/\n(?= {0,3}(?:\$\$|\\\[))/g)) {
    if (matchBlock(src.slice(index + 1), isGrowing)) return index + 1;
  }
  return -1;
}

const DOLLARS = /^\$(?![\s$])((?:\\[^\n]|[^\\$`\n]){1,600})(?<!\s)\$(?![\p{L}\p{N}$])/u;

/** A formula at the beginning of `src`, which stands in a sentence after `before`. */
export function matchInline(src: string, before: string): MathsToken | undefined {
  if (src.startsWith("$$")) return matchBetween(src, "$$", "$$", true);
  if (src.startsWith("\\[")) return matchBetween(src, "\\[", "\\]", true);
  if (src.startsWith("\\(")) return matchBetween(src, "\\(", "\\)", false);
  if (!src.startsWith("$") || /[\p{L}\p{N}$]$/u.test(before)) return undefined;
  const [raw, text = ""] = DOLLARS.exec(src) ?? [];
  return raw === undefined || isProse(text) ? undefined : token(raw, text, false, false);
}

function matchBetween(
  src: string,
  opening: string,
  closing: string,
  isDisplay: boolean,
): MathsToken | undefined {
  const end = findUnescaped(src.slice(0, MAX_LENGTH), closing, opening.length);
  const text = end < 0 ? "" : src.slice(opening.length, end);
  if (text.trim() === "" || /\n[ \t]*\n/.test(text)) return undefined;
  const isOpen = text.startsWith(OPEN_MARK);
  if (!isOpen && opening !== "$$" && isEscape(text, isDisplay)) return undefined;
  return token(src.slice(0, end + closing.length), isOpen ? text.slice(1) : text, isDisplay, isOpen);
}

const token = (raw: string, text: string, isDisplay: boolean, isOpen: boolean): MathsToken => ({
  type: "maths",
  raw,
  text: text.trim(),
  isDisplay,
  isOpen,
});

function findUnescaped(text: string, closing: string, from: number): number {
  for (let at = text.indexOf(closing, from); at >= 0; at = text.indexOf(closing, at + 1)) {
    const [slashes = ""] = /\\*$/.exec(text.slice(Math.max(0, at - 8), at)) ?? [];
    if (slashes.length % 2 === 0) return at;
  }
  return -1;
}

const hasTex = (text: string): boolean => /[\\^_{}=+*/<>|]/.test(text);
const withoutCommands = (text: string): string => text.replace(/\\[a-z]+(?:\{[^{}]*\})?/gi, " ");

/** "$5 or the 6$ …" are prices, "$some words$" are words. */
function isProse(text: string): boolean {
  const plain = withoutCommands(text);
  if (/^\d/.test(text) && /\p{L}{2,}/u.test(plain)) return true;
  return /\s/.test(text.trim()) && /\p{L}{2,}/u.test(plain) && !hasTex(text);
}

/** Markdown writes a plain bracket as `\[` or `\(`: "\[1\]", "\(see below\)". */
function isEscape(text: string, isBracket: boolean): boolean {
  if (hasTex(text)) return false;
  return isBracket ? !/[-!]|\p{L}\s*\(/u.test(text) : /\p{L}{2,}\s+\p{L}{2,}/u.test(text);
}

interface Span {
  readonly start: number;
  readonly end: number;
}

/** All formulas of a sentence, in order. */
export function findInline(src: string): Span[] {
  const found: Span[] = [];
  for (let at = nextDelimiter(src, 0); at >= 0; at = nextDelimiter(src, at)) {
    const match = matchInline(src.slice(at, at + MAX_LENGTH), src.slice(Math.max(0, at - 2), at));
    if (match) found.push({ start: at, end: at + match.raw.length });
    at += match ? match.raw.length : src[at] === "\\" || src.startsWith("$$", at) ? 2 : 1;
  }
  return found;
}

export function nextDelimiter(src: string, from: number): number {
  const found = src.slice(from).search(/\$|\\[([\\$]/);
  return found < 0 ? -1 : from + found;
}

/** A formula in the sentence that has no end yet. */
export function findOpen(src: string): { readonly start: number; readonly closing: string } | null {
  const closed = findInline(src);
  const from = closed.at(-1)?.end ?? 0;
  const pattern = /\$\$|\\\(|\\\[|\\\\|\\\$/g;
  pattern.lastIndex = from;
  for (let match = pattern.exec(src); match; match = pattern.exec(src)) {
    const closing = { $$: "$$", "\\(": "\\)", "\\[": "\\]" }[match[0]];
    if (closing && !src.includes(closing, match.index + 2)) return { start: match.index, closing };
  }
  return null;
}
