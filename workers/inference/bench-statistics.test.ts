import { describe, expect, it } from "vitest";
import { summarize } from "./bench-statistics";

describe("summarize", () => {
  it("takes the middle run of an odd number, by size and not by text", () => {
    expect(summarize([100, 9, 20])).toEqual({ median: 20, min: 9, max: 100, runs: [100, 9, 20] });
  });

  it("takes the mean of the two middle runs of an even number", () => {
    expect(summarize([4, 1, 3, 10]).median).toBe(3.5);
  });

  it("keeps a single run as it is, and refuses none", () => {
    expect(summarize([7])).toEqual({ median: 7, min: 7, max: 7, runs: [7] });
    expect(() => summarize([])).toThrow("no run");
  });
});
