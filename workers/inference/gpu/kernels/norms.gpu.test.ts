// RMS norms against f64. The gate is the error of f32 sums, with room for other adapters.
import { describe, expect, it } from "vitest";
import { at } from "./exact";
import { rmsNorm, splitNorm } from "./layer-kernels";
import { normalisedError, runKernel, uniformFloats } from "./run-kernel";

function expectedNorm(x: ArrayLike<number>, weight: ArrayLike<number>, epsilon: number): number[] {
  const values = Array.from(x);
  const mean = values.reduce((sum, value) => sum + value * value, 0) / values.length;
  return values.map((value, i) => (at(weight, i) * value) / Math.sqrt(mean + epsilon));
}

describe.each([true, false])("norms (as on a CPU adapter: %s)", (asCpu) => {
  it.each([1, 3, 63, 64, 65, 256, 2560])("rms_norm of %i values", async (size) => {
    const x = uniformFloats(3 * size, size);
    const weight = uniformFloats(size, 1, 0.5, 1.5);
    const { y } = await runKernel({
      source: rmsNorm,
      inputs: { x, weight },
      outputs: { y: 3 * size },
      params: { size, epsilon: 1e-6, last_only: 0 },
      grid: (tokens) => [tokens],
      tokenCount: 3,
      asCpu,
    });
    const expected = [0, 1, 2].flatMap((t) =>
      expectedNorm(x.subarray(t * size, (t + 1) * size), weight, 1e-6),
    );
    expect(normalisedError(y as Float32Array, expected)).toBeLessThan(1e-10);
  });

  it("rms_norm of the last token alone", async () => {
    const x = uniformFloats(5 * 96, 3);
    const weight = uniformFloats(96, 1);
    const { y } = await runKernel({
      source: rmsNorm,
      inputs: { x, weight },
      outputs: { y: 96 },
      params: { size: 96, epsilon: 1e-6, last_only: 1 },
      grid: () => [1],
      tokenCount: 5,
      asCpu,
    });
    expect(normalisedError(y as Float32Array, expectedNorm(x.subarray(4 * 96), weight, 1e-6))).toBeLessThan(
      1e-10,
    );
  });

  it.each([0, 1e-20, 1e-3, 1e4])("rms_norm of values of %d", async (magnitude) => {
    const x = uniformFloats(128, 3).map((value) => value * magnitude);
    const weight = uniformFloats(128, 1);
    const { y } = await runKernel({
      source: rmsNorm,
      inputs: { x, weight },
      outputs: { y: 128 },
      params: { size: 128, epsilon: 1e-5, last_only: 0 },
      grid: (tokens) => [tokens],
      asCpu,
    });
    expect(normalisedError(y as Float32Array, expectedNorm(x, weight, 1e-5))).toBeLessThan(1e-10);
  });

  it.each([32, 160])("split_norm with a rank of %i", async (rank) => {
    const width = rank + 32;
    const x = uniformFloats(3 * width, rank);
    const weight = uniformFloats(width, 2);
    const found = await runKernel({
      source: splitNorm,
      inputs: { weight, x },
      outputs: { x: 3 * width },
      params: { rank, states: 16, epsilon: 1e-6 },
      grid: (tokens) => [tokens, 3],
      tokenCount: 3,
      asCpu,
    });
    const slices = [
      [0, rank],
      [rank, rank + 16],
      [rank + 16, width],
    ] as const;
    const expected = [0, 1, 2].flatMap((t) =>
      slices.flatMap(([from, to]) =>
        expectedNorm(x.subarray(t * width + from, t * width + to), weight.subarray(from, to), 1e-6),
      ),
    );
    expect(normalisedError(found.x as Float32Array, expected)).toBeLessThan(1e-10);
  });
});
