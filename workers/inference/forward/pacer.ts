// Decides how many tokens go into a chunk and how much work into a submit, from the speed seen so far.
import type { Plan } from "../gpu/plan";

/**
 * A chunk should take about this long. A stopped answer does not wait for it, but the next one does; longer chunks read the
 * weights less often.
 */
const TARGET_CHUNK_MS = 250;
/** A submit never holds more than this, by the measured rate. */
const MAX_SUBMIT_MS = 100;
const FIRST_CHUNK = 16;
/** Below this a chunk reads the weights for too few tokens to pay; a slow GPU splits its layers over submits instead. */
const MIN_CHUNK = 8;
/** Multiply-adds a millisecond assumed before anything is measured: a slow integrated GPU. */
const FIRST_RATE = 2e8;

export class ChunkPacer {
  private chunk: number;
  private rate = FIRST_RATE;
  private workPerToken = 0;

  constructor(
    private readonly maxChunk: number,
    private readonly fixedChunk?: number,
  ) {
    this.chunk = Math.min(FIRST_CHUNK, maxChunk);
  }

  /** Tokens of the next chunk. */
  nextChunk(remaining: number): number {
    return Math.min(remaining, this.fixedChunk ?? this.chunk);
  }

  /** Notes how long a chunk took, from submit to done. Single tokens, bound by other things, are left out. */
  record(tokenCount: number, elapsedMs: number): void {
    if (this.workPerToken > 0 && elapsedMs > 0) {
      const measured = (this.workPerToken * tokenCount) / elapsedMs;
      // A chunk shorter than asked for says little about the rate of a long one.
      if (tokenCount >= this.chunk) this.rate = measured;
    }
    if (tokenCount < this.chunk) return;
    const growth = elapsedMs < TARGET_CHUNK_MS / 4 ? 4 : elapsedMs < TARGET_CHUNK_MS / 2 ? 2 : 1;
    if (growth > 1) this.chunk = Math.min(this.chunk * growth, this.maxChunk);
    else if (elapsedMs > TARGET_CHUNK_MS * 2)
      this.chunk = Math.max(this.chunk >> 1, Math.min(MIN_CHUNK, this.maxChunk));
  }

  /** Splits a plan into submits. */
  split(plan: Plan, tokenCount: number): Plan[] {
    const total = plan.reduce((sum, dispatch) => sum + dispatch.work, 0);
    this.workPerToken = total;
    const limit = this.rate * MAX_SUBMIT_MS;
    if (total * tokenCount <= limit) return [plan];
    const parts: Plan[] = [];
    let first = 0;
    let work = 0;
    plan.forEach((dispatch, index) => {
      const more = dispatch.work * tokenCount;
      if (work > 0 && work + more > limit) {
        parts.push(plan.slice(first, index));
        first = index;
        work = 0;
      }
      work += more;
    });
    parts.push(plan.slice(first));
    return parts;
  }
}
