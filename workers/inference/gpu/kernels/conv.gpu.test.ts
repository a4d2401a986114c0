// The causal convolution against f64, and its state over any split into chunks.
import { describe, expect, it } from "vitest";
import { at, silu } from "./exact";
import { halfValues, wordsOf } from "./half-bits";
import { conv, convHalf } from "./layer-kernels";
import { normalisedError, runKernel, uniformFloats } from "./run-kernel";

interface ConvCase {
  readonly xz: Float32Array;
  readonly weight: Float32Array;
  readonly bias: Float32Array;
  readonly state: Float32Array;
}

async function runConv(
  channels: number,
  tokens: number,
  data: ConvCase,
): Promise<{ u: Float32Array; state: Float32Array }> {
  const found = await runKernel({
    source: conv,
    inputs: { ...data },
    outputs: { state: 3 * channels, u: tokens * channels },
    params: { channels: channels / 4 },
    grid: (count) => [Math.ceil(channels / 64), Math.ceil(count / 16)],
    tokenCount: tokens,
  });
  return { u: found.u as Float32Array, state: found.state as Float32Array };
}

function convCase(channels: number, tokens: number): ConvCase {
  return {
    xz: uniformFloats(tokens * 2 * channels, 1),
    weight: uniformFloats(4 * channels, 2),
    bias: uniformFloats(channels, 3),
    state: uniformFloats(3 * channels, 4),
  };
}

describe("conv", () => {
  it("writes u in f16 beside it for matrix units", async () => {
    const data = convCase(64, 5);
    const { u } = await runConv(64, 5, data);
    const found = await runKernel({
      source: convHalf,
      inputs: { ...data },
      outputs: { state: 3 * 64, u: 5 * 64, u_half: (5 * 64) / 2 },
      params: { channels: 16 },
      grid: () => [1, 1],
      tokenCount: 5,
    });
    expect(found.u).toEqual(u);
    // Rounded to 11 bits.
    expect(normalisedError(halfValues(wordsOf(found.u_half as Float32Array)), u)).toBeLessThan(2e-7);
  });

  it.each([
    [4, 1],
    [60, 2],
    [64, 3],
    [68, 4],
    [512, 5],
    [64, 33],
    [5120, 3],
  ])("of %i channels over %i tokens", async (channels, tokens) => {
    const data = convCase(channels, tokens);
    const input = (t: number, c: number) =>
      t < 0 ? at(data.state, (t + 3) * channels + c) : at(data.xz, t * 2 * channels + c);
    const found = await runConv(channels, tokens, data);
    const expected = Array.from({ length: tokens * channels }, (_, i) => {
      const [t, c] = [Math.floor(i / channels), i % channels];
      return silu(
        [0, 1, 2, 3].reduce(
          (sum, k) => sum + at(data.weight, c * 4 + k) * input(t - 3 + k, c),
          at(data.bias, c),
        ),
      );
    });
    expect(normalisedError(found.u, expected)).toBeLessThan(1e-12);
    const kept = Array.from({ length: 3 * channels }, (_, i) =>
      input(tokens - 3 + Math.floor(i / channels), i % channels),
    );
    expect([...found.state]).toEqual(kept);
  });

  it.each([1, 2, 3, 4, 5])("in chunks of %i gives the bits of one chunk", async (size) => {
    const data = convCase(64, 11);
    const whole = await runConv(64, 11, data);
    let state = data.state;
    const u: number[] = [];
    for (let first = 0; first < 11; first += size) {
      const count = Math.min(size, 11 - first);
      const part = await runConv(64, count, {
        ...data,
        state,
        xz: data.xz.slice(first * 128, (first + count) * 128),
      });
      state = part.state;
      u.push(...part.u);
    }
    expect(u).toEqual([...whole.u]);
    expect(state).toEqual(whole.state);
  });
});
