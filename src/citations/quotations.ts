// What an answer claims to take from the documents: passages in quotation marks of any of the nine languages, block quotes, and
// in a short answer figures and names. Works on the answer's Markdown; code and addresses are left alone.

export interface Quotation {
  readonly kind: "quoted" | "block" | "value";
  readonly text: string;
  readonly end: number; // in the answer, after the closing mark
  /** Worth a warning when no document has it; what may be a title, irony or an apostrophe is not. */
  readonly isClaim: boolean;
}

const MAX_LENGTH = 4_000;
/** In longer answers figures and names are told about, not looked up. */
const SHORT_ANSWER_LENGTH = 320;
const MAX_VALUES = 6;
const CLAIM_WORDS = 3;
const CLAIM_LENGTH = 16;
const UNSURE_CLAIM_WORDS = 5;

/** Opening mark → what may close it. German and Danish open where French and English close. */
const PAIRS: ReadonlyMap<string, string> = new Map([
  ["“", "”"],
  ["„", "“”"],
  ["”", "”"],
  ["«", "»"],
  ["»", "«"],
  ["‹", "›"],
  ["›", "‹"],
  ["‚", "‘’"],
  ["‘", "’"],
  ['"', '"'],
  ["״", "״"],
  ["'", "'"],
  ["「", "」"],
  ["『", "』"],
]);
/** The same mark opens, closes, or stands inside a word. */
const UNDIRECTED = new Set(['"', "״", "'", "”", "’"]);
const UNSURE = new Set(["'", "‘", "‚", "‹", "›"]);

export function findQuotations(answer: string): Quotation[] {
  const text = maskCode(answer);
  const blocks = findBlocks(text);
  const outside = blocks.reduce((rest, { start, end }) => blank(rest, start, end), text);
  const quoted = findQuoted(outside, answer);
  const isShort = answer.length <= SHORT_ANSWER_LENGTH && blocks.length === 0;
  const unquoted = quoted.reduce((rest, { start, end }) => blank(rest, start, end), outside);
  const values = isShort ? findValues(unquoted) : [];
  return [...blocks, ...quoted, ...values]
    .sort((a, b) => a.end - b.end)
    .map(({ kind, text: passage, end, isClaim }) => ({ kind, text: passage, end, isClaim }));
}

/** The blocks of an answer that still grows which will not change any more. */
export function finishedPart(answer: string): string {
  return answer.slice(0, Math.max(0, answer.lastIndexOf("\n\n")));
}

interface Found extends Quotation {
  readonly start: number;
}

const blank = (text: string, start: number, end: number): string =>
  text.slice(0, start) + text.slice(start, end).replace(/[^\n]/g, " ") + text.slice(end);

/** Code, addresses and links' targets as blanks, at the same offsets. */
function maskCode(answer: string): string {
  const masked =
    /^ {0,3}(`{3,}|~{3,})[^\n]*\n[\s\S]*?(?:^ {0,3}\1[^\n]*$|(?![\s\S]))|(`+)(?!`)[^\n]*?[^`\n]\2(?!`)|(?<=\])\([^)\n]*\)|<[^<>\s]+>|(?:https?:\/\/|www\.)[^\s<>"”»]+/gm;
  return answer.replace(masked, (whole) => whole.replace(/[^\n]/g, " "));
}

/** Each paragraph of a block quote is a passage. A last line that only names the source is none of it. */
function findBlocks(text: string): Found[] {
  const found: Found[] = [];
  for (const block of text.matchAll(/(?:^ {0,3}>[^\n]*(?:\n|(?![\s\S])))+/gm)) {
    for (const paragraph of block[0].matchAll(/(?:^ {0,3}>[ \t]*[^\s>][^\n]*(?:\n|(?![\s\S])))+/gm)) {
      const start = block.index + paragraph.index;
      const lines = paragraph[0].trimEnd().split("\n");
      const named = lines.length > 1 && /^ {0,3}>\s*[—–-]+\s*\S/.test(lines.at(-1) ?? "") ? 1 : 0;
      const kept = lines.slice(0, lines.length - named);
      const passage = kept
        .map((line) => line.replace(/^ {0,3}>\s?/, ""))
        .join("\n")
        .trim();
      if (/^\[!\w+\]/.test(passage) || passage.length > MAX_LENGTH) continue;
      const end = start + kept.join("\n").trimEnd().length;
      found.push({ kind: "block", text: passage, start, end, isClaim: countWords(passage) >= CLAIM_WORDS });
    }
  }
  return found;
}

const isSpace = (char: string | undefined): boolean => char === undefined || /\s/.test(char);
const isLetterOrDigit = (char: string | undefined): boolean =>
  char !== undefined && /[\p{L}\p{N}\p{M}]/u.test(char);

function findQuoted(text: string, answer: string): Found[] {
  const found: Found[] = [];
  for (let at = 0; at < text.length; at++) {
    const opening = text[at] ?? "";
    if (!PAIRS.has(opening) || !mayOpen(text, at)) continue;
    const closing = findClosing(text, at);
    if (closing === null) continue;
    const passage = answer.slice(at + 1, closing).trim();
    if (/[\p{L}\p{N}]/u.test(passage)) {
      const isClaim = isLikelyClaim(passage, UNSURE.has(opening));
      found.push({ kind: "quoted", text: passage, start: at, end: closing + 1, isClaim });
    }
    at = closing;
  }
  return found;
}

/** After a letter a mark is an apostrophe, inches or a Hebrew acronym's; after a Hebrew prefix it may open all the same. */
function mayOpen(text: string, at: number): boolean {
  const mark = text[at] ?? "";
  if (!UNDIRECTED.has(mark)) return !isLetterOrDigit(text[at - 1]) || !/[‘’'›‹]/.test(mark);
  if (isSpace(text[at + 1])) return false;
  if (!isLetterOrDigit(text[at - 1])) return true;
  const isPrefixed = /[ובכלמהש]/.test(text[at - 1] ?? "") && !isLetterOrDigit(text[at - 2]);
  return isPrefixed && mark !== "'";
}

function findClosing(text: string, opening: number): number | null {
  const mark = text[opening] ?? "";
  const closers = PAIRS.get(mark) ?? "";
  const last = Math.min(text.length, opening + MAX_LENGTH);
  for (let at = opening + 1; at < last; at++) {
    const char = text[at] ?? "";
    if (char === "\n" && /^\n[ \t]*(?:\n|>|[-*+] |\d+[.)] |#|\|)/.test(text.slice(at, at + 12))) return null;
    if (char === "|" && isTableRow(text, at)) return null;
    if (!closers.includes(char)) continue;
    if (!UNDIRECTED.has(char)) return at;
    if (!isSpace(text[at - 1]) && !isLetterOrDigit(text[at + 1])) return at;
    if (isSpace(text[at - 1])) return null; // another one opens here: the first was none
  }
  return null;
}

function isTableRow(text: string, at: number): boolean {
  return /^\s*\|/.test(text.slice(text.lastIndexOf("\n", at) + 1, at + 1));
}

const countWords = (text: string): number => text.match(/[\p{L}\p{N}][\p{L}\p{N}\p{M}]*/gu)?.length ?? 0;

function isLikelyClaim(passage: string, isUnsure: boolean): boolean {
  const words = countWords(passage);
  if (isUnsure) return words >= UNSURE_CLAIM_WORDS;
  return words >= CLAIM_WORDS || passage.length >= CLAIM_LENGTH || /\p{N}/u.test(passage);
}

/** Words with digits in them, amounts with their currency, and names of two or more capitalised words. */
function findValues(text: string): Found[] {
  const figure =
    /[\p{Sc}]?[-−]?(?<![\p{L}\p{N}])[\p{L}\p{N}]*\p{N}(?:[\p{L}\p{N}]|[.,:/'’-](?=[\p{L}\p{N}]))*(?:\s?[\p{Sc}%])?/gu;
  const name = /(?<![\p{L}\p{N}])\p{Lu}[\p{L}\p{M}'’-]*(?:[ \u00a0]\p{Lu}[\p{L}\p{M}'’-]*)+/gu;
  const found = [...text.matchAll(figure), ...text.matchAll(name)].map((match) => ({
    kind: "value" as const,
    text: match[0].trim(),
    start: match.index,
    end: match.index + match[0].trimEnd().length,
    isClaim: false,
  }));
  return found.filter(({ text: value }) => !/^\d$/.test(value)).slice(0, MAX_VALUES);
}
