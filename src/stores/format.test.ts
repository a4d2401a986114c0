import { describe, expect, it } from "vitest";
import { formatBytes, formatFigure, formatShare, formatWait } from "./format";

describe("formatBytes", () => {
  it("uses decimal units and few digits", () => {
    expect([0, 9, 820, 6_372_064, 104_000_000, 1_932_697_792].map(formatBytes)).toEqual([
      "0 kB",
      "1 kB",
      "1 kB",
      "6.4 MB",
      "104 MB",
      "1.93 GB",
    ]);
  });
  it("goes over to the next unit where rounding would show four digits", () => {
    expect([999_499, 999_500, 999_499_999, 999_500_000].map(formatBytes)).toEqual([
      "999 kB",
      "1.0 MB",
      "999 MB",
      "1.00 GB",
    ]);
  });
});

describe("formatShare", () => {
  it("says 100 % only at the end and 0 % only of nothing", () => {
    expect(formatShare(0, 1000)).toBe("0 %");
    expect(formatShare(1, 1000)).toBe("< 1 %");
    expect(formatShare(999.9, 1000)).toBe("99 %");
    expect(formatShare(1000, 1000)).toBe("100 %");
    expect(formatShare(1500, 1000)).toBe("150 %");
  });
});

describe("formatWait", () => {
  it("rounds as one would say it", () => {
    expect([0, 40.4, 89, 90, 720, 3600, 3900].map(formatWait)).toEqual([
      "1 s",
      "40 s",
      "89 s",
      "2 min",
      "12 min",
      "1 h",
      "1 h 5 min",
    ]);
  });
});

describe("formatFigure", () => {
  it("shows the digits that mean something, however large or small", () => {
    const shown = [13_271.4, 118.6, 43.25, 1.2345, 0.0145, 0].map(formatFigure);
    expect(shown).toEqual(["13,271", "119", "43.3", "1.23", "0.015", "0"]);
  });
});
