// What a format's parser takes and gives; parse-file.ts makes a ParsedDocument of it.
import type { DocumentLimits, DocumentWarning } from "./api";
import { DocumentError } from "./errors";

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

export function checkFileSize({ name, size }: Pick<File, "name" | "size">, limit: number): void {
  if (size > limit) throw new DocumentError({ kind: "too-many-bytes", file: name, bytes: size, limit });
}

export function checkPageCount({ fileName, limits }: ParseContext, pageCount: number): void {
  if (pageCount <= limits.maxPages) return;
  throw new DocumentError({
    kind: "too-many-pages",
    file: fileName,
    pages: pageCount,
    limit: limits.maxPages,
  });
}

export function checkCharacters(
  { fileName, limits }: ParseContext,
  count: number,
  page: number | null,
): void {
  if (count <= limits.maxCharacters) return;
  const where = { file: fileName, limit: limits.maxCharacters };
  throw new DocumentError(
    page === null
      ? { kind: "too-many-characters", ...where }
      : { kind: "too-many-characters-at-page", ...where, page },
  );
}
