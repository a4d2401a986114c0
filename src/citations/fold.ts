// Text → the form in which quotations are compared: letters, digits and what changes a figure, in lower case; without spaces,
// punctuation, hyphens, Markdown's marks, diacritics, ligatures or presentation forms. A slice that begins after a letter folds
// as it does in the whole text: offsets in the source are found again by folding one slice once more.
import {
  DASH,
  DIGIT,
  DIVIDER,
  DROPPED,
  IGNORED,
  kindAt,
  LETTER,
  POINT,
  plainPoint,
  plainUnit,
  SEVERAL,
  SIGN,
  SYMBOL,
} from "./characters";

/** Takes each folded unit, where its character stands, and whether a word may begin with it. */
export type FoldSink = (unit: number, source: number, startsWord: boolean) => void;

const SPACE = 0x20;

/** Folds text[from, to); `from` is 0 or one of `nextCut`. */
export function foldInto(text: string, from: number, to: number, write: FoldSink): void {
  let last = from === 0 ? DROPPED : kindAt(text, from - 1); // the kind that was kept last
  let isApart = from === 0; // something was dropped since
  for (let index = from; index < to; index++) {
    const kind = kindAt(text, index);
    if (kind === LETTER) {
      write(plainUnit(text.charCodeAt(index)), index, isApart || last !== LETTER);
    } else if (kind === DIGIT) {
      if (isApart && last === DIGIT) write(SPACE, index, true); // two figures stay two
      const isInside = last === DIGIT || last === LETTER || last === POINT || last === SIGN;
      write(plainUnit(text.charCodeAt(index)), index, isApart || !isInside);
    } else if (kind === SYMBOL) {
      write(plainUnit(text.charCodeAt(index)), index, true);
    } else if (kind === SEVERAL) {
      const code = text.codePointAt(index) ?? 0;
      const folded = plainPoint(code);
      for (let unit = 0; unit < folded.length; unit++) {
        write(folded.charCodeAt(unit), index, unit === 0 && (isApart || last !== LETTER));
      }
      if (code > 0xffff) index += 1;
      if (folded === "") isApart = true;
      if (folded === "") continue;
    } else {
      const role = kind === IGNORED ? IGNORED : roleOfMark(text, index, kind);
      if (role === IGNORED) continue;
      if (role === DROPPED) {
        isApart = true;
        continue;
      }
      write(plainUnit(text.charCodeAt(index)), index, role !== POINT);
      last = role;
      isApart = false;
      continue;
    }
    last = kind === SEVERAL ? LETTER : kind;
    isApart = false;
  }
}

/** What a mark is where it stands: part of a figure, or nothing. */
function roleOfMark(text: string, index: number, kind: number): number {
  if (kind === DROPPED || kindAt(text, index + 1) !== DIGIT) return DROPPED;
  const before = kindAt(text, index - 1);
  if (before === DIGIT) return kind === POINT || kind === SIGN ? kind : DIVIDER;
  const endsWord = before === DROPPED || before === SYMBOL || before === DASH;
  return (kind === SIGN || kind === DASH) && endsWord ? SIGN : DROPPED;
}

export function foldText(text: string): string {
  let folded = "";
  foldInto(text, 0, text.length, (unit) => {
    folded += String.fromCharCode(unit);
  });
  return folded;
}

/** Where the character at `index` ends, with the marks on it. */
export function endOfCharacter(text: string, index: number): number {
  let end = index + ((text.codePointAt(index) ?? 0) > 0xffff ? 2 : 1);
  while (end < text.length && kindAt(text, end) === IGNORED) end += 1;
  return end;
}

/** The next place from `from` on where a slice may begin: after a letter. */
export function nextCut(text: string, from: number): number {
  let cut = from;
  const isAfterLetter = () => [LETTER, SYMBOL].includes(kindAt(text, cut - 1));
  while (cut < text.length && !isAfterLetter()) cut += 1;
  return cut;
}
