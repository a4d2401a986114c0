// What a user can act on, told apart by its fault: the kind, and the names and numbers that the page's sentence about it needs
// (DocumentFault in api.ts). Comlink carries only name, message and stack of an error, so that the worker answers with the fault
// and client.ts makes the error of it.
import type { DocumentErrorName, DocumentFault, DocumentFaultKind } from "./api";

const NAMES: Readonly<Record<DocumentFaultKind, DocumentErrorName>> = {
  image: "UnsupportedDocumentError",
  "packed-archive": "UnsupportedDocumentError",
  program: "UnsupportedDocumentError",
  model: "UnsupportedDocumentError",
  "rich-text": "UnsupportedDocumentError",
  "old-office": "UnsupportedDocumentError",
  spreadsheet: "UnsupportedDocumentError",
  presentation: "UnsupportedDocumentError",
  "open-document": "UnsupportedDocumentError",
  "zip-archive": "UnsupportedDocumentError",
  "binary-data": "UnsupportedDocumentError",
  "copy-protected": "UnsupportedDocumentError",
  "not-a-pdf": "DocumentFormatError",
  "not-a-word-document": "DocumentFormatError",
  "nested-too-deeply": "DocumentFormatError",
  "no-readable-page": "DocumentFormatError",
  "no-contents": "DocumentFormatError",
  "no-chapters": "DocumentFormatError",
  "no-readable-chapter": "DocumentFormatError",
  "end-missing": "DocumentFormatError",
  "too-many-parts": "DocumentFormatError",
  "directory-cut-off": "DocumentFormatError",
  "part-missing": "DocumentFormatError",
  "part-misplaced": "DocumentFormatError",
  "part-cut-off": "DocumentFormatError",
  "part-packed-unknown": "DocumentFormatError",
  "part-packed-badly": "DocumentFormatError",
  nonsense: "DocumentFormatError",
  "password-needed": "DocumentPasswordError",
  "password-wrong": "DocumentPasswordError",
  "password-unsupported": "DocumentPasswordError",
  empty: "DocumentEmptyError",
  "without-text": "DocumentWithoutTextError",
  "too-many-bytes": "DocumentTooLargeError",
  "too-many-pages": "DocumentTooLargeError",
  "too-many-characters": "DocumentTooLargeError",
  "too-many-characters-at-page": "DocumentTooLargeError",
  "part-unpacks-too-large": "DocumentTooLargeError",
  "part-unpacks-as-bomb": "DocumentTooLargeError",
  "page-unpacks-too-large": "DocumentTooLargeError",
  "stream-unpacks-too-large": "DocumentTooLargeError",
  "too-slow": "DocumentTimeoutError",
  "too-slow-at-page": "DocumentTimeoutError",
  "out-of-memory": "DocumentMemoryError",
  "file-gone": "DocumentWorkerError",
  "worker-not-started": "DocumentWorkerError",
  "worker-failed": "DocumentWorkerError",
  "worker-message-lost": "DocumentWorkerError",
};

export class DocumentError extends Error {
  override readonly name: DocumentErrorName;
  readonly fault: DocumentFault;

  constructor(fault: DocumentFault) {
    super(JSON.stringify(fault)); // for logs: users read the page's sentence
    this.name = NAMES[fault.kind];
    this.fault = fault;
  }
}

export const isDocumentError = (error: unknown): error is DocumentError => error instanceof DocumentError;
