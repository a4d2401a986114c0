import { expect, test } from "vitest";
import { createRateMeter } from "./rate-meter";

test("says nothing for two seconds and gives no time left for five", () => {
  const meter = createRateMeter(0);
  for (let ms = 100; ms <= 1_900; ms += 100) meter.add(100_000, ms);
  expect(meter.bytesPerSecond(1_900)).toBeNull();
  for (let ms = 2_000; ms <= 4_000; ms += 100) meter.add(100_000, ms);
  expect(meter.bytesPerSecond(4_000)).toBeCloseTo(1_000_000, -3);
  expect(meter.secondsLeft(10_000_000, 4_000)).toBeNull();
  for (let ms = 4_100; ms <= 6_000; ms += 100) meter.add(100_000, ms);
  expect(meter.secondsLeft(10_000_000, 6_000)).toBeCloseTo(10, 1);
});

test("follows a line that became slower", () => {
  const meter = createRateMeter(0);
  for (let ms = 100; ms <= 10_000; ms += 100) meter.add(1_000_000, ms);
  for (let ms = 10_100; ms <= 30_000; ms += 100) meter.add(10_000, ms);
  const rate = meter.bytesPerSecond(30_000) ?? 0;
  expect(rate).toBeGreaterThan(100_000);
  expect(rate).toBeLessThan(400_000);
});

test("a stalled line has no time left to tell", () => {
  const meter = createRateMeter(0);
  meter.add(1_000, 1_000);
  expect(meter.secondsLeft(1_000, 120_000)).toBeNull();
});
