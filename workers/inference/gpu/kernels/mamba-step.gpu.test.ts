// mamba_step against f64 on the CPU: norms, dt_proj, softplus, one step of the scan, skip and gate.
import { describe, expect, it } from "vitest";
import type { TensorType } from "../../parse/tensor-types";
import type { MatrixPart } from "../matrix";
import { isBlock256, planeParams, readPlanes, TYPES, uploadRandom } from "../test-matrix";
import { INT16_STEP_CHANNELS, int16MambaStep } from "./int16-kernels";
import { createRandom, normalisedError, runKernel, uniformFloats } from "./run-kernel";
import { fromInt16, sumsOf } from "./test-int16";
import { stripe, stripedLength, unstripe } from "./test-striped";
import { mambaStep, STEP_CHANNELS } from "./token-kernels";

const EPSILON = 1e-6;
const at = (values: ArrayLike<number>, index: number): number => values[index] as number;
const silu = (x: number): number => x / (1 + Math.exp(-x));
const softplus = (x: number): number => (x > 20 ? x : Math.log1p(Math.exp(x)));

function norm(values: Float32Array, weight: Float32Array, from: number, to: number): number[] {
  const slice = [...values.subarray(from, to)];
  const mean = slice.reduce((sum, value) => sum + value * value, 0) / slice.length;
  return slice.map((value, i) => (at(weight, from + i) * value) / Math.sqrt(mean + EPSILON));
}

/** Two steps, the second from the state the first left. */
async function expectSteps(
  type: TensorType,
  channels: number,
  rank: number,
  bias: readonly [number, number],
) {
  const { matrix, weights } = await uploadRandom(type, channels, rank, 7);
  const part = matrix.parts[0] as MatrixPart;
  const random = createRandom(channels);
  const norms = uniformFloats(rank + 32, 2, 0.5, 1.5);
  const a = Float32Array.from({ length: channels * 16 }, (_, i) => -((i % 16) + 1) * (0.5 + random()));
  const bias_d = Float32Array.from({ length: channels * 2 }, (_, i) =>
    i % 2 ? random() * 2 - 1 : bias[0] + (bias[1] - bias[0]) * random(),
  );
  let state = uniformFloats(channels * 16, 5);
  const exact = Float64Array.from(state);
  for (const seed of [10, 20]) {
    const dbc = uniformFloats(rank + 32, seed, -3, 3);
    const u = uniformFloats(channels, seed + 1);
    const z = uniformFloats(channels, seed + 2, -4, 4);
    const inputs = { ...(await readPlanes(part)), norms, a, bias_d, state };
    const params = { channels, rank, epsilon: EPSILON, ...planeParams(part) };
    const found = await runKernel({
      source: mambaStep[type],
      inputs: { ...inputs, dbc, uz: Float32Array.of(...stripe(u), ...z) },
      outputs: { state: channels * 16, uz: stripedLength(channels) + channels },
      params,
      grid: () => [Math.ceil(channels / STEP_CHANNELS)],
    });
    const inInt16 = await runKernel({
      source: int16MambaStep({
        type,
        rows: channels,
        columns: rank,
        planeStarts: part.planeStarts,
        epsilon: EPSILON,
      }),
      inputs: { ...inputs, uz: Float32Array.of(...u, ...z, ...dbc) },
      outputs: { state: channels * 16, next: (channels / 4) * 3 },
      params: {},
      grid: () => [channels / INT16_STEP_CHANNELS],
    });
    const dtInput = norm(dbc, norms, 0, rank);
    const [b, c] = [norm(dbc, norms, rank, rank + 16), norm(dbc, norms, rank + 16, rank + 32)];
    const y = Array.from({ length: channels }, (_, channel) => {
      const raw = dtInput.reduce((sum, value, k) => sum + at(weights, channel * rank + k) * value, 0);
      const dt = softplus(raw + at(bias_d, 2 * channel));
      let sum = at(bias_d, 2 * channel + 1) * at(u, channel);
      for (let n = 0; n < 16; n++) {
        const i = channel * 16 + n;
        exact[i] = Math.exp(dt * at(a, i)) * at(exact, i) + dt * at(b, n) * at(u, channel);
        sum += at(exact, i) * at(c, n);
      }
      return sum * silu(at(z, channel));
    });
    state = found.state as Float32Array;
    const uz = found.uz as Float32Array;
    expect(normalisedError(state, exact)).toBeLessThan(1e-9);
    expect(normalisedError(unstripe(uz, channels), y)).toBeLessThan(1e-9);
    expect(uz.slice(stripedLength(channels))).toEqual(z);
    expect(inInt16.state).toEqual(state);
    const next = inInt16.next as Float32Array;
    expect(normalisedError(fromInt16(next, channels), y)).toBeLessThan(1e-8);
    const sums = sumsOf(next, channels);
    expect(normalisedError(sums.found, sums.expected)).toBeLessThan(1e-10);
  }
}

describe("mamba_step", () => {
  it.each(TYPES)("of 32 channels in %s", async (type) => {
    await expectSteps(type, 32, isBlock256(type) ? 256 : 160, [-5, 1]);
  });

  it.each([
    [96, 32],
    [160, 160],
    [32, 288], // more units than lanes
  ])("of %i channels of rank %i", async (channels, rank) => {
    await expectSteps("q5_0", channels, rank, [-5, 1]);
  });

  it.each([
    ["tiny", [-60, -40]],
    ["large", [40, 200]],
  ] as const)("with %s time steps", async (_, bias) => {
    await expectSteps("q8_0", 32, 32, bias);
  });
});
