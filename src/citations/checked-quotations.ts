// Which quotations of an answer carry a mark, and which number. Pure.
import { foldText } from "./fold";
import type { Match } from "./match";
import type { Quotation } from "./quotations";

export type FoundMatch = Extract<Match, { kind: "found" }>;

export type CheckedQuotation =
  | { readonly kind: "found"; readonly end: number; readonly number: number; readonly match: FoundMatch }
  | { readonly kind: "missing"; readonly end: number; readonly text: string };

/** What the answer repeats from the question is no claim about a document; nor is a document's own name. */
export interface KnownTexts {
  readonly questions: readonly string[];
  readonly names: readonly string[];
}

/** In the answer's order. The same words get the same number. */
export function checkQuotations(
  quotations: readonly Quotation[],
  known: KnownTexts,
  findMatch: (text: string) => Match | null, // null: not known yet
): CheckedQuotation[] {
  const isKnown = recognise(known);
  const numbers = new Map<string, number>();
  return quotations.flatMap((quotation): CheckedQuotation[] => {
    const { text, end, kind } = quotation;
    const match = findMatch(text);
    if (!match || !isWorthMarking(quotation, match, isKnown)) return [];
    if (match.kind === "missing") return [{ kind: "missing", end, text }];
    const key = kind === "value" ? `value ${foldText(text)}` : foldText(text);
    const number = numbers.get(key) ?? numbers.size + 1;
    if (kind === "value" && numbers.has(key)) return [];
    numbers.set(key, number);
    return [{ kind: "found", end, number, match }];
  });
}

function recognise({ questions, names }: KnownTexts): (text: string) => boolean {
  const asked = foldText(questions.join("\n"));
  const titles = new Set(names.flatMap((name) => [foldText(name), foldText(name.replace(/\.\w+$/, ""))]));
  return (text) => asked.includes(foldText(text)) || titles.has(foldText(text));
}

function isWorthMarking(
  { kind, text, isClaim }: Quotation,
  match: Match,
  isKnown: (text: string) => boolean,
): boolean {
  if (kind === "value") return match.kind === "found" && isOnlyPlace(match) && !isKnown(text);
  if (match.kind === "missing") return isClaim && !isKnown(text);
  return match.how !== "close" || isClaim;
}

/** A figure or name that stands in several places proves nothing about any of them. */
const isOnlyPlace = ({ how, placeCount }: FoundMatch): boolean => how !== "close" && placeCount === 1;
