// What several runs of one measurement say together. Pure.
import type { Spread } from "./api";
import { invariant } from "./errors";

export function summarize(runs: readonly number[]): Spread {
  invariant(runs.length > 0, () => "there is no run to summarize");
  const sorted = [...runs].sort((a, b) => a - b);
  const at = (index: number): number => sorted[index] as number;
  const middle = sorted.length >> 1;
  const median = sorted.length % 2 === 1 ? at(middle) : (at(middle - 1) + at(middle)) / 2;
  return { median, min: at(0), max: at(sorted.length - 1), runs };
}
