// A reasoning model thinks aloud before it answers, up to </think>. Shown apart, and not given back to the model.

export interface SplitAnswer {
  readonly thought: string | null; // null: the model does not reason
  readonly answer: string;
  readonly isThinking: boolean; // no answer has begun
}

const OPEN = "<think>";
export const END_OF_THOUGHT = "</think>";

/** `isStreaming`: a tag that has come in part is none of the text yet. */
export function splitThought(text: string, startsInThought: boolean, isStreaming = false): SplitAnswer {
  const trimmed = text.trimStart();
  const isOpening = isStreaming && trimmed !== "" && OPEN.startsWith(trimmed);
  const isOpened = isOpening || trimmed.startsWith(OPEN);
  if (!startsInThought && !isOpened) return { thought: null, answer: text, isThinking: false };
  if (isOpening) return { thought: "", answer: "", isThinking: true };
  const begin = trimmed.startsWith(OPEN) ? text.indexOf(OPEN) + OPEN.length : 0;
  const end = text.indexOf(END_OF_THOUGHT, begin);
  if (end >= 0) {
    const answer = text.slice(end + END_OF_THOUGHT.length).trimStart();
    return { thought: text.slice(begin, end).trim(), answer, isThinking: false };
  }
  const thought = isStreaming ? withoutPart(text.slice(begin), END_OF_THOUGHT) : text.slice(begin);
  return { thought: thought.trim(), answer: "", isThinking: true };
}

function withoutPart(text: string, tag: string): string {
  for (let length = tag.length - 1; length > 0; length--) {
    if (text.endsWith(tag.slice(0, length))) return text.slice(0, -length);
  }
  return text;
}

/** The text with another answer, after the same thought. */
export function replaceAnswer(text: string, startsInThought: boolean, answer: string): string {
  const before = splitThought(text, startsInThought);
  if (before.isThinking) return `${text}\n${END_OF_THOUGHT}\n\n${answer}`;
  return text.slice(0, text.length - before.answer.length) + answer;
}

/** How long a model thinks, by the text that comes: from the first word to </think>; null without a thought or its end. */
export function createThoughtClock(startsInThought: boolean, now: () => number) {
  let startedAt: number | null = null;
  let durationMs: number | null = null;
  return {
    see: (text: string): void => {
      if (durationMs !== null || text.trim() === "") return;
      startedAt ??= now();
      const { thought, isThinking } = splitThought(text, startsInThought, true);
      if (thought !== null && !isThinking) durationMs = now() - startedAt;
    },
    durationMs: (): number | null => durationMs,
  };
}
