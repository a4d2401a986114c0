// SwiGLU and rounding to f16 against f64.
import { describe, expect, it } from "vitest";
import { at, silu } from "./exact";
import { halfValues, wordsOf } from "./half-bits";
import { packHalf, swiglu } from "./layer-kernels";
import { normalisedError, runKernel, uniformFloats } from "./run-kernel";

describe("swiglu", () => {
  it.each([
    [4, 1],
    [252, 3],
    [256, 2],
    [260, 1],
    [8192, 2],
  ])("of %i values for %i tokens", async (size, tokens) => {
    const gate = uniformFloats(size * tokens, 1, -6, 6);
    const up = uniformFloats(size * tokens, 2);
    const found = await runKernel({
      source: swiglu.f32,
      inputs: { up, gate },
      outputs: { y: size * tokens },
      params: { size: size / 4 },
      grid: (count) => [Math.ceil(size / 256), count],
      tokenCount: tokens,
    });
    expect(
      normalisedError(
        found.y as Float32Array,
        [...gate].map((value, i) => silu(value) * at(up, i)),
      ),
    ).toBeLessThan(1e-9);
  });

  it("in f16 for matrix units", async () => {
    const gate = uniformFloats(520, 1, -6, 6);
    const up = uniformFloats(520, 2);
    const inputs = { up, gate };
    const params = { size: 65 };
    const grid = () => [2, 2] as const;
    const exact = await runKernel({ source: swiglu.f32, inputs, outputs: { y: 520 }, params, grid });
    const found = await runKernel({ source: swiglu.f16, inputs, outputs: { y: 260 }, params, grid });
    const values = halfValues(wordsOf(found.y as Float32Array));
    expect(normalisedError(values, exact.y as Float32Array)).toBeLessThan(2e-7);
  });

  it("is finite for any gate", async () => {
    const gate = Float32Array.of(-1e30, -200, -100, -89, -88, 88, 89, 100, 200, 1e30, 0, -0);
    const found = await runKernel({
      source: swiglu.f32,
      inputs: { up: new Float32Array(12).fill(1), gate },
      outputs: { y: 12 },
      params: { size: 3 },
      grid: () => [1, 1],
    });
    for (const [i, value] of (found.y as Float32Array).entries()) {
      const x = at(gate, i);
      // At -1e30 the clamped exponent leaves -1e30 / (1 + e^80), which is as good as 0 beside x.
      expect(Math.abs(value - silu(x))).toBeLessThanOrEqual(Math.max(Math.abs(x) * 1e-6, 1e-30));
    }
  });
});

describe("pack_half", () => {
  it("rounds to f16, and what is beyond its range to its largest", async () => {
    const x = uniformFloats(264, 3, -4, 4);
    x.set([1e30, -70000, 65504, 0]);
    const found = await runKernel({
      source: packHalf,
      inputs: { x },
      outputs: { y: 132 },
      params: { size: 33 },
      grid: () => [1, 2],
    });
    const values = halfValues(wordsOf(found.y as Float32Array));
    expect([...values.subarray(0, 4)]).toEqual([65504, -65504, 65504, 0]);
    expect(normalisedError(values.subarray(4), x.subarray(4))).toBeLessThan(2e-7);
  });
});
