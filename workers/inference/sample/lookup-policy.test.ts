import { describe, expect, it } from "vitest";
import { Drafter } from "./draft-index";
import { LookupPolicy } from "./lookup-policy";
import { createRandom } from "./random";

const COLUMNS = 8;

/** Steps' worth of time that an answer takes, one step at a time, where one with drafts takes as long as `cost` without. */
function writeWith(prompt: readonly number[], answer: readonly number[], cost: number): number {
  const drafter = new Drafter(prompt);
  const policy = new LookupPolicy();
  let time = 0;
  for (let at = 0; at < answer.length; ) {
    let tokens = 1;
    if (policy.mayDraft(drafter.matched)) {
      const series = policy.begin();
      const guess = drafter.guess(COLUMNS - 1);
      while (tokens < COLUMNS && guess[tokens - 1] === answer[at + tokens - 1]) tokens++;
      time += cost;
      policy.noteDrafted(series, tokens, cost);
    } else {
      time += 1;
      policy.notePlain(1);
    }
    for (const id of answer.slice(at, at + tokens)) drafter.push(id);
    at += tokens;
  }
  return time;
}

/** Ids as uneven as words are: the n-th likeliest comes about 1 / n as often as the first. */
function words(count: number, seed: number): number[] {
  const random = createRandom(seed);
  return Array.from({ length: count }, () => Math.floor(2000 ** random()));
}

describe("a policy", () => {
  it("asks for three ids in common, and for more after each guess that did not pay", () => {
    const policy = new LookupPolicy();
    expect([policy.mayDraft(2), policy.mayDraft(3)]).toEqual([false, true]);
    policy.noteDrafted(policy.begin(), 1, null);
    expect([policy.mayDraft(5), policy.mayDraft(6)]).toEqual([false, true]);
    policy.noteDrafted(policy.begin(), 1, null);
    expect([policy.mayDraft(11), policy.mayDraft(12)]).toEqual([false, true]);
    policy.noteDrafted(policy.begin(), 8, null);
    expect([policy.mayDraft(5), policy.mayDraft(6)]).toEqual([false, true]);
  });

  it("tries one step first, and then as many as are in flight", () => {
    const policy = new LookupPolicy();
    const first = policy.begin();
    expect(policy.mayDraft(10)).toBe(false);
    policy.noteDrafted(first, 8, null);
    const second = policy.begin();
    expect(policy.mayDraft(10)).toBe(true);
    const third = policy.begin();
    policy.noteDrafted(second, 1, null);
    expect(policy.mayDraft(10)).toBe(false); // the third was guessed when the second was thought to be right
    policy.noteDrafted(third, 1, null);
    expect([policy.mayDraft(3), policy.mayDraft(4)]).toEqual([false, true]);
  });

  it("goes by what steps take", () => {
    const policy = new LookupPolicy();
    policy.notePlain(10);
    policy.noteDrafted(policy.begin(), 4, 60);
    expect(policy.cost).toBe(6);
    expect([policy.mayDraft(5), policy.mayDraft(6)]).toEqual([false, true]);
  });
});

describe("an answer", () => {
  const document = words(3000, 1);

  it("that copies 200 tokens takes less than half the time", () => {
    const copied = document.slice(1000, 1200);
    const prompt = [...document, 3001, 3002, ...copied.slice(0, 3)];
    expect(writeWith(prompt, copied.slice(3), 2)).toBeLessThan(200 / 2.5);
  });

  it.each([1.3, 2, 4])("that copies nothing takes at most 3 % more, with steps that cost %f", (cost) => {
    for (let seed = 10; seed < 20; seed++)
      expect(writeWith(document, words(400, seed), cost)).toBeLessThan(400 * 1.03);
  });
});
