// The plan for single tokens on a GPU against the plan for chunks and the f64 forward pass, on whole models.
import { afterEach, describe, expect, it } from "vitest";
import { normalisedError, testGpu } from "../gpu/kernels/run-kernel";
import { hasGoldens, openTestModel, readGolden, type TestModel } from "./goldens";
import { Model, type ModelOptions } from "./model";
import { referenceLogits } from "./reference";

/** Few, as the plan is slow on a CPU: mixed types in blocks of 256, and a width of two units. Kernel tests have every type. */
const FILES = ["h256-q4_k_m.gguf", "h64-q5_0.gguf"];

const name = hasGoldens ? "token plan" : "token plan (did not run: needs ../shared)";
const { prompt } = hasGoldens
  ? await readGolden<{ readonly prompt: readonly number[] }>("models/fixtures/goldens.json")
  : { prompt: [] };

const loaded: Model[] = [];

async function load(
  { gguf, config, source }: TestModel,
  options: Partial<ModelOptions> = {},
): Promise<Model> {
  const model = await Model.load(await testGpu(), config, gguf.tensors, source, {
    contextLength: 512,
    maxChunk: 64,
    ...options,
  });
  loaded.push(model);
  return model;
}

afterEach(() => {
  for (const model of loaded.splice(0)) model.dispose();
});

/** Logits after each token, read in chunks of the sizes given, the last size repeated. */
async function readSteps(model: Model, ids: readonly number[], sizes: readonly number[]): Promise<number[]> {
  const logits: number[] = [];
  for (let first = 0, i = 0; first < ids.length; i++) {
    const count = sizes[Math.min(i, sizes.length - 1)] as number;
    logits.push(...(await model.readAll(ids.slice(first, first + count))));
    first += count;
  }
  return logits;
}

describe.skipIf(!hasGoldens)(name, () => {
  it.each(FILES)("agrees with f64 and with chunks: %s", async (file) => {
    const test = await openTestModel(`models/fixtures/${file}`);
    const ids = prompt.slice(0, 12);
    const expected = (await referenceLogits(test.config, test.gguf.tensors, test.source, ids)).flatMap(
      (row) => [...row],
    );
    const exact = await load(test, { kvFormat: "f32", asGpu: true });
    expect(normalisedError(await readSteps(exact, ids, [1]), expected)).toBeLessThan(1e-10);
    const halved = await load(test, { kvFormat: "f16", asGpu: true });
    const tokens = await readSteps(halved, ids, [1]);
    halved.reset();
    expect(normalisedError(tokens, await readSteps(halved, ids, [ids.length]))).toBeLessThan(1e-8);
  });

  it("continues what a chunk left, and is continued by one", async () => {
    const test = await openTestModel("models/fixtures/h256-q4_k_m.gguf");
    const ids = Array.from({ length: 74 }, (_, i) => prompt[(i * 7) % 40] as number);
    const model = await load(test, { asGpu: true });
    const expected = await readSteps(model, ids, [64, 10]);
    model.reset();
    expect(normalisedError(await readSteps(model, ids, [31, 1, 1, 33, 1]), expected)).toBeLessThan(1e-8);
  });

  it("gives the logits of the last token", async () => {
    const test = await openTestModel("models/fixtures/h64-q5_0.gguf");
    const model = await load(test, { asGpu: true });
    const expected = (await readSteps(model, prompt, [40])).slice(-test.config.vocabSize);
    model.reset();
    const afterChunk = (await model.read(prompt)) as Float32Array;
    expect(normalisedError(afterChunk, expected)).toBeLessThan(1e-8);
    model.reset();
    for (const id of prompt.slice(0, -1)) await model.read([id]);
    const afterToken = (await model.read(prompt.slice(-1))) as Float32Array;
    expect(normalisedError(afterToken, expected)).toBeLessThan(1e-8);
  });
});
