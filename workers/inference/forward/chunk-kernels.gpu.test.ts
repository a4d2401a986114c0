// Whole models with each kernel that a GPU's chunks may take, forced on the tests' adapter.
import { afterEach, describe, expect, it } from "vitest";
import { type Gpu, openGpu } from "../gpu/device";
import { emulatingDevice } from "../gpu/kernels/emulate-subgroup-matrix";
import { keepPipelines, normalisedError, testGpu } from "../gpu/kernels/run-kernel";
import { hasGoldens, openTestModel, readGolden } from "./goldens";
import { Model, type ModelOptions } from "./model";
import { referenceLogits } from "./reference";

interface FixtureGoldens {
  readonly prompt: readonly number[];
}

const name = hasGoldens ? "chunks in tiles" : "chunks in tiles (did not run: needs ../shared)";
const { prompt } = hasGoldens
  ? await readGolden<FixtureGoldens>("models/fixtures/goldens.json")
  : { prompt: [] };

const loaded: Model[] = [];
afterEach(() => {
  for (const model of loaded.splice(0)) model.dispose();
});

describe.skipIf(!hasGoldens)(name, () => {
  it.each(["h256-q4_k_m.gguf", "h64-q5_0.gguf"])("agree with f64: %s", async (file) => {
    const { config, gguf, source } = await openTestModel(`models/fixtures/${file}`);
    const load = async (options: Partial<ModelOptions>): Promise<Model> => {
      const all = { contextLength: 256, maxChunk: 64, ...options };
      const model = await Model.load(await testGpu(), config, gguf.tensors, source, all);
      loaded.push(model);
      return model;
    };
    const expected = (await referenceLogits(config, gguf.tensors, source, prompt)).flatMap((row) => [...row]);
    for (const [matmul, kvFormat, gate] of [
      ["tiled", "f32", 1e-10],
      ["tiled", "f16", 1e-6], // keys and values rounded to 11 bits
    ] as const) {
      const model = await load({ matmul, kvFormat });
      const logits = await model.readAll(prompt);
      expect(normalisedError(logits, expected)).toBeLessThan(gate);
      model.reset();
      const cut = [...(await model.readAll(prompt.slice(0, 13))), ...(await model.readAll(prompt.slice(13)))];
      expect(normalisedError(cut, logits)).toBeLessThan(1e-8);
    }
  });

  it("agree with f64 on matrix units, emulated", async () => {
    const { config, gguf, source } = await openTestModel("models/fixtures/h64-q5_0.gguf");
    const own = keepPipelines(await openGpu(navigator.gpu)); // 32 KB of workgroup memory
    const gpu: Gpu = { ...own, device: emulatingDevice(own.device) };
    const expected = (await referenceLogits(config, gguf.tensors, source, prompt)).flatMap((row) => [...row]);
    for (const maxChunk of [64, 32, 16]) {
      // The tiles of short chunks serve a model whose chunks are all short.
      const options: ModelOptions = {
        contextLength: 256,
        maxChunk,
        matmul: "subgroup-matrix",
        kvFormat: "f32",
      };
      const model = await Model.load(gpu, config, gguf.tensors, source, options);
      loaded.push(model);
      const logits = await readInChunks(model, maxChunk);
      expect(normalisedError(logits, expected)).toBeLessThan(1e-4); // every operand rounded to 11 bits, layer after layer
    }
  });
});

async function readInChunks(model: Model, size: number): Promise<number[]> {
  const logits: number[] = [];
  for (let first = 0; first < prompt.length; first += size) {
    logits.push(...(await model.readAll(prompt.slice(first, first + size))));
  }
  return logits;
}
