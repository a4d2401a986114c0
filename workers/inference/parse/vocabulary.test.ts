import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { hasShared, sharedPath } from "../../../scripts/shared";
import { ModelFormatError } from "../errors";
import { buildGguf, memorySource, type TypedValue } from "./build-gguf";
import { parseGguf } from "./gguf";
import { describeToyModel } from "./toy-model";
import { readVocabulary, type Vocabulary } from "./vocabulary";

async function readWith(changes: Record<string, TypedValue>): Promise<Vocabulary> {
  const model = describeToyModel();
  for (const [key, value] of Object.entries(changes)) model.metadata[key] = value;
  return readVocabulary(await parseGguf(memorySource(buildGguf(model))));
}

const strings = (value: string[]): TypedValue => ({ type: "array", of: "string", value });
const pieces = (first: string[]) =>
  strings([...first, ...Array.from({ length: 262 - first.length }, (_, id) => `w${id}`)]);

describe("readVocabulary", () => {
  it("reads what a file says and finds end tokens by id and by name", async () => {
    const vocabulary = await readWith({ "tokenizer.chat_template": { type: "string", value: "{{ x }}" } });
    expect(vocabulary.tokens.length).toBe(262);
    expect(vocabulary).toMatchObject({
      bosId: 1,
      eosIds: [5, 2],
      unknownId: 3,
      padId: 0,
      addBos: true,
      addSpacePrefix: false,
      merges: null,
      chatTemplate: "{{ x }}",
    });
    expect(vocabulary.scores?.every((score) => score === -1000)).toBe(true);
  });

  it("has no end token but those named in a file with other names", async () => {
    const vocabulary = await readWith({
      "tokenizer.ggml.tokens": pieces(["<s>", "</s>"]),
      "tokenizer.ggml.eos_token_id": { type: "u32", value: 1 },
    });
    expect(vocabulary.eosIds).toEqual([1]);
  });

  it.skipIf(!hasShared)("reads the tiny model's (needs ../shared)", async () => {
    const file = readFileSync(sharedPath("models/jamba-tiny-q4_k_m.gguf"));
    const vocabulary = readVocabulary(await parseGguf(memorySource(file)));
    expect(vocabulary.tokens.length).toBe(4096);
    expect(vocabulary.merges?.length).toBe(5557);
    expect(vocabulary.eosIds).toEqual([5, 2]);
    expect(vocabulary.chatTemplate).toContain("<|im_start|>");
  });

  const REFUSED: [string, Record<string, TypedValue>, RegExp][] = [
    [
      "another tokenizer",
      { "tokenizer.ggml.model": { type: "string", value: "bert" } },
      /model = "bert"; expected "llama"/,
    ],
    ["too few pieces", { "tokenizer.ggml.tokens": strings(["a"]) }, /tokens = 1 pieces; expected 262/],
    [
      "a duplicate piece",
      { "tokenizer.ggml.tokens": pieces(["a", "a"]) },
      /tokens\[1\] = "a"; expected each piece once/,
    ],
    [
      "an endless piece",
      { "tokenizer.ggml.tokens": pieces(["a".repeat(129)]) },
      /tokens\[0\] = "a+…"; expected at most 128/,
    ],
    [
      "pieces that are numbers",
      { "tokenizer.ggml.tokens": { type: "array", of: "u8", value: [1] } },
      /no list of strings/,
    ],
    [
      "scores of another length",
      { "tokenizer.ggml.scores": { type: "array", of: "f32", value: [0] } },
      /scores = Float32Array of 1; expected Float32Array of 262/,
    ],
    [
      "scores of another type",
      { "tokenizer.ggml.scores": { type: "array", of: "i32", value: [0] } },
      /scores = Int32Array of 1/,
    ],
    [
      "an id outside",
      { "tokenizer.ggml.bos_token_id": { type: "u32", value: 262 } },
      /bos_token_id = 262; expected an id from 0 to 261/,
    ],
    [
      "a flag that is a number",
      { "tokenizer.ggml.add_bos_token": { type: "u32", value: 1 } },
      /add_bos_token = 1; expected true/,
    ],
  ];
  it.each(REFUSED)("refuses %s", async (_, changes, message) => {
    await expect(readWith(changes)).rejects.toThrow(ModelFormatError);
    await expect(readWith(changes)).rejects.toThrow(message);
  });
});
