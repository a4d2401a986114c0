// The plan for single tokens on a GPU against the plan for chunks and the f64 forward pass, on whole models.
import { afterEach, describe, expect, it } from "vitest";
import { normalisedError, testGpu } from "../gpu/kernels/run-kernel";
import type { LayerKind } from "../parse/config";
import { parseGguf } from "../parse/gguf";
import { readConfig } from "../parse/read-config";
import { buildToyModel, TOY_CONFIG } from "../parse/toy-model";
import { hasGoldens, openTestModel, readGolden, type TestModel } from "./goldens";
import { Model, type ModelOptions } from "./model";
import { referenceLogits } from "./reference";

/** Few, as the plan is slow on a CPU: mixed types in blocks of 256, and a width of two units. Kernel tests have every type. */
const FILES = ["h256-q4_k_m.gguf", "h64-q5_0.gguf"];

/** Of activations to 16 bits; random weights amplify it. */
const MAX_ROUNDING = 1e-6;

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
    activations: "f32",
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
    const ids = prompt.slice(0, 6);
    const expected = (await referenceLogits(test.config, test.gguf.tensors, test.source, ids)).flatMap(
      (row) => [...row],
    );
    const model = await load(test, { kvFormat: "f32", asGpu: true, contextLength: 4096 }); // all slices of attention
    const tokens = await readSteps(model, ids, [1]);
    expect(normalisedError(tokens, expected)).toBeLessThan(1e-10);
    model.reset();
    expect(normalisedError(tokens, await readSteps(model, ids, [ids.length]))).toBeLessThan(1e-8);
  });

  it.each(FILES)("errs by no more than the rounding of activations to int16: %s", async (file) => {
    const test = await openTestModel(`models/fixtures/${file}`);
    const ids = prompt.slice(0, 6);
    const exact = await load(test, { kvFormat: "f32", asGpu: true });
    const rounded = await load(test, { kvFormat: "f32", asGpu: true, activations: "int16" });
    const expected = await readSteps(exact, ids, [1]);
    const error = normalisedError(await readSteps(rounded, ids, [1]), expected);
    expect(error).toBeGreaterThan(1e-12); // it does round
    expect(error).toBeLessThan(MAX_ROUNDING);
    rounded.reset();
    await rounded.read(ids.slice(0, -1)); // the head after a chunk is in int16, too
    const afterChunk = await rounded.read(ids.slice(-1));
    const last = expected.slice(-test.config.vocabSize);
    expect(normalisedError(afterChunk as Float32Array, last)).toBeLessThan(MAX_ROUNDING);
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
    const ids = prompt.slice(0, 8);
    const model = await load(test, { asGpu: true });
    const expected = (await readSteps(model, ids, [8])).slice(-test.config.vocabSize);
    model.reset();
    const afterChunk = (await model.read(ids)) as Float32Array;
    expect(normalisedError(afterChunk, expected)).toBeLessThan(1e-8);
    model.reset();
    await model.prefill(ids, { mayOutlast: true });
    expect(await model.readLogits()).toEqual(afterChunk);
    model.reset();
    await model.read(ids.slice(0, -1));
    const afterToken = (await model.read(ids.slice(-1))) as Float32Array;
    expect(normalisedError(afterToken, expected)).toBeLessThan(1e-8);
  });
});

describe("on Jamba2 3B's 28 layers, each very small", () => {
  const layers = Array.from({ length: 28 }, (_, i): LayerKind => (i % 14 === 7 ? "attention" : "mamba"));
  const ids = [1, 20, 133, 261, 7];

  async function openToy(): Promise<TestModel> {
    const bytes = buildToyModel({ ...TOY_CONFIG, layers });
    const source = {
      byteLength: bytes.byteLength,
      read: async (offset: number, length: number) => bytes.slice(offset, offset + length),
    };
    const gguf = await parseGguf(source);
    return { gguf, config: readConfig(gguf), source };
  }

  it("takes at most 200 dispatches a token and agrees with f64", async () => {
    const test = await openToy();
    const model = await load(test, { asGpu: true, contextLength: 64, kvFormat: "f32" });
    expect(model.dispatchesPerToken).toBeLessThanOrEqual(200);
    const expected = await referenceLogits(test.config, test.gguf.tensors, test.source, ids);
    const found = await readSteps(model, ids, [1]);
    expect(
      normalisedError(
        found,
        expected.flatMap((row) => [...row]),
      ),
    ).toBeLessThan(1e-10);
  });

  it("goes the way of chunks where a matrix comes in parts", async () => {
    const test = await openToy();
    const whole = await load(test, { asGpu: true, contextLength: 64 });
    const parted = await load(test, { asGpu: true, contextLength: 64, maxPartBytes: 4096 });
    expect(parted.dispatchesPerToken).toBeGreaterThan(2 * whole.dispatchesPerToken);
    expect(normalisedError(await readSteps(parted, ids, [1]), await readSteps(whole, ids, [1]))).toBeLessThan(
      1e-8,
    );
  });
});
