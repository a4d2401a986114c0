import { describe, expect, it } from "vitest";
import { describeBench, median } from "./bench-table.mjs";

const spread = (runs: number[]) => ({
  median: median(runs),
  min: Math.min(...runs),
  max: Math.max(...runs),
  runs,
});

const jamba = {
  gpu: { description: "", vendor: "acme", architecture: "one" },
  model: { name: "Toy", weightBytes: 2e9 },
  loadMs: [4000, 3000, 8000],
  leftOut: [{ kind: "depth", tokens: 9 }],
  figures: {
    decode: [
      {
        depth: 0,
        tokensPerSecond: spread([490, 500, 530]),
        gigabytesPerSecond: 920,
        bandwidthShare: 0.21,
        encodeMsPerToken: spread([0.3]),
        forkMs: spread([0.7]),
      },
    ],
    prefill: [{ depth: 0, length: 512, tokensPerSecond: spread([7000, 7100]), teraflopsPerSecond: 40 }],
    reachDepth: [],
    lookup: [
      {
        depth: 0,
        foreseen: 8,
        without: spread([490, 500]),
        with: spread([990, 1000]),
        timesAsFast: 2.01,
        triedGuesses: 120,
        rightGuesses: 100,
      },
    ],
    readBandwidth: spread([4300]),
    timeToFirstTokenMs: null,
    restedFirstTokenMs: null,
    dispatchesPerToken: 170,
    submitsPerToken: 1,
    bytesPerToken: 1.84e9,
    stateBytesAt8K: 250e6,
    profile: [
      {
        tokenCount: 1,
        kernels: [
          {
            kernel: "scan",
            matrices: "",
            count: 26,
            microseconds: 100,
            gigabytesPerSecond: null,
            teraflopsPerSecond: null,
          },
        ],
      },
    ],
  },
};
const peer = {
  version: "3.8.1",
  webGpu: true,
  threads: 4,
  loadMs: 20_000,
  decode: { tokens: 2, tokensPerSecond: [40, 50, 60] },
  prefill: [{ tokens: 510, tokensPerSecond: [700, 720] }],
};

const lineWith = (text: string, start: string) =>
  text.split("\n").find((line) => line.trim().startsWith(start));

describe("median", () => {
  it("takes the middle, by size", () => {
    expect([median([100, 9, 20]), median([4, 1, 3, 10])]).toEqual([20, 3.5]);
  });
});

describe("describeBench", () => {
  it("puts the peer's figures beside ours and says how many times as fast we are", () => {
    const text = describeBench({ jamba, peer });
    expect(lineWith(text, "decode at 0")).toMatch(
      /500 +490–530 +920 GB\/s +21.0 % +0.300 +0.700 +50.0 +40.0–60.0 +10.0 x$/,
    );
    expect(lineWith(text, "prefill 512 at 0")).toMatch(
      /7050 +7000–7100 +40.0 TFLOP\/s +710 +700–720 +9.93 x$/,
    );
    expect(lineWith(text, "load")).toMatch(/4.00 s \(wllama 20.0 s\)$/);
  });

  it("leaves the peer's columns out without one, and shows what was not measured as nothing", () => {
    const text = describeBench({ jamba, peer: undefined });
    expect(text).not.toContain("wllama");
    expect(lineWith(text, "left out")).toContain("depth of 9");
    expect(lineWith(text, "scan")).toMatch(/scan +26 +100 +2.60$/);
    expect(lineWith(text, "all but one in 9 at 0")).toMatch(
      /495 +490–500 +995 +990–1000 +2.010 x +100 of 120$/,
    );
    expect(text).not.toMatch(/undefined|null|NaN/);
  });
});
