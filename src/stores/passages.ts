// Finding the passages of a document that a question is about: BM25 over stretches of some 200 words, words compared without
// case, diacritics and vowel points. minisearch comes with the first search.
import type { DocumentPage } from "../../workers/documents/api";
import type { PassageRange } from "../storage/conversations";
import { cutSentences } from "./sentences";
import { listTerms, splitWords } from "./words";

export interface FoundPassage {
  readonly range: PassageRange;
  readonly pageLabel: string; // what the document calls it
  readonly text: string;
  readonly score: number;
}

const WORDS_IN_PASSAGE = 200;
/** A rest shorter than this joins the passage before it. */
const WORDS_IN_REST = 60;
/** Passages indexed between two breaths of the page. */
const INDEX_STEP = 200;

/** Passages end where a sentence or a line does, and none crosses a page: each has one page number. */
export function cutPassages(pages: readonly DocumentPage[]): PassageRange[] {
  return pages.flatMap(({ number: page, text }) => {
    const passages: (PassageRange & { words: number })[] = [];
    for (const sentence of cutSentences(text)) {
      const last = passages.at(-1);
      if (last && last.words + sentence.words <= WORDS_IN_PASSAGE) {
        passages[passages.length - 1] = { ...last, end: sentence.end, words: last.words + sentence.words };
      } else passages.push({ page, ...sentence });
    }
    const rest = passages.at(-1);
    const before = passages.at(-2);
    if (rest && before && rest.words < WORDS_IN_REST) {
      passages.splice(-2, 2, { ...before, end: rest.end, words: before.words + rest.words });
    }
    return passages.map(({ start, end }) => ({ page, start, end }));
  });
}

export interface PassageSearch {
  /** The best first. */
  find(question: string, limit: number): readonly FoundPassage[];
}

export async function openPassageSearch(
  pages: readonly DocumentPage[],
  signal: AbortSignal,
): Promise<PassageSearch> {
  const { default: MiniSearch } = await import("minisearch");
  const labels = new Map(pages.map(({ number, label }) => [number, label]));
  const texts = new Map(pages.map(({ number, text }) => [number, text]));
  const passages = cutPassages(pages);
  const textOf = ({ page, start, end }: PassageRange): string => texts.get(page)?.slice(start, end) ?? "";
  const index = new MiniSearch<{ id: number; text: string }>({
    fields: ["text"],
    tokenize: splitWords,
    processTerm: listTerms,
  });
  for (let from = 0; from < passages.length; from += INDEX_STEP) {
    signal.throwIfAborted();
    const step = passages.slice(from, from + INDEX_STEP);
    index.addAll(step.map((range, offset) => ({ id: from + offset, text: textOf(range) })));
    await new Promise((resolve) => setTimeout(resolve));
  }
  return {
    find: (question, limit) =>
      index
        .search(question, { prefix: isLong, fuzzy: (term) => (isLong(term) ? 0.2 : false) })
        .slice(0, limit)
        .flatMap(({ id, score }) => {
          const range = passages[id as number];
          if (!range) return [];
          return [{ range, score, text: textOf(range), pageLabel: labels.get(range.page) ?? "" }];
        }),
  };
}

/** Endings and slips of the pen are forgiven in words long enough to be told apart. */
const isLong = (term: string): boolean => term.length >= 5;
