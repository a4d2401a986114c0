import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { findMissingStorage, forecast } from "./forecast";

const Q4 = 1.93e9;
const h200 = { gigabytesPerSecond: 4300, teraflopsPerSecond: 55, roomBytes: 4.3e9, isRoomAtLeast: true };
const laptop = { gigabytesPerSecond: 90, teraflopsPerSecond: 2, roomBytes: 2.3e9, isRoomAtLeast: false };

describe("forecast", () => {
  it("tells what was measured on an H200", () => {
    const { tokensPerSecond, pace, contextLength, isWholeContext } = forecast(h200, Q4);
    expect(tokensPerSecond).toBeGreaterThan(560);
    expect(tokensPerSecond).toBeLessThan(680);
    expect([pace, contextLength, isWholeContext]).toEqual(["fast", 262_144, true]);
  });

  it("lets bandwidth decide on a slow GPU, and memory its context", () => {
    const { tokensPerSecond, pace, contextLength, isWholeContext, neededBytes } = forecast(laptop, Q4);
    expect(Math.round(tokensPerSecond)).toBe(29);
    expect(tokensPerSecond * Q4).toBeGreaterThan(0.6 * 90e9);
    expect(pace).toBe("fast");
    expect([contextLength, isWholeContext]).toEqual([65_536, false]);
    expect(neededBytes).toBe(2.13e9);
  });

  it("says where the weights do not fit, and nothing of a context that was not looked for", () => {
    expect(forecast({ ...laptop, roomBytes: 2e9 }, Q4).contextLength).toBe(0);
    expect(forecast({ ...laptop, roomBytes: null }, Q4).contextLength).toBeNull();
    expect(forecast(h200, 4.2e9).contextLength).toBeNull();
  });

  it("names paces by how people read", () => {
    const paceOf = (gigabytesPerSecond: number) => forecast({ ...laptop, gigabytesPerSecond }, Q4).pace;
    expect([2, 20, 50, 200].map(paceOf)).toEqual(["poor", "slow", "readable", "fast"]);
    const onCpu = forecast({ ...laptop, gigabytesPerSecond: 20, teraflopsPerSecond: 0.01 }, Q4);
    expect([onCpu.pace, Math.round(onCpu.tokensPerSecond * 10)]).toEqual(["poor", 8]); // arithmetic decides
  });

  it("never expects more of a larger model", () => {
    const sizes = fc.double({ min: 1e6, max: 1e10, noNaN: true });
    fc.assert(
      fc.property(sizes, sizes, (a, b) => {
        const [small, large] = [Math.min(a, b), Math.max(a, b)].map((bytes) => forecast(laptop, bytes));
        expect(large?.tokensPerSecond).toBeLessThanOrEqual(small?.tokensPerSecond ?? 0);
        expect(large?.contextLength ?? 0).toBeLessThanOrEqual(small?.contextLength ?? 0);
      }),
    );
  });
});

describe("findMissingStorage", () => {
  it("wants the file and a little more, beside what is used", () => {
    expect(findMissingStorage({ usedBytes: 1e9, quotaBytes: 4e9 }, Q4)).toBe(0);
    expect(findMissingStorage({ usedBytes: 1e9, quotaBytes: 2e9 }, Q4)).toBeCloseTo(1.03e9, -3);
    expect(findMissingStorage({ usedBytes: null, quotaBytes: 2e9 }, Q4)).toBe(0);
    expect(findMissingStorage(null, Q4)).toBe(0);
  });
});
