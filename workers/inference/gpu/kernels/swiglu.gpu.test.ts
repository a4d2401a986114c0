// SwiGLU against f64.
import { describe, expect, it } from "vitest";
import { at, silu } from "./exact";
import { swiglu } from "./layer-kernels";
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
      source: swiglu,
      inputs: { up, gate },
      outputs: { gate: size * tokens },
      params: { size: size / 4 },
      grid: (count) => [Math.ceil(size / 256), count],
      tokenCount: tokens,
    });
    expect(
      normalisedError(
        found.gate as Float32Array,
        [...gate].map((value, i) => silu(value) * at(up, i)),
      ),
    ).toBeLessThan(1e-9);
  });

  it("is finite for any gate", async () => {
    const gate = Float32Array.of(-1e30, -200, -100, -89, -88, 88, 89, 100, 200, 1e30, 0, -0);
    const found = await runKernel({
      source: swiglu,
      inputs: { up: new Float32Array(12).fill(1), gate },
      outputs: { gate: 12 },
      params: { size: 3 },
      grid: () => [1, 1],
    });
    for (const [i, value] of (found.gate as Float32Array).entries()) {
      const x = at(gate, i);
      // At -1e30 the clamped exponent leaves -1e30 / (1 + e^80), which is as good as 0 beside x.
      expect(Math.abs(value - silu(x))).toBeLessThanOrEqual(Math.max(Math.abs(x) * 1e-6, 1e-30));
    }
  });
});
