// A file becomes a document: bytes → format → the format's parser → text that is only text, counted and checked. Each parser is
// loaded when its first file comes.
import type {
  DocumentFault,
  DocumentFormat,
  DocumentPage,
  DocumentProgress,
  DocumentWarning,
  ParsedDocument,
  ParseRequest,
  ParseResult,
} from "./api";
import { detectContainer, detectZipFormat } from "./detect-format";
import { DocumentError, isDocumentError } from "./errors";
import { normaliseLine, normaliseText } from "./normalise-text";
import { checkCharacters, checkFileSize, type ParseContext, type RawDocument } from "./raw-document";

/** A label is a page's number or a chapter's heading, not a chapter. */
const MAX_LABEL_LENGTH = 200;
/** Progress goes to the page at most this often. */
const PROGRESS_INTERVAL_MS = 50;

type Parsed = RawDocument & { readonly format: DocumentFormat };

export async function parseFile(
  request: ParseRequest,
  onProgress: (progress: DocumentProgress) => void,
): Promise<ParseResult> {
  const { file, limits, password } = request;
  const fileName = file.name;
  const context: ParseContext = { fileName, limits, password, report: throttle(onProgress) };
  try {
    checkFileSize(file, limits.maxFileBytes);
    onProgress({ phase: "loading", pagesRead: 0, pageCount: null });
    const bytes = new Uint8Array(await file.arrayBuffer());
    if (bytes.length === 0) throw new DocumentError({ kind: "empty", file: fileName });
    return { outcome: "parsed", document: finish(await parseBytes(bytes, context), context) };
  } catch (error) {
    return { outcome: "refused", fault: nameFault(error, fileName) };
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
  if (isEmpty && isPaged)
    throw new DocumentError({ kind: "without-text", file: fileName, pageCount: pages.length });
  if (isEmpty) throw new DocumentError({ kind: "empty", file: fileName });
  const title = normaliseLine(raw.title ?? "").slice(0, MAX_LABEL_LENGTH) || titleOfName(fileName);
  const warnings = [...raw.warnings, ...(raw.format === "pdf" ? warnOfScans(pages, raw.warnings) : [])];
  return { title, format: raw.format, encoding: raw.encoding, pages, characterCount, warnings };
}

function warnOfScans(pages: readonly DocumentPage[], others: readonly DocumentWarning[]): DocumentWarning[] {
  const damaged = new Set(others.flatMap((warning) => ("pages" in warning ? warning.pages : [])));
  const empty = pages.filter(({ number, text }) => text.trim() === "" && !damaged.has(number));
  if (empty.length === 0) return [];
  return [{ name: "pages-without-text", pages: empty.map(({ number }) => number) }];
}

const titleOfName = (fileName: string): string => fileName.replace(/(?<=.)\.[^.]*$/, "") || fileName;

/** Nothing leaves without a name: what a library throws means a file that it could not read. */
function nameFault(error: unknown, file: string): DocumentFault {
  if (isDocumentError(error)) return error.fault;
  if (error instanceof DOMException && /^Not(Found|Readable)Error$/.test(error.name)) {
    return { kind: "file-gone", file };
  }
  const message = error instanceof Error ? error.message : String(error);
  if (error instanceof RangeError && /alloc|length|size/i.test(message))
    return { kind: "out-of-memory", file };
  return { kind: "nonsense", file, reason: message };
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
