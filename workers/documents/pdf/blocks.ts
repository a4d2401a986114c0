// A page's segments in reading order: columns are told from tables, what spans them from what stands in them. A gutter is an
// upright strip that few segments cross; those that do (titles, wide figures' captions) part the columns above from those below.
import type { Segment } from "./segments";

/** Bands inside columns inside bands; a page needs three. Also bounds the work on forged pages. */
const MAX_DEPTH = 6;
const GUTTER_SIZES = 0.7; // of the font: the narrowest gutter
const MAX_CROSSING_SHARE = 0.35;
const MIN_LINES = 3; // in each column
const PROSE_LENGTH = 20; // characters of a median line in a column; table cells are shorter
const ALIGNED_SHARE = 0.5; // of lines beside a line of the other side: a table's cells all are
const HEADING_SIZE = 1.12; // of the text's
const BAND_GAP_SIZES = 0.5; // empty height between bands, in font sizes

export type Block = readonly Segment[];

export function splitBlocks(segments: readonly Segment[], isRtl: boolean, depth = 0): Block[] {
  if (segments.length < 2 * MIN_LINES || depth >= MAX_DEPTH) return segments.length === 0 ? [] : [segments];
  const gutter = findGutter(segments);
  if (gutter !== null) return splitAtGutter(segments, gutter, isRtl, depth);
  const bands = splitBands(segments);
  if (bands.length === 1) return [segments];
  const blocks = bands.flatMap((band) => splitBlocks(band, isRtl, depth + 1));
  return blocks.length === bands.length ? [segments] : blocks; // no columns in any band: one text
}

const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;

function splitAtGutter(segments: readonly Segment[], gutter: number, isRtl: boolean, depth: number): Block[] {
  const blocks: Block[] = [];
  let left: Segment[] = [];
  let right: Segment[] = [];
  let spanning: Segment[] = [];
  const flushColumns = (): void => {
    for (const column of isRtl ? [right, left] : [left, right]) {
      blocks.push(...splitBlocks(column, isRtl, depth + 1));
    }
    left = [];
    right = [];
  };
  const isHeading = recogniseHeadings(segments, gutter);
  for (const segment of segments) {
    const crosses = segment.left < gutter && segment.right > gutter;
    if (crosses || isHeading(segment)) {
      if (spanning.length === 0) flushColumns();
      spanning.push(segment);
      continue;
    }
    if (spanning.length > 0) blocks.push(spanning);
    spanning = [];
    (segment.right <= gutter ? left : right).push(segment);
  }
  if (spanning.length > 0) blocks.push(spanning);
  flushColumns();
  return blocks;
}

/** A short heading over both columns: larger than the text, with nothing beside it, and the other column above and below it. */
function recogniseHeadings(segments: readonly Segment[], gutter: number): (segment: Segment) => boolean {
  const size = median(segments.map((segment) => segment.size));
  return (heading) => {
    if (heading.size < HEADING_SIZE * size) return false;
    const isLeft = heading.right <= gutter;
    const others = segments.filter(({ left, right }) => (isLeft ? left >= gutter : right <= gutter));
    const isAbove = (other: Segment): boolean => other.baseline < heading.baseline - heading.size;
    const isBelow = (other: Segment): boolean => other.baseline - other.size > heading.baseline;
    return (
      others.some(isAbove) &&
      others.some(isBelow) &&
      others.every((other) => isAbove(other) || isBelow(other))
    );
  };
}

/** The middle of the best gutter, or null where the segments are one column or a table. */
function findGutter(segments: readonly Segment[]): number | null {
  const size = median(segments.map((segment) => segment.size));
  const maxCrossing = Math.floor(segments.length * MAX_CROSSING_SHARE);
  const candidates = listStrips(segments, maxCrossing).filter(
    ({ from, to }) => to - from >= GUTTER_SIZES * size,
  );
  candidates.sort((a, b) => a.crossing - b.crossing || b.to - b.from - (a.to - a.from));
  for (const { from, to } of candidates.slice(0, 8)) {
    const middle = (from + to) / 2;
    const left = segments.filter((segment) => segment.right <= middle);
    const right = segments.filter((segment) => segment.left >= middle);
    if (left.length >= MIN_LINES && right.length >= MIN_LINES && areColumns(left, right)) return middle;
  }
  return null;
}

interface Strip {
  readonly from: number;
  readonly to: number;
  readonly crossing: number; // segments over it
}

/** Upright strips between two neighbouring edges, widened while no more segments cross. */
function listStrips(segments: readonly Segment[], maxCrossing: number): Strip[] {
  const edges = segments
    .flatMap(({ left, right }) => [
      { at: left, step: 1 },
      { at: right, step: -1 },
    ])
    .sort((a, b) => a.at - b.at || b.step - a.step);
  const strips: Strip[] = [];
  let crossing = 0;
  for (const [index, { at, step }] of edges.entries()) {
    crossing += step;
    const next = edges[index + 1];
    if (next && next.at > at && crossing <= maxCrossing) strips.push({ from: at, to: next.at, crossing });
  }
  return strips;
}

function areColumns(left: readonly Segment[], right: readonly Segment[]): boolean {
  const lengths = [left, right].map((side) => median(side.map(({ text }) => text.length)));
  if (lengths.every((length) => length >= PROSE_LENGTH)) return true;
  const [fewer, more] = left.length <= right.length ? [left, right] : [right, left];
  const baselines = more.map(({ baseline }) => baseline).sort((a, b) => a - b);
  const aligned = fewer.filter(({ baseline, size }) => isNear(baselines, baseline, 0.2 * size)).length;
  return aligned < ALIGNED_SHARE * fewer.length;
}

function isNear(sorted: readonly number[], value: number, tolerance: number): boolean {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] as number) < value - tolerance) low = middle + 1;
    else high = middle;
  }
  return low < sorted.length && (sorted[low] as number) <= value + tolerance;
}

/** Parts with empty height between them, from the top. */
function splitBands(segments: readonly Segment[]): Segment[][] {
  const bands: Segment[][] = [];
  let bottom = Number.NEGATIVE_INFINITY;
  for (const segment of [...segments].sort((a, b) => a.baseline - b.baseline)) {
    const top = segment.baseline - 0.8 * segment.size;
    if (top - bottom > BAND_GAP_SIZES * segment.size) bands.push([]);
    bands.at(-1)?.push(segment);
    bottom = Math.max(bottom, segment.baseline + 0.2 * segment.size);
  }
  return bands;
}
