// An answer's Markdown as blocks, taken apart bit by bit: blocks that can change no more keep their tokens, only what comes after
// them is taken apart again with each word that arrives.
import type { Token } from "marked";
import { healBlocks } from "./heal";
import { type InlineMemory, type Links, lex } from "./lexer";

export interface ParsedAnswer {
  readonly blocks: readonly Token[];
  /** Another one whenever a link's definition has changed what blocks mean that look the same. */
  readonly generation: number;
}

export type MarkdownParser = (text: string, isGrowing: boolean) => ParsedAnswer;

/** The last block may go on, and the one before it may turn out to be one with it: "1. a", then "2" and ". b". */
const OPEN_BLOCKS = 2;

export function createParser(): MarkdownParser {
  let settled: Token[] = [];
  let settledText = "";
  let settledLinks: Links = {};
  let links: Links = {};
  let memory: InlineMemory = new Map();
  let generation = 0;

  const forget = (): void => {
    settled = [];
    settledText = "";
    settledLinks = {};
    memory = new Map();
  };

  const settle = (tokens: readonly Token[], tail: string): void => {
    let at = 0;
    for (const token of tokens.slice(0, countSettled(tokens))) {
      if (!tail.startsWith(token.raw, at)) return;
      at += token.raw.length;
      settled.push(token);
      settledText += token.raw;
      if (token.type === "def") settledLinks = links;
    }
  };

  const parse = (text: string, isGrowing: boolean): ParsedAnswer => {
    if (!text.startsWith(settledText)) forget();
    const tail = text.slice(settledText.length);
    const lexed = lex(isGrowing ? healBlocks(tail) : tail, isGrowing, settledLinks, memory);
    if (!isSame(lexed.links, links)) {
      links = lexed.links;
      generation++;
      if (settledText !== "") {
        forget();
        return parse(text, isGrowing);
      }
    }
    memory = lexed.memory;
    const blocks = [...settled, ...lexed.tokens];
    settle(lexed.tokens, tail);
    return { blocks, generation };
  };

  return (text, isGrowing) => parse(text.replace(/\r\n?/g, "\n"), isGrowing);
}

/** How many blocks at the beginning can change no more. */
function countSettled(tokens: readonly Token[]): number {
  let open = 0;
  let at = tokens.length;
  while (at > 0 && open < OPEN_BLOCKS) {
    at--;
    if (tokens[at]?.type !== "space") open++;
  }
  return open < OPEN_BLOCKS ? 0 : at;
}

function isSame(a: Links, b: Links): boolean {
  const names = Object.keys(a);
  if (names.length !== Object.keys(b).length) return false;
  return names.every((name) => a[name]?.href === b[name]?.href && a[name]?.title === b[name]?.title);
}
