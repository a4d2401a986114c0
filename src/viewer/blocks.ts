// A document's pages cut into blocks of a few screens, so that a page may be a whole book: only blocks near the window are drawn.
// Pure.
import type { Piece, SourcePage } from "../citations/source";

export interface Paragraph {
  readonly start: number; // in the page's text
  readonly end: number;
  readonly isAfterGap: boolean; // an empty line stands before it
}

export interface Block {
  readonly pageIndex: number;
  readonly start: number;
  readonly end: number;
  readonly isPageStart: boolean;
}

/** Units of text in a block: two or three screens. */
const BLOCK_LENGTH = 4_000;
/** A line this long is cut between words; some files are one line. */
const MAX_LINE_LENGTH = 2_000;

export function splitBlocks(pages: readonly SourcePage[]): Block[] {
  return pages.flatMap(({ text }, pageIndex) => {
    const blocks: Block[] = [];
    let start = 0;
    do {
      const end = endOfBlock(text, start);
      blocks.push({ pageIndex, start, end, isPageStart: start === 0 });
      start = end;
    } while (start < text.length);
    return blocks;
  });
}

function endOfBlock(text: string, start: number): number {
  if (text.length - start <= BLOCK_LENGTH) return text.length;
  const line = text.lastIndexOf("\n", start + BLOCK_LENGTH);
  return line > start ? line + 1 : endOfWord(text, start, BLOCK_LENGTH);
}

/** After the last space within `length`, else after as many units, never inside a character. */
function endOfWord(text: string, start: number, length: number): number {
  const space = text.lastIndexOf(" ", start + length);
  if (space > start) return space + 1;
  const end = start + length;
  const splits = /[\udc00-\udfff]/.test(text[end] ?? "");
  return splits ? end + 1 : end;
}

export function splitParagraphs(text: string, { start, end }: Block): Paragraph[] {
  const paragraphs: Paragraph[] = [];
  let isAfterGap = false;
  for (let at = start; at < end; ) {
    const newline = text.indexOf("\n", at);
    const lineEnd = newline < 0 || newline >= end ? end : newline;
    if (text.slice(at, lineEnd).trim() === "") {
      isAfterGap = paragraphs.length > 0;
    } else {
      for (let from = at; from < lineEnd; ) {
        const to = lineEnd - from > MAX_LINE_LENGTH ? endOfWord(text, from, MAX_LINE_LENGTH) : lineEnd;
        paragraphs.push({ start: from, end: Math.min(to, lineEnd), isAfterGap });
        isAfterGap = false;
        from = to;
      }
    }
    at = lineEnd + 1;
  }
  return paragraphs;
}

/** Which block holds the beginning of a piece. */
export function findBlock(blocks: readonly Block[], { pageIndex, start }: Piece): number {
  let low = 0;
  let high = blocks.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    const block = blocks[middle] as Block;
    const isAtOrBefore =
      block.pageIndex < pageIndex || (block.pageIndex === pageIndex && block.start <= start);
    if (isAtOrBefore) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** About how many lines a block takes where so many characters fit in one. */
export function estimateLines(
  text: string,
  { start, end, isPageStart }: Block,
  charactersPerLine: number,
): number {
  let lines = isPageStart ? 3 : 0;
  for (let at = start; at < end; ) {
    const newline = text.indexOf("\n", at);
    const lineEnd = newline < 0 || newline >= end ? end : newline;
    lines += Math.max(0.5, Math.ceil((lineEnd - at) / charactersPerLine));
    at = lineEnd + 1;
  }
  return lines;
}

/** What a reader types to go to a page: its label, else its number. */
export function findPage(pages: readonly SourcePage[], wanted: string): number | null {
  const text = wanted.trim().toLowerCase();
  const byLabel = pages.findIndex(({ label }) => label.toLowerCase() === text);
  if (byLabel >= 0) return byLabel;
  const number = /^\d+$/.test(text) ? Number(text) : Number.NaN;
  return number >= 1 && number <= pages.length ? number - 1 : null;
}
