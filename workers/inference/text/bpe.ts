// Byte-pair merging of one word: of all neighbouring pairs the earliest merge goes first, leftmost among equals, until none is
// left. A heap keeps it at n log n, since a text without spaces is one long word.
import type { PairTable } from "./pair-table";

export interface Merger {
  /** Merges `symbols` and appends the ids left to `out`. */
  merge(symbols: readonly number[], out: number[]): void;
}

/** Ranks and positions share one number of the heap: rank · 2^31 + position. */
const POSITION_RANGE = 2 ** 31;
const FIRST_CAPACITY = 256;

export function createMerger({ find, merged, ranks }: PairTable): Merger {
  // By position in the word: the piece there (-1 once merged into the one before it) and its neighbours.
  let pieces = new Int32Array(FIRST_CAPACITY);
  let previous = new Int32Array(FIRST_CAPACITY);
  let next = new Int32Array(FIRST_CAPACITY);
  const heap = createHeap();

  function pushPair(at: number, length: number): void {
    const after = next[at] as number;
    if (after >= length) return;
    const slot = find(pieces[at] as number, pieces[after] as number);
    if (slot >= 0) heap.push((ranks[slot] as number) * POSITION_RANGE + at);
  }

  function link(symbols: readonly number[]): void {
    if (symbols.length > pieces.length) {
      pieces = new Int32Array(symbols.length * 2);
      previous = new Int32Array(symbols.length * 2);
      next = new Int32Array(symbols.length * 2);
    }
    for (let at = 0; at < symbols.length; at++) {
      pieces[at] = symbols[at] as number;
      previous[at] = at - 1;
      next[at] = at + 1;
    }
  }

  /** Merges the pair that `key` stands for, unless one of the two has changed since it was pushed. */
  function applyPair(key: number, length: number): void {
    const at = key % POSITION_RANGE;
    const after = next[at] as number;
    if (pieces[at] === -1 || after >= length) return;
    const slot = find(pieces[at] as number, pieces[after] as number);
    if (slot < 0 || ranks[slot] !== (key - at) / POSITION_RANGE) return;
    pieces[at] = merged[slot] as number;
    pieces[after] = -1;
    const beyond = next[after] as number;
    next[at] = beyond;
    if (beyond < length) previous[beyond] = at;
    if ((previous[at] as number) >= 0) pushPair(previous[at] as number, length);
    pushPair(at, length);
  }

  return {
    merge(symbols, out) {
      const { length } = symbols;
      link(symbols);
      for (let at = 0; at + 1 < length; at++) pushPair(at, length);
      for (let key = heap.pop(); key >= 0; key = heap.pop()) applyPair(key, length);
      for (let at = 0; at < length; at = next[at] as number) out.push(pieces[at] as number);
    },
  };
}

interface Heap {
  push(key: number): void;
  /** The smallest key, or -1. */
  pop(): number;
}

function createHeap(): Heap {
  let keys = new Float64Array(FIRST_CAPACITY);
  let size = 0;
  return {
    push(key) {
      if (size === keys.length) {
        const larger = new Float64Array(size * 2);
        larger.set(keys);
        keys = larger;
      }
      let at = size++;
      while (at > 0) {
        const parent = (at - 1) >> 1;
        if ((keys[parent] as number) <= key) break;
        keys[at] = keys[parent] as number;
        at = parent;
      }
      keys[at] = key;
    },
    pop() {
      if (size === 0) return -1;
      const smallest = keys[0] as number;
      const key = keys[--size] as number;
      let at = 0;
      for (let child = 1; child < size; child = 2 * at + 1) {
        if (child + 1 < size && (keys[child + 1] as number) < (keys[child] as number)) child++;
        if ((keys[child] as number) >= key) break;
        keys[at] = keys[child] as number;
        at = child;
      }
      keys[at] = key;
      return smallest;
    },
  };
}
