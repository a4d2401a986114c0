// JSON with a line for each value, as far as it has come: numbers and strings stay letter for letter, keys in their order.

const INDENT = "  ";
/** A string, perhaps unfinished; a bracket, comma or colon; anything else but white space. */
const PIECE = /"(?:[^"\\]|\\[\s\S]?)*"?|[[\]{},:]|[^\s[\]{},:"]+/g;

export function indentJson(text: string): string {
  let indented = "";
  let depth = 0;
  let before = "";
  for (const [piece] of text.matchAll(PIECE)) {
    const isClosing = piece === "}" || piece === "]";
    const isEmpty = isClosing && (before === "{" || before === "[");
    if (isClosing) depth = Math.max(0, depth - 1);
    const isFirst = before === "{" || before === "[" || before === ",";
    if (!isEmpty && (isFirst || isClosing)) indented += `\n${INDENT.repeat(depth)}`;
    indented += piece === ":" ? ": " : piece;
    if (piece === "{" || piece === "[") depth++;
    before = piece;
  }
  return indented;
}
