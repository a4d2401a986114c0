// Where a folded quotation stands in a folded text with a few changes, by edit distance. Short ones: one pass of Myers'
// bit-parallel search over the whole text. Long ones: pieces that occur exactly name the places worth comparing.

export interface CloseMatch {
  readonly start: number;
  readonly end: number;
  readonly distance: number; // units inserted, removed or replaced
}

/** Below this a few changes make another text. */
const MIN_LENGTH = 12;
/** Longer ones are compared up to here; their rest follows the same place. */
const MAX_LENGTH = 2_000;
const SHORT_LENGTH = 16;
const SHORT_SHARE = 0.2;
const SHARE = 0.25;
/** What fits the bits of one integer. */
const WORD_BITS = 31;
const SEED_LENGTH = 8;
const MAX_SEEDS = 256;
/** Of the rolling hash of a piece; what collides only costs a vote. */
const BASE = 0x01000193;
const BASE_POWER = Array.from({ length: SEED_LENGTH }).reduce<number>((power) => Math.imul(power, BASE), 1);
/** A piece that is everywhere says nothing. */
const MAX_HITS_PER_SEED = 200;
const MAX_CANDIDATES = 4;
/** Of a quotation's pieces: with fewer of them in one place it is not that place, and need not be compared. */
const MIN_VOTE_SHARE = 1 / 16;
/** Hits on diagonals this near to each other speak for the same place. */
const DIAGONAL_BITS = 5;

export function allowedDistance(length: number): number {
  if (length < MIN_LENGTH) return 0;
  return Math.floor(length * (length < SHORT_LENGTH ? SHORT_SHARE : SHARE));
}

/** The nearest place, the first of equals; null where none is near enough. */
export function findClose(folded: string, quotation: string): CloseMatch | null {
  const pattern = quotation.slice(0, MAX_LENGTH);
  const allowed = allowedDistance(pattern.length);
  if (allowed === 0) return null;
  let best: CloseMatch | null = null;
  for (const from of pattern.length <= WORD_BITS
    ? scan(folded, pattern, allowed)
    : findCandidates(folded, pattern)) {
    const slack = allowed + (1 << DIAGONAL_BITS);
    const match = align(folded, pattern, from - slack, from + pattern.length + slack);
    if (match.distance <= (best ? best.distance - 1 : allowed)) best = match;
  }
  return best;
}

const bits = new Int32Array(0x10000);

/** About where the best match begins: Myers 1999, in Hyyrö's form. */
function scan(folded: string, pattern: string, allowed: number): number[] {
  const length = pattern.length;
  for (let i = 0; i < length; i++) {
    const unit = pattern.charCodeAt(i);
    bits[unit] = (bits[unit] as number) | (1 << i);
  }
  const top = 1 << (length - 1);
  let [plus, minus, distance, best, bestEnd] = [-1, 0, length, allowed + 1, -1];
  for (let j = 0; j < folded.length; j++) {
    const equal = bits[folded.charCodeAt(j)] as number;
    const diagonal = (((equal & plus) + plus) ^ plus) | equal | minus;
    const right = minus | ~(diagonal | plus);
    const left = plus & diagonal;
    if (right & top) distance += 1;
    else if (left & top) distance -= 1;
    plus = (left << 1) | ~(diagonal | (right << 1));
    minus = (right << 1) & diagonal;
    if (distance < best) [best, bestEnd] = [distance, j + 1];
  }
  for (let i = 0; i < length; i++) bits[pattern.charCodeAt(i)] = 0;
  return bestEnd < 0 ? [] : [bestEnd - length];
}

/** About where a match may begin, the likeliest first: where pieces of the pattern occur, one pass for all of them. */
function findCandidates(folded: string, pattern: string): number[] {
  const seeds = hashSeeds(pattern);
  const votes = new Map<number, { count: number; from: number }>();
  let hash = 0;
  for (let at = 0; at < folded.length; at++) {
    const gone = at < SEED_LENGTH ? 0 : folded.charCodeAt(at - SEED_LENGTH);
    hash = (Math.imul(hash, BASE) + folded.charCodeAt(at) - Math.imul(gone, BASE_POWER)) | 0;
    if (seeds.filter[hash & 0xffff] === 0) continue;
    const seed = seeds.byHash.get(hash);
    if (!seed || at < SEED_LENGTH - 1 || seed.hits >= MAX_HITS_PER_SEED) continue;
    seed.hits += 1;
    const from = at - SEED_LENGTH + 1 - seed.offset;
    const vote = votes.get(from >> DIAGONAL_BITS);
    if (vote) vote.count += 1;
    else votes.set(from >> DIAGONAL_BITS, { count: 1, from });
  }
  const ranked = [...votes.values()].sort((a, b) => b.count - a.count || a.from - b.from);
  const enough = Math.max((ranked[0]?.count ?? 0) / 2, seeds.byHash.size * MIN_VOTE_SHARE);
  return ranked
    .slice(0, MAX_CANDIDATES)
    .filter(({ count }) => count >= enough)
    .map(({ from }) => from);
}

interface Seed {
  readonly offset: number; // in the pattern
  hits: number;
}

function hashSeeds(pattern: string) {
  const byHash = new Map<number, Seed>();
  const filter = new Uint8Array(0x10000);
  const stride = Math.max(1, Math.floor(pattern.length / MAX_SEEDS));
  for (let offset = 0; offset + SEED_LENGTH <= pattern.length; offset += stride) {
    let hash = 0;
    for (let i = 0; i < SEED_LENGTH; i++) hash = (Math.imul(hash, BASE) + pattern.charCodeAt(offset + i)) | 0;
    if (byHash.has(hash)) continue;
    byHash.set(hash, { offset, hits: 0 });
    filter[hash & 0xffff] = 1;
  }
  return { byHash, filter };
}

export function findAll(text: string, wanted: string, limit: number): number[] {
  const found: number[] = [];
  for (let at = text.indexOf(wanted); at >= 0 && found.length < limit; at = text.indexOf(wanted, at + 1)) {
    found.push(at);
  }
  return found;
}

/** The stretch of folded[from, to) nearest to the pattern (Sellers 1980); each cell carries where its path began. */
function align(folded: string, pattern: string, from: number, to: number): CloseMatch {
  const base = Math.max(0, from);
  const width = Math.min(folded.length, to) - base;
  let distances = new Int32Array(width + 1);
  let starts = Int32Array.from(distances, (_value, j) => j);
  let nextDistances = new Int32Array(width + 1);
  let nextStarts = new Int32Array(width + 1);
  for (let i = 1; i <= pattern.length; i++) {
    const unit = pattern.charCodeAt(i - 1);
    nextDistances[0] = i;
    nextStarts[0] = 0;
    for (let j = 1; j <= width; j++) {
      const replaced = (distances[j - 1] as number) + (folded.charCodeAt(base + j - 1) === unit ? 0 : 1);
      const removed = (distances[j] as number) + 1;
      const inserted = (nextDistances[j - 1] as number) + 1;
      const least = Math.min(replaced, removed, inserted);
      nextDistances[j] = least;
      nextStarts[j] = (
        least === replaced ? starts[j - 1] : least === removed ? starts[j] : nextStarts[j - 1]
      ) as number;
    }
    [distances, nextDistances] = [nextDistances, distances];
    [starts, nextStarts] = [nextStarts, starts];
  }
  let end = 0;
  for (let j = 1; j <= width; j++) if ((distances[j] as number) <= (distances[end] as number)) end = j;
  return { start: base + (starts[end] as number), end: base + end, distance: distances[end] as number };
}
