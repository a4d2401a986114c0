// A reasoning model thinks aloud before it answers, up to </think>. Shown apart, and not given back to the model.

export interface SplitAnswer {
  readonly thought: string | null; // null: the model does not reason
  readonly answer: string;
  readonly isThinking: boolean; // no answer has begun
}

const OPEN = "<think>";
const CLOSE = "</think>";

export function splitThought(text: string, startsInThought: boolean): SplitAnswer {
  const isOpened = text.trimStart().startsWith(OPEN);
  if (!startsInThought && !isOpened) return { thought: null, answer: text, isThinking: false };
  const end = text.indexOf(CLOSE);
  const thought = (end < 0 ? text : text.slice(0, end)).replace(OPEN, "").trim();
  if (end < 0) return { thought, answer: "", isThinking: true };
  return { thought, answer: text.slice(end + CLOSE.length).trimStart(), isThinking: false };
}
