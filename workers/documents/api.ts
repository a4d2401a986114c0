// The contract between the page and the documents worker: types only. The page calls parseDocument of client.ts, which starts
// the worker, watches its time and ends it; errors say by `fault` what is wrong (errors.ts).

/** Found from the content first, then from the name. `code` is any other text with a known program's or data's ending. */
export type DocumentFormat = "text" | "markdown" | "csv" | "tsv" | "code" | "html" | "pdf" | "docx" | "epub";

/** A PDF's page, an EPUB's chapter, what a form feed ends in plain text; everything else is one page. */
export interface DocumentPage {
  readonly number: number; // from 1, in reading order
  readonly label: string; // what the document calls it: "iv", "12", a chapter's heading; else the number
  readonly text: string;
}

interface InFile {
  readonly file: string; // its name
}
interface OnPages {
  readonly pages: readonly number[]; // numbers, not labels
}

/** What can be amiss with a document that was read all the same; the page has a sentence for each. */
export interface DocumentWarningFields {
  "pages-without-text": OnPages; // scanned or empty
  "damaged-pages": InFile & OnPages; // could not be read
  "damaged-chapters": InFile & OnPages;
  "guessed-encoding": InFile & { readonly encoding: string };
  "damaged-text": InFile & { readonly placeCount: number }; // bytes that are no text in the document's encoding
}

export type DocumentWarningName = keyof DocumentWarningFields;

export type DocumentWarning<Name extends DocumentWarningName = DocumentWarningName> = {
  readonly [N in Name]: { readonly name: N } & DocumentWarningFields[N];
}[Name];

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

export type ParseResult =
  | { readonly outcome: "parsed"; readonly document: ParsedDocument }
  | { readonly outcome: "refused"; readonly fault: DocumentFault };

/** What the worker exposes. One parse at a time: client.ts queues. */
export interface DocumentsApi {
  parse(request: ParseRequest, onProgress: (progress: DocumentProgress) => void): Promise<ParseResult>;
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

interface InPart extends InFile {
  readonly part: string; // of an archive
}
interface AboveLimit extends InFile {
  readonly limit: number;
}
interface WithReason extends InFile {
  readonly reason: string; // a library's or the browser's words
}

/** What can be wrong with a file; the page has a sentence for each. */
export interface DocumentFaultFields {
  // A kind of file that no parser here reads
  image: InFile;
  "packed-archive": InFile;
  program: InFile;
  model: InFile;
  "rich-text": InFile;
  "old-office": InFile;
  spreadsheet: InFile;
  presentation: InFile;
  "open-document": InFile;
  "zip-archive": InFile;
  "binary-data": InFile;
  "copy-protected": InFile;

  // Says what it is and does not hold to it: cut off, damaged or forged
  "not-a-pdf": WithReason;
  "not-a-word-document": InFile;
  "nested-too-deeply": InFile;
  "no-readable-page": InFile;
  "no-contents": InFile;
  "no-chapters": InFile;
  "no-readable-chapter": InFile;
  "end-missing": InFile;
  "too-many-parts": InFile & { readonly count: number };
  "directory-cut-off": InFile & { readonly found: number; readonly count: number };
  "part-missing": InPart;
  "part-misplaced": InPart;
  "part-cut-off": InPart;
  "part-packed-unknown": InPart & { readonly method: number };
  "part-packed-badly": InPart;
  nonsense: WithReason;

  "password-needed": InFile;
  "password-wrong": InFile;
  "password-unsupported": InFile; // cannot be unlocked here

  empty: InFile;
  "without-text": InFile & { readonly pageCount: number }; // a scan, or drawings only

  "too-many-bytes": AboveLimit & { readonly bytes: number };
  "too-many-pages": AboveLimit & { readonly pages: number };
  "too-many-characters": AboveLimit;
  "too-many-characters-at-page": AboveLimit & { readonly page: number };
  "part-unpacks-too-large": AboveLimit & InPart; // bytes
  "part-unpacks-as-bomb": AboveLimit & InPart; // times its size
  "page-unpacks-too-large": AboveLimit & { readonly page: number };
  "stream-unpacks-too-large": AboveLimit;

  "too-slow": InFile & { readonly limitSeconds: number };
  "too-slow-at-page": InFile & {
    readonly limitSeconds: number;
    readonly page: number;
    readonly pageCount: number;
  };
  "out-of-memory": InFile;

  "file-gone": InFile; // changed or gone since it was chosen
  "worker-not-started": InFile;
  "worker-failed": WithReason;
  "worker-message-lost": InFile;
}

export type DocumentFaultKind = keyof DocumentFaultFields;

export type DocumentFault<Kind extends DocumentFaultKind = DocumentFaultKind> = {
  readonly [K in Kind]: { readonly kind: K } & DocumentFaultFields[K];
}[Kind];
