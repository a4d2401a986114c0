// The figures of an answer that was written in more than one go.
import type { GenerateResult } from "../../workers/inference/api";
import type { AnswerStats } from "../storage/conversations";

export function statsOf(result: GenerateResult): AnswerStats {
  const { generatedTokens, tokensPerSecond, timeToFirstTokenMs, promptTokens, readTokens } = result;
  const { draftedTokens, acceptedTokens } = result;
  return {
    generatedTokens,
    tokensPerSecond,
    timeToFirstTokenMs,
    promptTokens,
    readTokens,
    ...(draftedTokens > 0 ? { draftedTokens, acceptedTokens } : {}),
  };
}

/** Tokens and time of both; the first token is that of the first go, and what was read is that for the last. */
export function addStats(before: AnswerStats | null, last: AnswerStats | null): AnswerStats | null {
  if (!before || !last) return last ?? before;
  return {
    ...last,
    generatedTokens: before.generatedTokens + last.generatedTokens,
    tokensPerSecond: joinSpeeds(before, last),
    timeToFirstTokenMs: before.timeToFirstTokenMs ?? last.timeToFirstTokenMs,
    ...addGuesses(before, last),
  };
}

function addGuesses(...parts: readonly AnswerStats[]): Partial<AnswerStats> {
  const sum = (key: "draftedTokens" | "acceptedTokens") =>
    parts.reduce((total, part) => total + (part[key] ?? 0), 0);
  const draftedTokens = sum("draftedTokens");
  return draftedTokens > 0 ? { draftedTokens, acceptedTokens: sum("acceptedTokens") } : {};
}

function joinSpeeds(...parts: readonly AnswerStats[]): number | null {
  let tokens = 0;
  let seconds = 0;
  for (const { generatedTokens, tokensPerSecond } of parts) {
    if (tokensPerSecond === null || tokensPerSecond <= 0) continue;
    tokens += generatedTokens;
    seconds += generatedTokens / tokensPerSecond;
  }
  return seconds > 0 ? tokens / seconds : null;
}
