// The places of a prompt worth remembering, and answers that keep the ids they were written with.
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { hasShared, sharedPath } from "../../../scripts/shared";
import type { ChatMessage } from "../api";
import { buildGguf, memorySource } from "../parse/build-gguf";
import { parseGguf } from "../parse/gguf";
import { describeToyModel, TOY_CONFIG } from "../parse/toy-model";
import { readVocabulary } from "../parse/vocabulary";
import { chooseTemplate } from "./chat-template";
import { KnownAnswers } from "./known-answers";
import { buildPrompt } from "./prompt";
import { createTokenizer } from "./tokenizer";

async function prepare(file: Uint8Array, modelName: string) {
  const vocabulary = readVocabulary(await parseGguf(memorySource(file)));
  const tokenizer = createTokenizer(vocabulary);
  const template = await chooseTemplate(vocabulary, modelName);
  const answers = new KnownAnswers(tokenizer);
  const build = (messages: readonly ChatMessage[]) => buildPrompt(tokenizer, template, messages, { answers });
  const textsTo = (messages: readonly ChatMessage[]) => {
    const { ids, boundaries } = build(messages);
    return boundaries.map(({ kind, tokens }) => [kind, tokenizer.decode(ids.slice(0, tokens))]);
  };
  return { tokenizer, answers, build, textsTo };
}

const file = buildGguf(describeToyModel({ ...TOY_CONFIG, vocabSize: 288 }));
const system: ChatMessage = { role: "system", content: "Be brief." };
const documents = [
  { name: "a.txt", text: "First document." },
  { name: "b.txt", text: "Second one" },
];
const question: ChatMessage = { role: "user", content: "Who?", attachments: documents };

describe("the boundaries of a prompt", () => {
  it("are the ends of the system prompt and of each document", async () => {
    const toy = await prepare(file, "Toy");
    const first = "system\nBe brief.\nuser\nDocument: a.txt\nFirst document.";
    expect(toy.textsTo([system, question])).toEqual([
      ["system", "system\nBe brief.\n"],
      ["document", first],
      ["document", `${first}\n\nDocument: b.txt\nSecond one`],
    ]);
  });

  it("are the same whatever is asked about a document", async () => {
    const toy = await prepare(file, "Toy");
    const about = (content: string): ChatMessage => ({
      role: "user",
      content,
      attachments: documents.slice(0, 1),
    });
    const [one, other] = [toy.build([about("")]), toy.build([about("What?")])];
    expect(one.boundaries).toEqual(other.boundaries);
    const end = one.boundaries[0]?.tokens;
    expect(other.ids.slice(0, end)).toEqual(one.ids.slice(0, end));
  });

  it("are the end of the last answer and, for a model that reasons, of the question", async () => {
    const chat: ChatMessage[] = [
      { role: "user", content: "one" },
      { role: "assistant", content: "two" },
      { role: "user", content: "three" },
    ];
    const toy = await prepare(file, "Toy");
    expect(toy.textsTo(chat)).toEqual([["answer", "user\none\nassistant\ntwo\n"]]);
    const reasoning = await prepare(file, "Jamba Reasoning 3B");
    expect(reasoning.textsTo(chat).map(([kind]) => kind)).toEqual(["answer", "question"]);
  });
});

describe("an answer that the model has written", () => {
  const chat = (content: string): ChatMessage[] => [
    { role: "user", content: "one" },
    { role: "assistant", content },
    { role: "user", content },
  ];

  it("keeps its ids in the prompts that repeat it, and a question of the same words has its own", async () => {
    const toy = await prepare(file, "Toy");

    const pieces = Array.from({ length: toy.tokenizer.vocabSize }, (_, id) => toy.tokenizer.pieceOf(id));
    const word = "abba";
    const plain = toy.tokenizer.encode(word);
    const written = [...new TextEncoder().encode(word)].map((byte) =>
      pieces.indexOf(`<0x${byte.toString(16).toUpperCase().padStart(2, "0")}>`),
    );
    expect(toy.tokenizer.decode(written)).toBe(word);
    const count = (ids: readonly number[], wanted: readonly number[]) =>
      ids.filter((_, at) => wanted.every((id, index) => ids[at + index] === id)).length;
    expect(count(toy.build(chat(word)).ids, plain)).toBe(2);
    toy.answers.remember(word, written);
    const { ids } = toy.build(chat(word));
    expect([count(ids, plain), count(ids, written)]).toEqual([1, 1]);
    expect(toy.answers.listIn(ids)).toEqual([written]);
    expect(toy.answers.listIn([...ids.slice(0, 3), ...written.slice(0, -1)])).toEqual([written]); // broken off
    expect(toy.answers.listIn([...ids.slice(0, 3), ...written.slice(0, -2)])).toEqual([]);
  });

  it("is not repeated with markup in it", async () => {
    const toy = await prepare(file, "Toy");
    const before = toy.build(chat("x")).ids;
    toy.answers.remember("x", [...toy.tokenizer.encode("x"), toy.tokenizer.findId("<|im_start|>") as number]);
    expect(toy.build(chat("x")).ids).toEqual(before);
  });
});

describe.skipIf(!hasShared)("with the tokenizer of the tiny model (needs ../shared)", () => {
  it("ends a document where no piece goes on", async () => {
    const tiny = await prepare(readFileSync(sharedPath("models/jamba-tiny-q4_k_m.gguf")), "Jamba Tiny");
    const text = "The gate opens at nine.";
    const { ids, boundaries } = tiny.build([
      { role: "user", content: "When?", attachments: [{ name: "a", text }] },
    ]);
    expect(tiny.tokenizer.decode(ids.slice(0, boundaries[0]?.tokens))).toBe(`user\n${text}`);
  });
});
