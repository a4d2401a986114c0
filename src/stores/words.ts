// Words as searches compare them, in the languages of the interface: without case, diacritics and vowel points.

/** A word as it is compared: compatibility forms composed, no case, no accents, niqqud or tashkeel, one form of alef. */
export function foldWord(word: string): string {
  return word
    .normalize("NFKD")
    .toLowerCase()
    .replace(/[\p{M}\u0640]/gu, "")
    .replaceAll("ß", "ss")
    .replaceAll("œ", "oe")
    .replaceAll("æ", "ae")
    .replaceAll("ø", "o")
    .replaceAll("ı", "i")
    .replace(/[\u0671]/g, "\u0627")
    .replaceAll("\u0649", "\u064a")
    .normalize("NFC");
}

/** What a word is found under: itself and, in Hebrew and Arabic, without the particles written as part of it. */
export function listTerms(word: string): string[] {
  const folded = foldWord(word);
  const bare = folded
    .replace(/^[והבלכמש]{1,2}(?=[\u05d0-\u05ea]{3})/, "")
    .replace(/^(?:و|ف)?(?:ال|بال|كال|لل)(?=[\u0621-\u064a]{2})/, "");
  return bare === folded ? [folded] : [folded, bare];
}

const WORD = /[\p{L}\p{N}][\p{L}\p{N}\p{M}\u0640]*/gu;

export const splitWords = (text: string): string[] => text.normalize("NFKC").match(WORD) ?? [];

/** Words whose terms are kept at hand: a language's common ones are worked out once. */
const MAX_WORDS_AT_HAND = 100_000;
const termsAtHand = new Map<string, readonly string[]>();

/** `listTerms` with a memory. */
export function termsOf(word: string): readonly string[] {
  let terms = termsAtHand.get(word);
  if (!terms) {
    terms = listTerms(word);
    if (termsAtHand.size >= MAX_WORDS_AT_HAND) termsAtHand.clear();
    termsAtHand.set(word, terms);
  }
  return terms;
}

/** Where a text has words of these terms. */
export function findTerms(text: string, terms: ReadonlySet<string>): { start: number; end: number }[] {
  return [...text.matchAll(WORD)]
    .filter(([word]) => termsOf(word).some((term) => terms.has(term)))
    .map(({ index, 0: word }) => ({ start: index, end: index + word.length }));
}
