// GGUF metadata → the token list and what the file says of it. Ids of special tokens are taken by name as well: converters
// mark Jamba 2's <|im_start|> as a normal piece and name one end token of two.
import { ModelFormatError } from "../errors";
import type { Gguf, GgufValue } from "./gguf";
import { quote } from "./gguf-reader";
import { MAX_VOCAB_SIZE } from "./read-config";

export interface Vocabulary {
  readonly tokens: readonly string[]; // ▁ (U+2581) stands for a space, <0x0A> for a byte
  readonly types: Int32Array | null; // TOKEN_TYPE; wrong for some specials in real files
  readonly scores: Float32Array | null;
  readonly merges: readonly string[] | null; // "left right", best first
  readonly bosId: number | null;
  readonly eosIds: readonly number[]; // any of them ends an answer
  readonly unknownId: number | null;
  readonly padId: number | null;
  readonly addBos: boolean;
  readonly addSpacePrefix: boolean;
  readonly chatTemplate: string | null;
}

export const TOKEN_TYPE = { normal: 1, unknown: 2, control: 3, userDefined: 4, unused: 5, byte: 6 } as const;

/** Tokenizer models whose pieces are written with ▁ and <0xNN>; Jamba files made before October 2025 say gpt2. */
const TOKENIZER_MODELS: readonly GgufValue[] = ["llama", "gpt2", "gpt-2"];
/** UTF-16 units. The longest real piece has 32; without a limit, rebuilding merges is quadratic in it. */
const MAX_PIECE_LENGTH = 128;
/** What ends an answer under these names, whatever eos_token_id says: Jamba 2's generation_config names the other one. */
const END_PIECES: readonly string[] = ["<|im_end|>", "<|endoftext|>"];
const PREFIX = "tokenizer.ggml.";

export function readVocabulary(gguf: Gguf): Vocabulary {
  const model = gguf.metadata.get(`${PREFIX}model`);
  if (model === undefined || !TOKENIZER_MODELS.includes(model)) {
    fail("model", typeof model === "string" ? quote(model) : "nothing", '"llama"');
  }
  const tokens = readTokens(gguf);
  const eosIds = ["eos_token_id", "eot_token_id"].map((key) => readId(gguf, key, tokens.length));
  const named = END_PIECES.map((piece) => tokens.indexOf(piece)).filter((id) => id >= 0);
  const chatTemplate = gguf.metadata.get("tokenizer.chat_template");
  return {
    tokens,
    types: readArray(gguf, "token_type", Int32Array, tokens.length),
    scores: readArray(gguf, "scores", Float32Array, tokens.length),
    merges: readMerges(gguf),
    bosId: readId(gguf, "bos_token_id", tokens.length),
    eosIds: [...new Set([...eosIds.filter((id) => id !== null), ...named])],
    unknownId: readId(gguf, "unknown_token_id", tokens.length),
    padId: readId(gguf, "padding_token_id", tokens.length),
    addBos: readFlag(gguf, "add_bos_token", true),
    addSpacePrefix: readFlag(gguf, "add_space_prefix", false),
    chatTemplate: typeof chatTemplate === "string" ? chatTemplate : null,
  };
}

function readTokens(gguf: Gguf): readonly string[] {
  const tokens = gguf.metadata.get(`${PREFIX}tokens`);
  if (!isStrings(tokens)) fail("tokens", "no list of strings", "the vocabulary's pieces");
  const rows = gguf.tensors.get("token_embd.weight")?.dims[1] ?? tokens.length;
  if (tokens.length !== rows || tokens.length > MAX_VOCAB_SIZE) {
    fail(
      "tokens",
      `${tokens.length} pieces`,
      `${rows}, the rows of token_embd.weight, and at most ${MAX_VOCAB_SIZE}`,
    );
  }
  const seen = new Set<string>();
  for (const [id, piece] of tokens.entries()) {
    if (piece.length > MAX_PIECE_LENGTH) {
      fail(`tokens[${id}]`, quote(piece), `at most ${MAX_PIECE_LENGTH} characters`);
    }
    if (seen.has(piece)) fail(`tokens[${id}]`, quote(piece), "each piece once");
    seen.add(piece);
  }
  return tokens;
}

function readMerges(gguf: Gguf): readonly string[] | null {
  const merges = gguf.metadata.get(`${PREFIX}merges`);
  if (merges === undefined) return null;
  if (!isStrings(merges)) fail("merges", "no list of strings", 'pairs of pieces, "left right"');
  return merges.length === 0 ? null : merges;
}

function readArray<T extends Int32Array | Float32Array>(
  gguf: Gguf,
  key: string,
  kind: { new (length: number): T },
  length: number,
): T | null {
  const value = gguf.metadata.get(PREFIX + key);
  if (value === undefined) return null;
  if (!(value instanceof kind) || value.length !== length) {
    const found = typeof value === "object" ? `${value.constructor.name} of ${value.length}` : String(value);
    fail(key, found, `${kind.name} of ${length}, one for each piece`);
  }
  return value;
}

function readId(gguf: Gguf, key: string, vocabSize: number): number | null {
  const id = gguf.metadata.get(PREFIX + key);
  if (id === undefined) return null;
  if (typeof id !== "number" || !Number.isInteger(id) || id < 0 || id >= vocabSize) {
    fail(key, String(id), `an id from 0 to ${vocabSize - 1}`);
  }
  return id;
}

function readFlag(gguf: Gguf, key: string, absent: boolean): boolean {
  const value = gguf.metadata.get(PREFIX + key) ?? absent;
  if (typeof value !== "boolean") fail(key, String(value), "true or false");
  return value;
}

function isStrings(value: GgufValue | undefined): value is readonly string[] {
  return Array.isArray(value) && (value.length === 0 || typeof value[0] === "string");
}

function fail(key: string, value: string, expected: string): never {
  throw new ModelFormatError(`This model has ${PREFIX}${key} = ${value}; expected ${expected}.`);
}
