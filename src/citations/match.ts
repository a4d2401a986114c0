// A quotation → where the documents say it: word for word, or apart from spacing, quotes, case and the like, or nearly, with what
// differs. Words left out with "…" may lie between the parts of a quotation, in the document's order.
import { allowedDistance, findAll, findClose } from "./close-match";
import { compareWords, type DifferencePart } from "./difference";
import { type DocumentIndex, locate, startsWord } from "./document-index";
import { foldText } from "./fold";
import type { Piece, Place } from "./source";

export type Match =
  | {
      readonly kind: "found";
      readonly how: "exact" | "normalised" | "close";
      readonly places: readonly Place[]; // at least one, in the documents' order
      readonly placeCount: number; // may be more than are listed
      readonly difference: readonly DifferencePart[]; // of a close one
    }
  | { readonly kind: "missing" };

/** Beyond this many places a passage is only counted. */
const MAX_LISTED = 50;
const MAX_COUNTED = 1_000;
/** A stretch this long may begin and end inside a word; in a shorter one that is chance. */
const LONG_LENGTH = 24;

/** Units by which a close stretch may grow to whole words, at each end. */
const MAX_WIDENING = 24;

const MISSING: Match = { kind: "missing" };

interface Stretch {
  readonly start: number; // in the folded text
  readonly end: number;
}

export function matchQuotation(indexes: readonly DocumentIndex[], quotation: string): Match {
  const parts = splitParts(quotation);
  if (parts.length === 0) return MISSING;
  const found =
    parts.length === 1 ? matchWhole(indexes, quotation, parts[0] ?? "") : matchParts(indexes, parts);
  return found ?? matchClosely(indexes, quotation, parts);
}

/** A quotation's folded parts, without those that are too short to be looked for. */
function splitParts(quotation: string): string[] {
  return quotation
    .split(/\s*(?:\[\s*(?:\.\.\.|…)\s*\]|\(\s*(?:\.\.\.|…)\s*\)|\.\.\.|…)\s*/u)
    .map(foldText)
    .filter((folded) => folded !== "");
}

/** Where a folded text stands: as a whole word or words, unless it is long or may stand inside words. */
export function findFolded(
  index: DocumentIndex,
  folded: string,
  limit: number,
  { isInsideWords } = { isInsideWords: false },
): Stretch[] {
  const stretches: Stretch[] = [];
  if (folded === "") return stretches;
  const isFree = isInsideWords || folded.length >= LONG_LENGTH;
  for (let at = index.folded.indexOf(folded); at >= 0; at = index.folded.indexOf(folded, at + 1)) {
    const end = at + folded.length;
    if (isFree || (startsWord(index, at) && startsWord(index, end))) stretches.push({ start: at, end });
    if (stretches.length >= limit) break;
  }
  return stretches;
}

function matchWhole(indexes: readonly DocumentIndex[], quotation: string, folded: string): Match | null {
  const places: Place[] = [];
  let placeCount = 0;
  for (const index of indexes) {
    const stretches = findFolded(index, folded, MAX_COUNTED - placeCount);
    placeCount += stretches.length;
    for (const stretch of stretches.slice(0, MAX_LISTED - places.length)) {
      places.push(placeOf(index, [stretch]));
    }
  }
  if (places.length === 0) return null;
  const isExact = (place: Place) => isVerbatim(indexes, place, quotation);
  const exact = places.filter(isExact);
  const ordered = exact.length > 0 ? [...exact, ...places.filter((place) => !isExact(place))] : places;
  const how = exact.length > 0 ? "exact" : "normalised";
  return { kind: "found", how, places: ordered, placeCount, difference: [] };
}

function isVerbatim(indexes: readonly DocumentIndex[], place: Place, quotation: string): boolean {
  const [piece, ...others] = place.pieces;
  const pages = indexes.find(({ document }) => document.id === place.documentId)?.document.pages;
  if (!piece || others.length > 0) return false;
  // Punctuation at a quotation's end may be the answer's own.
  const bare = quotation.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}\p{M}]+$/gu, "");
  const text = pages?.[piece.pageIndex]?.text.slice(piece.start, piece.end) ?? "";
  return text.replace(/^[^\p{L}\p{N}]+/u, "") === bare;
}

function matchParts(indexes: readonly DocumentIndex[], parts: readonly string[]): Match | null {
  for (const index of indexes) {
    const stretches = findInOrder(index, parts);
    if (!stretches) continue;
    return {
      kind: "found",
      how: "normalised",
      places: [placeOf(index, stretches)],
      placeCount: 1,
      difference: [],
    };
  }
  return null;
}

function findInOrder(index: DocumentIndex, parts: readonly string[]): Stretch[] | null {
  const stretches: Stretch[] = [];
  for (const part of parts) {
    const from = stretches.at(-1)?.end ?? 0;
    const start = findAll(index.folded, part, MAX_COUNTED).find(
      (at) => at >= from && (part.length >= LONG_LENGTH || startsWord(index, at)),
    );
    if (start === undefined) return null;
    stretches.push({ start, end: start + part.length });
  }
  return stretches;
}

/** All parts must be near; the one that is farthest decides. */
function matchClosely(indexes: readonly DocumentIndex[], quotation: string, parts: readonly string[]): Match {
  let best: { index: DocumentIndex; stretches: Stretch[]; distance: number } | null = null;
  for (const index of indexes) {
    const stretches = parts.map((part) => findNear(index, part));
    if (!stretches.every((stretch) => stretch !== null) || !isInOrder(stretches)) continue;
    const distance = stretches.reduce((sum, stretch) => sum + stretch.distance, 0);
    if (best === null || distance < best.distance) best = { index, stretches, distance };
  }
  if (best === null) return MISSING;
  const { index } = best;
  const place = placeOf(
    index,
    best.stretches.map((stretch) => widenToWords(index, stretch)),
  );
  const pages = index.document.pages;
  const text = place.pieces
    .map(({ pageIndex, start, end }) => pages[pageIndex]?.text.slice(start, end))
    .join("\n");
  return {
    kind: "found",
    how: "close",
    places: [place],
    placeCount: 1,
    difference: compareWords(quotation, text),
  };
}

function findNear(index: DocumentIndex, part: string): (Stretch & { distance: number }) | null {
  const [exact] = findFolded(index, part, 1);
  if (exact) return { ...exact, distance: 0 };
  return allowedDistance(part.length) === 0 ? null : findClose(index.folded, part);
}

const isInOrder = (stretches: readonly Stretch[]): boolean =>
  stretches.every(({ start }, index) => start >= (stretches[index - 1]?.end ?? 0));

function widenToWords(index: DocumentIndex, { start, end }: Stretch): Stretch {
  let [from, to] = [start, end];
  while (!startsWord(index, from) && start - from < MAX_WIDENING) from -= 1;
  while (!startsWord(index, to) && to - end < MAX_WIDENING) to += 1;
  return { start: from, end: to };
}

function placeOf(index: DocumentIndex, stretches: readonly Stretch[]): Place {
  const pieces: Piece[] = stretches.flatMap(({ start, end }) => locate(index, start, end));
  return { documentId: index.document.id, pieces };
}
