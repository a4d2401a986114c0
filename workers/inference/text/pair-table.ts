// Which two neighbouring pieces merge, into what, and how early: an open-addressing hash table over (left id, right id),
// several times faster to ask than a Map of strings.

export interface PairTable {
  /** Slot of the pair, or -1. */
  find(left: number, right: number): number;
  readonly merged: Int32Array; // by slot: the piece that the pair becomes
  readonly ranks: Int32Array; // by slot: lower merges first; equal ranks merge leftmost first
}

export interface MergeList {
  readonly lefts: readonly number[];
  readonly rights: readonly number[];
  readonly merged: readonly number[];
  readonly ranks: readonly number[];
}

const hash = (left: number, right: number): number => {
  const mixed = Math.imul(left, 0x9e3779b1) ^ Math.imul(right, 0x85ebca77);
  return mixed ^ (mixed >>> 15);
};

/** Of a pair listed twice the first stays. */
export function createPairTable({ lefts, rights, merged, ranks }: MergeList): PairTable {
  const size = 2 ** Math.ceil(Math.log2(lefts.length * 2 + 2)); // at most half full
  const mask = size - 1;
  const leftOf = new Int32Array(size).fill(-1);
  const rightOf = new Int32Array(size);
  const mergedOf = new Int32Array(size);
  const rankOf = new Int32Array(size);
  for (const [index, left] of lefts.entries()) {
    const right = rights[index] as number;
    let slot = hash(left, right) & mask;
    while (leftOf[slot] !== -1 && !(leftOf[slot] === left && rightOf[slot] === right))
      slot = (slot + 1) & mask;
    if (leftOf[slot] !== -1) continue;
    leftOf[slot] = left;
    rightOf[slot] = right;
    mergedOf[slot] = merged[index] as number;
    rankOf[slot] = ranks[index] as number;
  }
  return {
    find: (left, right) => {
      let slot = hash(left, right) & mask;
      for (;;) {
        const found = leftOf[slot];
        if (found === -1) return -1;
        if (found === left && rightOf[slot] === right) return slot;
        slot = (slot + 1) & mask;
      }
    },
    merged: mergedOf,
    ranks: rankOf,
  };
}
