// The direction of lists, quotes and tables. The browser finds that of a paragraph by itself (dir="auto"), but it does not look into
// blocks that have a direction of their own.

const RIGHT_TO_LEFT = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u;
/** Runs left to right in any language, and says nothing about it. */
const NEUTRAL = /`[^`]*`|(?:https?:\/\/|www\.)\S+|<[^<>]*>|\$\$?[^$]*\$\$?|\]\([^()\s]*\)|&\w+;/g;

/** By the first letter; undefined, the surroundings', where there is none. */
export function directionOf(markdown: string): "ltr" | "rtl" | undefined {
  const [letter] = /\p{L}/u.exec(markdown.slice(0, 500).replace(NEUTRAL, " ")) ?? [];
  if (letter === undefined) return undefined;
  return RIGHT_TO_LEFT.test(letter) ? "rtl" : "ltr";
}
