// Short chunks have plans of their own, recorded while the model is used already.
import { afterEach, expect, it, vi } from "vitest";
import type { Gpu } from "../gpu/device";
import { normalisedError, testGpu } from "../gpu/kernels/run-kernel";
import { recordDispatches } from "../gpu/observe";
import { parseGguf } from "../parse/gguf";
import { readConfig } from "../parse/read-config";
import { buildToyModel } from "../parse/toy-model";
import { Model, type ModelOptions } from "./model";
import { Plans } from "./plans";

const bytes = buildToyModel();
const source = {
  byteLength: bytes.byteLength,
  read: async (offset: number, length: number) => bytes.slice(offset, offset + length),
};
const gguf = await parseGguf(source);
const loaded: Model[] = [];
const { addShort } = Plans.prototype;

afterEach(() => {
  vi.restoreAllMocks();
  for (const model of loaded.splice(0)) model.dispose();
});

async function load(options: Partial<ModelOptions> = {}, gpu?: Gpu): Promise<Model> {
  const model = await Model.load(gpu ?? (await testGpu()), readConfig(gguf), gguf.tensors, source, {
    contextLength: 256,
    fixedChunk: 64,
    matmul: "tiled",
    kvFormat: "f32",
    ...options,
  });
  loaded.push(model);
  return model;
}

/** A device that asks before it compiles a kernel of thin tiles, which only short chunks have. */
async function guardThinTiles(ask: () => Promise<void>): Promise<Gpu> {
  const gpu = await testGpu();
  const thin = new WeakSet<GPUShaderModule>();
  const device = new Proxy(gpu.device, {
    get(target, name) {
      if (name === "createShaderModule")
        return (descriptor: GPUShaderModuleDescriptor) => {
          const module = target.createShaderModule(descriptor);
          if (descriptor.code.includes("TILE_TOKENS = 16u")) thin.add(module);
          return module;
        };
      if (name === "createComputePipelineAsync")
        return async (descriptor: GPUComputePipelineDescriptor) => {
          if (thin.has(descriptor.compute.module)) await ask();
          return target.createComputePipelineAsync(descriptor);
        };
      const value: unknown = Reflect.get(target, name, target);
      return typeof value === "function" ? value.bind(target) : value;
    },
  });
  return { ...gpu, device };
}

const prompt = Array.from({ length: 20 }, (_, i) => 10 + ((i * 7) % 60));

/** Reads the prompt anew: its logits, and how many tiles of tokens a product had. */
async function read(model: Model, ids = prompt): Promise<{ logits: Float32Array; tiles: number }> {
  model.reset();
  const recording = recordDispatches(model.gpu.device);
  try {
    const logits = (await model.read(ids)) as Float32Array;
    const products = recording.dispatches.filter(({ pipeline }) => pipeline.label === "matmul_tiled");
    return { logits, tiles: Math.max(...products.map(({ grid }) => grid[1])) };
  } finally {
    recording.stop();
  }
}

const SHORT = { tiles: 2 }; // of 16 tokens
const LONG = { tiles: 1 }; // of 64

it("reads a short prompt before its own plan is there, and with it afterwards, to the same logits", async () => {
  let add: () => Promise<void> = async () => undefined;
  vi.spyOn(Plans.prototype, "addShort").mockImplementation(async function (this: Plans, inputs) {
    add = () => addShort.call(this, inputs);
  });
  const model = await load();
  const before = await read(model);
  expect(before).toMatchObject(LONG);
  await add();
  const after = await read(model);
  expect(after).toMatchObject(SHORT);
  expect(normalisedError(after.logits, before.logits)).toBeLessThan(1e-10);
});

it("binds what grew while a plan was being recorded", async () => {
  let done: Promise<void> = Promise.resolve();
  vi.spyOn(Plans.prototype, "addShort").mockImplementation(function (this: Plans, inputs) {
    done = addShort.call(this, inputs);
    return done;
  });
  let compile = (): void => undefined;
  const grown = new Promise<void>((settle) => {
    compile = settle;
  });
  const model = await load({ firstCapacity: 16 }, await guardThinTiles(() => grown));
  await model.reserve(100);
  expect(model.state.capacity).toBeGreaterThanOrEqual(100);
  compile();
  await done;
  model.reset();
  const start = prompt.slice(0, 10); // read by the plan of 16, which waited
  const found = (await model.read(start)) as Float32Array;
  const whole = await read(await load(), start);
  expect(normalisedError(found, whole.logits)).toBeLessThan(1e-10);
  expect(model.gpu.takeError()).toBeUndefined();
});

it("goes the way of long chunks where a short one's kernels do not compile", async () => {
  let asked = 0;
  const refuse = async (): Promise<void> => {
    asked++;
    throw new Error("too thin");
  };
  const model = await load({}, await guardThinTiles(refuse));
  await vi.waitFor(() => expect(asked).toBeGreaterThan(0));
  await new Promise((settle) => setTimeout(settle, 500)); // it is told late: the device may be lost
  const { logits } = await read(await load());
  model.reset();
  expect(normalisedError((await model.read(prompt)) as Float32Array, logits)).toBeLessThan(1e-10);
});
