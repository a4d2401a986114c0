import { describe, expect, it } from "vitest";
import type { Dispatch, Plan } from "../gpu/plan";
import { ChunkPacer } from "./pacer";

const plan = (...work: number[]): Plan => work.map((amount) => ({ work: amount }) as Dispatch);

/** Reads chunks on a machine of `workPerMs` until the size settles. */
function settle(pacer: ChunkPacer, workPerToken: number, workPerMs: number): number {
  for (let i = 0; i < 20; i++) {
    const count = pacer.nextChunk(1e6);
    pacer.split(plan(workPerToken), count);
    pacer.record(count, (count * workPerToken) / workPerMs);
  }
  return pacer.nextChunk(1e6);
}

describe("ChunkPacer", () => {
  it("reaches the largest chunk on a fast machine within four chunks", () => {
    const pacer = new ChunkPacer(512);
    const sizes = [1, 2, 3, 4].map(() => {
      const count = pacer.nextChunk(1e6);
      pacer.record(count, count / 20);
      return count;
    });
    expect(sizes).toEqual([16, 64, 256, 512]);
  });

  it("stays small on a slow machine and never below eight", () => {
    expect(settle(new ChunkPacer(512), 3e9, 3e9 / 20)).toBeLessThanOrEqual(32); // 20 ms a token
    expect(settle(new ChunkPacer(512), 3e9, 3e9 / 1000)).toBe(8);
  });

  it("never asks for more tokens than there are, and exactly a fixed number when told", () => {
    expect(new ChunkPacer(512).nextChunk(5)).toBe(5);
    expect(new ChunkPacer(512, 7).nextChunk(100)).toBe(7);
  });

  it("splits a chunk into submits of at most 100 ms at the measured rate, in order and without loss [F41]", () => {
    const pacer = new ChunkPacer(512, 16);
    const whole = plan(5e8, 5e8, 0, 5e8, 5e8, 5e8);
    pacer.split(whole, 16);
    pacer.record(16, 400); // 25e8 x 16 in 400 ms: 1e8 a ms, 1e10 a submit
    const parts = pacer.split(whole, 16);
    expect(parts.flat()).toEqual(whole);
    expect(parts.length).toBeGreaterThanOrEqual(4);
    for (const part of parts)
      expect(part.reduce((sum, { work }) => sum + work * 16, 0)).toBeLessThanOrEqual(1e10);
  });

  it("keeps one submit where the work is small", () => {
    expect(new ChunkPacer(512).split(plan(1, 2, 3), 8)).toHaveLength(1);
  });
});
