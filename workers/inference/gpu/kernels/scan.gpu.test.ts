// The selective scan against f64. The gates leave room for other adapters' exp: 3 + 2|x| units in the last place (WGSL).
import { describe, expect, it } from "vitest";
import { at, silu, softplus } from "./exact";
import { scan } from "./layer-kernels";
import { createRandom, normalisedError, runKernel, uniformFloats } from "./run-kernel";

interface ScanCase {
  readonly u: Float32Array;
  readonly dt_raw: Float32Array;
  readonly dbc: Float32Array;
  readonly xz: Float32Array;
  readonly a: Float32Array;
  readonly bias_d: Float32Array;
  readonly state: Float32Array;
}

function scanCase(
  channels: number,
  rank: number,
  tokens: number,
  dtBias: readonly [number, number] = [-5, 1],
): ScanCase {
  const random = createRandom(channels + tokens);
  return {
    u: uniformFloats(tokens * channels, 1),
    dt_raw: uniformFloats(tokens * channels, 2),
    dbc: uniformFloats(tokens * (rank + 32), 3),
    xz: uniformFloats(tokens * 2 * channels, 4, -4, 4),
    a: Float32Array.from({ length: channels * 16 }, (_, i) => -((i % 16) + 1) * (0.5 + random())),
    bias_d: Float32Array.from({ length: channels * 2 }, (_, i) =>
      i % 2 ? random() * 2 - 1 : dtBias[0] + (dtBias[1] - dtBias[0]) * random(),
    ),
    state: uniformFloats(channels * 16, 5),
  };
}

async function runScan(channels: number, rank: number, tokens: number, data: ScanCase) {
  const found = await runKernel({
    source: scan,
    inputs: { ...data },
    outputs: { state: channels * 16, y: tokens * channels },
    params: { channels, rank },
    grid: () => [Math.ceil(channels / 64)],
    tokenCount: tokens,
  });
  return { y: found.y as Float32Array, state: found.state as Float32Array };
}

function expectedScan(channels: number, rank: number, tokens: number, data: ScanCase) {
  const state = Float64Array.from(data.state);
  const y = new Float64Array(tokens * channels);
  for (let t = 0; t < tokens; t++) {
    for (let c = 0; c < channels; c++) {
      const dt = softplus(at(data.dt_raw, t * channels + c) + at(data.bias_d, 2 * c));
      const input = at(data.u, t * channels + c);
      let sum = at(data.bias_d, 2 * c + 1) * input;
      for (let n = 0; n < 16; n++) {
        const b = at(data.dbc, t * (rank + 32) + rank + n);
        state[c * 16 + n] = Math.exp(dt * at(data.a, c * 16 + n)) * at(state, c * 16 + n) + dt * b * input;
        sum += at(state, c * 16 + n) * at(data.dbc, t * (rank + 32) + rank + 16 + n);
      }
      y[t * channels + c] = sum * silu(at(data.xz, t * 2 * channels + channels + c));
    }
  }
  return { y, state };
}

describe("scan", () => {
  it.each([
    [1, 32, 1],
    [63, 32, 2],
    [65, 160, 63],
    [64, 32, 64],
    [64, 32, 65],
    [64, 32, 512],
    [5120, 160, 3],
  ])("of %i channels, rank %i, over %i tokens", async (channels, rank, tokens) => {
    const data = scanCase(channels, rank, tokens);
    const found = await runScan(channels, rank, tokens, data);
    const expected = expectedScan(channels, rank, tokens, data);
    expect(normalisedError(found.y, expected.y)).toBeLessThan(1e-9);
    expect(normalisedError(found.state, expected.state)).toBeLessThan(1e-9);
  });

  it.each([
    ["tiny steps", [-30, -12]],
    ["large steps", [15, 200]],
  ] as const)("with %s", async (_, range) => {
    const data = scanCase(64, 32, 8, range);
    const found = await runScan(64, 32, 8, data);
    const expected = expectedScan(64, 32, 8, data);
    expect(normalisedError(found.y, expected.y)).toBeLessThan(1e-9);
    expect(normalisedError(found.state, expected.state)).toBeLessThan(1e-9);
  });

  it("does not drift over 4,096 tokens", async () => {
    const data = scanCase(4, 32, 4096);
    const found = await runScan(4, 32, 4096, data);
    expect(normalisedError(found.state, expectedScan(4, 32, 4096, data).state)).toBeLessThan(1e-6);
  });

  it("in two chunks gives the bits of one", async () => {
    const data = scanCase(64, 32, 10);
    const whole = await runScan(64, 32, 10, data);
    const slice = (first: number, count: number, state: Float32Array): ScanCase => ({
      ...data,
      u: data.u.slice(first * 64, (first + count) * 64),
      dt_raw: data.dt_raw.slice(first * 64, (first + count) * 64),
      dbc: data.dbc.slice(first * 64, (first + count) * 64),
      xz: data.xz.slice(first * 128, (first + count) * 128),
      state,
    });
    const first = await runScan(64, 32, 3, slice(0, 3, data.state));
    const second = await runScan(64, 32, 7, slice(3, 7, first.state));
    expect([...first.y, ...second.y]).toEqual([...whole.y]);
    expect(second.state).toEqual(whole.state);
  });
});
