// Whole answers, several tokens in flight, against the same model stepped one token at a time with sampler.ts. Both plans of
// a token: the one for GPUs, and that of chunks, which CPU adapters take.
import { afterEach, describe, expect, it } from "vitest";
import type { SamplingSettings } from "../api";
import { hasGoldens, openTestModel, readGolden } from "../forward/goldens";
import { Model } from "../forward/model";
import { testGpu } from "../gpu/kernels/run-kernel";
import { createRandom } from "./random";
import { createSamplerFrom } from "./sampler";
import { DRAWN, GREEDY, loadToy as loadAnyToy, readState } from "./test-answers";
import { type Choice, type Ending, type WriteOptions, Writer, type WriterOptions } from "./writer";

const PROMPT = [1, 20, 133, 261, 7];
const FOUR: WriterOptions = { fixedFlights: 4 };

const made: { dispose(): void }[] = [];
afterEach(() => {
  for (const thing of made.splice(0)) thing.dispose();
});

async function loadToy(...given: Parameters<typeof loadAnyToy>): Promise<Model> {
  const model = await loadAnyToy(...given);
  made.push(model);
  return model;
}

async function createWriter(model: Model, options?: WriterOptions): Promise<Writer> {
  const writer = await Writer.create(model, options);
  made.push(writer);
  return writer;
}

interface Answer {
  readonly ids: number[];
  readonly choices: Choice[];
  readonly ending: Ending;
}

/** Reads the prompt and writes. */
async function answer(
  model: Model,
  writer: Writer,
  changes: Partial<WriteOptions> = {},
  prompt: readonly number[] = PROMPT,
): Promise<Answer> {
  model.reset();
  await model.prefill(prompt);
  const choices: Choice[] = [];
  const ending = await writer.write({
    settings: GREEDY,
    random: createRandom(3),
    recent: prompt,
    endIds: new Set(),
    maxTokens: 16,
    ...changes,
    onChoice: (choice) => {
      choices.push(choice);
      changes.onChoice?.(choice);
    },
  });
  return { choices, ending, ids: choices.map(({ id }) => id) };
}

/** The same by single steps. */
async function step(model: Model, settings: SamplingSettings, count: number): Promise<number[]> {
  model.reset();
  const random = createRandom(3);
  const sampler = createSamplerFrom(settings, () => Math.min(1 - 2 ** -24, Math.fround(random())));
  const history = [...PROMPT];
  await model.prefill(PROMPT);
  for (;;) {
    history.push(sampler.sample(await model.readLogits(), history));
    if (history.length === PROMPT.length + count) return history.slice(PROMPT.length);
    await model.prefill(history.slice(-1));
  }
}

/** What the model remembers after reading the prompt and these ids one at a time. */
async function readStateAfter(model: Model, ids: readonly number[]) {
  model.reset();
  await model.prefill(PROMPT);
  for (const id of ids) await model.prefill([id]);
  return readState(model);
}

describe.each([
  ["the plan of a GPU", true],
  ["the plan of chunks", false],
])("with %s", (_, asGpu) => {
  it.each([
    ["greedy", GREEDY],
    ["drawn", DRAWN],
    ["drawn from all", { ...GREEDY, temperature: 0.8 }],
  ])("writes the tokens of single steps: %s", async (_name, settings) => {
    const model = await loadToy({ asGpu });
    const found = await answer(model, await createWriter(model, FOUR), { settings });
    expect(found.ending).toBe("last-token");
    expect(found.choices.map(({ position }) => position)).toEqual(found.ids.map((_id, at) => 5 + at));
    expect(found.ids).toEqual(await step(model, settings, 16));
  });

  it("remembers nothing of the steps behind an end token", async () => {
    const model = await loadToy({ asGpu });
    const writer = await createWriter(model, FOUR);
    const settings = { ...DRAWN, temperature: 3 }; // so that tokens differ
    const { ids } = await answer(model, writer, { settings });
    const at = ids.findIndex((id, index) => index >= 4 && ids.indexOf(id) === index);
    expect(at).toBeGreaterThan(0);
    const cut = await answer(model, writer, { settings, endIds: new Set([ids[at] as number]) });
    expect(cut).toMatchObject({ ending: "end-token", ids: ids.slice(0, at + 1) });
    const state = await readState(model);
    expect(state.position).toBe(PROMPT.length + at);
    expect(state).toEqual(await readStateAfter(model, ids.slice(0, at)));
  });

  it("remembers all tokens but the last, however it ends", async () => {
    const model = await loadToy({ asGpu });
    const writer = await createWriter(model, FOUR);
    const controller = new AbortController();
    const stopped = await answer(model, writer, {
      maxTokens: 1000,
      signal: controller.signal,
      onChoice: ({ count }) => count === 3 && controller.abort(),
    });
    expect(stopped.ending).toBe("stopped");
    expect(stopped.ids.length).toBeGreaterThanOrEqual(3);
    expect(stopped.ids.length).toBeLessThanOrEqual(3 + 4);
    const state = await readState(model);
    expect(state).toEqual(await readStateAfter(model, stopped.ids.slice(0, -1)));

    const full = await answer(model, writer, { maxTokens: 1000 });
    expect(full).toMatchObject({ ending: "context-full" });
    expect(full.ids).toHaveLength(64 - PROMPT.length + 1);
    expect(model.state.position).toBe(64);

    const single = await answer(model, writer, { maxTokens: 1 });
    expect(single).toMatchObject({ ending: "last-token", ids: full.ids.slice(0, 1) });
    expect(await readState(model)).toEqual(await readStateAfter(model, []));
  });
});

it("lets the CPU choose where too many tokens are kept, and goes on with its choice", async () => {
  const model = await loadToy({}, { vocabSize: 3000 });
  const settings = { ...GREEDY, temperature: 2, topK: 2000, topP: 0.99 };
  for (const fixedFlights of [1, 3]) {
    const found = await answer(model, await createWriter(model, { fixedFlights }), { settings });
    expect(found.ids).toEqual(await step(model, settings, 16));
    expect(found.choices.map(({ count }) => count)).toEqual(found.ids.map((_, at) => at + 1));
  }
});

it("writes the same when a token takes several submits, and when nobody knows its time yet", async () => {
  const model = await loadToy();
  const expected = await step(model, GREEDY, 8);
  const [plan] = model.splitToken();
  const slow: Model = Object.create(model, {
    splitToken: { value: () => [plan?.slice(0, 3), plan?.slice(3, 9), plan?.slice(9)] },
  });
  expect((await answer(slow, await createWriter(slow), { maxTokens: 8 })).ids).toEqual(expected);
  const writer = await createWriter(model);
  expect(writer.isQuick).toBe(false);
  expect((await answer(model, writer, { maxTokens: 8 })).ids).toEqual(expected);
});

it("stops with a named error when the numbers break down, and answers afterwards", async () => {
  const model = await loadToy({ asGpu: true });
  const writer = await createWriter(model, FOUR);
  const { device } = model.gpu;
  const { outputNorm } = model.weights;
  const setNorm = (value: number) =>
    device.queue.writeBuffer(outputNorm, 0, new Float32Array(model.config.hiddenSize).fill(value));
  setNorm(1);
  const expected = await answer(model, writer);
  let shown = 0;
  const broken = answer(model, writer, {
    maxTokens: 50,
    onChoice: () => {
      if (++shown === 2) setNorm(Number.NaN);
    },
  });
  await expect(broken).rejects.toMatchObject({ name: "NumericalError" });
  expect(shown).toBeLessThan(50);
  setNorm(1);
  expect((await answer(model, writer)).ids).toEqual(expected.ids);
});

interface ChatGoldens {
  readonly prompts: readonly { readonly ids: readonly number[]; readonly continuation: readonly number[] }[];
}

const name = hasGoldens ? "goldens" : "goldens (did not run: needs ../shared)";
describe.skipIf(!hasGoldens)(name, () => {
  it.each([true, false])("the tiny model writes the recorded tokens; GPU's plan: %s", async (asGpu) => {
    const { prompts } = await readGolden<ChatGoldens>("models/jamba-tiny-goldens.json");
    const { ids, continuation } = [...prompts].sort(
      (a, b) => a.ids.length - b.ids.length,
    )[0] as ChatGoldens["prompts"][number];
    const { gguf, config, source } = await openTestModel("models/jamba-tiny-f16.gguf");
    const model = await Model.load(await testGpu(), config, gguf.tensors, source, {
      contextLength: 256,
      asGpu,
    });
    made.push(model);
    const found = await answer(
      model,
      await createWriter(model, FOUR),
      { maxTokens: continuation.length },
      ids,
    );
    expect(found.ids).toEqual(continuation);
  });
});
