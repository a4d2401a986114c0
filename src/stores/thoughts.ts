// A reasoning model thinks aloud before it answers, up to </think>. Shown apart, and not given back to the model.

export interface SplitAnswer {
  readonly thought: string | null; // null: the model does not reason
  readonly answer: string;
  readonly isThinking: boolean; // no answer has begun
}

const OPEN = "<think>";
export const END_OF_THOUGHT = "</think>";

export function splitThought(text: string, startsInThought: boolean): SplitAnswer {
  const isOpened = text.trimStart().startsWith(OPEN);
  if (!startsInThought && !isOpened) return { thought: null, answer: text, isThinking: false };
  const end = text.indexOf(END_OF_THOUGHT);
  const thought = (end < 0 ? text : text.slice(0, end)).replace(OPEN, "").trim();
  if (end < 0) return { thought, answer: "", isThinking: true };
  return { thought, answer: text.slice(end + END_OF_THOUGHT.length).trimStart(), isThinking: false };
}

/** The text with another answer, after the same thought. */
export function replaceAnswer(text: string, startsInThought: boolean, answer: string): string {
  const before = splitThought(text, startsInThought);
  if (before.isThinking) return `${text}\n${END_OF_THOUGHT}\n\n${answer}`;
  return text.slice(0, text.length - before.answer.length) + answer;
}
