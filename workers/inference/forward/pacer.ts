// Decides how many tokens go into a chunk and how much work into a submit, from the speed seen so far.
import type { Plan } from "../gpu/plan";

/** A chunk should take about this long: two of them bound how late a stop can be. */
const TARGET_CHUNK_MS = 60;
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
      // A short chunk says little about the rate of a long one, so only what is slower or comparable counts.
      this.rate = tokenCount >= this.chunk ? measured : Math.min(this.rate, measured);
    }
    if (tokenCount < this.chunk) return;
    if (elapsedMs < TARGET_CHUNK_MS / 2) this.chunk = Math.min(this.chunk * 2, this.maxChunk);
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
