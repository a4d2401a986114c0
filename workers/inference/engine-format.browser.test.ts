// Answers in JSON, as the page asks for them: a toy model of random weights, which would write anything else. Real GPU code.
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { ChatMessage, FormattedRequest, GenerateResult } from "./api";
import { Engine } from "./engine";
import { buildToyModel, TOY_CONFIG } from "./parse/toy-model";

const engine = new Engine(navigator.gpu);
const nothing = () => undefined;
const hot = { temperature: 1.5, topK: 0, topP: 1, minP: 0, repetitionPenalty: 1, seed: 1 };
const greedy = { ...hot, temperature: 0 };
const question: ChatMessage = { role: "user", content: "hello" };

const person = {
  type: "object",
  properties: {
    name: { type: "string", minLength: 1, maxLength: 8 },
    age: { type: "integer", minimum: 0, maximum: 120 },
    tags: { type: "array", items: { enum: ["a", "b"] }, minItems: 1, maxItems: 3 },
  },
  required: ["name", "age", "tags"],
};

let requests = 0;

async function ask(
  changes: Partial<FormattedRequest> = {},
): Promise<{ readonly text: string; readonly result: GenerateResult }> {
  let text = "";
  const request = { requestId: `r${++requests}`, messages: [question], sampling: greedy, maxTokens: 160 };
  const result = await engine.generate({ ...request, ...changes }, (event) => {
    if (event.type === "text") text += event.text;
  });
  return { text, result };
}

const asking = (schema: unknown) => ({ format: { kind: "json" as const, schema } });

beforeAll(async () => {
  const file = new File([buildToyModel({ ...TOY_CONFIG, contextLength: 512 })], "toy.gguf");
  const result = await engine.downloadModel({ kind: "file", file }, nothing);
  if (result.outcome !== "complete") throw new Error("paused");
  await engine.loadModel(result.model.id, {}, nothing);
});

afterAll(() => engine.unloadModel());

describe("an answer in a format", () => {
  it("fulfils its schema for every seed, greedy or hot", async () => {
    for (const sampling of [greedy, ...[1, 2, 3].map((seed) => ({ ...hot, seed, topK: 40, topP: 0.9 }))]) {
      const { text, result } = await ask({ ...asking(person), sampling });
      const value = JSON.parse(text);
      expect(Object.keys(value)).toEqual(["name", "age", "tags"]);
      expect([...value.name].length).toBeGreaterThan(0);
      expect([...value.name].length).toBeLessThanOrEqual(8);
      expect(value.age).toBeGreaterThanOrEqual(0);
      expect(value.age).toBeLessThanOrEqual(120);
      expect(value.tags.every((tag: string) => ["a", "b"].includes(tag))).toBe(true);
      expect(result.generatedTokens).toBeGreaterThan(20);
    }
  });

  it("is closed when its longest is reached, and said to be cut", async () => {
    const list = { type: "array", items: { type: "string", minLength: 3 }, minItems: 2 };
    const { text, result } = await ask({ ...asking(list), sampling: hot, maxTokens: 24 });
    expect(JSON.parse(text).length).toBeGreaterThanOrEqual(2);
    expect(result).toMatchObject({ finishReason: "max-tokens" });
    expect(result.generatedTokens).toBeLessThanOrEqual(24);
  });

  it("leaves the state as other answers do: the next question reads only what is new", async () => {
    const first = await ask({ ...asking({ enum: ["yes", "no"] }) });
    expect(["yes", "no"]).toContain(JSON.parse(first.text));
    expect(first.result.finishReason).toBe("end-of-turn");
    const chat: ChatMessage[] = [question, { role: "assistant", content: first.text }, question];
    const second = await ask({ messages: chat, maxTokens: 8 });
    expect(second.result.reusedTokens).toBeGreaterThanOrEqual(first.result.promptTokens);
    await ask({ messages: [{ role: "user", content: "else" }], maxTokens: 2 });
    expect((await ask({ messages: chat, maxTokens: 8 })).text).toBe(second.text);
  });

  it("changes nothing for answers without one", async () => {
    const before = await ask({ maxTokens: 12 });
    await ask({ ...asking({ type: "boolean" }), maxTokens: 12 });
    expect((await ask({ maxTokens: 12 })).text).toBe(before.text);
  });

  it("is refused before anything is read, saying where, when it cannot be kept to", async () => {
    const schema = { properties: { a: { type: "string", pattern: "x" } } };
    const refusal = { name: "AnswerFormatError", message: expect.stringContaining("#/properties/a") };
    await expect(engine.checkFormat(asking(schema).format)).rejects.toMatchObject(refusal);
    await expect(ask(asking(schema))).rejects.toMatchObject(refusal);
    await expect(ask({ ...asking(person), maxTokens: 4 })).rejects.toMatchObject({
      name: "AnswerFormatError",
      message: expect.stringContaining("room for 4"),
    });
    await engine.checkFormat(asking(person).format);
  });

  it("can be stopped and gone on with", async () => {
    const list = { type: "array", items: { type: "integer" }, minItems: 30, maxItems: 40 };
    const requestId = "stopped";
    let text = "";
    const request = { requestId, messages: [question], sampling: greedy, maxTokens: 400, ...asking(list) };
    const result = await engine.generate(request, (event) => {
      if (event.type === "text") text += event.text;
      if (text.length > 8) void engine.stop(requestId);
    });
    expect(result.finishReason).toBe("stopped");
    expect(() => JSON.parse(text)).toThrow();
    const messages: ChatMessage[] = [question, { role: "assistant", content: text }];
    const rest = await ask({ messages, continuesAnswer: true, maxTokens: 400, ...asking(list) });
    expect(JSON.parse(text + rest.text).length).toBeGreaterThanOrEqual(30);
    const other = ask({ messages, continuesAnswer: true, ...asking({ type: "boolean" }) });
    await expect(other).rejects.toMatchObject({ name: "AnswerFormatError" });
  });
});
