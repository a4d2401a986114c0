// What the engine does when the GPU fails it: memory that is out at each allocation, a device that goes at any moment, a command
// that is refused. Real GPU code and a real IndexedDB, with a hand on the device (gpu/test-gpu.ts).
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { ChatMessage, GenerateEvent, GenerateRequest, GenerateResult } from "./api";
import { Engine } from "./engine";
import { type HeldGpu, holdGpu } from "./gpu/test-gpu";
import { buildToyModel, TOY_CONFIG } from "./parse/toy-model";

const nothing = () => undefined;
/** Greedy, and never one letter for ever. */
const sampling = { temperature: 0, topK: 0, topP: 1, minP: 0, repetitionPenalty: 1.3, seed: 1 };
const ANSWER_TOKENS = 40;
const QUESTION: ChatMessage = { role: "user", content: "line of a memo ".repeat(6) };
const CONTEXT = 16_384;
/** An answer that may become so long needs a larger cache than the one a model begins with. */
const LONG_ANSWER_TOKENS = 9_000;

let modelId = "";
let expected = "";

interface Held {
  readonly held: HeldGpu;
  readonly engine: Engine;
}

function open(options?: Parameters<typeof holdGpu>[0]): Held {
  const held = holdGpu(options);
  return { held, engine: new Engine(held.gpu) };
}

interface Answer {
  readonly text: string;
  readonly result: GenerateResult | null;
  readonly errorName: string | null;
}

async function ask(
  engine: Engine,
  changes: Partial<GenerateRequest> = {},
  onEvent: (event: GenerateEvent) => void = nothing,
): Promise<Answer> {
  let text = "";
  const request = { requestId: "r", messages: [QUESTION], sampling, maxTokens: ANSWER_TOKENS, ...changes };
  const answer = engine.generate(request, (event) => {
    if (event.type === "text") text += event.text;
    onEvent(event);
  });
  try {
    return { result: await answer, text, errorName: null };
  } catch (error) {
    return { result: null, text, errorName: (error as Error).name };
  }
}

/** The first words of an answer that may become long. */
const askAtLength = (engine: Engine): Promise<Answer> =>
  ask(engine, { maxTokens: LONG_ANSWER_TOKENS }, (event) => {
    if (event.type === "text" && event.generatedTokens > 8) void engine.stop("r");
  });

const load = (engine: Engine, onProgress: Parameters<Engine["loadModel"]>[2] = nothing) =>
  engine.loadModel(modelId, {}, onProgress);

beforeAll(async () => {
  const { engine } = open();
  const bytes = buildToyModel({ ...TOY_CONFIG, name: "Faulty", contextLength: CONTEXT }, 3);
  const imported = await engine.downloadModel(
    { kind: "file", file: new File([bytes], "faulty.gguf") },
    nothing,
  );
  if (imported.outcome !== "complete") throw new Error("paused");
  modelId = imported.model.id;
  await load(engine);
  expected = (await ask(engine)).text;
  expect(new Set(expected).size).toBeGreaterThan(3);
  await engine.unloadModel();
});

describe("memory that is out", () => {
  const { held, engine } = open();
  afterAll(() => held.devices[0]?.destroy());

  it("at any allocation of a load leaves nothing behind, and the next load works [F34]", async () => {
    await load(engine);
    const allocations = held.count();
    await engine.unloadModel();
    expect(held.live()).toEqual([]);
    const outcomes = new Map<string, number>();
    for (let index = 0; index < allocations; index++) {
      held.failAt(index);
      const outcome = await load(engine).then(
        ({ contextLength }) => (contextLength < CONTEXT ? "shorter context" : "loaded"),
        (error: Error) => error.name,
      );
      held.failAt(null);
      outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1);
      await engine.unloadModel();
      expect(held.live(), `after allocation ${index}`).toEqual([]);
    }
    expect([...outcomes.keys()].sort()).toEqual(["GpuOutOfMemoryError", "shorter context"]);
    expect(outcomes.get("GpuOutOfMemoryError")).toBeGreaterThan(20);
    await load(engine);
    expect((await ask(engine)).text).toBe(expected);
    await engine.unloadModel();
  });

  it("at any allocation of an answer gives no wrong word, and the next answer is right [F34]", async () => {
    await load(engine);
    const before = held.count();
    await askAtLength(engine);
    const allocations = held.count() - before;
    expect(allocations).toBeGreaterThan(2); // two caches and a checkpoint
    for (let index = 0; index < allocations; index++) {
      await load(engine);
      held.failAt(index);
      const { text, errorName } = await askAtLength(engine);
      held.failAt(null);
      if (errorName === null) expect(expected.startsWith(text)).toBe(true);
      else expect({ text, errorName }).toEqual({ text: "", errorName: "GpuOutOfMemoryError" });
      expect((await ask(engine)).text).toBe(expected);
    }
    await engine.unloadModel();
    expect(held.live()).toEqual([]);
  });
});

describe("a device that is lost", () => {
  const { held, engine } = open();
  const lost: string[] = [];
  engine.listen(({ type }) => lost.push(type));
  const lose = (): void => held.devices.at(-1)?.destroy();
  const once = (isIt: (event: GenerateEvent) => boolean) => {
    let isDone = false;
    return (event: GenerateEvent): void => {
      if (isDone || !isIt(event)) return;
      isDone = true;
      lose();
    };
  };

  it("while idle is replaced at the next load [F35]", async () => {
    await load(engine);
    await ask(engine);
    lose();
    await expect.poll(() => lost).toContain("device-lost");
    expect(held.live()).toEqual([]);
    await load(engine);
    expect((await ask(engine)).text).toBe(expected);
    expect(held.devices).toHaveLength(2);
  });

  it("while it reads gives no word, and the text is read again [F35]", async () => {
    const onEvent = once((event) => event.type === "reading" && event.readTokens > 0);
    await engine.unloadModel();
    await load(engine);
    expect(await ask(engine, {}, onEvent)).toEqual({ result: null, text: "", errorName: "DeviceLostError" });
    expect(held.live()).toEqual([]);
    await load(engine);
    expect((await ask(engine)).text).toBe(expected);
  });

  it("while it writes ends an answer that goes on, letter by letter, as if nothing had been [F35]", async () => {
    const onEvent = once((event) => event.type === "text" && event.generatedTokens > 8);
    let generated = 0;
    const broken = await ask(engine, {}, (event) => {
      if (event.type === "text") generated = event.generatedTokens;
      onEvent(event);
    });
    expect(broken.errorName).toBe("DeviceLostError");
    expect(broken.text.length).toBeGreaterThan(0);
    expect(expected.startsWith(broken.text)).toBe(true);
    await load(engine);
    const rest = await ask(engine, {
      messages: [QUESTION, { role: "assistant", content: broken.text }],
      continuesAnswer: true,
      maxTokens: ANSWER_TOKENS - generated,
    });
    expect(broken.text + rest.text).toBe(expected);
  });

  it("while weights go up ends the load by name, and leaves nothing behind [F37]", async () => {
    await engine.unloadModel();
    const loading = load(engine, ({ phase }) => {
      if (phase === "weights") lose();
    });
    await expect(loading).rejects.toMatchObject({ name: "DeviceLostError" });
    expect(held.live()).toEqual([]);
    await load(engine);
    expect((await ask(engine)).text).toBe(expected);
    await engine.unloadModel();
    expect(held.live()).toEqual([]);
  });
});

it("ends an answer when the GPU refuses a command, and shows nothing of what came after it [F42]", async () => {
  const { held, engine } = open();
  await load(engine);
  let isBroken = false;
  const answer = await ask(engine, {}, (event) => {
    if (event.type !== "text" || isBroken) return;
    isBroken = true;
    const { queue } = held.devices[0] as GPUDevice;
    const buffer = held.devices[0]?.createBuffer({ size: 16, usage: GPUBufferUsage.COPY_DST }) as GPUBuffer;
    queue.writeBuffer(buffer, 12, new Uint8Array(16)); // beyond its end
    buffer.destroy();
  });
  expect(answer.errorName).toBe("NumericalError");
  expect(expected.startsWith(answer.text)).toBe(true);
  await load(engine);
  expect((await ask(engine)).text).toBe(expected);
  await engine.unloadModel();
});

it("splits matrices that are too large for a binding, and refuses with numbers when that is not enough [F33]", async () => {
  const roomy = open({ limits: { maxStorageBufferBindingSize: 2 ** 20 } });
  await load(roomy.engine);
  expect((await ask(roomy.engine)).text).toBe(expected);
  await roomy.engine.unloadModel();
  const tight = open({ limits: { maxStorageBufferBindingSize: 4096 } });
  await expect(load(tight.engine)).rejects.toMatchObject({
    name: "GpuLimitError",
    message: expect.stringMatching(/maxStorageBufferBindingSize = 4096 and the model needs \d+/),
  });
  expect(tight.held.live()).toEqual([]);
});
