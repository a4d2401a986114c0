import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Drafter, DraftIndex } from "./draft-index";

/** The longest match of at least two by looking everywhere, the newest of equals. */
function findSlowly(ids: readonly number[], least: number): { from: number; length: number } | null {
  let best: { from: number; length: number } | null = null;
  for (let from = ids.length - 1; from > 0; from--) {
    let length = 0;
    while (length < 64 && from - 1 - length >= 0 && ids[from - 1 - length] === ids[ids.length - 1 - length])
      length++;
    if (length >= least && length > (best?.length ?? 0)) best = { from, length };
  }
  return best;
}

const someIds = fc.array(fc.nat(2), { maxLength: 60, size: "max" });

describe("the index", () => {
  it("finds the longest match, as if it had looked everywhere", () => {
    fc.assert(
      fc.property(someIds, (ids) => {
        const found = new DraftIndex(ids).find();
        const longest = findSlowly(ids, 3);
        if (longest) expect(found).toEqual(longest);
        else {
          const pair = findSlowly(ids, 2);
          expect(found).toEqual(pair && { ...pair, length: 2 });
        }
      }),
    );
  });

  it("finds nothing that is not there", () => {
    expect(new DraftIndex([]).find()).toBeNull();
    expect(new DraftIndex([1, 2, 3, 4, 5]).find()).toBeNull();
    expect(new DraftIndex([7, 2, 9, 8, 2]).find()).toBeNull();
  });

  it("takes more ids than it was made for", () => {
    const index = new DraftIndex([]);
    const ids = Array.from({ length: 5000 }, (_, at) => (at * at) % 4999);
    for (const id of [...ids, ...ids.slice(100, 140)]) index.push(id);
    expect(index.find()).toEqual({ from: 140, length: 40 });
    expect(index.length).toBe(5040);
  });
});

describe("a drafter", () => {
  it("goes on where the words stood before, for as long as that comes true", () => {
    const drafter = new Drafter([1, 2, 3, 4, 5, 6, 7, 90, 1, 2, 3]);
    expect(drafter.matched).toBe(3);
    expect(drafter.guess(4)).toEqual([4, 5, 6, 7]);
    const { distance } = drafter;
    drafter.push(4);
    drafter.push(5);
    expect([drafter.matched, drafter.distance]).toEqual([5, distance]);
    expect(drafter.guess(2)).toEqual([6, 7]);
    drafter.push(50);
    expect(drafter.matched).toBe(0);
    expect(drafter.guess(3)).toEqual([]);
  });

  it("repeats what repeats itself", () => {
    expect(new Drafter([5, 6, 5, 6, 5]).guess(5)).toEqual([6, 5, 6, 5, 6]);
  });

  it("guesses as if it had been made anew, wherever its last guess was wrong", () => {
    fc.assert(
      fc.property(someIds, someIds, (before, after) => {
        const drafter = new Drafter(before);
        const ids = [...before];
        for (const id of after) {
          const [guessed] = drafter.guess(1);
          drafter.push(id);
          ids.push(id);
          if (guessed !== id) expect(drafter.guess(8)).toEqual(new Drafter(ids).guess(8));
          expect(drafter.guess(8).length === 8).toBe(drafter.matched > 0);
        }
      }),
    );
  });
});
