// Vocabularies inside GGUF files: a ModelFormatError, or a tokenizer that gives back what it is given.
import { ModelFormatError } from "../../workers/inference/errors";
import { buildGguf, memorySource, type TypedValue } from "../../workers/inference/parse/build-gguf";
import { parseGguf } from "../../workers/inference/parse/gguf";
import { readVocabulary } from "../../workers/inference/parse/vocabulary";
import { createTokenizer } from "../../workers/inference/text/tokenizer";
import type { Seed } from "../mutate";
import { expectThat, type Outcome, type Target } from "../target";
import { seedWithFields } from "./gguf";

const PROBE = "a ab, abc <|im_end|> é\u{1f600}\0▁";
const WORDS = ["<0x00>", "<0x-1>", "<0xFF>", "<0xGG>", "<|im_start|>", "<|im_end|>", "▁", "a b", "__proto__"];

interface Shape {
  readonly hasMerges: boolean;
  readonly hasScores: boolean;
}

/** Specials, bytes, some pieces and how they merge. */
function buildVocabulary({ hasMerges, hasScores }: Shape): Uint8Array<ArrayBuffer> {
  const bytes = Array.from(
    { length: 256 },
    (_, byte) => `<0x${byte.toString(16).toUpperCase().padStart(2, "0")}>`,
  );
  const pieces = ["a", "b", "c", "ab", "abc", "▁", "▁a", "é"];
  const tokens = ["<|pad|>", "<|startoftext|>", "<|unk|>", "<|im_start|>", "<|im_end|>", ...bytes, ...pieces];
  const types = tokens.map((_, id) => (id < 5 ? 3 : id < 261 ? 6 : 1));
  const metadata: Record<string, TypedValue> = {
    "tokenizer.ggml.model": { type: "string", value: "llama" },
    "tokenizer.ggml.tokens": { type: "array", of: "string", value: tokens },
    "tokenizer.ggml.token_type": { type: "array", of: "i32", value: types },
    "tokenizer.ggml.bos_token_id": { type: "u32", value: 1 },
    "tokenizer.ggml.eos_token_id": { type: "u32", value: 4 },
    "tokenizer.ggml.unknown_token_id": { type: "u32", value: 2 },
    "tokenizer.ggml.add_bos_token": { type: "bool", value: true },
  };
  if (hasScores)
    metadata["tokenizer.ggml.scores"] = { type: "array", of: "f32", value: tokens.map((_, id) => -id) };
  if (hasMerges)
    metadata["tokenizer.ggml.merges"] = { type: "array", of: "string", value: ["a b", "ab c", "▁ a"] };
  return buildGguf({ metadata, tensors: [] });
}

async function check(input: Uint8Array<ArrayBuffer>): Promise<Outcome> {
  try {
    const vocabulary = readVocabulary(await parseGguf(memorySource(input)));
    const tokenizer = createTokenizer(vocabulary);
    const ids = tokenizer.encode(PROBE);
    for (const id of ids) {
      expectThat(
        Number.isInteger(id) && id >= 0 && id < tokenizer.vocabSize,
        () => `id ${id} of ${tokenizer.vocabSize}`,
      );
      expectThat(!tokenizer.isMarkup(id), () => `text became the markup ${tokenizer.pieceOf(id)}`);
    }
    expectThat(
      tokenizer.decode(ids) === PROBE,
      () => `came back as ${JSON.stringify(tokenizer.decode(ids))}`,
    );
    return "taken";
  } catch (error) {
    if (error instanceof ModelFormatError) return "refused";
    throw error;
  }
}

export async function load(): Promise<Target> {
  const seeds: Seed[] = [];
  for (const shape of [
    { hasMerges: false, hasScores: false },
    { hasMerges: true, hasScores: false },
    { hasMerges: false, hasScores: true },
  ]) {
    const seed = await seedWithFields(buildVocabulary(shape));
    seeds.push(seed, { bytes: seed.bytes, words: WORDS });
  }
  return { name: "vocabulary", count: 50_000, seeds, check, maxMs: 50 };
}
