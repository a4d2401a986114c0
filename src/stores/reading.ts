// How far the model has come in each document of a question it reads: from the tokens of the whole prompt, in which documents
// come first and in their order.
import type { MessageDocument } from "../storage/conversations";

export type ReadingState =
  | { readonly status: "ready" } // it is in the model's state
  | {
      readonly status: "reading" | "stopped";
      readonly readTokens: number;
      readonly totalTokens: number;
      readonly page: number | null; // about, as pages differ in length; null in a document of one
      readonly secondsLeft: number | null;
    };

export interface PromptProgress {
  readonly readTokens: number;
  readonly totalTokens: number;
  readonly secondsLeft: number | null; // of the whole prompt
}

/** A document of the last question of a prompt; null before its turn, and where its size is not known. */
export function readingOf(
  documents: readonly MessageDocument[],
  index: number,
  pageCount: number | null,
  { readTokens, totalTokens, secondsLeft }: PromptProgress,
): ReadingState | null {
  const after = documents.slice(index).map(({ tokenCount }) => tokenCount);
  const own = after[0];
  if (own === null || own === undefined || own === 0 || after.includes(null)) return null;
  // Counted from the end: how many tokens the conversation before has is not known here. The question after is short.
  const start = totalTokens - after.reduce<number>((sum, tokens) => sum + (tokens ?? 0), 0);
  const read = readTokens - Math.max(0, start);
  if (read <= 0) return null;
  if (read >= own) return { status: "ready" };
  const left = totalTokens - readTokens;
  return {
    status: "reading",
    readTokens: read,
    totalTokens: own,
    page: pageCount === null || pageCount === 1 ? null : Math.floor((read / own) * pageCount) + 1,
    secondsLeft: secondsLeft === null || left <= 0 ? null : (secondsLeft * (own - read)) / left,
  };
}
