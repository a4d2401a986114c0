// Runs on one baseline that stand close together make a segment: a line, a line's part in its column, a table's cell.
import type { Run } from "./runs";

export interface Segment {
  readonly text: string; // from left to right, with spaces where the runs stand apart
  readonly left: number;
  readonly right: number;
  readonly baseline: number;
  readonly size: number; // the largest run's
}

/** In font sizes: word spaces are 0.2 to 0.35, stretched ones in justified text up to 1. */
const WORD_GAP = 0.12;
const SEGMENT_GAP = 0.7; // narrow gutters between columns are 1
/** Raised and lowered marks stay on their line. */
const BASELINE_TOLERANCE = 0.4;

/** Segments from top to bottom, those of one line from left to right. */
export function buildSegments(runs: readonly Run[]): Segment[] {
  return groupByBaseline(runs).flatMap(splitLine);
}

/** Rows from the top; a member stands within a tolerance of its row's first. */
export function groupByBaseline<T extends { baseline: number; size: number; left: number }>(
  parts: readonly T[],
): T[][] {
  const rows: { baseline: number; size: number; parts: T[] }[] = [];
  for (const part of [...parts].sort((a, b) => a.baseline - b.baseline || a.left - b.left)) {
    const row = rows.at(-1);
    const tolerance = BASELINE_TOLERANCE * Math.max(row?.size ?? 0, part.size);
    if (row && part.baseline - row.baseline <= tolerance) {
      row.parts.push(part);
      if (part.size > row.size) Object.assign(row, { size: part.size, baseline: part.baseline });
    } else {
      rows.push({ baseline: part.baseline, size: part.size, parts: [part] });
    }
  }
  return rows.map((row) => row.parts.sort((a, b) => a.left - b.left));
}

function splitLine(runs: readonly Run[]): Segment[] {
  const segments: Segment[] = [];
  let open: Run[] = [];
  let right = 0;
  for (const run of runs) {
    const size = Math.max(run.size, open.at(-1)?.size ?? 0);
    if (open.length > 0 && run.left - right > SEGMENT_GAP * size) {
      segments.push(joinRuns(open));
      open = [];
    }
    right = open.length === 0 ? run.right : Math.max(right, run.right);
    open.push(run);
  }
  if (open.length > 0) segments.push(joinRuns(open));
  return segments;
}

function joinRuns(runs: readonly Run[]): Segment {
  const [first] = runs as [Run];
  let text = "";
  let previous: Run | null = null;
  let largest = first;
  let right = first.right;
  for (const run of runs) {
    if (previous && isSameDrawnTwice(previous, run)) continue;
    const gap = run.left - (previous?.right ?? run.left);
    text += previous && gap > WORD_GAP * Math.min(run.size, previous.size) ? ` ${run.text}` : run.text;
    if (run.size > largest.size) largest = run;
    right = Math.max(right, run.right);
    previous = run;
  }
  return { text, left: first.left, right, baseline: largest.baseline, size: largest.size };
}

/** Bold made by drawing twice, a hair apart. */
function isSameDrawnTwice(first: Run, second: Run): boolean {
  const hair = 0.1 * first.size;
  return (
    first.text === second.text && Math.abs(first.left - second.left) < hair && first.size === second.size
  );
}
