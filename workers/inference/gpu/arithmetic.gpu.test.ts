import { expect, it } from "vitest";
import { arithmetic, measureArithmetic } from "./arithmetic";
import { runKernel, testGpu } from "./kernels/run-kernel";

it("takes every chain through every round", async () => {
  const [rounds, count] = [3, 256];
  const { results } = await runKernel({
    source: arithmetic,
    inputs: {},
    outputs: { results: count * 4 },
    params: { rounds, factor: 0.5, term: 1 },
    grid: () => [1],
  });
  // All exact in f32: after n rounds x is x / 2^n + 2 (1 - 1 / 2^n).
  const expected = Array.from({ length: count * 4 }, (_, i) => {
    const start = Math.floor(i / 4);
    const chains = Array.from({ length: 8 }, (_chain, chain) => (start + chain) / 8 + 1.75);
    return chains.reduce((sum, value) => sum + value, 0);
  });
  expect([...(results as Float32Array)]).toEqual(expected);
});

it("measures something, as often as it is asked to, and stops when told", async () => {
  const gpu = await testGpu();
  const runs = await measureArithmetic(gpu, 2, new AbortController().signal);
  expect(runs).toHaveLength(2);
  for (const teraflopsPerSecond of runs) expect(teraflopsPerSecond).toBeGreaterThan(0);
  await expect(measureArithmetic(gpu, 2, AbortSignal.abort())).rejects.toMatchObject({ name: "AbortError" });
  expect(gpu.takeError()).toBeUndefined();
});
