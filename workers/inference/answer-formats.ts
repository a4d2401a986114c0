// What holds a model's answers to a format: the format's expression, walked with this vocabulary's pieces. Part of the engine.
import type { AnswerFormat, GenerateRequest } from "./api";
import { AnswerFormatError } from "./errors";
import { compileFormat, MARKUP_SYMBOLS } from "./grammar/answer-format";
import { Guide } from "./grammar/guide";
import { TokenTrie } from "./grammar/token-trie";
import type { Prompt } from "./text/prompt";
import type { Tokenizer } from "./text/tokenizer";

export class AnswerFormats {
  private trie: TokenTrie | null = null; // some ten milliseconds to build, when it is first asked for

  constructor(private readonly tokenizer: Tokenizer) {}

  /** Stands at the beginning of the answer, or where one that is continued has got to. Throws AnswerFormatError. */
  createGuide(
    format: AnswerFormat,
    { continuesAnswer = false }: Pick<GenerateRequest, "continuesAnswer">,
    { endsInsideThink, begun }: Prompt,
  ): Guide {
    const { pool, expression } = compileFormat(format, endsInsideThink);
    this.trie ??= new TokenTrie(listSymbols(this.tokenizer));
    const guide = new Guide(pool, this.trie, expression);
    const isBegunSo = (begun?.ids ?? []).every((id) => {
      const canCome = guide.shortestAfter(id) < Number.POSITIVE_INFINITY;
      if (canCome) guide.accept(id);
      return canCome;
    });
    if (isBegunSo && (begun || !continuesAnswer)) return guide;
    throw new AnswerFormatError(
      "This answer was begun in another format than the one it is to go on in. Ask for a new answer instead.",
    );
  }
}

function listSymbols(tokenizer: Tokenizer): ArrayLike<number>[] {
  const symbols = Array.from({ length: tokenizer.vocabSize }, (_, id) => tokenizer.bytesOf(id));
  const lists: ArrayLike<number>[] = symbols;
  for (const [piece, symbol] of MARKUP_SYMBOLS) {
    const id = tokenizer.findId(piece);
    if (id !== null) lists[id] = [symbol];
  }
  return lists;
}
