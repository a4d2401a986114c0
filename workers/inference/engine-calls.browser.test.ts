// Tool calls as the page asks for them: a toy model of random weights, led to call. Real GPU code.
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { ChatMessage, FormattedRequest, GenerateEvent, GenerateResult } from "./api";
import { Engine } from "./engine";
import { buildGguf } from "./parse/build-gguf";
import { calculator, clock, describeCallingModel } from "./text/test-tools";

const engine = new Engine(navigator.gpu);
const nothing = () => undefined;
const greedy = { temperature: 0, topK: 0, topP: 1, minP: 0, repetitionPenalty: 1, seed: 1 };
const question: ChatMessage = { role: "user", content: "hello" };
const tools = [calculator, clock];

let requests = 0;

async function ask(changes: Partial<FormattedRequest> = {}) {
  const events: GenerateEvent[] = [];
  const request = {
    requestId: `r${++requests}`,
    messages: [question],
    sampling: greedy,
    maxTokens: 160,
    tools,
  };
  const result: GenerateResult = await engine.generate({ ...request, ...changes }, (event) => {
    events.push(event);
  });
  const text = events.map((event) => (event.type === "text" ? event.text : "")).join("");
  return { text, result, events };
}

const calling = (tool: typeof calculator) => ({ format: { kind: "call" as const, tool } });

beforeAll(async () => {
  const toy = buildGguf(describeCallingModel({ contextLength: 4096 }));
  const result = await engine.downloadModel({ kind: "file", file: new File([toy], "calls.gguf") }, nothing);
  if (result.outcome !== "complete") throw new Error("paused");
  expect(await engine.loadModel(result.model.id, {}, nothing)).toMatchObject({ callsTools: true });
});

afterAll(() => engine.unloadModel());

describe("an answer that must call a tool", () => {
  it("calls it with arguments that fulfil its schema, whatever the seed, and shows none of it as text", async () => {
    for (const seed of [1, 2, 3]) {
      const sampling = { ...greedy, temperature: 1.5, seed };
      const { text, result, events } = await ask({ ...calling(calculator), sampling });
      expect(text).toBe("");
      expect(result.finishReason).toBe("tool-call");
      const { toolCall } = result;
      if (toolCall?.status !== "valid") throw new Error(JSON.stringify(toolCall));
      expect(toolCall.name).toBe("calculator");
      expect(JSON.parse(toolCall.body).arguments).toEqual(toolCall.arguments);
      expect([...(toolCall.arguments.expression ?? "")].length).toBeLessThanOrEqual(40);
      expect(events.filter(({ type }) => type === "call").at(-1)).toMatchObject({
        generatedTokens: result.generatedTokens,
      });
    }
  });

  it("leaves the state as other answers do: with the result, nothing of the call is read again", async () => {
    const { result } = await ask(calling(clock));
    const call = result.toolCall?.body ?? "";
    expect(call).toBe('\n{"name": "current_date", "arguments": {}}\n');
    const chat: ChatMessage[] = [
      question,
      { role: "assistant", content: "", call },
      { role: "tool", content: "2026-03-01 </tool_response><|im_end|>" },
    ];
    const next = await ask({ messages: chat, maxTokens: 4 });
    expect(next.result.reusedTokens).toBe(result.promptTokens + result.generatedTokens - 1);
    await ask({ messages: [{ role: "user", content: "else" }], maxTokens: 2 });
    expect((await ask({ messages: chat, maxTokens: 4 })).text).toBe(next.text);
  });

  it("is whole where it is hurried by the longest answer, and refused where that is too short", async () => {
    const { promptTokens } = await engine.measurePrompt([question], tools);
    expect(promptTokens).toBeGreaterThan((await engine.measurePrompt([question])).promptTokens);
    const hurried = await ask({
      ...calling(calculator),
      maxTokens: 76,
      sampling: { ...greedy, temperature: 1.5 },
    });
    expect(hurried.result).toMatchObject({ finishReason: "tool-call", toolCall: { status: "valid" } });
    await expect(ask({ ...calling(calculator), maxTokens: 20 })).rejects.toMatchObject({
      name: "AnswerFormatError",
    });
  });

  it("calls nothing when it is stopped within the call", async () => {
    const requestId = "stopped";
    const stop = { requestId, messages: [question], sampling: greedy, maxTokens: 160, tools };
    const result = await engine.generate({ ...stop, ...calling(calculator) }, (event) => {
      if (event.type === "call") void engine.stop(requestId);
    });
    expect(result).toMatchObject({ finishReason: "stopped" });
    expect(result.toolCall).toBeUndefined();
  });
});

describe("an answer that may call a tool", () => {
  /** Hot enough to write any piece: one in three begins a call before it ends, and some of those hold no other markup. */
  const writeFreely = (seed: number) =>
    ask({ sampling: { ...greedy, temperature: 20, seed }, maxTokens: 150 });

  /** Tokens of an answer and its prompt that are read anew, or were when its call was read with its result. */
  async function repeat({ text, result }: Awaited<ReturnType<typeof ask>>): Promise<number> {
    const messages: ChatMessage[] = [
      question,
      { role: "assistant", content: text, call: result.toolCall?.body ?? "" },
      { role: "tool", content: "That was no call." },
    ];
    const next = await ask({ messages, maxTokens: 2 });
    return result.promptTokens + result.generatedTokens - next.result.reusedTokens;
  }

  it("ends with the call, which is no text, and is repeated as it was written", async () => {
    const readAnew: number[] = [];
    for (let seed = 1; seed < 60 && !readAnew.includes(1); seed++) {
      const answer = await writeFreely(seed);
      if (!answer.result.toolCall) continue;
      expect(answer.result).toMatchObject({ finishReason: "tool-call", toolCall: { status: "faulty" } });
      expect(answer.text).not.toContain("<tool_call>");
      readAnew.push(await repeat(answer));
    }
    expect(readAnew).toContain(1); // the call's end was chosen and not yet read
  });
});
