import fc from "fast-check";
import { expect, test } from "vitest";
import { MAX_ATTEMPTS, parseRetryAfterMs, rateLimitDelayMs, retryDelayMs } from "./back-off";

test("waits double up to thirty seconds and half of each is chance", () => {
  const attempts = Array.from({ length: MAX_ATTEMPTS }, (_, index) => index + 1);
  expect(attempts.map((attempt) => retryDelayMs(attempt, () => 1))).toEqual([
    1_000, 2_000, 4_000, 8_000, 16_000, 30_000, 30_000, 30_000,
  ]);
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 100 }),
      fc.double({ min: 0, max: 1, noNaN: true }),
      (attempt, chance) => {
        const delay = retryDelayMs(attempt, () => chance);
        expect(delay).toBeGreaterThanOrEqual(500);
        expect(delay).toBeLessThanOrEqual(30_000);
      },
    ),
  );
});

test("a rate limit waits as long as the server says, and thirty seconds or more where it does not", () => {
  expect(rateLimitDelayMs(7_000, 1, () => 1)).toBe(7_000);
  expect(rateLimitDelayMs(0, 1, () => 0)).toBe(1_000);
  expect(rateLimitDelayMs(86_400_000, 1, () => 0)).toBe(600_000);
  expect(rateLimitDelayMs(null, 1, () => 0)).toBe(30_000);
  expect(rateLimitDelayMs(null, 2, () => 1)).toBe(90_000);
});

test("Retry-After is read as seconds or as a date, and nonsense is nothing", () => {
  const now = Date.UTC(2026, 0, 1);
  expect(parseRetryAfterMs("120", now)).toBe(120_000);
  expect(parseRetryAfterMs(new Date(now + 5_000).toUTCString(), now)).toBe(5_000);
  expect(parseRetryAfterMs(new Date(now - 5_000).toUTCString(), now)).toBe(0);
  expect(parseRetryAfterMs("soon", now)).toBeNull();
  expect(parseRetryAfterMs(null, now)).toBeNull();
});
