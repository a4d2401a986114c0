// Text as the page, the model and the search want it: one kind of line end, nothing invisible that is no text. Letters stay as
// the source has them, composed (NFC) or not, so that a quotation can be found in the original; only PDFs have their
// ligatures and Arabic presentation forms taken apart (pdf/page-text.ts), as those are shapes and not letters.

/** Form feeds end a page and are split off before; what is left of them is a line end, as are NEL, LS, PS and VT. */
const LINE_ENDS = /\r\n?|[\v\f\u0085\u2028\u2029]/g;
/** C0 and C1 controls but tab and line feed, DEL, the byte order mark, noncharacters. */
const NO_TEXT = /[^\P{Cc}\t\n]|[\ufeff\ufffe\uffff\ufdd0-\ufdef]/gu;

export function normaliseText(text: string): string {
  const lines = text
    .toWellFormed()
    .replace(LINE_ENDS, "\n")
    .replace(NO_TEXT, "")
    .replace(/(?<![^\S\n])[^\S\n]+$/gm, ""); // spaces at line ends; from a run's first only, or a long run costs its square
  let start = 0;
  while (lines[start] === "\n") start += 1;
  let end = lines.length;
  while (end > start && lines[end - 1] === "\n") end -= 1;
  return lines.slice(start, end);
}

/** One line of a title or label. */
export function normaliseLine(text: string): string {
  return normaliseText(text).replace(/\s+/g, " ").trim();
}
