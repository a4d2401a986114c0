// Headers, footers and page numbers: what stands at the top or bottom of many pages and differs in numbers alone. It is left
// out, as it would cut sentences that go over a page; a header with words stays where it comes first, as it may say what the
// document is.
import { groupByBaseline, type Segment } from "./segments";

const MIN_PAGES = 3;
/** Left and right pages may differ, and chapters begin without a header. */
const MIN_SHARE = 0.35;
const ROWS_LOOKED_AT = 2; // at each end of a page
const PLACE_TOLERANCE = 12; // points

interface Row {
  readonly key: string;
  readonly place: number;
  readonly segments: readonly Segment[];
}

const keyOf = (row: readonly Segment[]): string =>
  row
    .map(({ text }) => text)
    .join(" ")
    .replace(/\p{Nd}+/gu, "#")
    .replace(/^[\s\-–—.|]*[ivxlc]+[\s\-–—.|]*$/i, "#") // roman numerals alone
    .replace(/\s+/g, " ");

function listRows(page: readonly Segment[]): Row[] {
  const rows = groupByBaseline(page);
  const ends = new Set([...rows.slice(0, ROWS_LOOKED_AT), ...rows.slice(-ROWS_LOOKED_AT)]);
  return [...ends].map((row) => ({ key: keyOf(row), place: row[0]?.baseline ?? 0, segments: row }));
}

/** The pages without their furniture. */
export function removeFurniture(pages: readonly (readonly Segment[])[]): Segment[][] {
  const rowsOf = pages.map(listRows);
  const placesOf = new Map<string, number[]>();
  for (const { key, place } of rowsOf.flat()) {
    const places = placesOf.get(key);
    if (places) places.push(place);
    else placesOf.set(key, [place]);
  }
  const needed = Math.max(MIN_PAGES, Math.ceil(MIN_SHARE * pages.length));
  const isFurniture = ({ key, place }: Row): boolean => {
    const places = placesOf.get(key) ?? [];
    if (places.length < needed) return false;
    const near = places.filter((other) => Math.abs(other - place) <= PLACE_TOLERANCE).length;
    return near >= needed;
  };
  const seen = new Set<string>();
  return pages.map((page, index) => {
    const removed = new Set<Segment>();
    for (const row of (rowsOf[index] ?? []).filter(isFurniture)) {
      const isKept = /\p{L}{3}/u.test(row.key) && !seen.has(row.key);
      seen.add(row.key);
      if (!isKept) for (const segment of row.segments) removed.add(segment);
    }
    return page.filter((segment) => !removed.has(segment));
  });
}
