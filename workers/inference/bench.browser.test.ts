// A measurement of a toy model through the engine, with real GPU code. Its times are not judged.
import { afterEach, beforeAll, describe, expect, it } from "vitest";
import type { BenchOptions, BenchStep, ChatMessage, GenerateResult, Spread } from "./api";
import { Engine } from "./engine";
import type { Config } from "./parse/config";
import { buildToyModel, TOY_CONFIG } from "./parse/toy-model";

const engine = new Engine(navigator.gpu);
const nothing = () => undefined;
const options: BenchOptions = {
  depths: [0, 40],
  prefillLengths: [8, 16],
  decodeTokens: 4,
  runs: 2,
  restMs: 1,
  withProfile: false,
  withLookup: false,
};
const question = {
  requestId: "question",
  messages: [{ role: "user" as const, content: "hi" }],
  sampling: { temperature: 0, topK: 0, topP: 1, minP: 0, repetitionPenalty: 1, seed: 1 },
  maxTokens: 1, // so that a continued chat begins with what was read
};

let modelId: string;

async function install(changes: Partial<Config> = {}): Promise<string> {
  const bytes = buildToyModel({ ...TOY_CONFIG, contextLength: 1024, ...changes });
  const result = await engine.downloadModel({ kind: "file", file: new File([bytes], "toy.gguf") }, nothing);
  if (result.outcome !== "complete") throw new Error("paused");
  return result.model.id;
}

/** An engine that takes the software GPU for a real one. */
function createGpuEngine(): Engine {
  const { gpu } = navigator;
  const requestAdapter = async (options: GPURequestAdapterOptions) => {
    const adapter = await gpu.requestAdapter(options);
    const info = { vendor: "test", architecture: "", description: "", isFallbackAdapter: false };
    return adapter && Object.defineProperty(adapter, "info", { value: info });
  };
  return new Engine({ requestAdapter, wgslLanguageFeatures: gpu.wgslLanguageFeatures } as unknown as GPU);
}

beforeAll(async () => {
  modelId = await install();
});

afterEach(() => engine.unloadModel());

const user = (content: string): ChatMessage => ({ role: "user", content });

async function answer(messages: readonly ChatMessage[]): Promise<{ text: string; result: GenerateResult }> {
  let text = "";
  const result = await engine.generate({ ...question, messages }, (event) => {
    if (event.type === "text") text += event.text;
  });
  return { text, result };
}

function expectSpread(spread: Spread | null, runs: number): void {
  expect(spread?.runs).toHaveLength(runs);
  for (const value of spread?.runs ?? []) expect(value).toBeGreaterThan(0);
}

describe("bench", () => {
  it("fills every figure, at each depth and length that was asked for", async () => {
    const info = await engine.loadModel(modelId, { contextLength: 1024 }, nothing);
    const steps: BenchStep[] = [];
    const report = await engine.bench(options, ({ step }) => steps.push(step));
    expect(report).toMatchObject({ outcome: "complete", options });
    expect(report.decode.map(({ depth }) => depth)).toEqual([0, 40]);
    expect(report.reachDepth.map(({ length }) => length)).toEqual([40]);
    expect(report.prefill.map(({ depth, length }) => [depth, length])).toEqual([
      [0, 8],
      [0, 16],
      [40, 8],
      [40, 16],
    ]);
    for (const { tokensPerSecond } of [...report.decode, ...report.prefill]) expectSpread(tokensPerSecond, 2);
    expectSpread(report.timeToFirstTokenMs, 2);
    expectSpread(report.restedFirstTokenMs, 2);
    expectSpread(report.readBandwidth, 2);
    expect(report.submitsPerToken).toBeGreaterThan(0);
    expect(report.dispatchesPerToken).toBeGreaterThan(10);
    expect(report.bytesPerToken).toBe(info.weightBytes); // tied: the embedding is the head
    expect(report.stateBytesAt8K - info.stateBytes).toBe((8192 - 1024) * 16 * 2 * 2); // keys and values in f16
    expect(steps).toEqual(
      expect.arrayContaining([
        { kind: "reach", depth: 40 },
        { kind: "decode", depth: 40, length: 4 },
      ]),
    );
  });

  it("accounts for every dispatch of a token and for every weight it reads", async () => {
    await engine.loadModel(modelId, { contextLength: 1024 }, nothing);
    const report = await engine.bench(
      { ...options, depths: [0], prefillLengths: [8], withProfile: true },
      nothing,
    );
    const [token, chunk] = report.profile;
    expect(token?.tokenCount).toBe(1);
    expect(chunk?.tokenCount).toBeGreaterThan(1);
    const count = token?.kernels.reduce((sum, kernel) => sum + kernel.count, 0);
    expect(count).toBe(report.dispatchesPerToken);
    const matrices = token?.kernels.flatMap((kernel) => kernel.matrices.split(", ")).filter(Boolean);
    expect(matrices).toEqual(expect.arrayContaining(["ssm_in f32", "ffn_down f32", "attn_q f32"]));
    expect(matrices).toContain("token_embd f32"); // the tied head
    expect(token?.kernels.find(({ kernel }) => kernel === "embed")?.matrices).toBe("");
  });

  it("times answers with guesses against the same without, and nothing where guessing cannot be", async () => {
    const asked = {
      ...options,
      depths: [40],
      prefillLengths: [8],
      decodeTokens: 8,
      runs: 1,
      withLookup: true,
    };
    const gpuEngine = createGpuEngine();
    try {
      const cuttable = await install({ hiddenSize: 64, headSize: 32, innerSize: 128, isTied: false });
      await gpuEngine.loadModel(cuttable, { contextLength: 256, precision: "f32" }, nothing); // the quicker one here
      const { lookup } = await gpuEngine.bench(asked, nothing);
      expect(lookup.map(({ depth, foreseen }) => [depth, foreseen])).toEqual([
        [40, "all"],
        [40, 8],
        [40, "nothing"],
      ]);
      const [all] = lookup;
      expect(all?.triedGuesses).toBeGreaterThan(0);
      expect(all?.rightGuesses).toBe(all?.triedGuesses);
      for (const { without, with: guessing, timesAsFast } of lookup) {
        expectSpread(without, 1);
        expectSpread(guessing, 1);
        expect(timesAsFast).toBe(guessing.median / without.median);
      }
    } finally {
      await gpuEngine.unloadModel();
    }
    await engine.loadModel(modelId, { contextLength: 256 }, nothing);
    expect(await engine.bench(asked, nothing)).toMatchObject({ outcome: "complete", lookup: [] });
  });

  it("leaves a model that answers as before", async () => {
    await engine.loadModel(modelId, { contextLength: 1024 }, nothing);
    const chat = [user("hi"), { role: "assistant", content: "" } as const, user("again")];
    const before = await answer(chat);
    await answer(chat.slice(0, 1));
    await engine.bench(options, nothing);
    const after = await answer(chat);
    expect(after.result.reusedTokens).toBe(0); // what the state held is gone
    expect(after.text).toBe(before.text);
  });

  // Tried again, as a busy machine may be late.
  it("stops with what it has, within 200 ms, and refuses an answer meanwhile", { retry: 2 }, async () => {
    await engine.loadModel(modelId, { contextLength: 1024 }, nothing);
    let stoppedAt = 0;
    let refusal: Promise<unknown> | undefined;
    const report = await engine.bench({ ...options, decodeTokens: 500 }, ({ step }) => {
      if (step.kind !== "decode" || stoppedAt > 0) return;
      refusal = engine.generate(question, nothing).catch((error: Error) => error.name);
      stoppedAt = performance.now();
      void engine.stopBench();
    });
    expect(performance.now() - stoppedAt).toBeLessThan(200);
    expect(report).toMatchObject({ outcome: "stopped", decode: [] });
    expect(report.prefill).toHaveLength(2);
    expect(await refusal).toBe("EngineBusyError");
  });

  it("stops while the GPU rests", { retry: 2 }, async () => {
    await engine.loadModel(modelId, { contextLength: 1024 }, nothing);
    let stoppedAt = 0;
    const report = await engine.bench({ ...options, restMs: 20_000 }, () => {
      setTimeout(() => {
        stoppedAt = performance.now();
        void engine.stopBench();
      }, 100);
    });
    expect(performance.now() - stoppedAt).toBeLessThan(200);
    expect(report).toMatchObject({ outcome: "stopped", restedFirstTokenMs: null });
  });

  it("refuses depths above the context", async () => {
    await engine.loadModel(modelId, { contextLength: 64 }, nothing);
    await expect(engine.bench({ ...options, depths: [60] }, nothing)).rejects.toMatchObject({
      name: "InternalError",
    });
  });
});
