// What the engine asks of this folder, which is fetched when an answer is first to keep to a format: whether one can be kept, and
// guides along it for one vocabulary.
import type { AnswerFormat } from "../api";
import { compileFormat, MARKUP_SYMBOLS } from "./answer-format";
import { Guide } from "./guide";
import { TokenTrie } from "./token-trie";

/** A vocabulary, as far as answers are written with it. */
interface Pieces {
  readonly vocabSize: number;
  bytesOf(id: number): Uint8Array; // empty for markup
  findId(piece: string): number | null;
}

/** Throws AnswerFormatError. */
export function checkFormat(format: AnswerFormat): void {
  compileFormat(format);
}

export class FormatGuides {
  private readonly trie: TokenTrie; // some hundred milliseconds to build

  constructor(pieces: Pieces) {
    this.trie = new TokenTrie(listSymbols(pieces));
  }

  /** Stands at the beginning of the answer, or where the one that was `begun` has got to; null where that is another form. */
  create(format: AnswerFormat, beginsInsideThink: boolean, begun: readonly number[]): Guide | null {
    const { pool, expression } = compileFormat(format, beginsInsideThink);
    const guide = new Guide(pool, this.trie, expression);
    for (const id of begun) {
      if (guide.shortestAfter(id) === Number.POSITIVE_INFINITY) return null;
      guide.accept(id);
    }
    return guide;
  }
}

function listSymbols(pieces: Pieces): ArrayLike<number>[] {
  const symbols: ArrayLike<number>[] = Array.from({ length: pieces.vocabSize }, (_, id) =>
    pieces.bytesOf(id),
  );
  for (const [piece, symbol] of MARKUP_SYMBOLS) {
    const id = pieces.findId(piece);
    if (id !== null) symbols[id] = [symbol];
  }
  return symbols;
}
