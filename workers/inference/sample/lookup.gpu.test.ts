// Whole answers with prompt lookup against the same answers without: the same tokens, ends and states.
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from "vitest";
import { hasGoldens, openTestModel, readGolden } from "../forward/goldens";
import { Model } from "../forward/model";
import { testGpu } from "../gpu/kernels/run-kernel";
import type { Plan } from "../gpu/plan";
import type { LookupFigures } from "./answer-lookup";
import { createRandom } from "./random";
import { DRAWN, GREEDY, loadToy, readState } from "./test-answers";
import { type Choice, type Ending, type WriteOptions, Writer } from "./writer";

const PROMPT = [1, 20, 133, 261, 7];

const made: { dispose(): void }[] = [];
afterEach(() => {
  for (const thing of made.splice(0).reverse()) thing.dispose();
  vi.restoreAllMocks();
});

/** A test's own; the columns are the model's and made once. */
async function createWriter(model: Model): Promise<Writer> {
  const writer = await Writer.create(model, { fixedFlights: 3 });
  made.push(writer);
  await writer.openLookup(GREEDY);
  return writer;
}

interface Answer {
  readonly ids: number[];
  readonly choices: Choice[];
  readonly ending: Ending;
  readonly figures: LookupFigures;
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
  let figures: LookupFigures = { drafted: 0, accepted: 0 };
  const ending = await writer.write({
    settings: GREEDY,
    random: createRandom(3),
    recent: prompt,
    endIds: new Set(),
    maxTokens: 1000,
    onLookup: (found) => {
      figures = found;
    },
    ...changes,
    onChoice: (choice) => {
      choices.push(choice);
      changes.onChoice?.(choice);
    },
  });
  return { choices, ending, ids: choices.map(({ id }) => id), figures };
}

/** Right guesses for all of an answer; what is read and chosen from is the prompt alone. */
const foresee = (ids: readonly number[]) => ({ usesLookup: true, recent: [...PROMPT, ...ids, ...PROMPT] });

/** A plan in parts, as a slow machine's pacer would have it. */
const cutPlan = (plan: Plan, size: number): Plan[] =>
  Array.from({ length: Math.ceil(plan.length / size) }, (_, part) =>
    plan.slice(part * size, (part + 1) * size),
  );

/** Stops at so many submits after the first token: within a step that takes more of them. */
function stopAtSubmit({ gpu }: Model, wanted: number): Pick<WriteOptions, "signal" | "onChoice"> {
  const { queue } = gpu.device;
  const submit = queue.submit.bind(queue);
  const controller = new AbortController();
  let submits = Number.NaN; // not counted yet
  const spy = vi.spyOn(queue, "submit").mockImplementation((commands) => {
    submit(commands);
    if (++submits !== wanted) return;
    spy.mockRestore();
    controller.abort();
  });
  return {
    signal: controller.signal,
    onChoice: ({ count }) => {
      if (count === 1) submits = 0;
    },
  };
}

/** Where an id is that ends an answer within the first drafts, and not before. */
const findEnd = (ids: readonly number[]): number =>
  ids.findIndex((id, index) => index >= 3 && ids.indexOf(id) === index);

describe("an answer that was foreseen", () => {
  let model: Model;
  beforeAll(async () => {
    model = await loadToy(
      { asGpu: true, activations: "f32", contextLength: 32 },
      { hiddenSize: 64, headSize: 32, innerSize: 128, isTied: false, vocabSize: 3000 },
    );
  });
  afterAll(() => model.dispose());

  it("ends as it would have ended: context, limit, end token, stop", async () => {
    const writer = await createWriter(model);
    const plain = await answer(model, writer);
    const state = await readState(model);
    expect(plain).toMatchObject({ ending: "context-full", figures: { drafted: 0 } });
    const { ids, choices } = plain;
    const foreseen = foresee(ids);

    const full = await answer(model, writer, foreseen);
    expect(full).toMatchObject({ ending: "context-full", ids, choices });
    expect(full.figures.accepted).toBeGreaterThan(ids.length / 2);
    expect(await readState(model)).toEqual(state);

    const spoilt = foresee(ids.map((id, at) => (at === 5 ? 9 : id)));
    const limited = await answer(model, writer, { ...spoilt, maxTokens: 13 });
    expect(limited).toMatchObject({ ending: "last-token", ids: ids.slice(0, 13) });
    expect(model.state.position).toBe(PROMPT.length + 12);

    const at = findEnd(ids);
    const ended = await answer(model, writer, { ...foreseen, endIds: new Set([ids[at] as number]) });
    expect(ended).toMatchObject({ ending: "end-token", ids: ids.slice(0, at + 1) });
    expect(model.state.position).toBe(PROMPT.length + at);

    const controller = new AbortController();
    const stopped = await answer(model, writer, {
      ...foreseen,
      signal: controller.signal,
      onChoice: ({ count }) => count === 2 && controller.abort(),
    });
    expect(stopped.ids).toEqual(ids.slice(0, stopped.ids.length));
    expect(model.state.position).toBe(PROMPT.length + stopped.ids.length - 1);
  });

  it("is the same where only its steps with drafts take several submits", async () => {
    vi.spyOn(model, "splitColumns").mockImplementation(() => cutPlan(model.columns.plan, 8));
    const writer = await createWriter(model);
    expect(model.splitToken()).toHaveLength(1);
    expect(model.splitColumns().length).toBeGreaterThan(3);
    for (const settings of [GREEDY, { ...DRAWN, repetitionPenalty: 1 }]) {
      const write = async (changes: Partial<WriteOptions>) => {
        const written = await answer(model, writer, { settings, maxTokens: 14, ...changes });
        return { ...written, state: await readState(model) };
      };
      const { figures: _, ...plain } = await write({});
      const { ids } = plain;
      const foreseen = foresee(ids);
      const whole = await write(foreseen);
      expect(whole).toMatchObject(plain);
      expect(whole.figures.accepted).toBeGreaterThan(ids.length / 2);

      const endIds = new Set([ids[findEnd(ids)] as number]);
      const ended = await write({ ...foreseen, endIds });
      expect(ended).toMatchObject({ ending: "end-token", ids: ids.slice(0, findEnd(ids) + 1) });
      expect(ended.state).toEqual((await write({ endIds })).state);

      const stopped = await write({ ...foreseen, ...stopAtSubmit(model, 3) });
      const { length } = stopped.ids;
      expect(stopped).toMatchObject({ ending: "stopped", ids: ids.slice(0, length) });
      expect(stopped.figures.accepted).toBeGreaterThan(0); // what was under way went on to its end
      expect(length).toBeLessThan(ids.length);
      expect(stopped.state).toEqual((await write({ maxTokens: length })).state);
    }
  });

  it("is the same where the CPU has to choose", async () => {
    const writer = await createWriter(model);
    const wide = { ...GREEDY, temperature: 2, topK: 2000, topP: 0.99 }; // more than the kernels rank
    const changes = { settings: wide, maxTokens: 8 };
    const { ids } = await answer(model, writer, changes);
    const found = await answer(model, writer, { ...changes, ...foresee(ids) });
    expect(found.ids).toEqual(ids);
  });

  it("fails where a number is none", async () => {
    const writer = await createWriter(model);
    const { ids } = await answer(model, writer, { maxTokens: 12 });
    const { outputNorm } = model.weights;
    const noNumbers = new Float32Array(model.config.hiddenSize).fill(Number.NaN);
    const broken = answer(model, writer, {
      ...foresee(ids),
      onChoice: ({ count }) => {
        if (count === 1) model.gpu.device.queue.writeBuffer(outputNorm, 0, noNumbers);
      },
    });
    await expect(broken).rejects.toMatchObject({ name: "NumericalError" });
  });
});

interface ChatGoldens {
  readonly prompts: readonly { readonly name: string; readonly ids: readonly number[] }[];
}

const name = hasGoldens ? "the tiny model" : "the tiny model (did not run: needs ../shared)";
describe.skipIf(!hasGoldens)(name, () => {
  it("repeats a sentence in fewer steps, drawn with a seed", async () => {
    const { prompts } = await readGolden<ChatGoldens>("models/jamba-tiny-goldens.json");
    const prompt = prompts.find((one) => one.name === "repeat")?.ids ?? [];
    const { gguf, config, source } = await openTestModel("models/jamba-tiny-q4_k_m.gguf");
    // int16, four times slower here, goes through a whole model in lookup-steps.gpu.test.ts.
    const options = { contextLength: 256, asGpu: true, activations: "f32" } as const;
    const model = await Model.load(await testGpu(), config, gguf.tensors, source, options);
    const writer = await createWriter(model);
    const settings = { ...GREEDY, temperature: 0.7, topP: 0.9, repetitionPenalty: 1.05 };
    const changes = { settings, maxTokens: 12, endIds: new Set([5]) };
    const plain = await answer(model, writer, changes, prompt);
    const state = await readState(model);
    const found = await answer(model, writer, { ...changes, usesLookup: true }, prompt);
    expect(found.ids).toEqual(plain.ids);
    expect(found.ending).toBe(plain.ending);
    expect(await readState(model)).toEqual(state);
    expect(found.figures.accepted).toBeGreaterThan(3);
  });
});
