// Marks travel through the Markdown of an answer as characters that no text holds (Unicode's noncharacters), each after the
// passage it belongs to, and are taken out again where text becomes elements.

const OPEN = "\ufdd0";
const CLOSE = "\ufdd1";
const STRAY = /[\ufdd0\ufdd1]/g;

/** `ends` are offsets in the text, in order; each mark is known by its place in that list. */
export function insertMarks(text: string, ends: readonly number[]): string {
  let marked = "";
  let from = 0;
  ends.forEach((end, index) => {
    marked += `${text.slice(from, end).replace(STRAY, "")}${OPEN}${index}${CLOSE}`;
    from = end;
  });
  return marked + text.slice(from).replace(STRAY, "");
}

/** Text and marks in turn. */
export function splitAtMarks(text: string): (string | number)[] {
  if (!text.includes(OPEN)) return [text];
  return text
    .split(/\ufdd0(\d+)\ufdd1/)
    .map((part, index) => (index % 2 === 1 ? Number(part) : part.replace(STRAY, "")))
    .filter((part) => part !== "");
}
