// What becomes of each character when texts are compared: kept in a plain form, dropped, or kept beside digits alone.

export const IGNORED = 1; // as if it were not there: diacritics, joiners, soft hyphens, direction marks
export const DROPPED = 2; // ends a word: spaces, punctuation, Markdown's marks
export const LETTER = 3;
export const DIGIT = 4;
export const SYMBOL = 5; // kept, and a word by itself: currencies, per cent, ideographs
export const POINT = 6; // kept between two digits, inside one figure: 3.2
export const DIVIDER = 7; // kept between two digits, and divides two figures: 16:00
export const DASH = 8; // a divider, or a minus before a number
export const SIGN = 9; // kept before a number
export const SEVERAL = 10; // more than one unit in the source or in what it becomes

/** What stands for what, beside Unicode's own compatibility forms. */
const REPLACED: Readonly<Record<string, string>> = {
  ß: "ss",
  æ: "ae",
  œ: "oe",
  ı: "i",
  ς: "σ",
  ٱ: "ا",
  ى: "ي",
  "٪": "%",
  "٫": ".",
  "٬": ",",
  "\u2044": "/",
  "\u2019": "'",
};

/** Diacritics of alphabets that are read without them: Latin, Greek, Cyrillic, Hebrew, Arabic; and the tatweel. */
const STRIPPED =
  /[\u0300-\u036f\u0483-\u0487]|[\u0591-\u05bd\u05bf-\u05c7]|[\u0610-\u061a\u064b-\u065f\u0670]|\u0640|[\u06d6-\u06ed]|[\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]/gu;
const WORD = /^[\p{L}\p{N}\p{M}]$/u;
const WORD_BY_ITSELF = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]$/u;
const CURRENCY_OR_UNIT = /^[\p{Sc}%‰×÷°]$/u;
const MARKS: Readonly<Record<string, number>> = {
  ".": POINT,
  ",": POINT,
  "'": POINT,
  ":": DIVIDER,
  "/": DIVIDER,
  "-": DASH,
  "+": SIGN,
  "<": SIGN,
  ">": SIGN,
  "±": SIGN,
  "≤": SIGN,
  "≥": SIGN,
};

const kinds = new Uint8Array(0x10000); // of each UTF-16 unit; 0 until it is first met
const plain = new Uint16Array(0x10000); // what it becomes
const several = new Map<number, string>(); // by code point

/** The kind of the unit at `index`; what lies outside the text is dropped. */
export function kindAt(text: string, index: number): number {
  if (index < 0 || index >= text.length) return DROPPED;
  const unit = text.charCodeAt(index);
  return kinds[unit] || learn(unit);
}

/** What a single unit becomes, once its kind is known. */
export const plainUnit = (unit: number): number => plain[unit] as number;

/** What a character of kind SEVERAL becomes; may be nothing. */
export function plainPoint(code: number): string {
  let known = several.get(code);
  if (known === undefined) {
    known = [...plainForm(String.fromCodePoint(code))]
      .filter((char) => WORD.test(char) || char === "/" || CURRENCY_OR_UNIT.test(char))
      .join("");
    several.set(code, known);
  }
  return known;
}

function learn(unit: number): number {
  const kind = unit >= 0xd800 && unit <= 0xdfff ? SEVERAL : learnCharacter(String.fromCharCode(unit));
  kinds[unit] = kind;
  return kind;
}

function learnCharacter(char: string): number {
  const form = plainForm(char);
  if (form === "") return IGNORED;
  if (form.length > 1) return /[\p{L}\p{N}]/u.test(form) ? SEVERAL : DROPPED;
  plain[char.charCodeAt(0)] = form.charCodeAt(0);
  const mark = MARKS[form];
  if (mark !== undefined) return mark;
  if (/[0-9]/.test(form)) return DIGIT;
  if (WORD_BY_ITSELF.test(form)) return SYMBOL;
  if (WORD.test(form)) return LETTER;
  return CURRENCY_OR_UNIT.test(form) ? SYMBOL : DROPPED;
}

function plainForm(char: string): string {
  if (/\p{Cf}/u.test(char)) return "";
  const letters = char.normalize("NFKD").toLowerCase().normalize("NFKD").replace(STRIPPED, "");
  return [...letters]
    .map((part) => (/[\p{Pd}\u2212]/u.test(part) ? "-" : decimal(REPLACED[part] ?? part)))
    .join("");
}

/** The ten digits of a script follow each other, from a multiple of ten on. */
function decimal(char: string): string {
  if (!/^\p{Nd}$/u.test(char)) return char;
  const code = char.codePointAt(0) ?? 0;
  let value = 0;
  while (value < 9 && /\p{Nd}/u.test(String.fromCodePoint(code - value - 1))) value += 1;
  return String(value);
}
