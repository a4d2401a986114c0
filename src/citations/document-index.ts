// A document's whole text, folded, with what it takes to find the way back: for each slice where it begins in both texts. A hit
// over two pages is one stretch of the folded text.
import { endOfCharacter, foldInto, nextCut } from "./fold";
import type { Piece, SourceDocument } from "./source";

/** Units of source that are folded once more to find one offset. */
const SLICE_LENGTH = 4096;

export interface DocumentIndex {
  readonly document: SourceDocument;
  readonly folded: string;
  readonly slices: readonly Slice[];
  readonly wordStarts: Uint32Array; // a bit for each folded unit
}

interface Slice {
  readonly pageIndex: number;
  readonly from: number; // in the page's text
  readonly to: number;
  readonly foldedStart: number;
}

export function indexDocument(document: SourceDocument): DocumentIndex {
  const slices: Slice[] = [];
  const folding = openFolding();
  document.pages.forEach(({ text }, pageIndex) => {
    folding.beginPage();
    for (let from = 0; from < text.length; ) {
      const to = nextCut(text, Math.min(text.length, from + SLICE_LENGTH));
      slices.push({ pageIndex, from, to, foldedStart: folding.length() });
      folding.add(text, from, to);
      from = to;
    }
  });
  return { document, slices, ...folding.finish() };
}

function openFolding() {
  let units = new Uint16Array(1 << 16);
  let starts = new Uint32Array(1 << 11);
  let length = 0;
  let mayJoinDigits = false;
  const isDigit = (unit: number) => unit >= 0x30 && unit <= 0x39;
  const push = (unit: number, startsWord: boolean): void => {
    if (length === units.length) {
      const [longerUnits, longerStarts] = [new Uint16Array(length * 2), new Uint32Array(length >> 4)];
      longerUnits.set(units);
      longerStarts.set(starts);
      [units, starts] = [longerUnits, longerStarts];
    }
    units[length] = unit;
    if (startsWord) starts[length >> 5] = (starts[length >> 5] as number) | (1 << (length & 31));
    length += 1;
  };
  const write = (unit: number, _source: number, startsWord: boolean): void => {
    if (mayJoinDigits) {
      mayJoinDigits = false;
      if (length > 0 && isDigit(units[length - 1] as number) && isDigit(unit)) push(0x20, true);
    }
    push(unit, startsWord);
  };
  return {
    /** A figure at a page's end and one at the next page's beginning stay two. */
    beginPage: (): void => {
      mayJoinDigits = true;
    },
    add: (text: string, from: number, to: number): void => foldInto(text, from, to, write),
    length: () => length,
    finish: () => ({
      folded: new TextDecoder("utf-16le").decode(units.subarray(0, length)),
      wordStarts: starts,
    }),
  };
}

export function startsWord({ folded, wordStarts }: DocumentIndex, position: number): boolean {
  if (position <= 0 || position >= folded.length) return true;
  return (((wordStarts[position >> 5] as number) >>> (position & 31)) & 1) === 1;
}

/** The pages' stretches that folded[start, end) comes from. */
export function locate(index: DocumentIndex, start: number, end: number): Piece[] {
  const first = findSource(index, start);
  const last = findSource(index, Math.max(start, end - 1));
  const textOf = (pageIndex: number) => index.document.pages[pageIndex]?.text ?? "";
  const lastEnd = endOfCharacter(textOf(last.pageIndex), last.offset);
  const pieces: Piece[] = [];
  for (let pageIndex = first.pageIndex; pageIndex <= last.pageIndex; pageIndex++) {
    const pieceStart = pageIndex === first.pageIndex ? first.offset : 0;
    const pieceEnd = pageIndex === last.pageIndex ? lastEnd : textOf(pageIndex).trimEnd().length;
    if (pieceEnd > pieceStart) pieces.push({ pageIndex, start: pieceStart, end: pieceEnd });
  }
  return pieces;
}

function findSource(index: DocumentIndex, position: number): { pageIndex: number; offset: number } {
  const slice = findSlice(index.slices, position);
  const text = index.document.pages[slice.pageIndex]?.text ?? "";
  let left = position - slice.foldedStart;
  let offset = slice.to - 1;
  // A page that begins with a digit after one that ends with a digit has a space before it that no source unit stands for.
  if (left > 0 && index.folded[slice.foldedStart] === " ") left -= 1;
  foldInto(text, slice.from, slice.to, (_unit, source) => {
    if (left-- === 0) offset = source;
  });
  return { pageIndex: slice.pageIndex, offset };
}

/** The last slice that begins at or before `position` and holds something. */
function findSlice(slices: readonly Slice[], position: number): Slice {
  let low = 0;
  let high = slices.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((slices[middle] as Slice).foldedStart <= position) low = middle;
    else high = middle - 1;
  }
  return slices[low] as Slice;
}
