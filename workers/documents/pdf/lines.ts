// A block's segments as lines from the top, still in visual order; parts that stand apart in a line are a table's cells.
import { groupByBaseline, type Segment } from "./segments";

export interface Line {
  readonly text: string; // visual; a tab between cells
  readonly left: number;
  readonly right: number;
  readonly baseline: number;
  readonly size: number;
}

/** In font sizes: less is a word space stretched to justify a line. */
const CELL_GAP = 1.2;

export function buildLines(block: readonly Segment[]): Line[] {
  return groupByBaseline(block).map((row) => {
    const [first] = row as [Segment];
    return {
      text: row.reduce(
        (text, segment, index) => text + separator(row[index - 1], segment) + segment.text,
        "",
      ),
      left: first.left,
      right: row.reduce((most, { right }) => Math.max(most, right), first.right),
      baseline: first.baseline,
      size: row.reduce((most, { size }) => Math.max(most, size), 0),
    };
  });
}

function separator(previous: Segment | undefined, next: Segment): string {
  if (!previous) return "";
  return next.left - previous.right > CELL_GAP * Math.max(previous.size, next.size) ? "\t" : " ";
}
