import { describe, expect, it } from "vitest";
import { readBenchChoice } from "./bench-options";

const read = (query: string) =>
  readBenchChoice(new URLSearchParams(query), "https://jamba.example/app/bench.html");

describe("readBenchChoice", () => {
  it("offers the usual sizes and chooses the quickest", () => {
    const { offered, chosen, loads, modelUrl } = read("");
    expect(offered).toEqual({ depths: [0, 4096, 32768], prefillLengths: [512, 4096] });
    expect(chosen).toEqual({
      depths: [0],
      prefillLengths: [512],
      decodeTokens: 128,
      runs: 5,
      restMs: 2000,
      withProfile: false,
      withLookup: false,
    });
    expect([loads, modelUrl]).toEqual([1, null]);
  });

  it("takes sizes from the address, sorted and each once", () => {
    const { chosen, loads } = read(
      "depths=64,0,64&prefill=16&decode=4&runs=2&loads=3&rest=10&profile=1&lookup=1",
    );
    expect(chosen).toEqual({
      depths: [0, 64],
      prefillLengths: [16],
      decodeTokens: 4,
      runs: 2,
      restMs: 10,
      withProfile: true,
      withLookup: true,
    });
    expect(loads).toBe(3);
  });

  it.each(["depths=-1", "depths=1.5", "depths=x", "depths=", "depths=999999999"])("ignores %s", (query) => {
    expect(read(query).chosen.depths).toEqual([0]);
  });

  it("takes a model from its own server alone", () => {
    expect(read("model=models/own.gguf").modelUrl).toBe("https://jamba.example/app/models/own.gguf");
    expect(read("model=https://elsewhere.example/own.gguf").modelUrl).toBeNull();
    expect(read("model=//elsewhere.example/own.gguf").modelUrl).toBeNull();
    expect(read("model=models/own.txt").modelUrl).toBeNull();
  });
});
