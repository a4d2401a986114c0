// What a search shows of a message: the stretch that has most of the found words, as plain text, with the words marked.
import { findTerms, termsOf } from "../stores/words";
import type { MarkedText, Stretch } from "./api";

const SNIPPET_LENGTH = 150;
/** What is shown before the first found word. */
const LEAD_LENGTH = 40;
/** A word is cut here at most, to end a snippet between words. */
const LONGEST_WORD = 24;

/** Markdown without its signs, on one line. */
export function toPlainText(markdown: string): string {
  return markdown
    .replace(/^\s*(?:```.*|~~~.*|\|?[ :|-]*---[ :|-]*)$/gm, " ")
    .replace(/!?\[([^\]\n]*)\]\([^)\n]*\)/g, "$1")
    .replace(/^\s*(?:#{1,6}|>|[-*+])\s+/gm, "")
    .replace(/\*+|`+|__+|\s*\|\s*/g, (signs) => (signs.includes("|") ? " " : ""))
    .replace(/\s+/g, " ")
    .trim();
}

/** `text` is plain and has at least one of the terms; otherwise its beginning is shown, unmarked. */
export function cutSnippet(text: string, terms: ReadonlySet<string>): MarkedText {
  const marks = findTerms(text, terms);
  const first = densest(text, marks);
  const start = first <= LEAD_LENGTH ? 0 : wordStart(text, first - LEAD_LENGTH, first);
  const end = wordEnd(text, start + SNIPPET_LENGTH);
  const before = start > 0 ? "…" : "";
  const after = end < text.length ? "…" : "";
  const shift = before.length - start;
  return {
    text: before + text.slice(start, end).trimEnd() + after,
    marks: marks
      .filter((mark) => mark.start >= start && mark.end <= end)
      .map((mark) => ({ start: mark.start + shift, end: mark.end + shift })),
  };
}

/** The mark from which on a snippet's length has the most different words. */
function densest(text: string, marks: readonly Stretch[]): number {
  let best = { start: 0, count: 0 };
  for (const [index, { start }] of marks.entries()) {
    const words = new Set<string>();
    for (const mark of marks.slice(index)) {
      if (mark.end > start + SNIPPET_LENGTH - LEAD_LENGTH) break;
      words.add(termsOf(text.slice(mark.start, mark.end))[0] ?? "");
    }
    if (words.size > best.count) best = { start, count: words.size };
  }
  return best.start;
}

/** The beginning of the first word after a place, not behind `latest`. */
function wordStart(text: string, place: number, latest: number): number {
  const space = text.indexOf(" ", place);
  return space >= 0 && space < latest ? space + 1 : place;
}

function wordEnd(text: string, place: number): number {
  if (place >= text.length) return text.length;
  const space = text.lastIndexOf(" ", place);
  return space > place - LONGEST_WORD ? space : place;
}
