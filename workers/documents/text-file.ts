// Plain text, Markdown, CSV, TSV and code as they are: nothing is reformatted, so that a quotation stays one. Form feeds are
// page breaks. HTML is the one text format that is rewritten.
import type { DocumentFormat, DocumentWarning } from "./api";
import { decodeText, findDeclaredEncoding } from "./decode-text";
import { detectTextFormat } from "./detect-format";
import { DocumentError } from "./errors";
import { MAX_BYTES_PER_CHARACTER } from "./limits";
import {
  checkCharacters,
  checkFileSize,
  checkPageCount,
  type ParseContext,
  type RawDocument,
} from "./raw-document";

/** Text has next to no control characters; more than one in so many and it is something else. */
const CHARACTERS_PER_CONTROL = 50;
const START_LENGTH = 4_096;

export interface TextDocument extends RawDocument {
  readonly format: DocumentFormat;
}

export async function parseTextFile(
  bytes: Uint8Array<ArrayBuffer>,
  context: ParseContext,
): Promise<TextDocument> {
  const { fileName, limits } = context;
  const mostBytes = limits.maxCharacters * MAX_BYTES_PER_CHARACTER;
  checkFileSize({ name: fileName, size: bytes.length }, mostBytes);
  context.report(0, null);
  const decoded = await decodeText(bytes, findDeclaredEncoding(bytes));
  const { text, encoding } = decoded;
  refuseBinary(text, fileName);
  checkCharacters(context, text.length, null);
  const format = detectTextFormat(text.slice(0, START_LENGTH), fileName);
  const warnings = warnOf(decoded, fileName);
  if (format === "html") {
    const { htmlToText } = await import("./html/html-text");
    const page = htmlToText(text, /^\s*<\?xml/.test(text));
    return { format, title: page.title, encoding, pages: [{ label: "1", text: page.text }], warnings };
  }
  const texts = format === "text" ? splitPages(text) : [text];
  checkPageCount(context, texts.length);
  const pages = texts.map((page, index) => ({ label: `${index + 1}`, text: page }));
  return { format, title: null, encoding, pages, warnings };
}

function splitPages(text: string): string[] {
  const pages = text.split("\f");
  if (pages.length > 1 && pages.at(-1)?.trim() === "") pages.pop(); // the last page's own form feed
  return pages;
}

function refuseBinary(text: string, fileName: string): void {
  const escapes = text.split("\u001b").length - 1; // coloured logs are text
  const controls = (text.match(/[^\P{Cc}\t\n\r\f\u0085]/gu)?.length ?? 0) - escapes;
  if (controls <= 1 + text.length / CHARACTERS_PER_CONTROL) return;
  throw new DocumentError({ kind: "binary-data", file: fileName });
}

function warnOf(
  { encoding, confidence, brokenCount }: { encoding: string; confidence: string; brokenCount: number },
  fileName: string,
): DocumentWarning[] {
  const warnings: DocumentWarning[] = [];
  if (confidence === "guessed") {
    warnings.push({ name: "guessed-encoding", file: fileName, encoding });
  }
  if (brokenCount > 0) {
    warnings.push({ name: "damaged-text", file: fileName, placeCount: brokenCount });
  }
  return warnings;
}
