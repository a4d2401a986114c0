// Sent prompts, to be recalled by ↑ and ↓: those of this chat, then those of others, the newest first, each once.

/** Older ones are found by searching. */
const MAX_RECALLED = 200;

export interface PromptHistory {
  readonly entries: readonly string[];
  readonly index: number; // of the one in the composer; -1: the draft
  readonly draft: string; // what was being written
}

export function openHistory(draft: string, ...sources: readonly (readonly string[])[]): PromptHistory {
  const entries = new Set(sources.flat().filter((text) => text.trim() !== ""));
  return { entries: [...entries].slice(0, MAX_RECALLED), index: -1, draft };
}

/** The same place in a history that has got more entries, behind those that it had. */
export function extendHistory(history: PromptHistory, more: readonly string[]): PromptHistory {
  return { ...history, entries: openHistory("", history.entries, more).entries };
}

/** One further back (1) or forth (-1); the same history at either end. */
export function stepHistory(history: PromptHistory, step: 1 | -1): PromptHistory {
  const index = Math.min(history.entries.length - 1, Math.max(-1, history.index + step));
  return index === history.index ? history : { ...history, index };
}

export const textOfHistory = ({ entries, index, draft }: PromptHistory): string => entries[index] ?? draft;
