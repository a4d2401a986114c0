// Single steps of prompt lookup against as many steps without: with every number of right drafts the same tokens, and the same
// state to the bit.
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { hasGoldens, openTestModel } from "../forward/goldens";
import { Model } from "../forward/model";
import { proveColumns } from "../forward/prove-columns";
import { COLUMNS } from "../gpu/kernels/columns-kernels";
import { testGpu } from "../gpu/kernels/run-kernel";
import { OUTCOMES } from "../gpu/kernels/sample-kernels";
import { encode, type Plan } from "../gpu/plan";
import { GpuSampler } from "./gpu-sampler";
import { LookupSteps } from "./lookup-steps";
import { createRandom } from "./random";
import { DRAWN, loadToy, type Remembered, readState } from "./test-answers";

const PROMPT = [1, 20, 133, 261, 7];

const made: { dispose(): void }[] = [];
afterEach(() => {
  for (const thing of made.splice(0).reverse()) thing.dispose();
});

const keep = <Thing extends { dispose(): void }>(thing: Thing): Thing => {
  made.push(thing);
  return thing;
};

/** Three layers of random weights in Q5_0, with activations in int16. */
async function loadInt16(): Promise<Model> {
  const { gguf, config, source } = await openTestModel("models/fixtures/h64-q5_0.gguf");
  const options = { contextLength: 64, asGpu: true, activations: "int16" } as const;
  return keep(await Model.load(await testGpu(), config, gguf.tensors, source, options));
}

/** A model with the kernels that write its answers, one step at a time. */
class Stepper {
  private constructor(
    readonly model: Model,
    private readonly sampler: GpuSampler,
    private readonly choose: Plan,
    readonly steps: LookupSteps,
  ) {}

  static async create(model: Model): Promise<Stepper> {
    const sampler = keep(await GpuSampler.create(model));
    const steps = keep((await LookupSteps.create(model, sampler)) as LookupSteps);
    await steps.prepare(DRAWN);
    return new Stepper(model, sampler, await sampler.plan({ settings: DRAWN }), steps);
  }

  /** Reads the prompt and chooses the first token, with settings in which all that the kernels count shows. */
  async begin(): Promise<number> {
    const { model, sampler } = this;
    model.reset();
    await model.prefill(PROMPT);
    sampler.begin({
      settings: DRAWN,
      random: createRandom(3),
      recent: PROMPT,
      endIds: new Set(),
      maxTokens: 50,
    });
    sampler.provideRandom(20);
    return (await this.run([this.choose], 1))[0] as number;
  }

  async single(): Promise<number> {
    const parts = this.model.splitToken();
    const [id] = await this.run([...parts, this.choose], 1);
    this.model.state.position++;
    return id as number;
  }

  /** The tokens that came of a step. */
  async drafted(drafts: readonly number[]): Promise<number[]> {
    const { steps, model } = this;
    steps.provide(model.state.position + 1, drafts);
    const words = await this.run(steps.split(DRAWN), COLUMNS, steps);
    const ids: number[] = [];
    for (let at = 0; at < COLUMNS * 4; at += 4)
      if (OUTCOMES[words[at + 1] as number] === "chosen") ids.push(words[at] as number);
    model.state.position += ids.length;
    return ids;
  }

  private async run(parts: readonly Plan[], tokens: number, steps?: LookupSteps): Promise<Uint32Array> {
    const { gpu, recorder } = this.model;
    const usage = GPUBufferUsage.MAP_READ | GPUBufferUsage.COPY_DST;
    const readback = gpu.device.createBuffer({ size: 256, usage });
    const encoder = gpu.device.createCommandEncoder();
    steps?.encodeStart(encoder);
    for (const part of parts) encode(encoder, part, recorder, tokens);
    if (steps) steps.copyRecords(encoder, readback);
    else this.sampler.copyRecord(encoder, readback);
    gpu.device.queue.submit([encoder.finish()]);
    await readback.mapAsync(GPUMapMode.READ);
    const words = new Uint32Array(readback.getMappedRange().slice(0));
    readback.destroy();
    this.model.throwIfBroken();
    return words;
  }
}

async function compare(model: Model, rightDrafts: readonly number[]): Promise<void> {
  const stepper = await Stepper.create(model);
  const ids = [await stepper.begin()];
  const states: Remembered[] = [];
  for (let step = 0; step <= COLUMNS; step++) {
    ids.push(await stepper.single());
    states.push(await readState(model));
  }
  expect(new Set(ids).size).toBeGreaterThan(5); // tokens differ
  for (const right of rightDrafts) {
    expect(await stepper.begin()).toBe(ids[0]);
    const drafts = ids.slice(1, COLUMNS).map((id, at) => (at < right ? id : (id + 1) % 262));
    expect(await stepper.drafted(drafts)).toEqual(ids.slice(1, right + 2));
    expect(await readState(model)).toEqual(states[right]);
    expect(await stepper.single()).toBe(ids[right + 2]);
    expect(await readState(model)).toEqual(states[right + 1]);
  }
}

const int16 = hasGoldens ? "in int16" : "in int16 (did not run: needs ../shared)";

describe("a step with drafts", () => {
  let model: Model; // with activations in f32
  beforeAll(async () => {
    const cuttable = { hiddenSize: 64, headSize: 32, innerSize: 128, isTied: false };
    model = await loadToy({ asGpu: true, activations: "f32", firstCapacity: 8 }, cuttable);
    const opening = model.columns.open();
    await model.reserve(9); // the cache grows while columns are made, and again afterwards
    await opening;
    await model.reserve(17);
  });
  afterAll(() => model.dispose());

  it("is as many steps as drafts are right, and one more: activations in f32", async () => {
    await compare(model, [0, 3, 7]);
  });

  it.skipIf(!hasGoldens)(
    `is as many steps as drafts are right, and one more: activations ${int16}`,
    async () => {
      await compare(await loadInt16(), [2, 7]);
    },
  );

  it("is not taken where columns leave other bits; looking changes nothing", async () => {
    const columns = await model.columns.open();
    if (!columns) throw new Error("no columns");
    const ids = [5, 6, 7, 8, 9, 10, 11, 12];
    model.reset();
    await model.read(PROMPT);
    const before = await readState(model);
    expect(await proveColumns(model, columns, ids)).toBe(true);
    expect(await readState(model)).toEqual(before);
    const broken: Model = Object.create(model, {
      splitColumns: { value: () => [model.splitColumns()[0]?.slice(0, -20)] },
    });
    expect(await proveColumns(broken, columns, ids)).toBe(false);
    expect(await readState(model)).toEqual(before);
  });

  it("is not there for a plan of chunks", async () => {
    const chunked = keep(await loadToy());
    expect(await chunked.columns.open()).toBeNull();
    expect(await LookupSteps.create(chunked, keep(await GpuSampler.create(chunked)))).toBeNull();
  });
});
