// Prompts that end within an answer, for the model to go on with.
import { describe, expect, it } from "vitest";
import type { ChatMessage } from "../api";
import { buildGguf, memorySource } from "../parse/build-gguf";
import { parseGguf } from "../parse/gguf";
import { describeToyModel, TOY_CONFIG } from "../parse/toy-model";
import { readVocabulary } from "../parse/vocabulary";
import { chooseTemplate } from "./chat-template";
import { KnownAnswers } from "./known-answers";
import { buildPrompt } from "./prompt";
import { createTokenizer } from "./tokenizer";

const file = buildGguf(describeToyModel({ ...TOY_CONFIG, vocabSize: 288 }));

async function prepare(modelName: string) {
  const { tokens, ...others } = readVocabulary(await parseGguf(memorySource(file)));
  const vocabulary = { ...others, tokens: [...tokens.slice(0, -1), "</think>"] };
  const tokenizer = createTokenizer(vocabulary);
  const template = await chooseTemplate(vocabulary, modelName);
  const answers = new KnownAnswers(tokenizer);
  const build = (messages: readonly ChatMessage[], continuesAnswer: boolean) =>
    buildPrompt(tokenizer, template, messages, { answers, continuesAnswer });
  return { tokenizer, answers, build };
}

const question: ChatMessage = {
  role: "user",
  content: "Who?",
  attachments: [{ name: "a.txt", text: "Mira leads." }],
};
const answer = (content: string): ChatMessage => ({ role: "assistant", content });

describe("a prompt that continues an answer", () => {
  it("is the prompt of that answer with its text, and does not end the turn", async () => {
    const toy = await prepare("Toy");
    const before = toy.build([question], false);
    const { ids, boundaries, begun } = toy.build([question, answer("It is Mi")], true);
    expect(ids.slice(0, before.ids.length)).toEqual(before.ids);
    expect(toy.tokenizer.decode(ids)).toBe("user\nMira leads.\n\nWho?\nassistant\nIt is Mi");
    expect(boundaries).toEqual(before.boundaries);
    expect(begun).toEqual({ text: "It is Mi", ids: ids.slice(before.ids.length) });
  });

  it("has the ids that the model wrote, half a character at the end included", async () => {
    const toy = await prepare("Toy");
    const half = toy.tokenizer.encode("é")[0] as number; // the first of two bytes
    const written = [...toy.tokenizer.encode("caf"), half];
    toy.answers.remember("caf", written);
    const { begun } = toy.build([question, answer("caf")], true);
    expect(begun).toEqual({ text: "caf", ids: written });
  });

  it("goes on with nothing where no word has come", async () => {
    const toy = await prepare("Toy");
    const { ids, begun } = toy.build([question, answer("")], true);
    expect(ids).toEqual(toy.build([question], false).ids);
    expect(begun).toEqual({ text: "", ids: [] });
  });

  it("goes on within a thought, and after one whose end is markup", async () => {
    const reasoning = await prepare("Jamba Reasoning 3B");
    const header = reasoning.build([question], false).ids;
    const begin = reasoning.tokenizer.decode(header);
    const read = (content: string) =>
      reasoning.tokenizer.decode(reasoning.build([question, answer(content)], true).ids);
    expect(read("Let me see")).toBe(`${begin}Let me see`);
    expect(read("Mira\n</think>\n\nIt is")).toBe(`${begin}Mira\n</think>\n\nIt is`);
    const { ids } = reasoning.build([question, answer("Mira\n</think>\n\nIt is </think>")], true);
    const end = reasoning.tokenizer.findId("</think>");
    expect(ids.slice(header.length).filter((id) => id === end).length).toBe(1); // what the answer quotes is text
  });

  it("takes nothing but an answer", async () => {
    const toy = await prepare("Toy");
    expect(() => toy.build([question], true)).toThrow("no answer to continue");
  });
});
