// RMS norms against f64. The gate is the error of f32 sums, with room for other adapters.
import { describe, expect, it } from "vitest";
import { at } from "./exact";
import { halfValues, wordsOf } from "./half-bits";
import { mergeNorm, rmsNorm, splitNorm } from "./layer-kernels";
import { normalisedError, runKernel, uniformFloats } from "./run-kernel";

function expectedNorm(x: ArrayLike<number>, weight: ArrayLike<number>, epsilon: number): number[] {
  const values = Array.from(x);
  const mean = values.reduce((sum, value) => sum + value * value, 0) / values.length;
  return values.map((value, i) => (at(weight, i) * value) / Math.sqrt(mean + epsilon));
}

describe.each([true, false])("norms (as on a CPU adapter: %s)", (asCpu) => {
  it.each([4, 12, 252, 256, 260, 516, 2560])("rms_norm of %i values", async (size) => {
    const x = uniformFloats(3 * size, size);
    const weight = uniformFloats(size, 1, 0.5, 1.5);
    const { y } = await runKernel({
      source: rmsNorm.f32,
      inputs: { x, weight },
      outputs: { y: 3 * size },
      params: { size: size / 4, epsilon: 1e-6, last_only: 0 },
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
      source: rmsNorm.f32,
      inputs: { x, weight },
      outputs: { y: 96 },
      params: { size: 24, epsilon: 1e-6, last_only: 1 },
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
      source: rmsNorm.f32,
      inputs: { x, weight },
      outputs: { y: 128 },
      params: { size: 32, epsilon: 1e-5, last_only: 0 },
      grid: (tokens) => [tokens],
      asCpu,
    });
    expect(normalisedError(y as Float32Array, expectedNorm(x, weight, 1e-5))).toBeLessThan(1e-10);
  });

  it("rms_norm in f16 for matrix units", async () => {
    const x = uniformFloats(3 * 260, 3);
    const weight = uniformFloats(260, 1);
    const { y } = await runKernel({
      source: rmsNorm.f16,
      inputs: { x, weight },
      outputs: { y: 390 },
      params: { size: 65, epsilon: 1e-6, last_only: 0 },
      grid: (tokens) => [tokens],
      tokenCount: 3,
      asCpu,
    });
    const expected = [0, 1, 2].flatMap((t) => expectedNorm(x.subarray(t * 260, (t + 1) * 260), weight, 1e-6));
    expect(normalisedError(halfValues(wordsOf(y as Float32Array)), expected)).toBeLessThan(2e-7);
  });

  it.each([1, 3, 10])("merge_norm of %i slices", async (slices) => {
    const [size, tokens, stride] = [260, 3, 4 * 260];
    const partial = uniformFloats(slices * stride, 1);
    const x = uniformFloats(tokens * size, 2);
    const weight = uniformFloats(size, 3);
    const found = await runKernel({
      source: mergeNorm.f32,
      inputs: { partial, weight, x },
      outputs: { x: tokens * size, y: tokens * size },
      params: { size: size / 4, epsilon: 1e-6, slices, slice_stride: stride / 4 },
      grid: (count) => [count],
      tokenCount: tokens,
      asCpu,
    });
    const sums = [...x].map((value, i) => {
      let sum = value;
      for (let slice = 0; slice < slices; slice++) sum += at(partial, slice * stride + i);
      return sum;
    });
    const expected = [0, 1, 2].flatMap((t) =>
      expectedNorm(sums.slice(t * size, (t + 1) * size), weight, 1e-6),
    );
    expect(normalisedError(found.x as Float32Array, sums)).toBeLessThan(1e-12);
    expect(normalisedError(found.y as Float32Array, expected)).toBeLessThan(1e-10);
  });

  it.each([
    [32, 1],
    [160, 1],
    [160, 3],
    [160, 14],
  ])("split_norm with a rank of %i from %i slices", async (rank, slices) => {
    const width = rank + 32;
    const stride = 4 * width;
    const partial = uniformFloats(slices * stride, rank);
    const weight = uniformFloats(width, 2);
    const found = await runKernel({
      source: splitNorm.f32,
      inputs: { weight, partial },
      outputs: { dt: 3 * rank, bc: 3 * 32 },
      params: { rank: rank / 4, states: 4, epsilon: 1e-6, slices, slice_stride: stride / 4 },
      grid: (tokens) => [tokens, 3],
      tokenCount: 3,
      asCpu,
    });
    const part = (t: number, from: number, to: number) => {
      const sums = Array.from({ length: to - from }, (_, i) => {
        let sum = 0;
        for (let slice = 0; slice < slices; slice++)
          sum += at(partial, slice * stride + t * width + from + i);
        return sum;
      });
      return expectedNorm(sums, weight.subarray(from, to), 1e-6);
    };
    const dt = [0, 1, 2].flatMap((t) => part(t, 0, rank));
    const bc = [0, 1, 2].flatMap((t) => [...part(t, rank, rank + 16), ...part(t, rank + 16, width)]);
    expect(normalisedError(found.dt as Float32Array, dt)).toBeLessThan(1e-10);
    expect(normalisedError(found.bc as Float32Array, bc)).toBeLessThan(1e-10);
  });
});
