// One class per thing a user can act on: the message names the file, the page or the limit, and what to do. Comlink carries
// only name, message and stack, so the page switches on `name` (DocumentErrorName in api.ts).
import type { DocumentErrorName } from "./api";

abstract class NamedError extends Error {
  abstract override readonly name: DocumentErrorName;
}

export const megabytes = (bytes: number): string =>
  `${(bytes / 1e6).toFixed(bytes < 9.95e6 ? 1 : 0).replace(/\.0$/, "")} MB`;

const count = (value: number): string => value.toLocaleString("en");

/** A kind of file that no parser here reads, or text that is none. */
export class UnsupportedDocumentError extends NamedError {
  override readonly name = "UnsupportedDocumentError";
  constructor(file: string, what: string, remedy: string) {
    super(`“${file}” ${what}. ${remedy}`);
  }
}

/** The file says what it is and does not hold to it: cut off, damaged or forged. */
export class DocumentFormatError extends NamedError {
  override readonly name = "DocumentFormatError";
  constructor(file: string, what: string) {
    super(
      `“${file}” is damaged: ${what}. Open it in the program that made it and save it again, or paste its text.`,
    );
  }
}

export class DocumentPasswordError extends NamedError {
  override readonly name = "DocumentPasswordError";
  constructor(file: string, problem: "needed" | "wrong" | "unsupported") {
    const sentences = {
      needed: `“${file}” is protected by a password. Enter the password to read it.`,
      wrong: `The password does not open “${file}”. Check it and enter it again.`,
      unsupported: `“${file}” is protected by a password, which cannot be removed here. Save a copy without a password and attach that.`,
    };
    super(sentences[problem]);
  }
}

export class DocumentEmptyError extends NamedError {
  override readonly name = "DocumentEmptyError";
  constructor(file: string) {
    super(`“${file}” holds no text. Attach another file, or paste the text.`);
  }
}

/** Pages there are, and none of them holds text: a scan, or drawings only. */
export class DocumentWithoutTextError extends NamedError {
  override readonly name = "DocumentWithoutTextError";
  constructor(file: string, pageCount: number) {
    const pages = pageCount === 1 ? "The only page" : `None of the ${count(pageCount)} pages`;
    const verb = pageCount === 1 ? "holds no text" : "holds text";
    super(
      `${pages} of “${file}” ${verb}: it seems to be scanned. Run text recognition (OCR) on it and attach the result.`,
    );
  }
}

export class DocumentTooLargeError extends NamedError {
  override readonly name = "DocumentTooLargeError";

  static bytes(file: string, bytes: number, limit: number): DocumentTooLargeError {
    return new DocumentTooLargeError(
      `“${file}” has ${megabytes(bytes)} and a document may have ${megabytes(limit)}. Attach the part that you want to ask about.`,
    );
  }
  static inflated(file: string, part: string, limit: number): DocumentTooLargeError {
    return new DocumentTooLargeError(
      `“${file}” unpacks to more than ${megabytes(limit)} (${part}), which no ordinary document does. Save its text as plain text and attach that.`,
    );
  }
  static ratio(file: string, part: string, limit: number): DocumentTooLargeError {
    return new DocumentTooLargeError(
      `“${file}” unpacks to more than ${count(limit)} times its size (${part}), as a ZIP bomb does. Save its text as plain text and attach that.`,
    );
  }
  static pages(file: string, pages: number, limit: number): DocumentTooLargeError {
    return new DocumentTooLargeError(
      `“${file}” has ${count(pages)} pages and a document may have ${count(limit)}. Split it and attach the part that you want to ask about.`,
    );
  }
  static characters(file: string, page: number | null, limit: number): DocumentTooLargeError {
    const where = page === null ? "" : `, reached on page ${count(page)}`;
    return new DocumentTooLargeError(
      `“${file}” holds more than ${count(limit)} characters${where}. Split it and attach the part that you want to ask about.`,
    );
  }
}

export class DocumentTimeoutError extends NamedError {
  override readonly name = "DocumentTimeoutError";
  constructor(file: string, limitSeconds: number, pagesRead: number, pageCount: number | null) {
    const where =
      pageCount === null || pagesRead >= pageCount
        ? ""
        : ` and page ${count(pagesRead + 1)} of ${count(pageCount)} was not finished`;
    super(
      `Reading “${file}” took more than ${count(limitSeconds)} s${where}. Split the document, or paste the part that you want to ask about.`,
    );
  }
}

export class DocumentMemoryError extends NamedError {
  override readonly name = "DocumentMemoryError";
  constructor(file: string) {
    super(
      `Reading “${file}” needs more memory than the browser gives. Close other tabs, or split the document and attach a part.`,
    );
  }
}

/** The worker could not start or stopped without a word. */
export class DocumentWorkerError extends NamedError {
  override readonly name = "DocumentWorkerError";
  constructor(file: string, reason: string) {
    super(`“${file}” could not be read: ${reason} Try again; if it happens again, reload the page.`);
  }
}

const NAMES: readonly string[] = [
  "UnsupportedDocumentError",
  "DocumentFormatError",
  "DocumentPasswordError",
  "DocumentEmptyError",
  "DocumentWithoutTextError",
  "DocumentTooLargeError",
  "DocumentTimeoutError",
  "DocumentMemoryError",
  "DocumentWorkerError",
] satisfies readonly DocumentErrorName[];

/** Whether an error is one of these classes, here or from the other side of Comlink. */
export function isDocumentError(error: unknown): error is Error & { readonly name: DocumentErrorName } {
  return error instanceof Error && NAMES.includes(error.name);
}
