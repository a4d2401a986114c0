// The last block of code of an answer.
import { marked } from "marked";

/** Inside lists and quotations too. */
export function lastCodeIn(markdown: string): string | null {
  let last: string | null = null;
  marked.walkTokens(marked.lexer(markdown), (token) => {
    if (token.type === "code") last = String(token.text);
  });
  return last;
}
