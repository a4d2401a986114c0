// Where a text may be cut: after a sentence, after a line, and in a long list of words without either after so many of them.

/** As a passage may hold them; nothing that is cut here is longer. */
const MAX_WORDS = 200;

export interface Sentence {
  readonly start: number;
  readonly end: number;
  readonly words: number;
}

export function cutSentences(text: string): Sentence[] {
  const sentences: Sentence[] = [];
  for (const { index, 0: stretch } of text.matchAll(/[^\n]*?[.!?…؟](?=\s)|[^\n]+/g)) {
    let sentence: Sentence | undefined;
    for (const word of stretch.matchAll(/\S+/g)) {
      const start = index + word.index;
      const end = start + word[0].length;
      if (sentence && sentence.words === MAX_WORDS) {
        sentences.push(sentence);
        sentence = undefined;
      }
      sentence = sentence ? { ...sentence, end, words: sentence.words + 1 } : { start, end, words: 1 };
    }
    if (sentence) sentences.push(sentence);
  }
  return sentences;
}
