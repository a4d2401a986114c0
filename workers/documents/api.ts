// The contract between the page and the documents worker: types only. The page calls parseDocument of client.ts, which starts
// the worker, watches its time and ends it; errors are told apart by `name` (classes and remedies in errors.ts).

/** Found from the content first, then from the name. `code` is any other text with a known program's or data's ending. */
export type DocumentFormat = "text" | "markdown" | "csv" | "tsv" | "code" | "html" | "pdf" | "docx" | "epub";

/** A PDF's page, an EPUB's chapter, what a form feed ends in plain text; everything else is one page. */
export interface DocumentPage {
  readonly number: number; // from 1, in reading order
  readonly label: string; // what the document calls it: "iv", "12", a chapter's heading; else the number
  readonly text: string;
}

export type DocumentWarningName =
  | "pages-without-text" // scanned or empty
  | "damaged-pages" // could not be read, or only in part
  | "guessed-encoding"
  | "damaged-text"; // bytes that are no text in the document's encoding

export interface DocumentWarning {
  readonly name: DocumentWarningName;
  readonly message: string; // a sentence for the user, with page numbers and what to do
  readonly pages: readonly number[]; // numbers, not labels; empty where it concerns the whole document
}

export interface ParsedDocument {
  readonly title: string; // the document's own, else the file's name without its ending
  readonly format: DocumentFormat;
  readonly encoding: string | null; // of text files, as the Encoding Standard names it
  readonly pages: readonly DocumentPage[]; // at least one with text
  readonly characterCount: number; // UTF-16 units of all pages' text
  readonly warnings: readonly DocumentWarning[];
}

export interface DocumentLimits {
  readonly maxFileBytes: number;
  readonly maxInflatedBytes: number; // all of a ZIP's parts read together; one stream or table of a PDF
  readonly maxInflationRatio: number; // of one part of a ZIP
  readonly maxPages: number;
  readonly maxCharacters: number;
  readonly maxSeconds: number; // from the start of the parse, not of the wait for another document's
}

export interface DocumentProgress {
  readonly phase: "waiting" | "loading" | "parsing"; // loading: the worker, the file and the format's library
  readonly pagesRead: number;
  readonly pageCount: number | null; // null until it is known
}

export interface ParseRequest {
  readonly file: File;
  readonly limits: DocumentLimits;
  readonly password: string | null;
}

/** What the worker exposes. One parse at a time: client.ts queues. */
export interface DocumentsApi {
  parse(request: ParseRequest, onProgress: (progress: DocumentProgress) => void): Promise<ParsedDocument>;
}

/** What parseDocument of client.ts takes beside the file. */
export interface ParseOptions {
  readonly onProgress?: (progress: DocumentProgress) => void;
  /** Ends the parse, and the worker with it; the call then rejects with the signal's reason. */
  readonly signal?: AbortSignal;
  readonly limits?: Partial<DocumentLimits>;
  readonly password?: string;
}

/** Every name an error from parseDocument can have, besides that of a signal's reason. */
export type DocumentErrorName =
  | "UnsupportedDocumentError"
  | "DocumentFormatError"
  | "DocumentPasswordError"
  | "DocumentEmptyError"
  | "DocumentWithoutTextError"
  | "DocumentTooLargeError"
  | "DocumentTimeoutError"
  | "DocumentMemoryError"
  | "DocumentWorkerError";
