// The kernels between the matrices against f64 on the CPU. Gates: the error of f32 arithmetic on these sizes with room for
// other adapters' exp, which may err by 3 + 2|x| units in the last place (WGSL's table).
import { describe, expect, it } from "vitest";
import { attention, attentionMerge, conv, kvStore, rmsNorm, scan, splitNorm, swiglu } from "./layer-kernels";
import { createRandom, normalisedError, runKernel, uniformFloats } from "./run-kernel";

const silu = (x: number): number => x / (1 + Math.exp(-x));
const softplus = (x: number): number => (x > 20 ? x : Math.log1p(Math.exp(x)));
const at = (values: ArrayLike<number>, index: number): number => values[index] as number;

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
    params: { channels },
    grid: () => [Math.ceil(channels / 64)],
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
  it.each([
    [1, 1],
    [63, 2],
    [64, 3],
    [65, 4],
    [512, 5],
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

interface AttentionShape {
  readonly headCount: number;
  readonly kvHeadCount: number;
  readonly headSize: number;
  readonly position: number;
  readonly tokens: number;
  readonly slices: number;
  readonly magnitude?: number;
}

async function runAttention(shape: AttentionShape, kvFormat: "f16" | "f32") {
  const { headCount, kvHeadCount, headSize, position, tokens, slices, magnitude = 1 } = shape;
  const kvSize = kvHeadCount * headSize;
  const length = position + tokens;
  const scaled = (count: number, seed: number) =>
    uniformFloats(count, seed).map((value) => value * magnitude);
  const [k, v, q] = [
    scaled(length * kvSize, 1),
    uniformFloats(length * kvSize, 2),
    scaled(tokens * headCount * headSize, 3),
  ];
  const cells = kvSize / 4;
  const cacheWords = (length * kvSize) / (kvFormat === "f16" ? 2 : 1);
  const cache = await runKernel({
    source: kvStore[kvFormat],
    inputs: { k, v },
    outputs: { keys: cacheWords, values: cacheWords },
    params: { cells },
    grid: (count) => [Math.ceil(cells / 64), count],
    tokenCount: length,
  });
  const { partial } = await runKernel({
    source: attention[kvFormat],
    inputs: { q, keys: cache.keys as Float32Array, values: cache.values as Float32Array },
    outputs: { partial: tokens * headCount * slices * (headSize + 2) },
    params: {
      head_count: headCount,
      kv_head_count: kvHeadCount,
      cells: headSize / 4,
      slices,
      scale: headSize ** -0.5,
    },
    grid: (count) => [headCount, slices, count],
    tokenCount: tokens,
    position,
  });
  const { y } = await runKernel({
    source: attentionMerge,
    inputs: { partial: partial as Float32Array },
    outputs: { y: tokens * headCount * headSize },
    params: { head_count: headCount, head_size: headSize, slices },
    grid: (count) => [headCount, count],
    tokenCount: tokens,
  });
  return { y: y as Float32Array, expected: expectedAttention(shape, q, k, v) };
}

function expectedAttention(
  shape: AttentionShape,
  q: Float32Array,
  k: Float32Array,
  v: Float32Array,
): Float64Array {
  const { headCount, kvHeadCount, headSize, position, tokens } = shape;
  const kvSize = kvHeadCount * headSize;
  const y = new Float64Array(tokens * headCount * headSize);
  for (let t = 0; t < tokens; t++) {
    for (let h = 0; h < headCount; h++) {
      const kv = Math.floor((h * kvHeadCount) / headCount) * headSize;
      const start = (t * headCount + h) * headSize;
      const scores = Array.from({ length: position + t + 1 }, (_, p) => {
        let sum = 0;
        for (let i = 0; i < headSize; i++) sum += at(q, start + i) * at(k, p * kvSize + kv + i);
        return sum / Math.sqrt(headSize);
      });
      const highest = Math.max(...scores);
      const weights = scores.map((score) => Math.exp(score - highest));
      const total = weights.reduce((sum, weight) => sum + weight, 0);
      for (const [p, weight] of weights.entries()) {
        for (let i = 0; i < headSize; i++) {
          y[start + i] = at(y, start + i) + (weight / total) * at(v, p * kvSize + kv + i);
        }
      }
    }
  }
  return y;
}

const shapes: readonly AttentionShape[] = [
  { headCount: 1, kvHeadCount: 1, headSize: 4, position: 0, tokens: 1, slices: 1 },
  { headCount: 4, kvHeadCount: 1, headSize: 64, position: 0, tokens: 3, slices: 1 },
  { headCount: 4, kvHeadCount: 2, headSize: 32, position: 62, tokens: 3, slices: 1 },
  { headCount: 4, kvHeadCount: 4, headSize: 16, position: 127, tokens: 2, slices: 1 },
  { headCount: 2, kvHeadCount: 1, headSize: 96, position: 70, tokens: 1, slices: 2 },
  { headCount: 1, kvHeadCount: 1, headSize: 256, position: 66, tokens: 1, slices: 1 },
  { headCount: 20, kvHeadCount: 1, headSize: 128, position: 200, tokens: 2, slices: 1 },
  { headCount: 20, kvHeadCount: 1, headSize: 128, position: 1500, tokens: 1, slices: 16 },
  { headCount: 20, kvHeadCount: 1, headSize: 128, position: 0, tokens: 1, slices: 16 },
];

describe("attention", () => {
  it.each(shapes)(
    "of $headCount/$kvHeadCount heads of $headSize, $tokens from $position, $slices slices",
    async (shape) => {
      const exact = await runAttention(shape, "f32");
      expect(normalisedError(exact.y, exact.expected)).toBeLessThan(1e-9);
      const half = await runAttention(shape, "f16"); // storage rounds to 11 bits: 2^-12 of a value, squared
      expect(normalisedError(half.y, half.expected)).toBeLessThan(1e-5);
    },
  );

  it.each([0, 100])("stands scores of a magnitude of %d squared", async (magnitude) => {
    const shape = {
      headCount: 2,
      kvHeadCount: 1,
      headSize: 32,
      position: 80,
      tokens: 2,
      slices: 1,
      magnitude,
    };
    const { y, expected } = await runAttention(shape, "f32");
    expect(normalisedError(y, expected)).toBeLessThan(1e-7);
  });
});

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
