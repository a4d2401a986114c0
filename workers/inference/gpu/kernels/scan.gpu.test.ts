// The selective scan against f64. The gates leave room for other adapters' exp: 3 + 2|x| units in the last place (WGSL).
import { describe, expect, it } from "vitest";
import { at, silu, softplus } from "./exact";
import { halfValues, wordsOf } from "./half-bits";
import { scan, scanChunk } from "./layer-kernels";
import { createRandom, normalisedError, runKernel, uniformFloats } from "./run-kernel";

interface ScanCase {
  readonly u: Float32Array;
  readonly dt_raw: Float32Array;
  readonly bc: Float32Array;
  readonly xz: Float32Array;
  readonly a: Float32Array;
  readonly bias_d: Float32Array;
  readonly state: Float32Array;
}

function scanCase(channels: number, tokens: number, dtBias: readonly [number, number] = [-5, 1]): ScanCase {
  const random = createRandom(channels + tokens);
  return {
    u: uniformFloats(tokens * channels, 1),
    dt_raw: uniformFloats(tokens * channels, 2),
    bc: uniformFloats(tokens * 32, 3),
    xz: uniformFloats(tokens * 2 * channels, 4, -4, 4),
    a: Float32Array.from({ length: channels * 16 }, (_, i) => -((i % 16) + 1) * (0.5 + random())),
    bias_d: Float32Array.from({ length: channels * 2 }, (_, i) =>
      i % 2 ? random() * 2 - 1 : dtBias[0] + (dtBias[1] - dtBias[0]) * random(),
    ),
    state: uniformFloats(channels * 16, 5),
  };
}

interface ScanKernel {
  readonly source: typeof scan | typeof scanChunk.f32;
  readonly channels: number; // a workgroup
}

async function runScan(
  { source, channels: width }: ScanKernel,
  channels: number,
  tokens: number,
  data: ScanCase,
) {
  const found = await runKernel({
    source,
    inputs: { ...data },
    outputs: { state: channels * 16, y: tokens * channels },
    params: { channels },
    grid: () => [Math.ceil(channels / width)],
    tokenCount: tokens,
  });
  return { y: found.y as Float32Array, state: found.state as Float32Array };
}

function expectedScan(channels: number, tokens: number, data: ScanCase) {
  const state = Float64Array.from(data.state);
  const y = new Float64Array(tokens * channels);
  for (let t = 0; t < tokens; t++) {
    for (let c = 0; c < channels; c++) {
      const dt = softplus(at(data.dt_raw, t * channels + c) + at(data.bias_d, 2 * c));
      const input = at(data.u, t * channels + c);
      let sum = at(data.bias_d, 2 * c + 1) * input;
      for (let n = 0; n < 16; n++) {
        const b = at(data.bc, t * 32 + n);
        state[c * 16 + n] = Math.exp(dt * at(data.a, c * 16 + n)) * at(state, c * 16 + n) + dt * b * input;
        sum += at(state, c * 16 + n) * at(data.bc, t * 32 + 16 + n);
      }
      y[t * channels + c] = sum * silu(at(data.xz, t * 2 * channels + channels + c));
    }
  }
  return { y, state };
}

const KERNELS: readonly [string, ScanKernel][] = [
  ["scan", { source: scan, channels: 64 }],
  ["scan_chunk", { source: scanChunk.f32, channels: 16 }],
];

describe.each(KERNELS)("%s", (_, kernel) => {
  it.each([
    [16, 1],
    [48, 2],
    [80, 63],
    [64, 16],
    [64, 17],
    [64, 512],
    [5120, 3],
  ])("of %i channels over %i tokens", async (channels, tokens) => {
    const data = scanCase(channels, tokens);
    const found = await runScan(kernel, channels, tokens, data);
    const expected = expectedScan(channels, tokens, data);
    expect(normalisedError(found.y, expected.y)).toBeLessThan(1e-9);
    expect(normalisedError(found.state, expected.state)).toBeLessThan(1e-9);
  });

  it.each([
    ["tiny steps", [-30, -12]],
    ["large steps", [15, 200]],
  ] as const)("with %s", async (_, range) => {
    const data = scanCase(64, 8, range);
    const found = await runScan(kernel, 64, 8, data);
    const expected = expectedScan(64, 8, data);
    expect(normalisedError(found.y, expected.y)).toBeLessThan(1e-9);
    expect(normalisedError(found.state, expected.state)).toBeLessThan(1e-9);
  });

  it("does not drift over 4,096 tokens", async () => {
    const data = scanCase(16, 4096);
    const found = await runScan(kernel, 16, 4096, data);
    expect(normalisedError(found.state, expectedScan(16, 4096, data).state)).toBeLessThan(1e-6);
  });

  it("in two chunks gives the bits of one", async () => {
    const data = scanCase(64, 30);
    const whole = await runScan(kernel, 64, 30, data);
    const slice = (first: number, count: number, state: Float32Array): ScanCase => ({
      ...data,
      u: data.u.slice(first * 64, (first + count) * 64),
      dt_raw: data.dt_raw.slice(first * 64, (first + count) * 64),
      bc: data.bc.slice(first * 32, (first + count) * 32),
      xz: data.xz.slice(first * 128, (first + count) * 128),
      state,
    });
    const first = await runScan(kernel, 64, 3, slice(0, 3, data.state));
    const second = await runScan(kernel, 64, 27, slice(3, 27, first.state));
    expect([...first.y, ...second.y]).toEqual([...whole.y]);
    expect(second.state).toEqual(whole.state);
  });
});

it("scan_chunk writes f16 for matrix units", async () => {
  const data = scanCase(32, 20);
  const found = await runKernel({
    source: scanChunk.f16,
    inputs: { ...data },
    outputs: { state: 32 * 16, y: 320 },
    params: { channels: 32 },
    grid: () => [2],
    tokenCount: 20,
  });
  const expected = expectedScan(32, 20, data);
  expect(normalisedError(halfValues(wordsOf(found.y as Float32Array)), expected.y)).toBeLessThan(2e-7);
});
