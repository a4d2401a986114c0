// The toy model on the GPU for tests of what stands on top of it, in chunks of one length so that runs can be compared bit by bit.
import type { Gpu } from "../gpu/device";
import { testGpu } from "../gpu/kernels/run-kernel";
import { parseGguf } from "../parse/gguf";
import { readConfig } from "../parse/read-config";
import { buildToyModel } from "../parse/toy-model";
import { Model, type ModelOptions } from "./model";

/** On the device that tests share, unless another is given. */
export async function openToyModel(options: Partial<ModelOptions> = {}, gpu?: Gpu): Promise<Model> {
  const bytes = buildToyModel();
  const source = {
    byteLength: bytes.byteLength,
    read: async (offset: number, length: number) => bytes.slice(offset, offset + length),
  };
  const gguf = await parseGguf(source);
  return Model.load(gpu ?? (await testGpu()), readConfig(gguf), gguf.tensors, source, {
    contextLength: 4096,
    fixedChunk: 8,
    ...options,
  });
}
