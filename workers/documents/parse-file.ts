// A file becomes a document: bytes → format → the format's parser → text that is only text, counted and checked. Each parser is
// loaded when its first file comes.
import type {
  DocumentFormat,
  DocumentPage,
  DocumentProgress,
  DocumentWarning,
  ParsedDocument,
  ParseRequest,
} from "./api";
import { detectContainer, detectZipFormat } from "./detect-format";
import {
  DocumentEmptyError,
  DocumentFormatError,
  DocumentMemoryError,
  DocumentTooLargeError,
  DocumentWithoutTextError,
  DocumentWorkerError,
  isDocumentError,
} from "./errors";
import { normaliseLine, normaliseText } from "./normalise-text";
import { checkCharacters, listPages, type ParseContext, type RawDocument } from "./raw-document";

/** A label is a page's number or a chapter's heading, not a chapter. */
const MAX_LABEL_LENGTH = 200;
/** Progress goes to the page at most this often. */
const PROGRESS_INTERVAL_MS = 50;

type Parsed = RawDocument & { readonly format: DocumentFormat };

export async function parseFile(
  request: ParseRequest,
  onProgress: (progress: DocumentProgress) => void,
): Promise<ParsedDocument> {
  const { file, limits, password } = request;
  const fileName = file.name;
  const context: ParseContext = { fileName, limits, password, report: throttle(onProgress) };
  try {
    if (file.size > limits.maxFileBytes) {
      throw DocumentTooLargeError.bytes(fileName, file.size, limits.maxFileBytes);
    }
    onProgress({ phase: "loading", pagesRead: 0, pageCount: null });
    const bytes = new Uint8Array(await file.arrayBuffer());
    if (bytes.length === 0) throw new DocumentEmptyError(fileName);
    return finish(await parseBytes(bytes, context), context);
  } catch (error) {
    throw nameError(error, fileName);
  }
}

async function parseBytes(bytes: Uint8Array<ArrayBuffer>, context: ParseContext): Promise<Parsed> {
  const container = detectContainer(bytes, context.fileName);
  switch (container) {
    case "pdf": {
      const { parsePdf } = await import("./pdf/parse-pdf");
      return { format: "pdf", ...(await parsePdf(bytes, context)) };
    }
    case "zip":
      return parseZip(bytes, context);
    case "text":
      return (await import("./text-file")).parseTextFile(bytes, context);
    default:
      return container satisfies never;
  }
}

async function parseZip(bytes: Uint8Array<ArrayBuffer>, context: ParseContext): Promise<Parsed> {
  const { ZipArchive } = await import("./zip");
  const archive = new ZipArchive(bytes, context);
  const format = detectZipFormat(archive, context.fileName);
  if (format === "docx") {
    const { parseDocx } = await import("./docx");
    return { format, ...(await parseDocx(archive, context)) };
  }
  const { parseEpub } = await import("./epub");
  return { format, ...parseEpub(archive, context) };
}

function finish(raw: Parsed, context: ParseContext): ParsedDocument {
  const { fileName } = context;
  const pages = raw.pages.map(({ label, text }, index): DocumentPage => {
    const line = normaliseLine(label).slice(0, MAX_LABEL_LENGTH);
    return { number: index + 1, label: line || `${index + 1}`, text: normaliseText(text) };
  });
  const characterCount = pages.reduce((sum, { text }) => sum + text.length, 0);
  checkCharacters(context, characterCount, null);
  const isEmpty = pages.every(({ text }) => text.trim() === "");
  const isPaged = raw.format === "pdf" || raw.format === "epub";
  if (isEmpty && isPaged) throw new DocumentWithoutTextError(fileName, pages.length);
  if (isEmpty) throw new DocumentEmptyError(fileName);
  const title = normaliseLine(raw.title ?? "").slice(0, MAX_LABEL_LENGTH) || titleOfName(fileName);
  const warnings = [...raw.warnings, ...(raw.format === "pdf" ? warnOfScans(pages, raw.warnings) : [])];
  return { title, format: raw.format, encoding: raw.encoding, pages, characterCount, warnings };
}

function warnOfScans(pages: readonly DocumentPage[], others: readonly DocumentWarning[]): DocumentWarning[] {
  const damaged = new Set(others.flatMap((warning) => warning.pages));
  const empty = pages.filter(({ number, text }) => text.trim() === "" && !damaged.has(number));
  if (empty.length === 0) return [];
  const numbers = empty.map(({ number }) => number);
  const subject = numbers.length === 1 ? `Page ${numbers[0]} has` : `Pages ${listPages(numbers)} have`;
  const message = `${subject} no text: scanned or empty. To have scanned pages read, run text recognition (OCR) on the file and attach the result.`;
  return [{ name: "pages-without-text", message, pages: numbers }];
}

const titleOfName = (fileName: string): string => fileName.replace(/(?<=.)\.[^.]*$/, "") || fileName;

/** Nothing leaves without a name: what a library throws means a file that it could not read. */
function nameError(error: unknown, fileName: string): Error {
  if (isDocumentError(error)) return error;
  if (error instanceof DOMException && /^Not(Found|Readable)Error$/.test(error.name)) {
    return new DocumentWorkerError(fileName, "it has changed or gone since it was chosen.");
  }
  const message = error instanceof Error ? error.message : String(error);
  if (error instanceof RangeError && /alloc|length|size/i.test(message))
    return new DocumentMemoryError(fileName);
  return new DocumentFormatError(fileName, `its contents make no sense (${message})`);
}

function throttle(onProgress: (progress: DocumentProgress) => void): ParseContext["report"] {
  let last = Number.NEGATIVE_INFINITY;
  return (pagesRead, pageCount) => {
    const now = performance.now();
    if (now - last < PROGRESS_INTERVAL_MS && pagesRead !== pageCount) return;
    last = now;
    onProgress({ phase: "parsing", pagesRead, pageCount });
  };
}
