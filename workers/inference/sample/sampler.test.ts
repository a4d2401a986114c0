import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { SamplingSettings } from "../api";
import { NumericalError } from "../errors";
import { createRandom } from "./random";
import { createSampler, RECENT_TOKENS } from "./sampler";

const PLAIN: SamplingSettings = {
  temperature: 1,
  topK: 0,
  topP: 1,
  minP: 0,
  repetitionPenalty: 1,
  seed: null,
};
const GREEDY: SamplingSettings = { ...PLAIN, temperature: 0 };

function drawMany(
  settings: Partial<SamplingSettings>,
  logits: Float32Array,
  count: number,
  seed = 1,
): number[] {
  const sampler = createSampler({ ...PLAIN, ...settings }, seed);
  return Array.from({ length: count }, () => sampler.sample(logits, []));
}

const distinct = (ids: number[]) => [...new Set(ids)].sort((a, b) => a - b);
const logs = (...probabilities: number[]) => Float32Array.from(probabilities, Math.log);

/** Normal logits of a whole vocabulary. */
function bigLogits(seed: number): Float32Array {
  const random = createRandom(seed);
  return Float32Array.from(
    { length: 65_536 },
    () => 3 * Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random()),
  );
}

describe("greedy sampling", () => {
  it("takes the largest logit, the lowest id of equals", () => {
    expect(createSampler(GREEDY, 1).sample(Float32Array.of(-1, 3, 3, 2), [])).toBe(1);
    expect(createSampler(GREEDY, 1).sample(Float32Array.of(Number.NEGATIVE_INFINITY, -5), [])).toBe(1);
  });

  it("is what a temperature next to 0 comes to", () => {
    for (const temperature of [1e-3, 1e-300, Number.MIN_VALUE]) {
      expect(distinct(drawMany({ temperature }, Float32Array.of(1, 3, 2.9, -8), 200))).toEqual([1]);
    }
  });
});

describe("a draw", () => {
  it("follows the probabilities (chi-square, 99.9 %)", () => {
    const probabilities = [0.4, 0.3, 0.15, 0.1, 0.04, 0.01];
    const ids = drawMany({}, logs(...probabilities), 60_000);
    const chiSquare = probabilities.reduce((sum, probability, id) => {
      const expected = probability * ids.length;
      return sum + (ids.filter((drawn) => drawn === id).length - expected) ** 2 / expected;
    }, 0);
    expect(chiSquare).toBeLessThan(20.5); // 5 degrees of freedom
  });

  it("divides the logits by the temperature", () => {
    const share = (temperature: number) =>
      drawMany({ temperature }, logs(0.8, 0.2), 20_000).filter((id) => id === 0).length / 20_000;
    expect(share(0.5)).toBeCloseTo(0.64 / 0.68, 1);
    expect(share(2)).toBeCloseTo(2 / 3, 1);
  });

  it("is the same for the same seed and another for another", () => {
    const logits = bigLogits(7);
    const draw = (seed: number) => drawMany({ temperature: 0.8, topP: 0.95 }, logits, 20, seed);
    expect(draw(5)).toEqual(draw(5));
    expect(draw(5)).not.toEqual(draw(6));
    expect(draw(5)).not.toEqual(draw(5 + 2 ** 32));
  });

  it("leaves the caller's logits as they are", () => {
    const logits = bigLogits(1);
    const before = logits.slice();
    createSampler({ ...PLAIN, topK: 5, topP: 0.5, minP: 0.1, repetitionPenalty: 2 }, 1).sample(
      logits,
      [1, 2],
    );
    expect(logits).toEqual(before);
  });
});

describe("top-k", () => {
  it("keeps the k likeliest, the lowest ids of equals", () => {
    expect(distinct(drawMany({ topK: 2 }, logs(0.1, 0.2, 0.4, 0.3), 500))).toEqual([2, 3]);
    expect(distinct(drawMany({ topK: 3 }, new Float32Array(1000), 500))).toEqual([0, 1, 2]);
  });

  it("finds the k likeliest among many", () => {
    const logits = bigLogits(3);
    const sorted = [...logits.keys()].sort((a, b) => (logits[b] as number) - (logits[a] as number));
    for (const topK of [1, 5, 40]) {
      const ids = distinct(drawMany({ topK, temperature: 20 }, logits, 2_000));
      expect(ids).toEqual(sorted.slice(0, topK).sort((a, b) => a - b));
    }
  });

  it("keeps all when k is the vocabulary or more", () => {
    for (const topK of [4, 5, 1e9]) {
      expect(distinct(drawMany({ topK }, logs(0.25, 0.25, 0.25, 0.25), 500))).toEqual([0, 1, 2, 3]);
    }
  });
});

describe("top-p", () => {
  it("keeps the fewest tokens that reach p", () => {
    const logits = logs(0.1, 0.2, 0.4, 0.3);
    expect(distinct(drawMany({ topP: 0.39 }, logits, 500))).toEqual([2]);
    expect(distinct(drawMany({ topP: 0.69 }, logits, 500))).toEqual([2, 3]);
    expect(distinct(drawMany({ topP: 0.71 }, logits, 500))).toEqual([1, 2, 3]);
  });

  it("keeps one token at 0 and all at 1", () => {
    expect(distinct(drawMany({ topP: 0 }, logs(0.3, 0.4, 0.3), 500))).toEqual([1]);
    expect(distinct(drawMany({ topP: 1 }, logs(0.3, 0.4, 0.3), 500))).toEqual([0, 1, 2]);
  });

  it("counts its share of what top-k left", () => {
    expect(distinct(drawMany({ topK: 2, topP: 0.55 }, logs(0.1, 0.2, 0.4, 0.3), 500))).toEqual([2]);
  });
});

describe("min-p", () => {
  it("keeps what is at least that share of the likeliest", () => {
    expect(distinct(drawMany({ minP: 0.49 }, logs(0.1, 0.2, 0.4, 0.3), 500))).toEqual([1, 2, 3]);
    expect(distinct(drawMany({ minP: 1 }, logs(0.1, 0.2, 0.4, 0.3), 500))).toEqual([2]);
  });
});

it("any settings draw only from the sets that a full sort gives", () => {
  const settings = fc.record({
    topK: fc.integer({ min: 0, max: 12 }),
    topP: fc.double({ min: 0, max: 1, noNaN: true }),
    minP: fc.double({ min: 0, max: 1, noNaN: true }),
  });
  const values = fc.array(fc.integer({ min: -6, max: 3 }), { minLength: 1, maxLength: 200 });
  fc.assert(
    fc.property(values, settings, fc.nat(), (list, chosen, seed) => {
      const logits = Float32Array.from(list);
      const sorted = list
        .map((_, id) => id)
        .sort((a, b) => (list[b] as number) - (list[a] as number) || a - b);
      const weightOf = (id: number) => Math.exp((list[id] as number) - (list[sorted[0] as number] as number));
      let kept = sorted.slice(0, chosen.topK || sorted.length);
      const total = kept.reduce((sum, id) => sum + weightOf(id), 0);
      let sum = 0;
      kept = kept.filter((_, rank) => {
        const isKept = rank === 0 || sum < chosen.topP * total * (1 + 1e-9);
        sum += weightOf(kept[rank] as number);
        return isKept;
      });
      kept = kept.filter((id) => weightOf(id) >= chosen.minP);
      for (const id of drawMany(chosen, logits, 5, seed)) expect(kept).toContain(id);
    }),
    { numRuns: 2_000, seed: 1 },
  );
});

describe("the repetition penalty", () => {
  const greedy = (repetitionPenalty: number, logits: Float32Array, recent: number[]) =>
    createSampler({ ...GREEDY, repetitionPenalty }, 1).sample(logits, recent);

  it("makes what was said less likely, on either side of 0", () => {
    expect(greedy(2, Float32Array.of(3, 2), [0])).toBe(1);
    expect(greedy(2, Float32Array.of(-2, -3), [0])).toBe(1);
    expect(greedy(1.4, Float32Array.of(3, 2), [0, 0, 0])).toBe(0); // once, however often it was said
  });

  it("forgets what was said long ago, and ids outside the vocabulary", () => {
    const recent = [0, ...Array.from({ length: RECENT_TOKENS - 1 }, () => 9)];
    expect(greedy(2, Float32Array.of(3, 2), recent)).toBe(1);
    expect(greedy(2, Float32Array.of(3, 2), [...recent, 9])).toBe(0);
  });
});

describe("broken logits", () => {
  const NAN = Float32Array.of(1, Number.NaN, 2);
  const NONE = new Float32Array(3).fill(Number.NEGATIVE_INFINITY);
  const INFINITE = Float32Array.of(1, Number.POSITIVE_INFINITY);
  it.each([
    ["NaN", NAN, /token 1 is not a number/],
    ["all -Infinity", NONE, /no token/],
    ["Infinity", INFINITE, /token 1 is infinite/],
  ])("stop with a named error: %s", (_, logits, message) => {
    for (const settings of [GREEDY, PLAIN]) {
      expect(() => createSampler(settings, 1).sample(logits, [])).toThrow(NumericalError);
      expect(() => createSampler(settings, 1).sample(logits, [])).toThrow(message);
    }
  });

  it("settings out of range are refused", () => {
    for (const wrong of [
      { temperature: -1 },
      { temperature: Number.NaN },
      { topP: 1.1 },
      { topK: 1.5 },
      { minP: -0.1 },
      { repetitionPenalty: 0 },
    ]) {
      expect(() => createSampler({ ...PLAIN, ...wrong }, 1)).toThrow(/out of range/);
    }
  });
});

it("a draw from 65,536 logits costs less than half of sorting them", () => {
  const settings = { temperature: 0.6, topK: 0, topP: 0.95, minP: 0.02, repetitionPenalty: 1.1 };
  const sampler = createSampler({ ...PLAIN, ...settings }, 1);
  const inputs = Array.from({ length: 8 }, (_, seed) => bigLogits(seed));
  const measure = (run: (logits: Float32Array) => unknown) => {
    const batches = Array.from({ length: 10 }, () => {
      const start = process.cpuUsage(); // not the clock: other tests share the machine
      for (const logits of inputs) run(logits);
      return process.cpuUsage(start).user;
    });
    return Math.min(...batches);
  };
  expect(measure((logits) => sampler.sample(logits, [1, 2, 3]))).toBeLessThan(
    measure((logits) => logits.slice().sort()) / 2,
  );
});
