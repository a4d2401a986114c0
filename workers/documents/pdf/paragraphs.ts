// Lines become paragraphs: a line that its column's edge ended is joined to the next, a line that its author ended is not.
// Directions are decided for whole paragraphs, as a Hebrew paragraph may hold a line of Latin words.
import { countRtlExcess, type Direction, hasRtl, reorder } from "./bidi";
import type { Line } from "./lines";

const PARAGRAPH_LEADING = 1.35; // of the block's usual distance between lines
const WIDEST_LEADING = 2.4; // font sizes: double spacing
const TABLE_LEADING = 3.5; // font sizes between a table's rows
const SIZE_CHANGE = 1.15; // a heading beside its text
const INDENT_SIZES = 0.8;
const NARROWEST_COLUMN_SIZES = 10; // about twenty letters; less is no column that breaks lines
const SPACE_SIZES = 0.25;
/** "• ", "– ", "1. ", "2.3 ", "(a) ": a list's item begins its line. */
const LIST_MARK = /^([•◦▪‣–—*·-]|\(?(\d{1,3}|[a-z]|[ivx]{1,5})[.)])\s|^\d{1,3}(\.\d{1,3})+\.?\s/i;
const HYPHEN_END = /\p{L}[-\u2010\u00ad]$/u;
const CJK = /[\u3000-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uff00-\uffef]/;

/** Ligatures and Arabic presentation forms are shapes of letters; soft hyphens show where a word may break. */
const SHAPES = /[\ufb00-\ufb06\ufb13-\ufb17\ufb1d-\ufdff\ufe70-\ufefc]+/g;

/** Words that the document writes with a hyphen inside a line; these keep it when a line ends there. */
export type HyphenatedWords = ReadonlySet<string>;

export function collectHyphenated(lines: readonly Line[], words: Set<string>): void {
  for (const { text } of lines) {
    for (const [word] of text.matchAll(/\p{L}+(?:[-\u2010]\p{L}+)+(?!\p{L}*[-\u2010]$)/gu))
      words.add(keyOf(word));
  }
}

const keyOf = (word: string): string => word.toLowerCase().replaceAll("\u2010", "-");

/** A page's text. A column that ends inside a sentence goes on in the next one. */
export function composePage(blocks: readonly (readonly Line[])[], words: HyphenatedWords): string {
  let text = "";
  for (const block of blocks) {
    const next = composeBlock(block, words);
    const goesOn = /[\p{L}\p{Nd},;\u2010-]$/u.test(text) && /^\p{Ll}/u.test(next) && !/\t.*$/.test(text);
    if (text === "") text = next;
    else text = goesOn ? joinLines(text, next, words) : `${text}\n\n${next}`;
  }
  return text;
}

function composeBlock(lines: readonly Line[], words: HyphenatedWords): string {
  return splitParagraphs(lines)
    .map((paragraph) => composeParagraph(paragraph, words))
    .join("\n\n");
}

const directionOf = (lines: readonly Line[]): Direction =>
  lines.reduce((sum, { text }) => sum + countRtlExcess(text), 0) > 0 ? "rtl" : "ltr";

interface Frame {
  readonly direction: Direction;
  readonly leading: number;
  readonly start: number; // where lines begin and end, in reading direction: end > start
  readonly end: number;
}

function measure(lines: readonly Line[]): Frame {
  const direction = directionOf(lines);
  const steps = lines.slice(1).map((line, index) => line.baseline - (lines[index] as Line).baseline);
  const sorted = steps.filter((step) => step > 0).sort((a, b) => a - b);
  const usual = sorted[Math.floor((sorted.length - 1) / 2)] ?? Number.POSITIVE_INFINITY;
  const sizes = lines.map(({ size }) => size).sort((a, b) => a - b);
  const leading = Math.min(usual, WIDEST_LEADING * (sizes[Math.floor(sizes.length / 2)] ?? 1));
  const left = lines.reduce((least, line) => Math.min(least, line.left), Number.POSITIVE_INFINITY);
  const right = lines.reduce((most, line) => Math.max(most, line.right), Number.NEGATIVE_INFINITY);
  return direction === "rtl"
    ? { direction, leading, start: -right, end: -left }
    : { direction, leading, start: left, end: right };
}

const startOf = (line: Line, { direction }: Frame): number => (direction === "rtl" ? -line.right : line.left);
const endOf = (line: Line, { direction }: Frame): number => (direction === "rtl" ? -line.left : line.right);

function splitParagraphs(lines: readonly Line[]): { lines: Line[]; frame: Frame }[] {
  const frame = measure(lines);
  const paragraphs: { lines: Line[]; frame: Frame }[] = [];
  for (const [index, line] of lines.entries()) {
    const previous = lines[index - 1];
    if (!previous || beginsParagraph(line, previous, frame)) paragraphs.push({ lines: [line], frame });
    else paragraphs.at(-1)?.lines.push(line);
  }
  return paragraphs;
}

function beginsParagraph(line: Line, previous: Line, frame: Frame): boolean {
  const step = line.baseline - previous.baseline;
  // Larger letters need larger steps; what is usual for the block is usual for its most frequent size.
  const usual = Math.max(frame.leading, 1.1 * Math.min(line.size, previous.size));
  if (isTable(line) && isTable(previous) && step > 0) return step > TABLE_LEADING * line.size;
  if (step > PARAGRAPH_LEADING * usual || step < 0) return true;
  const ratio = line.size / previous.size;
  if (ratio > SIZE_CHANGE || ratio < 1 / SIZE_CHANGE) return !isTable(line) && !isTable(previous);
  const indent = startOf(line, frame) - startOf(previous, frame);
  return indent > INDENT_SIZES * line.size && isFull(previous, frame) === false && !isTable(previous);
}

const isTable = ({ text }: Line): boolean => text.includes("\t");

/** Whether a line reaches its column's end, so that nothing says that its author ended it. */
const isFull = (line: Line, frame: Frame): boolean => frame.end - endOf(line, frame) < 2 * line.size;

const ENDS_AT_LEFT = /^["'”)\]]*[.,:;!?…][^.,:;!?…]/;
const ENDS_AT_RIGHT = /[.,:;!?…]["'“(\]]*$/;

/** A paragraph of both kinds of letters, or of Latin ones alone, shows its direction by the side of its last full stop. */
function paragraphDirection(lines: readonly Line[]): Direction {
  const last = lines.at(-1)?.text ?? "";
  const hasLatin = lines.some(({ text }) => /\p{Script=Latin}/u.test(text));
  if (!hasLatin) return directionOf(lines);
  if (ENDS_AT_LEFT.test(last) && !ENDS_AT_RIGHT.test(last)) return "rtl";
  if (ENDS_AT_RIGHT.test(last) && !ENDS_AT_LEFT.test(last)) return "ltr";
  return directionOf(lines);
}

function composeParagraph(
  { lines, frame }: { lines: readonly Line[]; frame: Frame },
  words: HyphenatedWords,
) {
  const direction = paragraphDirection(lines);
  let text = "";
  for (const [index, line] of lines.entries()) {
    const read = readLine(line, direction);
    const previous = lines[index - 1];
    if (!previous) text = read;
    else if (!isWordSplit(text, read) && endsByAuthor(previous, line, read, frame)) text += `\n${read}`;
    else text = joinLines(text, read, words);
  }
  return text.replaceAll("\u00ad", "");
}

function readLine(line: Line, direction: Direction): string {
  if (!hasRtl(line.text) && direction === "ltr") return line.text.replace(SHAPES, takeApart);
  // A line of Latin words alone among Hebrew ones; turned only where the paragraph is right to left, for its full stop.
  return reorder(line.text, direction, true).replace(SHAPES, takeApart);
}

const takeApart = (shapes: string): string => shapes.normalize("NFKC");

/** The next line's first word would still have fitted: the break was meant. */
function endsByAuthor(previous: Line, line: Line, read: string, frame: Frame): boolean {
  if (isTable(previous) || isTable(line) || LIST_MARK.test(read)) return true;
  if (frame.end - frame.start < NARROWEST_COLUMN_SIZES * line.size) return true; // an address, a label
  const firstWord = read.search(/\s/) < 0 ? read.length : read.search(/\s/);
  const width = ((line.right - line.left) * firstWord) / Math.max(1, read.length);
  const free = frame.end - endOf(previous, frame);
  return free > 1.1 * width + SPACE_SIZES * line.size + 0.02 * (frame.end - frame.start);
}

const isWordSplit = (text: string, next: string): boolean => HYPHEN_END.test(text) && /^\p{Ll}/u.test(next);

function joinLines(text: string, next: string, words: HyphenatedWords): string {
  if (isWordSplit(text, next)) {
    const start = /[\p{L}\u2010-]+$/u.exec(text.slice(-60))?.[0] ?? "";
    const rest = /^\p{L}+/u.exec(next)?.[0] ?? "";
    const isKept = !text.endsWith("\u00ad") && words.has(keyOf(start + rest));
    return isKept ? text + next : text.slice(0, -1) + next;
  }
  if (/[-\u2010\u2013\u2014/]$/u.test(text) && !/\s.$/u.test(text)) return text + next; // "2020–" "2026", "and/" "or"
  const areCjk = CJK.test(text.slice(-1)) && CJK.test(next.slice(0, 1));
  return areCjk ? text + next : `${text} ${next}`;
}
