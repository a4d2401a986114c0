// The engine for minutes on end, on a toy model: answers without a pause, loads and unloads, and stops at any time. Nothing may
// grow: neither the heap nor what is on the GPU; and what it writes at the end is what it wrote at the start.
import { beforeAll, expect, it } from "vitest";
import type { GenerateRequest, GenerateResult } from "../workers/inference/api";
import { Engine } from "../workers/inference/engine";
import { buildToyModel, TOY_CONFIG } from "../workers/inference/parse/toy-model";
import { sampleHeap, slopeOf } from "./heap";
import { countBuffers, listErrors } from "./live-gpu";

/** In CI; a night may have more. */
const GENERATION_MINUTES = 2;
const WARM_UP_MINUTES = 0.4; // code is compiled and caches fill
const MAX_HEAP_SLOPE = 0.5; // MB a minute
const LOADS = 50;
const STOPS = 500;
const MAX_DELAY_MS = 80; // of a stop: some come after the answer has ended

const engine = new Engine(navigator.gpu);
const nothing = () => undefined;
const greedy = { temperature: 0, topK: 0, topP: 1, minP: 0, repetitionPenalty: 1, seed: 1 };
let modelId = "";
let requests = 0;

interface Answer extends GenerateResult {
  readonly text: string;
}

async function generate(changes: Partial<GenerateRequest> = {}): Promise<Answer> {
  let text = "";
  const request: GenerateRequest = {
    ...{ requestId: `r${++requests}`, messages: [{ role: "user", content: "Hello" }], sampling: greedy },
    ...{ maxTokens: 64, ...changes },
  };
  const result = await engine.generate(request, (event) => {
    if (event.type === "text") text += event.text;
  });
  return { ...result, text };
}

const delay = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

beforeAll(async () => {
  const file = new File([buildToyModel({ ...TOY_CONFIG, contextLength: 512 })], "toy.gguf");
  const result = await engine.downloadModel({ kind: "file", file }, nothing);
  if (result.outcome !== "complete") throw new Error("paused");
  modelId = result.model.id;
});

// Tried again, as the browser grows its heap in steps of its own; what leaks does so twice.
it("answers for two minutes without growing", { retry: 1 }, async () => {
  await engine.loadModel(modelId, {}, nothing);
  const startedAt = performance.now();
  const samples = [];
  const buffers = new Set<number>();
  const first = await generate();
  let tokens = 0;
  for (let last = startedAt; performance.now() - startedAt < GENERATION_MINUTES * 60_000; ) {
    const answer = await generate();
    expect(answer.text).toBe(first.text);
    tokens += answer.generatedTokens;
    if (performance.now() - last < 2000) continue;
    last = performance.now();
    const sample = sampleHeap(startedAt);
    if (sample.minutes < WARM_UP_MINUTES) continue;
    samples.push(sample);
    buffers.add(countBuffers());
  }
  console.log(
    `${tokens} tokens, heap ${slopeOf(samples).toFixed(3)} MB a minute over ${samples.length} samples`,
  );
  expect(samples.length).toBeGreaterThan(10);
  expect(slopeOf(samples)).toBeLessThan(MAX_HEAP_SLOPE);
  expect(buffers.size).toBe(1);
  expect(listErrors()).toEqual([]);
});

it(`gives back what it took each of ${LOADS} times that a model is unloaded`, async () => {
  await engine.unloadModel();
  for (let round = 0; round < LOADS; round++) {
    await engine.loadModel(modelId, {}, nothing);
    expect(countBuffers()).toBeGreaterThan(10);
    if (round % 10 === 0) await generate({ maxTokens: 4 });
    await engine.unloadModel();
    expect(countBuffers()).toBe(0);
  }
  expect(listErrors()).toEqual([]);
});

it(`is stopped ${STOPS} times at any moment and writes the same afterwards`, async () => {
  await engine.loadModel(modelId, {}, nothing);
  const expected = await generate({ maxTokens: 16 });
  const buffers = countBuffers();
  const endings = new Map<string, number>();
  for (let round = 0; round < STOPS; round++) {
    const answer = generate({ maxTokens: 16 });
    const requestId = `r${requests}`;
    await delay((round * 7919) % MAX_DELAY_MS);
    await engine.stop(requestId);
    const { text, finishReason } = await answer;
    expect(expected.text.startsWith(text)).toBe(true);
    endings.set(finishReason, (endings.get(finishReason) ?? 0) + 1);
  }
  console.log(JSON.stringify(Object.fromEntries(endings)));
  expect(endings.get("stopped")).toBeGreaterThan(STOPS / 4);
  expect((await generate({ maxTokens: 16 })).text).toBe(expected.text);
  expect(countBuffers()).toBe(buffers);
  expect(listErrors()).toEqual([]);
  await engine.unloadModel();
});
