// Text ↔ token ids, exactly as the model was trained: a space is ▁, a character without a piece is its UTF-8 bytes, neighbours
// merge in the vocabulary's order. Text never becomes markup: only template parts are searched for control pieces.
import type { Vocabulary } from "../parse/vocabulary";
import { createMerger } from "./bpe";
import { createDecoder, type Decoder } from "./decoder";
import { createMerges } from "./merges";
import { sortPieces } from "./pieces";
import { createWordCutter } from "./words";

/** A stretch of a rendered prompt: markup from a template, or content from a user, a document or an earlier answer. */
export interface PromptPart {
  readonly text: string;
  readonly isMarkup: boolean;
  /** Which message's content it is, where it is one. */
  readonly message?: number;
  /** The ids that the model itself wrote this text with; its own are others, perhaps. */
  readonly ids?: readonly number[];
}

export interface Tokenizer {
  readonly vocabSize: number;
  /** Content: whatever it says, no control piece comes out. */
  encode(text: string): number[];
  /**
   * Control pieces are found in markup parts only. No bos is added: templates write it. `onEnd` hears of each part, in order,
   * how many ids are whole when it ends: none that a merge takes across its end.
   */
  encodePrompt(parts: readonly PromptPart[], onEnd?: (index: number, idCount: number) => void): number[];
  /** The text of these ids; control pieces have none. */
  decode(ids: Iterable<number>): string;
  /** For ids that come one by one. */
  createDecoder(): Decoder;
  /** Id of a piece as the vocabulary writes it. */
  findId(piece: string): number | null;
  pieceOf(id: number): string | null;
  /** The UTF-8 that this id adds to an answer; empty for markup. */
  bytesOf(id: number): Uint8Array;
  /** Whether it is a piece that no content becomes. */
  isMarkup(id: number): boolean;
}

/** Words kept with their ids: a document's own words, and at most some 20 MB. */
const MAX_CACHED_WORDS = 50_000;
const MAX_CACHED_WORD_LENGTH = 64;

export function createTokenizer(vocabulary: Vocabulary): Tokenizer {
  const { tokens, addSpacePrefix } = vocabulary;
  const pieces = sortPieces(vocabulary);
  const encodeText = createTextEncoder(vocabulary, pieces);
  const prefix = addSpacePrefix ? " " : "";
  const markup = createMarkupPattern(pieces.markupIds.keys());
  const utf8 = new TextEncoder();

  function encode(text: string): number[] {
    const ids: number[] = [];
    if (text !== "") encodeText(prefix + text, ids);
    return ids;
  }

  function encodePrompt(
    parts: readonly PromptPart[],
    onEnd: (index: number, idCount: number) => void = () => {},
  ): number[] {
    const ids: number[] = [];
    let text = ""; // since the last control piece: merges may cross from markup to content, as they do in one string
    let ends: { readonly index: number; readonly at: number }[] = []; // of parts, in `text`
    const flush = () => {
      const before = ids.length;
      let taken = -prefix.length;
      const settle = (upTo: number, idCount: number) => {
        while (ends[0] && ends[0].at <= upTo) onEnd((ends.shift() as (typeof ends)[0]).index, idCount);
      };
      settle(0, before);
      if (text !== "") {
        encodeText(prefix + text, ids, (length, idCount) => {
          taken += length;
          settle(taken - 1, idCount);
          settle(taken, ids.length);
        });
      }
      text = "";
      ends = [];
    };
    for (const [index, part] of parts.entries()) {
      if (part.ids) {
        flush();
        ids.push(...part.ids);
        onEnd(index, ids.length);
        continue;
      }
      const stretches = part.isMarkup ? part.text.split(markup) : [part.text];
      for (const [place, stretch] of stretches.entries()) {
        if (place % 2 === 0) text += stretch;
        else {
          flush();
          ids.push(pieces.markupIds.get(stretch) as number); // split() puts what it matched at odd places
        }
      }
      ends.push({ index, at: text.length });
    }
    flush();
    return ids;
  }

  const startDecoder = () => createDecoder(tokens, pieces);
  return {
    vocabSize: tokens.length,
    encode,
    encodePrompt,
    decode: (ids) => {
      const decoder = startDecoder();
      let text = "";
      for (const id of ids) text += decoder.push(id);
      text += decoder.flush();
      return addSpacePrefix && text.startsWith(" ") ? text.slice(1) : text;
    },
    createDecoder: startDecoder,
    findId: (piece) => pieces.textIds.get(piece) ?? pieces.markupIds.get(piece) ?? null,
    pieceOf: (id) => tokens[id] ?? null,
    bytesOf: (id) => {
      const byte = pieces.byteOf[id] ?? -1;
      if (byte >= 0) return Uint8Array.of(byte);
      return pieces.kinds[id] === "text" ? utf8.encode(tokens[id]?.replaceAll("▁", " ")) : new Uint8Array();
    },
    isMarkup: (id) => pieces.kinds[id] === "control" || pieces.kinds[id] === "tag",
  };
}

/** Longest first, as added tokens are matched. Splits on what it matches; on nothing when there is no markup. */
function createMarkupPattern(pieces: Iterable<string>): RegExp {
  const longestFirst = [...pieces].sort((a, b) => b.length - a.length);
  const escaped = longestFirst.map((piece) => piece.replace(/[\\^$.*+?()[\]{}|/]/g, "\\$&"));
  return new RegExp(`(${escaped.join("|") || "(?!)"})`);
}

function createTextEncoder(
  vocabulary: Vocabulary,
  { textIds, byteIds }: ReturnType<typeof sortPieces>,
): (text: string, out: number[], onWord?: (length: number, idCountBefore: number) => void) => void {
  const merger = createMerger(createMerges(vocabulary, textIds));
  const spaced = [...textIds.keys()].map((piece) => piece.replaceAll("▁", " "));
  const cutter = createWordCutter(spaced);
  const characterIds = listCharacters(textIds);
  const utf8 = new TextEncoder();
  const cache = new Map<string, readonly number[]>();

  function encodeWord(word: string): number[] {
    const symbols: number[] = [];
    for (const character of word) {
      const id = characterIds.get(character);
      if (id !== undefined) symbols.push(id);
      else for (const byte of utf8.encode(character)) symbols.push(byteIds[byte] as number);
    }
    if (symbols.length < 2) return symbols;
    const ids: number[] = [];
    merger.merge(symbols, ids);
    return ids;
  }

  function findWord(word: string): readonly number[] {
    const known = cache.get(word);
    if (known !== undefined) return known;
    const ids = encodeWord(word);
    if (word.length <= MAX_CACHED_WORD_LENGTH) {
      if (cache.size >= MAX_CACHED_WORDS) cache.clear();
      cache.set(word, ids);
    }
    return ids;
  }

  return (text, out, onWord) => {
    cutter.cut(text.toWellFormed(), (word) => {
      const before = out.length;
      for (const id of findWord(word)) out.push(id);
      onWord?.(word.length, before);
    });
  };
}

/** Ids of single characters as they appear in text. A ▁ in text is not a space, so it is written in bytes. */
function listCharacters(textIds: ReadonlyMap<string, number>): Map<string, number> {
  const characters = new Map<string, number>();
  for (const [piece, id] of textIds) {
    if (piece === "▁") characters.set(" ", id);
    else if (piece.length === 1 || (piece.length === 2 && (piece.codePointAt(0) as number) > 0xffff)) {
      characters.set(piece, id);
    }
  }
  return characters;
}
