// The sampling kernels against sampler.ts, on the same logits, settings and random numbers.
import { afterEach, describe, expect, it } from "vitest";
import type { SamplingSettings } from "../api";
import { createRandom } from "../gpu/kernels/run-kernel";
import { type Outcome, SAMPLING_LAYOUT } from "../gpu/kernels/sample-kernels";
import {
  compare,
  disposeSamplers,
  GREEDY,
  normalLogits,
  openSampler,
  PLAIN,
  type Step,
} from "./test-sampler";

const VOCAB = 65_536;

afterEach(disposeSamplers);

describe("greedy steps", () => {
  it.each([1, 2, 262, 1023, 1024, 1025, VOCAB])("take the largest of %i logits", async (count) => {
    const logits = normalLogits(count, count);
    expect(await compare(logits, GREEDY, 2)).toBe(1);
  });

  it("take the lowest id of equals, whatever the sign of zero", async () => {
    const zeros = new Float32Array(5000).fill(-1);
    zeros[1400] = -0;
    zeros[1300] = 0;
    zeros[1200] = -0;
    expect((await (await openSampler(zeros))(GREEDY, 1))[0]?.id).toBe(1200);
    const some = new Float32Array(5000).fill(Number.NEGATIVE_INFINITY);
    some[4999] = -5;
    expect((await (await openSampler(some))(GREEDY, 1))[0]?.id).toBe(4999);
  });

  it("penalise what was said, as the reference does, until it is long ago", async () => {
    const logits = normalLogits(700, 5);
    const recent = Array.from({ length: 400 }, (_, i) => (i * 37) % 700);
    for (const repetitionPenalty of [1.3, 4, 0.8]) {
      expect(await compare(logits, { ...GREEDY, repetitionPenalty }, 300, { recent })).toBe(1);
      expect(await compare(logits, { ...GREEDY, repetitionPenalty }, 20, { recent: [3, 3, 9] })).toBe(1);
    }
  });
});

describe("draws", () => {
  const TRUNCATED: readonly Partial<SamplingSettings>[] = [
    { topK: 40 },
    { topK: 1 },
    { topK: 1000, temperature: 2 },
    { topP: 0.9, temperature: 0.7 },
    { topP: 0 },
    { topP: 0.5, temperature: 1.2 },
    { topP: 0.95, minP: 0.02, temperature: 0.6 },
    { topK: 50, topP: 0.9, minP: 0.05, temperature: 0.8 },
    { topK: 20, topP: 0.3, temperature: 0.01 },
    { topK: 3, temperature: Number.MIN_VALUE },
    { topP: 0.8, temperature: 1e-3 },
  ];
  const WHOLE: readonly Partial<SamplingSettings>[] = [
    {},
    { temperature: 0.7 },
    { temperature: 3 },
    { minP: 0.1 },
    { minP: 1 },
    { temperature: 1e-300 },
  ];

  it.each([...TRUNCATED, ...WHOLE])("from a whole vocabulary: %o", async (changes) => {
    const logits = normalLogits(VOCAB, 11);
    expect(await compare(logits, { ...PLAIN, ...changes }, 40, { seed: 3 })).toBeGreaterThan(0.9);
  });

  it.each(TRUNCATED.slice(-4, -3).concat(WHOLE.slice(0, 1), GREEDY))(
    "with the workgroups of a GPU: %o",
    async (changes) => {
      const logits = normalLogits(VOCAB, 12);
      expect(await compare(logits, { ...PLAIN, ...changes }, 4, { seed: 4 }, false)).toBe(1);
    },
  );

  it("from thousands of small vocabularies with many ties", async () => {
    const random = createRandom(77);
    const pick = <T>(values: readonly T[]): T => values[Math.floor(random() * values.length)] as T;
    let draws = 0;
    let equal = 0;
    for (let round = 0; round < 80; round++) {
      const count = 1 + Math.floor(random() * 400);
      const logits = Float32Array.from({ length: count }, () => Math.floor(random() * 10) - 6);
      if (round % 3 === 0) logits[Math.floor(random() * count)] = Number.NEGATIVE_INFINITY;
      if (logits.every((logit) => logit === Number.NEGATIVE_INFINITY)) logits[0] = 1;
      const settings = {
        ...PLAIN,
        temperature: pick([0.3, 1, 2.5]),
        topK: pick([0, 0, 1, 5, 12, 1000]),
        topP: pick([1, 0.93, 0.41, random()]),
        minP: pick([0, 0, 0.07, random()]),
      };
      equal += 40 * (await compare(logits, settings, 40, { seed: round }));
      draws += 40;
    }
    expect(equal / draws).toBeGreaterThan(0.98); // sums that meet a border exactly, ties do so, may fall either way
  });

  it("with a penalty, as the reference draws", async () => {
    const settings = { ...PLAIN, repetitionPenalty: 1.5, topK: 30, topP: 0.9 };
    expect(await compare(normalLogits(3000, 8), settings, 100, { recent: [5, 6, 7], seed: 9 })).toBe(1);
  });

  it("go past the random numbers of a batch, and repeat with the seed", async () => {
    const run = await openSampler(normalLogits(2000, 4));
    const first = await run(PLAIN, 500, { seed: 5 });
    expect(await run(PLAIN, 500, { seed: 5 })).toEqual(first);
    expect(await run(PLAIN, 500, { seed: 6 })).not.toEqual(first);
    expect(await compare(normalLogits(2000, 4), PLAIN, 500, { seed: 5 })).toBeGreaterThan(0.99);
  });

  it("are left to the CPU where more tokens are kept than the kernels rank", async () => {
    const run = await openSampler(normalLogits(VOCAB, 2, 0.1));
    for (const changes of [{ topP: 0.9 }, { topK: 1500 }]) {
      const [first, second] = await run({ ...PLAIN, ...changes }, 2);
      expect(first).toMatchObject({ outcome: "too-many", count: 0 });
      expect(second?.outcome).toBe("idle");
    }
  });
});

describe("an answer ends", () => {
  it("with an end token, after which nothing is chosen", async () => {
    const run = await openSampler(Float32Array.of(0, 5, 3, 1));
    const steps = await run({ ...GREEDY, repetitionPenalty: 2 }, 4, { endIds: [9, 2] });
    expect(steps.map(({ id, outcome }) => [id, outcome])).toEqual([
      [1, "chosen"],
      [2, "end-token"], // 3 against 5 / 2
      [0, "idle"],
      [0, "idle"],
    ]);
    expect(steps.map(({ position }) => position)).toEqual([0, 1, 1, 1]);
  });

  it("with the last token allowed and at the end of the context", async () => {
    const run = await openSampler(Float32Array.of(1, 2));
    const outcomes = (steps: Step[]) => steps.map(({ outcome }) => outcome);
    expect(outcomes(await run(GREEDY, 4, { maxTokens: 3 }))).toEqual([
      "chosen",
      "chosen",
      "last-token",
      "idle",
    ]);
    const full = await run(GREEDY, 4, { contextLength: 2 });
    expect(outcomes(full)).toEqual(["chosen", "chosen", "context-full", "idle"]);
    expect(full.map(({ position }) => position)).toEqual([0, 1, 2, 2]);
    expect(outcomes(await run(GREEDY, 1, { maxTokens: 1, endIds: [1] }))).toEqual(["end-token"]);
  });

  const broken: readonly [string, number, Outcome][] = [
    ["NaN", Number.NaN, "not-a-number"],
    ["Infinity", Number.POSITIVE_INFINITY, "infinite"],
  ];
  it.each(broken)("with %s among the logits, whatever the settings", async (_, value, outcome) => {
    const logits = normalLogits(5000, 1);
    logits[3000] = value;
    logits[4000] = value;
    const run = await openSampler(logits);
    for (const changes of [{ temperature: 0 }, {}, { topK: 5 }, { topP: 0.5 }, { repetitionPenalty: 2 }]) {
      const [first, second] = await run({ ...PLAIN, ...changes }, 2, { recent: [3000] });
      expect(first).toMatchObject({ id: 3000, outcome, count: 0 });
      expect(second?.outcome).toBe("idle");
    }
  });

  it("with no finite logit, and with a NaN of either sign", async () => {
    const nothing = new Float32Array(2000).fill(Number.NEGATIVE_INFINITY);
    for (const settings of [GREEDY, PLAIN, { ...PLAIN, topP: 0.5 }]) {
      expect((await (await openSampler(nothing))(settings, 1))[0]?.outcome).toBe("nothing-finite");
    }
    const negative = new Float32Array(2000);
    new Uint32Array(negative.buffer)[1500] = 0xffc00001;
    expect((await (await openSampler(negative))(GREEDY, 1))[0]).toMatchObject({
      id: 1500,
      outcome: "not-a-number",
    });
  });
});

it("TypeScript and WGSL agree on where the settings lie", () => {
  const { record, ends, recent, random, words } = SAMPLING_LAYOUT;
  expect([record % 4, ends - record, recent - ends, random - recent, words - random]).toEqual([
    0, 4, 16, 256, 512,
  ]);
});
