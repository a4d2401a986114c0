import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { hasShared, sharedPath } from "../../../scripts/shared";
import { ModelFormatError } from "../errors";
import { memorySource } from "../parse/build-gguf";
import { parseGguf } from "../parse/gguf";
import { readVocabulary, type Vocabulary } from "../parse/vocabulary";
import { createTokenizer, type Tokenizer } from "./tokenizer";

const BYTES = Array.from(
  { length: 256 },
  (_, byte) => `<0x${byte.toString(16).toUpperCase().padStart(2, "0")}>`,
);
const SPECIAL = ["<|pad|>", "<|startoftext|>", "<|im_start|>", "<|im_end|>", "<think>", "</think>"];
const PIECES = ["▁", "t", "h", "e", "🌤", "é", "th", "▁th", "▁the", "he", "▁▁", "▁▁▁▁", "\n", "ee", "ss", "s"];

/** Six special pieces, 256 bytes, then some text pieces whose order is their rank. */
function smallVocabulary(changes: Partial<Vocabulary> = {}): Vocabulary {
  return {
    tokens: [...SPECIAL, ...BYTES, ...PIECES],
    types: null,
    scores: null,
    merges: null,
    bosId: 1,
    eosIds: [3],
    unknownId: null,
    padId: 0,
    addBos: true,
    addSpacePrefix: false,
    chatTemplate: null,
    ...changes,
  };
}

const piecesOf = (tokenizer: Tokenizer, ids: number[]) => ids.map((id) => tokenizer.pieceOf(id));

describe("createTokenizer", () => {
  it("merges the piece with the lowest id first when there is only a token list", () => {
    const tokenizer = createTokenizer(smallVocabulary());
    expect(piecesOf(tokenizer, tokenizer.encode("the the"))).toEqual(["th", "e", "▁the"]);
    expect(piecesOf(tokenizer, tokenizer.encode("hee"))).toEqual(["he", "e"]);
  });

  it("merges runs of spaces last", () => {
    const tokens = [...SPECIAL, ...BYTES, "▁", "a", "▁▁", "▁a"];
    const tokenizer = createTokenizer(smallVocabulary({ tokens }));
    expect(piecesOf(tokenizer, tokenizer.encode("  a"))).toEqual(["▁", "▁a"]);
  });

  it("uses the file's merges before all else", () => {
    const merges = ["h e", "t he", "▁ t"].map((merge) => merge);
    const tokens = [...SPECIAL, ...BYTES, ...PIECES, "the", "▁t"];
    const tokenizer = createTokenizer(
      smallVocabulary({ tokens, merges, scores: Float32Array.from(tokens, (_, id) => id) }),
    );
    expect(piecesOf(tokenizer, tokenizer.encode("the the"))).toEqual(["the", "▁", "the"]);
  });

  it("merges by score when the scores differ, leftmost among equals", () => {
    const tokens = [...SPECIAL, ...BYTES, "a", "b", "c", "ab", "bc", "cab"];
    const score = (ab: number, bc: number) =>
      Float32Array.from(tokens, (piece) =>
        piece === "ab" ? ab : piece === "bc" ? bc : piece === "a" ? 0 : -9,
      );
    const encode = (scores: Float32Array) => {
      const tokenizer = createTokenizer(smallVocabulary({ tokens, scores }));
      return piecesOf(tokenizer, tokenizer.encode("abc"));
    };
    expect(encode(score(-1, -2))).toEqual(["ab", "c"]);
    expect(encode(score(-2, -1))).toEqual(["a", "bc"]);
    expect(encode(score(-1, -1))).toEqual(["ab", "c"]);
  });

  it("writes what has no piece in bytes, and never merges bytes", () => {
    const tokenizer = createTokenizer(smallVocabulary());
    expect(piecesOf(tokenizer, tokenizer.encode("\u0001ü▁"))).toEqual([
      "<0x01>",
      "<0xC3>",
      "<0xBC>",
      "<0xE2>",
      "<0x96>",
      "<0x81>",
    ]);
    expect(piecesOf(tokenizer, tokenizer.encode("é🌤"))).toEqual(["é", "🌤"]);
  });

  it("puts a space first when the file asks for one", () => {
    const tokenizer = createTokenizer(smallVocabulary({ addSpacePrefix: true }));
    expect(piecesOf(tokenizer, tokenizer.encode("the"))).toEqual(["▁the"]);
    expect(tokenizer.decode(tokenizer.encode("the the"))).toBe("the the");
    expect(tokenizer.encode("")).toEqual([]);
  });

  it("refuses merges of unknown pieces and a vocabulary without bytes", () => {
    expect(() => createTokenizer(smallVocabulary({ merges: ["t h", "q e"] }))).toThrow(ModelFormatError);
    expect(() => createTokenizer(smallVocabulary({ merges: ["t h", "q e"] }))).toThrow(/merges\[1\] = "q e"/);
    expect(() => createTokenizer(smallVocabulary({ tokens: SPECIAL }))).toThrow(/no token for byte 0/);
  });
});

describe("encodePrompt", () => {
  const tokenizer = createTokenizer(smallVocabulary());
  const CONTROL = [0, 1, 2, 3, 4, 5];

  it("finds markup in template parts only", () => {
    const ids = tokenizer.encodePrompt([
      { text: "<|im_start|>", isMarkup: true },
      { text: "<|im_end|></think>", isMarkup: false },
      { text: "<|im_end|>", isMarkup: true },
    ]);
    expect([ids[0], ids.at(-1)]).toEqual([2, 3]);
    expect(ids.slice(1, -1).some((id) => CONTROL.includes(id))).toBe(false);
    expect(tokenizer.decode(ids)).toBe("<|im_end|></think>");
  });

  it("does not find markup that begins in a template part and ends in content", () => {
    const ids = tokenizer.encodePrompt([
      { text: "<|im_", isMarkup: true },
      { text: "end|>", isMarkup: false },
    ]);
    expect(ids).not.toContain(3);
  });

  it("merges across the border of a template part, as in one text", () => {
    const ids = tokenizer.encodePrompt([
      { text: "t", isMarkup: true },
      { text: "he", isMarkup: false },
    ]);
    expect(ids).toEqual(tokenizer.encode("the"));
  });

  it("never makes a control piece of content, whatever it says", () => {
    const noise = fc.oneof(
      fc.constantFrom(...SPECIAL, "<0x0A>", "<|", "|>", "▁"),
      fc.string({ unit: "binary" }),
    );
    fc.assert(
      fc.property(fc.array(noise), (texts) => {
        const ids = tokenizer.encodePrompt(texts.map((text) => ({ text, isMarkup: false })));
        expect(ids.some((id) => CONTROL.includes(id))).toBe(false);
      }),
      { numRuns: 1_000, seed: 1 },
    );
  });
});

describe("decode", () => {
  const tokenizer = createTokenizer(smallVocabulary());

  it("gives back every well-formed text, in one go and id by id", () => {
    const text = fc.oneof(
      fc.string({ unit: "binary" }),
      fc.string({ unit: fc.constantFrom("t", "h", "e", " ", "▁", "\n", "🌤", "\ufeff", "ü") }),
    );
    fc.assert(
      fc.property(text, (given) => {
        const ids = tokenizer.encode(given);
        expect(tokenizer.decode(ids)).toBe(given);
        const decoder = tokenizer.createDecoder();
        const shown = ids.map((id) => decoder.push(id));
        expect(shown.every((part) => part.isWellFormed())).toBe(true);
        expect(shown.join("") + decoder.flush()).toBe(given);
      }),
      { numRuns: 5_000, seed: 1 },
    );
  });

  it("holds back a character until its last byte", () => {
    const decoder = tokenizer.createDecoder();
    expect(tokenizer.encode("😀").map((id) => decoder.push(id))).toEqual(["", "", "", "😀"]);
  });

  it("shows U+FFFD for bytes that are no character, and nothing for one cut off at the end", () => {
    const [first, second] = tokenizer.encode("😀") as [number, number];
    const letter = tokenizer.findId("t") as number;
    const decoder = tokenizer.createDecoder();
    expect([first, second, letter, first].map((id) => decoder.push(id))).toEqual(["", "", "\ufffdt", ""]);
    expect(decoder.flush()).toBe("");
  });

  it("shows tags and hides control pieces", () => {
    expect(tokenizer.decode([1, 4, tokenizer.findId("▁the") as number, 5, 3])).toBe("<think> the</think>");
  });

  it("takes half a surrogate pair for U+FFFD [F54]", () => {
    expect(tokenizer.decode(tokenizer.encode("t\ud83ct"))).toBe("t\ufffdt");
  });
});

describe.skipIf(!hasShared)("Jamba 2's tokenizer, from its token list alone (needs ../shared)", () => {
  const { tokenizer, added } = readJamba2();
  const goldens: { name: string; text: string; ids: number[] }[] = hasShared
    ? JSON.parse(readFileSync(sharedPath("jamba/jamba2-golden-prompts.json"), "utf8"))
    : [];

  it.each(goldens)("gives the recorded ids: $name", ({ text, ids }) => {
    expect(tokenizer.encodePrompt([{ text, isMarkup: true }])).toEqual(ids);
  });

  it("rebuilds all 139,278 merges in their order", () => {
    const json = JSON.parse(readFileSync(sharedPath("jamba/tokenizer.json"), "utf8"));
    const given = createTokenizer(
      jamba2Vocabulary(json, { merges: json.model.merges.map((pair: [string, string]) => pair.join(" ")) }),
    );
    const texts = [
      readFileSync(sharedPath("jamba/FACTS.md"), "utf8"),
      readFileSync(sharedPath("jamba/jamba_ref.py"), "utf8"),
      "assistant  assistants\n\n\tהשועל החום קפץ 今天天气很好 السلام عليكم            ̈é ﬁ  😀😀",
      " ".repeat(997),
      "a".repeat(5000),
    ];
    for (const text of texts) expect(tokenizer.encode(text)).toEqual(given.encode(text));
  });

  it("makes no control or added piece of content", () => {
    const text = `${added.join(" ")} ${added.join("")}<|endoftext|><0x0A>`;
    const ids = tokenizer.encode(text);
    expect(tokenizer.decode(ids)).toBe(text);
    expect(ids.filter((id) => id < 543)).toEqual([]);
  });

  it("encodes 1 MB of prose and 1 MB without a space in a second each", () => {
    const facts = readFileSync(sharedPath("jamba/FACTS.md"), "utf8");
    const prose = facts.repeat(Math.ceil(1e6 / facts.length)).slice(0, 1e6);
    const letters = prose
      .replace(/[^a-z]/g, "")
      .repeat(4)
      .slice(0, 1e6);
    for (const text of [prose, letters]) {
      const start = process.cpuUsage(); // not the clock: other tests share the machine
      const ids = tokenizer.encode(text);
      expect(process.cpuUsage(start).user / 1000).toBeLessThan(1000);
      expect(tokenizer.decode(ids)).toBe(text);
    }
  });
});

describe.skipIf(!hasShared)("the tiny model's tokenizer (needs ../shared)", async () => {
  const file = hasShared ? readFileSync(sharedPath("models/jamba-tiny-q4_k_m.gguf")) : new Uint8Array();
  const vocabulary = hasShared ? readVocabulary(await parseGguf(memorySource(file))) : smallVocabulary();
  const ways: [string, Vocabulary][] = [
    ["merges", vocabulary],
    ["scores", { ...vocabulary, merges: null }],
    ["token list", { ...vocabulary, merges: null, scores: null }],
  ];
  it.each(ways)("encodes its evaluation texts and goldens alike from %s", (_, way) => {
    const tokenizer = createTokenizer(way);
    const goldens: {
      prompts: { ids: number[]; text: string; messages: { role: string; content: string }[] }[];
    } = JSON.parse(readFileSync(sharedPath("models/jamba-tiny-goldens.json"), "utf8"));
    for (const { ids, messages } of goldens.prompts) {
      const turns = messages.map(({ role, content }) => `<|im_start|>${role}\n${content}<|im_end|>\n`);
      const text = `<|startoftext|>${turns.join("")}<|im_start|>assistant\n`;
      expect(tokenizer.encodePrompt([{ text, isMarkup: true }])).toEqual(ids);
    }
  });
});

function jamba2Vocabulary(
  json: { model: { vocab: Record<string, number> }; added_tokens: { id: number; content: string }[] },
  changes: Partial<Vocabulary>,
): Vocabulary {
  const tokens: string[] = [];
  for (const [piece, id] of Object.entries(json.model.vocab)) tokens[id] = piece;
  for (const { id, content } of json.added_tokens) tokens[id] = content;
  return smallVocabulary({
    tokens,
    scores: new Float32Array(tokens.length).fill(-1000),
    bosId: 1,
    eosIds: [519, 2],
    ...changes,
  });
}

function readJamba2(): { tokenizer: Tokenizer; added: string[] } {
  if (!hasShared) return { tokenizer: createTokenizer(smallVocabulary()), added: [] };
  const json = JSON.parse(readFileSync(sharedPath("jamba/tokenizer.json"), "utf8"));
  return {
    tokenizer: createTokenizer(jamba2Vocabulary(json, {})),
    added: json.added_tokens.map(({ content }: { content: string }) => content),
  };
}
