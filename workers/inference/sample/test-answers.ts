// What tests of whole answers share: the settings, a toy model whose residual stream columns can be cut from, and all that a model
// remembers.
import type { SamplingSettings } from "../api";
import { Model, type ModelOptions } from "../forward/model";
import { testGpu } from "../gpu/kernels/run-kernel";
import type { Config } from "../parse/config";
import { parseGguf } from "../parse/gguf";
import { readConfig } from "../parse/read-config";
import { buildToyModel, TOY_CONFIG } from "../parse/toy-model";

export const GREEDY: SamplingSettings = {
  temperature: 0,
  topK: 0,
  topP: 1,
  minP: 0,
  repetitionPenalty: 1,
  seed: null,
};
export const DRAWN: SamplingSettings = {
  ...GREEDY,
  temperature: 1.2,
  topK: 40,
  topP: 0.9,
  repetitionPenalty: 1.1,
};

export async function loadToy(
  options: Partial<ModelOptions> = {},
  changes: Partial<Config> = {},
): Promise<Model> {
  const bytes = buildToyModel({ ...TOY_CONFIG, ...changes });
  const source = {
    byteLength: bytes.byteLength,
    read: async (offset: number, length: number) => bytes.slice(offset, offset + length),
  };
  const gguf = await parseGguf(source);
  return Model.load(await testGpu(), readConfig(gguf), gguf.tensors, source, {
    contextLength: 64,
    ...options,
  });
}

async function readBuffer({ gpu }: Model, buffer: GPUBuffer): Promise<Uint32Array> {
  const readback = gpu.device.createBuffer({
    size: buffer.size,
    usage: GPUBufferUsage.MAP_READ | GPUBufferUsage.COPY_DST,
  });
  const encoder = gpu.device.createCommandEncoder();
  encoder.copyBufferToBuffer(buffer, 0, readback, 0, buffer.size);
  gpu.device.queue.submit([encoder.finish()]);
  await readback.mapAsync(GPUMapMode.READ);
  const words = new Uint32Array(readback.getMappedRange().slice(0));
  readback.destroy();
  return words;
}

export interface Remembered {
  readonly position: number;
  readonly words: readonly Uint32Array[];
}

/** Every word that the model remembers: recurrent states, keys and values in f16 up to its position, logits. */
export async function readState(model: Model): Promise<Remembered> {
  const { state, config } = model;
  const words = [await readBuffer(model, state.recurrent), await readBuffer(model, model.scratch.logits)];
  for (const layer of state.layers) {
    if (layer.kind !== "attention") continue;
    const used = (state.position * config.kvHeadCount * config.headSize) / 2; // f16
    for (const cache of [layer.keys, layer.values])
      words.push((await readBuffer(model, cache)).slice(0, used));
  }
  return { position: state.position, words };
}
