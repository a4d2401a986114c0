// Cuts a text where no merge can cross, so that words can be encoded alone and remembered: between two characters that are
// neighbours in no piece of the vocabulary. Exact for any vocabulary, as a merge always makes a piece.

/** Bits of the set of neighbours, 512 kB. A false hit only leaves two words uncut. */
const SET_BITS = 2 ** 22;

export interface WordCutter {
  /** Calls `onWord` with the words of `text` in order; together they are the text. */
  cut(text: string, onWord: (word: string) => void): void;
}

/** `pieces` as they appear in text, with plain spaces. */
export function createWordCutter(pieces: Iterable<string>): WordCutter {
  const neighbours = new Uint32Array(SET_BITS / 32);
  for (const piece of pieces) {
    for (let at = 1; at < piece.length; at++) {
      const bit = bitOf(piece.charCodeAt(at - 1), piece.charCodeAt(at));
      neighbours[bit >>> 5] = (neighbours[bit >>> 5] as number) | (1 << (bit & 31));
    }
  }
  return {
    cut(text, onWord) {
      let start = 0;
      for (let at = 1; at < text.length; at++) {
        const unit = text.charCodeAt(at);
        const bit = bitOf(text.charCodeAt(at - 1), unit);
        if (((neighbours[bit >>> 5] as number) >>> (bit & 31)) & 1) continue;
        if ((unit & 0xfc00) === 0xdc00) continue; // the second half of a character
        onWord(text.slice(start, at));
        start = at;
      }
      if (start < text.length) onWord(text.slice(start));
    },
  };
}

function bitOf(left: number, right: number): number {
  return Math.imul(Math.imul(left, 0x9e3779b1) + right, 0x85ebca77) >>> 10; // the upper 22 bits
}
