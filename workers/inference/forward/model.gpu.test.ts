// Whole models on the GPU against recorded goldens and the f64 forward pass over the dequantised weights.
import { afterEach, describe, expect, it } from "vitest";
import { normalisedError, testGpu } from "../gpu/kernels/run-kernel";
import { hasGoldens, openTestModel, readGolden, type TestModel } from "./goldens";
import { Model, type ModelOptions } from "./model";
import { referenceLogits } from "./reference";

interface FixtureGoldens {
  readonly prompt: readonly number[];
  readonly files: readonly {
    readonly file: string;
    readonly argmax: readonly number[];
    readonly gap: readonly number[]; // first minus second logit
    readonly last: readonly number[];
  }[];
}

interface ChatGoldens {
  readonly prompts: readonly {
    readonly name: string;
    readonly ids: readonly number[];
    readonly top: readonly (readonly [id: number, logit: number])[];
    readonly continuation: readonly number[];
  }[];
}

/** Shown by the name where they cannot run. */
const name = hasGoldens ? "goldens" : "goldens (did not run: needs ../shared)";
const fixtures = hasGoldens
  ? await readGolden<FixtureGoldens>("models/fixtures/goldens.json")
  : { prompt: [], files: [] };
const chats = hasGoldens ? await readGolden<ChatGoldens>("models/jamba-tiny-goldens.json") : { prompts: [] };

let loaded: Model | undefined;

async function load(
  { gguf, config, source }: TestModel,
  options: Partial<ModelOptions> = {},
): Promise<Model> {
  loaded = await Model.load(await testGpu(), config, gguf.tensors, source, {
    contextLength: 2048,
    ...options,
  });
  return loaded;
}

afterEach(() => {
  loaded?.dispose();
  loaded = undefined;
});

const indexOfHighest = (logits: ArrayLike<number>): number => {
  let best = 0;
  for (let id = 1; id < logits.length; id++) if ((logits[id] as number) > (logits[best] as number)) best = id;
  return best;
};

/** Logits after each token of `ids`, read in chunks of `chunk`. */
async function readInChunks(model: Model, ids: readonly number[], chunk: number): Promise<Float32Array> {
  model.reset();
  const { vocabSize } = model.config;
  const logits = new Float32Array(ids.length * vocabSize);
  for (let first = 0; first < ids.length; first += chunk) {
    logits.set(await model.readAll(ids.slice(first, first + chunk)), first * vocabSize);
  }
  return logits;
}

describe.skipIf(!hasGoldens)(name, () => {
  it.each(fixtures.files.map((golden) => [golden.file, golden] as const))("%s", async (file, golden) => {
    const test = await openTestModel(`models/fixtures/${file}`);
    const { vocabSize } = test.config;
    const expected = (
      await referenceLogits(test.config, test.gguf.tensors, test.source, fixtures.prompt)
    ).flatMap((row) => [...row]);
    for (const [kvFormat, gate] of [
      ["f32", 1e-10], // f32 arithmetic alone: 1e-12 here
      ["f16", 1e-6], // keys and values rounded to 11 bits: 1e-7 to 3e-7 on these random nets
    ] as const) {
      const model = await load(test, { kvFormat, maxChunk: 64 });
      const logits = await readInChunks(model, fixtures.prompt, 64);
      expect(normalisedError(logits, expected)).toBeLessThan(gate);
      expect(normalisedError(logits.slice(-vocabSize), golden.last)).toBeLessThan(1e-6);
      for (const [position, id] of golden.argmax.entries()) {
        if ((golden.gap[position] as number) < 0.01) continue; // a tie to f16 storage
        expect(indexOfHighest(logits.subarray(position * vocabSize, (position + 1) * vocabSize))).toBe(id);
      }
      model.dispose();
    }
  });

  it.each(["h256-q4_k_m.gguf", "h64-q8_0.gguf"])(
    "chunks of any size equal single steps: %s",
    async (file) => {
      const test = await openTestModel(`models/fixtures/${file}`);
      const ids = Array.from({ length: 130 }, (_, i) => fixtures.prompt[(i * 7) % 40] as number);
      const model = await load(test, { maxChunk: 512 });
      const steps = await readInChunks(model, ids, 1);
      for (const chunk of [7, 64, 512]) {
        expect(normalisedError(await readInChunks(model, ids, chunk), steps)).toBeLessThan(1e-8);
      }
    },
  );

  it.each(chats.prompts.filter(({ ids }) => ids.length < 200).map((chat) => [chat.name, chat] as const))(
    "the tiny model answers %s with the recorded tokens",
    async (_, { ids, top, continuation }) => {
      const model = await load(await openTestModel("models/jamba-tiny-f16.gguf"), { maxChunk: 256 });
      let logits = (await model.read(ids)) as Float32Array;
      for (const [id, logit] of top) expect(Math.abs((logits[id] as number) - logit)).toBeLessThan(0.01);
      const found: number[] = [];
      for (;;) {
        found.push(indexOfHighest(logits));
        if (found.length === continuation.length) break;
        logits = (await model.read(found.slice(-1))) as Float32Array;
      }
      expect(found).toEqual(continuation);
    },
  );
});
