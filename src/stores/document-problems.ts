// Sentences of what is wrong with a file, or amiss with a document, from what the documents worker found.
import type {
  DocumentFault,
  DocumentFaultKind,
  DocumentWarning,
  DocumentWarningName,
} from "../../workers/documents/api";
import type { Texts } from "../i18n/catalogue";
import { currentTexts } from "../i18n/language-store";
import type { KeptWarning } from "../storage/documents";
import { formatCount } from "./format";

/** A list of pages names at most so many stretches. */
const MAX_STRETCHES = 12;

export function describeFault<Kind extends DocumentFaultKind>(
  fault: DocumentFault<Kind>,
  { documentProblems }: Pick<Texts, "documentProblems"> = currentTexts(),
): string {
  return documentProblems[fault.kind](fault);
}

type WarningTexts = Pick<Texts, "documentWarnings">;

export function describeWarning(warning: KeptWarning, texts: WarningTexts = currentTexts()): string {
  return "message" in warning ? warning.message : sayWarning(warning, texts);
}

function sayWarning<Name extends DocumentWarningName>(
  warning: DocumentWarning<Name>,
  { documentWarnings }: WarningTexts,
): string {
  const pageList = "pages" in warning ? listPages(warning.pages, { documentWarnings }) : "";
  return documentWarnings.warnings[warning.name](warning, pageList);
}

/** "3, 5–7, 12", at most a dozen of them by number. */
export function listPages(
  pages: readonly number[],
  { documentWarnings }: WarningTexts = currentTexts(),
): string {
  const stretches: [first: number, last: number][] = [];
  for (const page of pages) {
    const stretch = stretches.at(-1);
    if (stretch && stretch[1] === page - 1) stretch[1] = page;
    else stretches.push([page, page]);
  }
  const named = stretches.slice(0, MAX_STRETCHES).flatMap(([first, last]) => {
    if (last - first > 1) return [documentWarnings.stretch(first, last)];
    return first === last ? [formatCount(first)] : [formatCount(first), formatCount(last)];
  });
  return documentWarnings.pageList(named, stretches.length <= MAX_STRETCHES);
}
