// What a part of a document says, as the model reads it and as a reader is told of it.
import type { DocumentFormat, DocumentPage } from "../../workers/documents/api";
import type { Texts } from "../i18n/catalogue";
import { currentTexts } from "../i18n/language-store";
import type { DocumentPart, PassageRange } from "../storage/conversations";
import { cutSentences } from "./sentences";

type Pages = readonly DocumentPage[];

export const WHOLE: DocumentPart = { kind: "whole" };

export function textOfPart(pages: Pages, part: DocumentPart): string {
  switch (part.kind) {
    case "whole":
      return joinPages(pages);
    case "pages":
      return joinPages(pages.filter(({ number }) => number >= part.from && number <= part.to));
    case "beginning":
      return joinPages(pages).slice(0, part.characterCount).trimEnd();
    case "passages":
      return joinPassages(pages, part.passages);
    default:
      return part satisfies never;
  }
}

/** A page break is no break in what is said, and where it is one, an empty line is what a reader of text sees. */
function joinPages(pages: Pages): string {
  return pages
    .map(({ text }) => text)
    .filter((text) => text.trim() !== "")
    .join("\n\n");
}

/** In the document's order, each under the page it is from: the model is to know that something lies between them. */
function joinPassages(pages: Pages, passages: readonly PassageRange[]): string {
  const byNumber = new Map(pages.map((page) => [page.number, page]));
  const inOrder = [...passages].sort((a, b) => a.page - b.page || a.start - b.start);
  return inOrder
    .flatMap(({ page: number, start, end }) => {
      const page = byNumber.get(number);
      if (!page) return [];
      const heading = pages.length > 1 ? `[${namePage(page)}]\n` : "";
      return [heading + page.text.slice(start, end).trim()];
    })
    .join("\n\n");
}

/** A label that counts pages ("12", "iv"), and is no heading, as chapters have. */
export const isPageNumber = (label: string): boolean => label.length <= 8 && !/\s/.test(label);

/** For the model: always in the same words, so that what was read before is known again. */
export const namePage = ({ label }: Pick<DocumentPage, "label">): string =>
  isPageNumber(label) ? `Page ${label}` : label;

/** An EPUB has no pages: its text is in parts, most of them chapters. */
export type PageUnit = "page" | "part";

export const unitOf = (format: DocumentFormat | undefined): PageUnit => (format === "epub" ? "part" : "page");

/** "12 pages", "pages 3–9 of 40", "4 passages"; nothing for a whole document of one page. */
export function describePart(
  part: DocumentPart,
  pageCount: number | null,
  unit: PageUnit = "page",
  { library: { parts } }: Pick<Texts, "library"> = currentTexts(),
): string | null {
  const texts = parts[unit];
  const all = pageCount === 1 ? null : pageCount;
  switch (part.kind) {
    case "whole":
      return all === null ? null : texts.all(all);
    case "pages": {
      const { from, to } = part;
      if (from === to) return all === null ? texts.one(from) : texts.oneOf(from, all);
      return all === null ? texts.range(from, to) : texts.rangeOf(from, to, all);
    }
    case "beginning":
      return parts.beginning;
    case "passages":
      return parts.passages(part.passages.length);
    default:
      return part satisfies never;
  }
}

type CountTokens = (text: string) => Promise<number>;

export interface FittingPart {
  readonly part: DocumentPart;
  readonly tokenCount: number;
}

/**
 * As many first pages as fit, or the beginning of a first page that does not; null where not even a line fits. Exact: what is
 * offered has been counted as a whole, as tokens of pages do not add up to those of their text.
 */
export async function findFirstPart(
  pages: Pages,
  room: number,
  countTokens: CountTokens,
): Promise<FittingPart | null> {
  const pagesUpTo = (count: number): DocumentPart => ({ kind: "pages", from: 1, to: count });
  const best = await findLargest(pages.length, room, (count) =>
    countTokens(textOfPart(pages, pagesUpTo(count))),
  );
  if (best) return { part: pagesUpTo(best.value), tokenCount: best.tokenCount };
  const ends = cutSentences(joinPages(pages)).map(({ end }) => end);
  const upTo = (index: number): DocumentPart => ({
    kind: "beginning",
    characterCount: ends[index - 1] ?? 0,
  });
  const cut = await findLargest(ends.length, room, (index) => countTokens(textOfPart(pages, upTo(index))));
  return cut && { part: upTo(cut.value), tokenCount: cut.tokenCount };
}

/** The largest number from 1 to `count` whose tokens fit. */
async function findLargest(
  count: number,
  room: number,
  measure: (value: number) => Promise<number>,
): Promise<{ readonly value: number; readonly tokenCount: number } | null> {
  let found: { value: number; tokenCount: number } | null = null;
  let low = 1;
  let high = count;
  while (low <= high) {
    const value = (low + high) >> 1;
    const tokenCount = await measure(value);
    if (tokenCount <= room) {
      found = { value, tokenCount };
      low = value + 1;
    } else high = value - 1;
  }
  return found;
}
