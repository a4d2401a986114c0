// A document, three questions, regenerate, edit, branch, reload, a fourth question: how many tokens go through the model each
// time. The engine as the page uses it, with a real GPU and a real IndexedDB.
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { ChatMessage, EngineEvent, GenerateRequest, GenerateResult } from "./api";
import { Engine } from "./engine";
import { buildToyModel, TOY_CONFIG } from "./parse/toy-model";

const nothing = () => undefined;
/** Hot, so that answers are bytes and letters in a disorder that no tokenizer would write. */
const sampling = { temperature: 1.5, topK: 0, topP: 1, minP: 0, repetitionPenalty: 1, seed: 1 };
/** Of a document's 1,300 bytes each is a token of the toy model, or nearly. */
const DOCUMENT = {
  name: "memo.txt",
  text: Array.from({ length: 65 }, (_, line) => `line ${line} of the memo`).join("\n"),
};
const user = (content: string, document?: typeof DOCUMENT): ChatMessage => ({
  role: "user",
  content,
  ...(document ? { attachments: [document] } : {}),
});

/** An engine as a page has it until it is reloaded. */
interface Page {
  readonly engine: Engine;
  readonly events: EngineEvent[];
}

let modelId = "";
let requests = 0;
const pages: Page[] = [];

async function openPage(): Promise<Page> {
  const engine = new Engine(navigator.gpu);
  const events: EngineEvent[] = [];
  engine.listen((event) => events.push(event));
  await engine.loadModel(modelId, {}, nothing);
  pages.push({ engine, events });
  return { engine, events };
}

async function ask(
  { engine }: Page,
  messages: readonly ChatMessage[],
  changes: Partial<GenerateRequest> = {},
): Promise<GenerateResult & { readonly text: string }> {
  let text = "";
  const request = {
    requestId: `r${++requests}`,
    conversationId: "chat",
    messages,
    sampling,
    maxTokens: 12,
    ...changes,
  };
  const result = await engine.generate(request, (event) => {
    if (event.type === "text") text += event.text;
  });
  return { ...result, text };
}

const answer = (content: string): ChatMessage => ({ role: "assistant", content });

/** Tokens that the model knows after an answer: all but the last, which was chosen and never read. */
const known = ({ promptTokens, generatedTokens, finishReason }: GenerateResult): number =>
  promptTokens + generatedTokens - (finishReason === "end-of-turn" ? 0 : 1);

/** Saved states, when there is one of so many tokens. */
async function savedStates({ engine }: Page, tokenCount: number) {
  const counts = async () => (await engine.reportStorage()).states.map((state) => state.tokenCount);
  await expect.poll(counts, { timeout: 30_000 }).toContain(tokenCount);
  return (await engine.reportStorage()).states;
}

beforeAll(async () => {
  const engine = new Engine(navigator.gpu);
  const bytes = buildToyModel({ ...TOY_CONFIG, name: "Stateful", contextLength: 8192, vocabSize: 288 });
  const file = new File([bytes], "stateful.gguf");
  const result = await engine.downloadModel({ kind: "file", file }, nothing);
  if (result.outcome !== "complete") throw new Error("paused");
  modelId = result.model.id;
});

afterAll(async () => {
  for (const { engine } of pages) await engine.unloadModel();
  await pages[0]?.engine.deleteModel(modelId);
});

describe("a conversation about a document", () => {
  it("reads every token once", async () => {
    const page = await openPage();
    const [q1, q2, q3] = [user("What is on line 7?", DOCUMENT), user("And on line 9?"), user("Why?")];
    const first = await ask(page, [q1]);
    expect(first).toMatchObject({ reusedTokens: 0, reusedFrom: null, readTokens: first.promptTokens });
    expect(first.promptTokens).toBeGreaterThan(1200);

    const second = await ask(page, [q1, answer(first.text), q2]);
    expect(second.reusedTokens).toBe(known(first));
    expect(second).toMatchObject({
      reusedFrom: "memory",
      readTokens: second.promptTokens - second.reusedTokens,
    });
    const third = await ask(page, [q1, answer(first.text), q2, answer(second.text), q3]);
    expect(third.reusedTokens).toBe(known(second));

    const again = await ask(page, [q1, answer(first.text), q2, answer(second.text), q3]);
    expect(again).toMatchObject({ readTokens: 0, reusedTokens: third.promptTokens, text: third.text });

    const tooLong = [q1, answer("x".repeat(9000)), q3];
    await expect(ask(page, tooLong)).rejects.toMatchObject({ name: "ContextTooLongError" });
    const still = await ask(page, [q1, answer(first.text), q2, answer(second.text), q3]);
    expect(still.readTokens).toBe(0); // what cannot be read costs nothing of what has been

    const edited = await ask(page, [q1, answer(first.text), q2, answer(second.text), user("How come?")]);
    expect(edited.reusedTokens).toBe(third.reusedTokens); // the end of the second answer
    const branch = await ask(page, [q1, answer(first.text), user("Another way?")]);
    expect(branch.reusedTokens).toBe(second.reusedTokens);
    const other = await ask(page, [user("What is on line 8?", DOCUMENT)]);
    expect(other.readTokens).toBeLessThan(60); // from the document's end

    const states = await savedStates(page, known(other));
    expect(states.map(({ kind, label }) => [kind, label])).toContainEqual(["document", "memo.txt"]);
    await page.engine.unloadModel();

    const reloaded = await openPage();
    const fourth = await ask(reloaded, [
      user("What is on line 8?", DOCUMENT),
      answer(other.text),
      user("So?"),
    ]);
    expect(fourth.reusedFrom).toBe("storage");
    expect(fourth.reusedTokens).toBe(known(other));
    const fifth = await ask(reloaded, [user("What is on line 10?", DOCUMENT)]);
    expect(fifth.readTokens).toBeLessThan(60);
    expect(reloaded.events.filter(({ type }) => type === "state-refused")).toEqual([]);
  });

  it("goes on with an answer that was cut as if it had not been, and reads no more for it", async () => {
    const page = await openPage();
    const question = user("What is on line 30?", DOCUMENT);
    const askGreedily = (messages: readonly ChatMessage[], changes: Partial<GenerateRequest>) =>
      ask(page, messages, { sampling: { ...sampling, temperature: 0 }, ...changes });
    const whole = await askGreedily([question], { maxTokens: 24 });
    const cut = await askGreedily([question], { maxTokens: 11 });
    const begun = [question, answer(cut.text)];
    const rest = await askGreedily(begun, { maxTokens: 13, continuesAnswer: true });
    expect(cut.text + rest.text).toBe(whole.text);
    expect(rest.readTokens).toBe(1); // chosen when it was cut, and never read

    const first = await ask(page, [question]);
    const second = await ask(page, [question, answer(first.text)], { continuesAnswer: true });
    const next = await ask(page, [question, answer(first.text + second.text), user("Why?")]);
    expect(next.reusedTokens).toBe(known(second));
  });

  it("answers after a reload as it would have without", async () => {
    const page = await openPage();
    const question = [user("What is on line 20?", DOCUMENT)];
    const warm = await ask(page, question, { maxTokens: 24 });
    await savedStates(page, known(warm));
    await page.engine.unloadModel();
    const later = await openPage();
    const restored = await ask(later, question, { maxTokens: 24 });
    expect(restored.reusedFrom).toBe("storage");
    expect(restored.text).toBe(warm.text);
  });

  it("keeps what was read ahead, and what was read before a stop", async () => {
    const page = await openPage();
    const mine = { ...DOCUMENT, name: "other.txt", text: DOCUMENT.text.replaceAll("line", "row") };
    let stopped = 0;
    const request = { requestId: "ahead", messages: [user("", mine)] };
    const ahead = await page.engine.readAhead(request, (event) => {
      if (event.type !== "reading" || event.readTokens < 200 || stopped > 0) return;
      stopped = event.readTokens;
      void page.engine.stop("ahead");
    });
    expect(ahead.finishReason).toBe("stopped");
    const rest = await page.engine.readAhead({ ...request, requestId: "rest" }, nothing);
    expect(rest.finishReason).toBe("complete");
    expect(rest.reusedTokens).toBeGreaterThanOrEqual(stopped);
    const asked = await ask(page, [user("What is on row 3?", mine)]);
    expect(asked.reusedTokens).toBe(rest.promptTokens);
    const states = await savedStates(page, rest.promptTokens);
    expect(states.map(({ label }) => label)).toContain("other.txt");
  });

  it("keeps its states no longer than itself", async () => {
    const page = await openPage();
    expect((await page.engine.reportStorage()).states.length).toBeGreaterThan(0);
    await page.engine.deleteStates({ conversationId: "chat" });
    const left = (await page.engine.reportStorage()).states;
    expect(left.map(({ conversationId }) => conversationId)).not.toContain("chat");
  });
});
