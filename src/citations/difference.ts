// What a quotation says otherwise than the document, word by word.
import { foldText } from "./fold";

export interface DifferencePart {
  readonly kind: "same" | "quoted" | "document"; // only in the quotation, only in the document
  readonly text: string;
}

/** Longer stretches are not compared word by word. */
const MAX_WORDS = 400;

export function compareWords(quoted: string, document: string): DifferencePart[] {
  const left = splitWords(quoted);
  const right = splitWords(document);
  if (left.length > MAX_WORDS || right.length > MAX_WORDS) return [];
  const lengths = commonLengths(left, right);
  const width = right.length + 1;
  const parts: { kind: DifferencePart["kind"]; words: string[] }[] = [];
  const add = (kind: DifferencePart["kind"], word: string): void => {
    const last = parts.at(-1);
    if (last?.kind === kind) last.words.push(word);
    else parts.push({ kind, words: [word] });
  };
  let [i, j] = [0, 0];
  while (i < left.length || j < right.length) {
    const [one, other] = [left[i], right[j]];
    if (one && other && one.folded === other.folded) {
      add("same", other.text);
      i += 1;
      j += 1;
    } else if (
      one &&
      (!other || (lengths[(i + 1) * width + j] as number) >= (lengths[i * width + j + 1] as number))
    ) {
      add("quoted", one.text);
      i += 1;
    } else if (other) {
      add("document", other.text);
      j += 1;
    }
  }
  return parts.map(({ kind, words }) => ({ kind, text: words.join(" ") }));
}

interface Word {
  readonly text: string;
  readonly folded: string;
}

function splitWords(text: string): Word[] {
  const unbroken = text.replace(/(\p{L})[-\u2010\u00ad]\s*\n\s*(?=\p{Ll})/gu, "$1");
  return unbroken
    .split(/\s+/)
    .map((word) => ({ text: word, folded: foldText(word) }))
    .filter(({ folded }) => folded !== "");
}

/** Of the words from i and from j on, how many are common, in order: a table of (left + 1) × (right + 1). */
function commonLengths(left: readonly Word[], right: readonly Word[]): Uint16Array {
  const width = right.length + 1;
  const lengths = new Uint16Array((left.length + 1) * width);
  for (let i = left.length - 1; i >= 0; i--) {
    for (let j = right.length - 1; j >= 0; j--) {
      const isSame = left[i]?.folded === right[j]?.folded;
      const below = lengths[(i + 1) * width + j] as number;
      const beside = lengths[i * width + j + 1] as number;
      const both = lengths[(i + 1) * width + j + 1] as number;
      lengths[i * width + j] = isSame ? both + 1 : Math.max(below, beside);
    }
  }
  return lengths;
}
