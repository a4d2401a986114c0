// Bold, script and double-struck letters of formulas as Unicode's own characters: browsers have given up MathML's `mathvariant`.

interface Alphabet {
  readonly capital: number; // the code point of A
  readonly small: number;
  readonly digit?: number;
  /** Letters that Unicode had before it had the alphabet. */
  readonly older?: Readonly<Record<string, string>>;
}

const ALPHABETS: Readonly<Record<string, Alphabet>> = {
  bold: { capital: 0x1d400, small: 0x1d41a, digit: 0x1d7ce },
  italic: { capital: 0x1d434, small: 0x1d44e, older: { h: "ℎ" } },
  "bold-italic": { capital: 0x1d468, small: 0x1d482 },
  script: {
    capital: 0x1d49c,
    small: 0x1d4b6,
    older: { B: "ℬ", E: "ℰ", F: "ℱ", H: "ℋ", I: "ℐ", L: "ℒ", M: "ℳ", R: "ℛ", e: "ℯ", g: "ℊ", o: "ℴ" },
  },
  fraktur: {
    capital: 0x1d504,
    small: 0x1d51e,
    older: { C: "ℭ", H: "ℌ", I: "ℑ", R: "ℜ", Z: "ℨ" },
  },
  "double-struck": {
    capital: 0x1d538,
    small: 0x1d552,
    digit: 0x1d7d8,
    older: { C: "ℂ", H: "ℍ", N: "ℕ", P: "ℙ", Q: "ℚ", R: "ℝ", Z: "ℤ" },
  },
  "sans-serif": { capital: 0x1d5a0, small: 0x1d5ba, digit: 0x1d7e2 },
  "bold-sans-serif": { capital: 0x1d5d4, small: 0x1d5ee, digit: 0x1d7ec },
  "sans-serif-italic": { capital: 0x1d608, small: 0x1d622 },
  monospace: { capital: 0x1d670, small: 0x1d68a, digit: 0x1d7f6 },
};

/** The same text in the letters of a MathML variant; characters that have no such form stay. */
export function toMathsLetters(text: string, variant: string): string {
  const alphabet = Object.hasOwn(ALPHABETS, variant) ? ALPHABETS[variant] : undefined;
  if (!alphabet) return text;
  const { capital, small, digit, older } = alphabet;
  return text.replace(/[A-Za-z0-9]/g, (char) => {
    const known = older?.[char];
    if (known) return known;
    const code = char.charCodeAt(0);
    if (code >= 97) return String.fromCodePoint(small + code - 97);
    if (code >= 65) return String.fromCodePoint(capital + code - 65);
    return digit === undefined ? char : String.fromCodePoint(digit + code - 48);
  });
}
