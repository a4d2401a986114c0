import { expect, it } from "vitest";
import { createRandom } from "./random";

it("gives sfc32's numbers, the same everywhere", () => {
  // From the same ten lines in Python with unbounded integers.
  const take3 = (random: () => number) => [random(), random(), random()];
  expect(take3(createRandom(42))).toEqual([0.9066156058106571, 0.03377833683043718, 0.7557707352098078]);
  expect(take3(createRandom(2 ** 40 + 7))).toEqual([
    0.058550765039399266, 0.9283393465448171, 0.5733486285898834,
  ]);
});

it("fills 0 to 1 evenly (chi-square, 99.9 %)", () => {
  const random = createRandom(1);
  const bins = new Array(64).fill(0);
  for (let draw = 0; draw < 64_000; draw++) bins[Math.floor(random() * 64)]++;
  expect(bins.reduce((sum, count) => sum + (count - 1000) ** 2 / 1000, 0)).toBeLessThan(103.4); // 63 degrees of freedom
});
