import { expect, it } from "vitest";
import { testGpu } from "../gpu/kernels/run-kernel";
import { parseGguf } from "../parse/gguf";
import { readConfig } from "../parse/read-config";
import { buildToyModel } from "../parse/toy-model";
import { takeCheckpoint } from "./checkpoint";
import { Model } from "./model";

it("brings back exactly what the model had read, as often as it is wanted", async () => {
  const bytes = buildToyModel();
  const source = {
    byteLength: bytes.byteLength,
    read: async (offset: number, length: number) => bytes.slice(offset, offset + length),
  };
  const gguf = await parseGguf(source);
  const model = await Model.load(await testGpu(), readConfig(gguf), gguf.tensors, source, {
    contextLength: 64,
  });
  await model.read([10, 11, 12, 13]);
  const logits = await model.readLogits();
  const checkpoint = await takeCheckpoint(model);
  const expected = await model.read([20, 21]);
  await model.read([30, 31, 32]);
  for (let again = 0; again < 2; again++) {
    checkpoint.restore();
    expect(model.state.position).toBe(4);
    expect(await model.readLogits()).toEqual(logits); // a new answer needs to read nothing
    expect(await model.read([20, 21])).toEqual(expected);
  }
  model.reset();
  expect(await model.read([20, 21])).not.toEqual(expected); // the prefix counts
  checkpoint.dispose();
  model.dispose();
});
