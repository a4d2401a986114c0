// A prompt whose answer is submitted behind it is not waited for; what it says of the GPU's speed is noted all the same.
import { expect, it, vi } from "vitest";
import { testGpu } from "../gpu/kernels/run-kernel";
import { parseGguf } from "../parse/gguf";
import { readConfig } from "../parse/read-config";
import { buildToyModel } from "../parse/toy-model";
import { Model } from "./model";

it("lets chunks grow after a prompt that nobody waited for", async () => {
  const bytes = buildToyModel();
  const source = {
    byteLength: bytes.byteLength,
    read: async (offset: number, length: number) => bytes.slice(offset, offset + length),
  };
  const gguf = await parseGguf(source);
  const gpu = await testGpu();
  const model = await Model.load(gpu, readConfig(gguf), gguf.tensors, source, { contextLength: 512 });
  const clock = vi.spyOn(performance, "now").mockReturnValue(0); // quick, whatever runs beside it
  try {
    const ids = Array.from({ length: 200 }, (_, i) => i % 7);
    await model.prefill(ids.slice(0, 16), { mayOutlast: true });
    await model.readLogits(); // it is done by now
    const read: number[] = [];
    await model.prefill(ids, { onRead: (count) => read.push(count) });
    expect(read[0]).toBe(64); // four times the first chunk, not the first chunk again
  } finally {
    clock.mockRestore();
    model.dispose();
  }
});
