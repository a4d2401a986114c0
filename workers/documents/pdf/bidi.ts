// Letters of a line as they stand from left to right, and as they are read. Both ways are the same turn: runs written from
// right to left are reversed, numbers and Latin words in them are not. A short form of Unicode's bidirectional algorithm (UAX #9)
// without explicit marks, which PDFs do not hold.

export type Direction = "ltr" | "rtl";

const RTL_LETTER = /[\u0590-\u065f\u066e-\u06ef\u06fa-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/;
const ARABIC_DIGIT = /[\u0660-\u066d\u06f0-\u06f9]/;
const LETTER = /\p{L}|\p{M}/u;
const DIGIT = /[0-9]/;
const NUMBER_SEPARATOR = /[.,:/]/;
const NUMBER_EDGE = /[%‰°#$€£¥₪+\u2212]/;

const MIRRORED: Readonly<Record<string, string>> = {
  "(": ")",
  ")": "(",
  "[": "]",
  "]": "[",
  "{": "}",
  "}": "{",
  "<": ">",
  ">": "<",
  "«": "»",
  "»": "«",
  "‹": "›",
  "›": "‹",
};

type Kind = "rtl" | "ltr" | "number" | "separator" | "edge" | "neutral" | "tab";

function kindOf(character: string): Kind {
  if (character === "\t") return "tab";
  if (RTL_LETTER.test(character)) return "rtl";
  if (DIGIT.test(character) || ARABIC_DIGIT.test(character)) return "number";
  if (NUMBER_SEPARATOR.test(character)) return "separator";
  if (NUMBER_EDGE.test(character)) return "edge";
  return LETTER.test(character) ? "ltr" : "neutral";
}

export const hasRtl = (text: string): boolean => RTL_LETTER.test(text) || ARABIC_DIGIT.test(text);

/** Letters from right to left beyond those from left to right: above 0 the text is Hebrew or Arabic in the main. */
export function countRtlExcess(text: string): number {
  let excess = 0;
  for (const character of text) {
    const kind = kindOf(character);
    if (kind === "rtl") excess += 1;
    if (kind === "ltr") excess -= 1;
  }
  return excess;
}

/** Visual order to reading order, or back. `mirror` turns the brackets of right-to-left runs, which are drawn turned. */
export function reorder(text: string, base: Direction, mirror: boolean): string {
  const characters = [...text];
  const levels = resolveLevels(characters.map(kindOf), base);
  if (mirror) {
    for (const [index, level] of levels.entries()) {
      const character = characters[index] as string;
      if (level % 2 === 1) characters[index] = MIRRORED[character] ?? character;
    }
  }
  for (let level = 2; level >= 1; level -= 1) reverseRuns(characters, levels, level);
  return characters.join("");
}

/** 0 left to right, 1 right to left, 2 left to right inside of that. */
function resolveLevels(kinds: Kind[], base: Direction): number[] {
  joinNumbers(kinds);
  const levels: number[] = [];
  let isAfterLatin = base === "ltr";
  for (const kind of kinds) {
    if (kind === "rtl" || kind === "ltr") isAfterLatin = kind === "ltr";
    if (kind === "tab") isAfterLatin = base === "ltr";
    if (kind === "rtl") levels.push(1);
    else if (kind === "ltr") levels.push(base === "ltr" ? 0 : 2);
    else if (kind === "number") levels.push(isAfterLatin && base === "ltr" ? 0 : 2);
    else levels.push(-1);
  }
  fillNeutrals(levels, kinds, base);
  return levels;
}

/** "1,250.50", "12/05/2026", "15%" are one number each. */
function joinNumbers(kinds: Kind[]): void {
  for (let index = 1; index < kinds.length - 1; index += 1) {
    const isInside = kinds[index - 1] === "number" && kinds[index + 1] === "number";
    if (kinds[index] === "separator" && isInside) kinds[index] = "number";
  }
  for (let index = 0; index < kinds.length; index += 1) {
    if (kinds[index] !== "edge") continue;
    if (kinds[index - 1] === "number" || kinds[index + 1] === "number") kinds[index] = "number";
  }
}

/** What has no direction takes that of its two neighbours where they agree, else the line's. */
function fillNeutrals(levels: number[], kinds: readonly Kind[], base: Direction): void {
  const baseLevel = base === "rtl" ? 1 : 0;
  let index = 0;
  let before: Direction = base;
  let latinBefore = false; // of the last letter, which a number after it joins
  while (index < levels.length) {
    if (levels[index] !== -1) {
      const kind = kinds[index];
      if (kind === "rtl" || kind === "ltr") latinBefore = kind === "ltr";
      before = kind === "ltr" || (kind === "number" && latinBefore) ? "ltr" : "rtl";
      if (levels[index] === 0) before = "ltr";
      index += 1;
      continue;
    }
    let end = index;
    while (end < levels.length && levels[end] === -1 && kinds[end] !== "tab") end += 1;
    if (end === index) {
      levels[index] = baseLevel;
      before = base;
      latinBefore = false;
      index += 1;
      continue;
    }
    const after = directionAt(levels, kinds, end, base, latinBefore);
    const joined = before === after ? before : base;
    const level = joined === "rtl" ? 1 : base === "ltr" ? 0 : 2;
    levels.fill(level, index, end);
    index = end;
  }
}

function directionAt(
  levels: readonly number[],
  kinds: readonly Kind[],
  index: number,
  base: Direction,
  latinBefore: boolean,
): Direction {
  const kind = kinds[index];
  if (kind === undefined || kind === "tab") return base;
  if (kind === "ltr" || levels[index] === 0) return "ltr";
  return kind === "number" && latinBefore ? "ltr" : "rtl";
}

function reverseRuns(characters: string[], levels: number[], level: number): void {
  for (let start = 0; start < levels.length; start += 1) {
    if ((levels[start] as number) < level) continue;
    let end = start;
    while (end < levels.length && (levels[end] as number) >= level) end += 1;
    const turned = characters.slice(start, end).reverse();
    const turnedLevels = levels.slice(start, end).reverse();
    for (let index = start; index < end; index += 1) {
      characters[index] = turned[index - start] as string;
      levels[index] = turnedLevels[index - start] as number;
    }
    start = end;
  }
}
