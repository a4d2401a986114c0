// Guesses how an answer goes on from where its last words stood before, in the prompt or in the answer itself: an index of
// all places by the three ids, or the two, that lead up to them. Pure.

/** What comes next as far as this goes: ids from `from` on, which followed the same `length` ids before. */
export interface Match {
  readonly from: number;
  readonly length: number;
}

/** Longer matches are as good as this one. */
const MAX_LENGTH = 64;
/** Places with the same three ids that are looked at: the newest. */
const MAX_CANDIDATES = 64;
const NONE = -1;

export class DraftIndex {
  private ids: Uint32Array;
  private count = 0;
  private readonly bits: number;
  /** The newest place with a hash, and from a place to the one before it with the same. */
  private readonly newest: Int32Array;
  private before: Int32Array;
  private readonly newestPair: Int32Array;
  private pairBefore = NONE;

  constructor(ids: ArrayLike<number>) {
    const capacity = Math.max(1024, ids.length * 2);
    this.bits = Math.min(18, Math.max(10, Math.ceil(Math.log2(capacity))));
    this.ids = new Uint32Array(capacity);
    this.before = new Int32Array(capacity);
    this.newest = new Int32Array(2 ** this.bits).fill(NONE);
    this.newestPair = new Int32Array(2 ** this.bits).fill(NONE);
    for (let at = 0; at < ids.length; at++) this.push(ids[at] as number);
  }

  get length(): number {
    return this.count;
  }

  at(index: number): number | undefined {
    return index < this.count ? this.ids[index] : undefined;
  }

  push(id: number): void {
    if (this.count === this.ids.length) this.grow();
    const end = this.count++;
    this.ids[end] = id;
    const three = this.hash(end, 3);
    this.before[end] = this.newest[three] as number;
    this.newest[three] = end;
    const two = this.hash(end, 2);
    this.pairBefore = this.newestPair[two] as number;
    this.newestPair[two] = end;
  }

  /** The longest match of at least three ids, the newest of equals; otherwise the newest of two; null without any. */
  find(): Match | null {
    let best: Match | null = null;
    const last = this.count - 1;
    let place = last >= 2 ? (this.before[last] as number) : NONE;
    for (let looked = 0; place !== NONE && looked < MAX_CANDIDATES; looked++) {
      const length = this.countEqual(place);
      if (length >= 3 && length > (best?.length ?? 0)) best = { from: place + 1, length };
      place = this.before[place] as number;
    }
    if (best || last < 1 || this.pairBefore === NONE) return best;
    const length = this.countEqual(this.pairBefore);
    return length >= 2 ? { from: this.pairBefore + 1, length } : null;
  }

  /** Ids up to `place` that equal those up to the end. */
  private countEqual(place: number): number {
    const shift = this.count - 1 - place;
    let length = 0;
    while (length < MAX_LENGTH && place - length >= 0) {
      if (this.ids[place - length] !== this.ids[place - length + shift]) break;
      length++;
    }
    return length;
  }

  /** Of the last ids up to a place; those before the first count as 0. */
  private hash(end: number, size: number): number {
    let mixed = size;
    for (let i = 0; i < size; i++)
      mixed = Math.imul(mixed ^ (this.ids[end - i] ?? 0), 0x9e3779b1) ^ (mixed >>> 15);
    return Math.imul(mixed, 0x85ebca6b) >>> (32 - this.bits);
  }

  private grow(): void {
    const ids = new Uint32Array(this.ids.length * 2);
    ids.set(this.ids);
    this.ids = ids;
    const before = new Int32Array(ids.length);
    before.set(this.before);
    this.before = before;
  }
}

/** Follows an answer token by token, holding on to a match for as long as it comes true. */
export class Drafter {
  private readonly index: DraftIndex;
  private match: Match | null = null;

  constructor(ids: ArrayLike<number>) {
    this.index = new DraftIndex(ids);
    this.match = this.index.find();
  }

  /** Ids that the text before and the guess's source have in common; 0 without a guess. */
  get matched(): number {
    return this.match?.length ?? 0;
  }

  /** From the source of the guess to what is guessed: the same for as long as the guess comes true. */
  get distance(): number {
    return this.match ? this.index.length - this.match.from : 0;
  }

  push(id: number): void {
    const { match } = this;
    const isTrue = match !== null && this.index.at(match.from) === id;
    this.index.push(id);
    this.match = isTrue ? { from: match.from + 1, length: match.length + 1 } : this.index.find();
  }

  /** The next ids by the guess; what it says of itself goes on as it began. */
  guess(count: number): number[] {
    const { match } = this;
    if (!match) return [];
    const ids: number[] = [];
    for (let i = 0; i < count; i++)
      ids.push(this.index.at(match.from + i) ?? (ids[i - this.distance] as number));
    return ids;
  }
}
