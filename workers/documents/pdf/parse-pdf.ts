// PDF: pdf.js finds the text and where it stands, the files beside this one make lines, columns and paragraphs of it. Library
// and parser both run in this worker, on one thread, so that ending the worker ends all of it; nothing is fetched.
import type { PDFDocumentProxy } from "pdfjs-dist/legacy/build/pdf.mjs";
import type { DocumentWarning } from "../api";
import { DocumentError, isDocumentError } from "../errors";
import { checkCharacters, checkPageCount, type ParseContext, type RawDocument } from "../raw-document";
import { countRtlExcess } from "./bidi";
import { splitBlocks } from "./blocks";
import { buildLines } from "./lines";
import { guardMemory, type MemoryGuard } from "./memory-guard";
import { removeFurniture } from "./page-furniture";
import { collectHyphenated, composePage } from "./paragraphs";
import { readLayers } from "./runs";
import { buildSegments, type Segment } from "./segments";

/** What pdf.js asks for by kind and name; only character maps are here, as text needs no shapes of letters and no pictures. */
class BundledData {
  async fetch({ kind, filename }: { kind: string; filename: string }): Promise<Uint8Array> {
    if (kind !== "cMapUrl") throw new Error(`${filename} is not needed for text`);
    return (await import("./character-maps")).readCharacterMap(filename);
  }
}

interface ReadPage {
  readonly upright: readonly Segment[];
  readonly turned: readonly (readonly Segment[])[];
}

export async function parsePdf(bytes: Uint8Array<ArrayBuffer>, context: ParseContext): Promise<RawDocument> {
  // The parser first: pdf.js takes it from the global it sets, and starts no worker of its own.
  await import("pdfjs-dist/legacy/build/pdf.worker.mjs");
  const { getDocument, VerbosityLevel } = await import("pdfjs-dist/legacy/build/pdf.mjs");
  const guard = guardMemory(context.limits.maxInflatedBytes);
  const task = getDocument({
    data: bytes,
    ...(context.password === null ? {} : { password: context.password }),
    verbosity: VerbosityLevel.ERRORS,
    BinaryDataFactory: BundledData,
    cMapUrl: "bundled/",
    useWorkerFetch: false,
    useSystemFonts: true, // no font file is looked for
    disableFontFace: true,
    isOffscreenCanvasSupported: false,
    useWasm: false,
    stopAtErrors: false,
  });
  try {
    return await readDocument(await task.promise, context, guard);
  } catch (error) {
    const named = nameError(error, context.fileName);
    if (!guard.wasExceeded() || named.name === "DocumentTooLargeError") throw named;
    const limit = context.limits.maxInflatedBytes;
    throw new DocumentError({ kind: "stream-unpacks-too-large", file: context.fileName, limit });
  } finally {
    guard.remove();
    void task.destroy().catch(() => {});
  }
}

function nameError(error: unknown, file: string): Error {
  if (isDocumentError(error)) return error;
  const { name, message, code } = error as { name?: string; message?: string; code?: number };
  if (name === "PasswordException")
    return new DocumentError({ kind: code === 2 ? "password-wrong" : "password-needed", file });
  if (/unsupported encryption|unknown encryption/i.test(message ?? "")) {
    return new DocumentError({ kind: "password-unsupported", file });
  }
  return new DocumentError({ kind: "not-a-pdf", file, reason: message ?? String(error) });
}

async function readDocument(
  pdf: PDFDocumentProxy,
  context: ParseContext,
  guard: MemoryGuard,
): Promise<RawDocument> {
  const { fileName: file, limits } = context;
  checkPageCount(context, pdf.numPages);
  const labels = await pdf.getPageLabels().catch(() => null);
  const title = await readTitle(pdf);
  const pages: ReadPage[] = [];
  const damaged: number[] = [];
  let characterCount = 0;
  for (let number = 1; number <= pdf.numPages; number += 1) {
    context.report(number - 1, pdf.numPages);
    const count = (characters: number): void => {
      characterCount += characters;
      checkCharacters(context, characterCount, number);
    };
    try {
      pages.push(await readPage(pdf, number, count));
    } catch (error) {
      if (isDocumentError(error)) throw error;
      damaged.push(number);
      pages.push({ upright: [], turned: [] });
    }
    if (guard.wasExceeded()) {
      const limit = limits.maxInflatedBytes;
      throw new DocumentError({ kind: "page-unpacks-too-large", file, page: number, limit });
    }
  }
  context.report(pdf.numPages, pdf.numPages);
  if (damaged.length === pdf.numPages) throw new DocumentError({ kind: "no-readable-page", file });
  const texts = composePages(pages);
  return {
    title,
    encoding: null,
    pages: texts.map((text, index) => ({ label: labels?.[index] || `${index + 1}`, text })),
    warnings: warnOf(damaged, file),
  };
}

async function readTitle(pdf: PDFDocumentProxy): Promise<string | null> {
  const metadata = await pdf.getMetadata().catch(() => null);
  const title = metadata?.info && "Title" in metadata.info ? metadata.info.Title : null;
  return typeof title === "string" ? title : null;
}

async function readPage(
  pdf: PDFDocumentProxy,
  number: number,
  count: (characters: number) => void,
): Promise<ReadPage> {
  const page = await pdf.getPage(number);
  const [first, ...others] = await readLayers(page, count);
  page.cleanup();
  return { upright: buildSegments(first?.runs ?? []), turned: others.map(({ runs }) => buildSegments(runs)) };
}

function composePages(pages: readonly ReadPage[]): string[] {
  const bodies = removeFurniture(pages.map(({ upright }) => upright));
  const blocks = bodies.map((body) => {
    const isRtl = body.reduce((sum, { text }) => sum + countRtlExcess(text), 0) > 0;
    return splitBlocks(body, isRtl).map(buildLines);
  });
  const turned = pages.map((page) => page.turned.map(buildLines));
  const hyphenated = new Set<string>();
  for (const lines of [...blocks, ...turned].flat()) collectHyphenated(lines, hyphenated);
  return blocks.map((ofPage, index) => {
    const texts = [ofPage, ...(turned[index] ?? []).map((lines) => [lines])].map((part) =>
      composePage(part, hyphenated),
    );
    return texts.filter((text) => text !== "").join("\n\n");
  });
}

const warnOf = (damaged: readonly number[], file: string): DocumentWarning[] =>
  damaged.length === 0 ? [] : [{ name: "damaged-pages", file, pages: damaged }];
