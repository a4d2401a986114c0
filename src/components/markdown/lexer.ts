// marked's lexer with formulas, and with a memory: sentences that were taken apart for the last update are not again.
import { Hooks, Lexer, type Token, type Tokens, type TokensList } from "marked";
import { healInline } from "./heal";
import {
  findBlock,
  findInline,
  type MathsToken,
  matchBlock,
  matchInline,
  nextDelimiter,
} from "./maths-syntax";

export type Links = TokensList["links"];
export type InlineMemory = ReadonlyMap<string, readonly Token[]>;

interface LexResult {
  readonly tokens: readonly Token[];
  readonly links: Links; // the given ones, and those that the text defines
  readonly memory: InlineMemory;
}

/** Takes Markdown apart into blocks. `links` are those that the text before it defines. */
export function lex(text: string, isGrowing: boolean, links: Links, memory: InlineMemory): LexResult {
  const lexer = new AnswerLexer(isGrowing, links);
  const tokens = lexer.blockTokens(text, lexer.tokens);
  return { tokens, links: lexer.tokens.links, memory: lexer.lexSentences(tokens, memory) };
}

/** A quote in a quote in a quote…: what is nested deeper stays text, before anything runs out of stack. */
const MAX_DEPTH = 20;

/** marked's time grows with the square of a paragraph's length. */
const LONG_PARAGRAPH = 2_000;
const PIECE = 1_000;

/** Blocks whose end is a sentence. */
const TEXTUAL = new Set(["paragraph", "heading", "text", "list", "blockquote", "table"]);

class AnswerLexer extends Lexer {
  private sentence = "";
  private depth = 0;
  private readonly masking = new Hooks();

  constructor(
    private readonly isGrowing: boolean,
    links: Links,
  ) {
    super({ gfm: true, breaks: true, silent: true });
    Object.assign(this.tokens.links, links);
    this.options.extensions = {
      renderers: {},
      childTokens: {},
      block: [(src) => asToken(matchBlock(src, isGrowing))],
      startBlock: [(src) => findBlock(src, isGrowing)],
      inline: [(src, before) => asToken(matchInline(src, before.at(-1)?.raw.slice(-2) ?? ""))],
      startInline: [(src) => nextDelimiter(src, 0)],
    };
    this.masking.emStrongMask = (masked) => maskFormulas(masked, this.sentence);
  }

  /** Fills the blocks with what their sentences hold; gives back what to remember. */
  lexSentences(blocks: readonly Token[], memory: InlineMemory): InlineMemory {
    const remembered = new Map<string, readonly Token[]>();
    const endsInText = TEXTUAL.has(blocks.findLast(({ type }) => type !== "space")?.type ?? "");
    const last = this.isGrowing && endsInText ? this.inlineQueue.at(-1) : undefined;
    for (const entry of this.inlineQueue) {
      const pieces = cutParagraph(entry.src);
      pieces.forEach((piece, index) => {
        const src = entry === last && index === pieces.length - 1 ? healInline(piece) : piece;
        const spans = remembered.get(src) ?? memory.get(src) ?? this.lexSentence(src);
        remembered.set(src, spans);
        entry.tokens.push(...spans);
      });
    }
    this.inlineQueue = [];
    return remembered;
  }

  /** HTML is text here: that an <a> or a <pre> was opened says nothing about what follows. */
  private lexSentence(src: string): Token[] {
    this.state.inLink = false;
    this.state.inRawBlock = false;
    return this.inlineTokens(src);
  }

  override blockTokens(src: string, tokens?: Token[], isContinued?: boolean): Token[];
  override blockTokens(src: string, tokens?: TokensList, isContinued?: boolean): TokensList;
  override blockTokens(src: string, tokens: Token[] = [], isContinued = false): Token[] {
    if (this.depth >= MAX_DEPTH) return pushText(src, tokens);
    this.depth++;
    super.blockTokens(src, tokens, isContinued);
    this.depth--;
    return tokens;
  }

  override inlineTokens(src: string, tokens: Token[] = []): Token[] {
    if (this.depth >= MAX_DEPTH) return pushText(src, tokens);
    this.depth++;
    const outer = this.sentence;
    this.sentence = src;
    this.options.hooks = nextDelimiter(src, 0) < 0 ? null : this.masking;
    try {
      return super.inlineTokens(src, tokens);
    } finally {
      this.sentence = outer;
      this.depth--;
    }
  }
}

function pushText(src: string, tokens: Token[]): Token[] {
  tokens.push({ type: "text", raw: src, text: src, escaped: false });
  return tokens;
}

function cutParagraph(src: string): string[] {
  if (src.length <= LONG_PARAGRAPH) return [src];
  const pieces: string[] = [];
  let from = 0;
  while (src.length - from > LONG_PARAGRAPH) {
    const near = src.slice(from + PIECE, from + LONG_PARAGRAPH).search(/\n|(?<=[.!?。؟] )/);
    const to = from + (near < 0 ? LONG_PARAGRAPH : PIECE + near);
    pieces.push(src.slice(from, to));
    from = to;
  }
  return [...pieces, src.slice(from)];
}

/** A formula's * and _ are no emphasis. */
function maskFormulas(masked: string, sentence: string): string {
  let result = "";
  let from = 0;
  for (const { start, end } of findInline(sentence)) {
    result += masked.slice(from, start) + "a".repeat(end - start);
    from = end;
  }
  return result + masked.slice(from);
}

const asToken = (token: MathsToken | undefined): Tokens.Generic | undefined => token && { ...token };
