// When a step should read drafts: only while that gives more tokens in the time. Pure; told what steps brought and took.
//
// A step with drafts takes a little longer than one without and gives at least the same token. So a wrong guess costs a
// fraction of a step, a right one saves several. Guesses that did not pay raise what the next one must have behind it, and
// until the first of a series has come back no second one is made.

/** Ids that a guess must have in common with the text before it, at first, at least and at most. */
const FIRST_MATCH = 3;
const LEAST_MATCH = 2;
const MOST_MATCH = 64;
/** Steps without drafts that one with drafts takes as long as, before anything is measured. */
const FIRST_COST = 1.5;
/** Weight of the newest time in the running means. */
const NEWEST_SHARE = 0.2;

export class LookupPolicy {
  private needed = FIRST_MATCH;
  private isTrusted = false;
  private waiting = 0; // steps with drafts, in flight
  private series = 0;
  private plainMs: number | null = null;
  private draftMs: number | null = null;

  /** Whether the next step should read drafts. */
  mayDraft(matched: number): boolean {
    return matched >= this.needed && (this.isTrusted || this.waiting === 0);
  }

  /** Steps without drafts that one with drafts takes as long as. */
  get cost(): number {
    return this.plainMs && this.draftMs ? Math.max(1, this.draftMs / this.plainMs) : FIRST_COST;
  }

  /** A step with drafts is under way; returns what noteDrafted() wants back. */
  begin(): number {
    this.waiting++;
    return this.series;
  }

  notePlain(elapsedMs: number | null): void {
    if (elapsedMs !== null) this.plainMs = mix(this.plainMs, elapsedMs);
  }

  /** What came of a step with drafts: so many tokens, the one it would have given anyway included; none behind an end. */
  noteDrafted(series: number, tokens: number, elapsedMs: number | null): void {
    this.waiting--;
    if (elapsedMs !== null) this.draftMs = mix(this.draftMs, elapsedMs);
    if (tokens === 0 || series !== this.series) return; // guessed before it was known that the guess was wrong
    if (tokens > this.cost) {
      this.isTrusted = true;
      this.needed = Math.max(LEAST_MATCH, this.needed >> 1);
    } else {
      this.isTrusted = false;
      this.needed = Math.min(MOST_MATCH, this.needed * 2);
      this.series++;
    }
  }
}

const mix = (mean: number | null, value: number): number =>
  mean === null ? value : mean + (value - mean) * NEWEST_SHARE;
