// What a format's parser takes and gives; parse-file.ts makes a ParsedDocument of it.
import type { DocumentLimits, DocumentWarning } from "./api";
import { DocumentTooLargeError } from "./errors";

export interface ParseContext {
  readonly fileName: string;
  readonly limits: DocumentLimits;
  readonly password: string | null;
  readonly report: (pagesRead: number, pageCount: number | null) => void;
}

export interface RawPage {
  readonly label: string;
  readonly text: string;
}

export interface RawDocument {
  readonly title: string | null;
  readonly encoding: string | null;
  readonly pages: readonly RawPage[];
  readonly warnings: readonly DocumentWarning[];
}

export function checkPageCount({ fileName, limits }: ParseContext, pageCount: number): void {
  if (pageCount > limits.maxPages) throw DocumentTooLargeError.pages(fileName, pageCount, limits.maxPages);
}

export function checkCharacters(
  { fileName, limits }: ParseContext,
  count: number,
  page: number | null,
): void {
  if (count > limits.maxCharacters)
    throw DocumentTooLargeError.characters(fileName, page, limits.maxCharacters);
}

/** "3, 5–7 and 12", at most a dozen of them by number. */
export function listPages(pages: readonly number[]): string {
  const ranges: [first: number, last: number][] = [];
  for (const page of pages) {
    const range = ranges.at(-1);
    if (range && range[1] === page - 1) range[1] = page;
    else ranges.push([page, page]);
  }
  const names = ranges.map(([first, last]) =>
    first === last ? `${first}` : last === first + 1 ? `${first}, ${last}` : `${first}–${last}`,
  );
  const shown = names.slice(0, 12).join(", ");
  return names.length > 12 ? `${shown} and more` : shown;
}
