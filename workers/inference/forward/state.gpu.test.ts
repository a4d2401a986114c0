// The attention cache grows while a model reads and writes, and nobody sees it but in memory.
import { afterEach, expect, it } from "vitest";
import { testGpu } from "../gpu/kernels/run-kernel";
import { parseGguf } from "../parse/gguf";
import { readConfig } from "../parse/read-config";
import { buildToyModel } from "../parse/toy-model";
import { Writer } from "../sample/writer";
import { Model, type ModelOptions } from "./model";

const bytes = buildToyModel();
const source = {
  byteLength: bytes.byteLength,
  read: async (offset: number, length: number) => bytes.slice(offset, offset + length),
};
const gguf = await parseGguf(source);
const made: { dispose(): void }[] = [];

async function open(options: Partial<ModelOptions>): Promise<Model> {
  const model = await Model.load(await testGpu(), readConfig(gguf), gguf.tensors, source, {
    contextLength: 256,
    fixedChunk: 8,
    ...options,
  });
  made.push(model);
  return model;
}

afterEach(() => {
  for (const thing of made.splice(0)) thing.dispose();
});

const prompt = Array.from({ length: 50 }, (_, index) => 10 + ((index * 7) % 60));

it.each([false, true])(
  "reads and writes the same while its cache grows (kernels of a GPU: %s)",
  async (asGpu) => {
    const answers: unknown[] = [];
    for (const firstCapacity of [256, 16]) {
      const model = await open({ firstCapacity, asGpu });
      expect(model.state.capacity).toBe(firstCapacity);
      const logits = await model.read(prompt);
      const capacityRead = model.state.capacity;
      const more = await model.read([9]);
      const writer = await Writer.create(model);
      made.unshift(writer);
      const ids: number[] = [];
      await writer.write({
        settings: { temperature: 0, topK: 0, topP: 1, minP: 0, repetitionPenalty: 1, seed: 1 },
        random: () => 0,
        recent: prompt,
        endIds: new Set(),
        maxTokens: 40,
        onChoice: ({ id }) => ids.push(id),
      });
      answers.push({ logits, more, ids });
      expect(capacityRead).toBe(firstCapacity === 16 ? 64 : 256);
      expect(model.state.capacity).toBe(firstCapacity === 16 ? 128 : 256);
    }
    expect(answers[1]).toEqual(answers[0]);
  },
);

it("offers the context that can be allocated, and says what it takes", async () => {
  const model = await open({ contextLength: 1 << 16, firstCapacity: 32 });
  const { state, gpu } = model;
  expect(state.contextLength).toBe(1 << 16);
  expect(state.byteLength).toBe(state.recurrent.size + 32 * state.bytesPerToken);
  const limit = gpu.device.limits.maxStorageBufferBindingSize;
  const tooLong = 2 ** (Math.ceil(Math.log2(limit / state.cellBytes)) + 1);
  const hungry = await open({ contextLength: tooLong, firstCapacity: 32 });
  expect(hungry.state.contextLength).toBeLessThan(tooLong);
  expect(hungry.state.contextLength).toBeGreaterThan(1024);
});
