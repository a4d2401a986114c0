// EPUB: a ZIP whose package file lists XHTML chapters in reading order. A chapter becomes a page, labelled as the table of
// contents calls it.
import type { DocumentWarning } from "./api";
import { DocumentError, isDocumentError } from "./errors";
import { htmlToText } from "./html/html-text";
import {
  checkCharacters,
  checkPageCount,
  type ParseContext,
  type RawDocument,
  type RawPage,
} from "./raw-document";
import { readXml } from "./xml";
import type { ZipArchive } from "./zip";

interface Book {
  readonly title: string | null;
  readonly chapters: readonly string[]; // names of parts, in reading order
  readonly contents: string | null; // part with the table of contents, EPUB 3's or 2's
}

export function parseEpub(archive: ZipArchive, context: ParseContext): RawDocument {
  const { fileName } = context;
  const packageName = findPackage(archive, fileName);
  const book = readPackage(archive.readText(packageName), packageName);
  if (book.chapters.length === 0) throw new DocumentError({ kind: "no-chapters", file: fileName });
  checkPageCount(context, book.chapters.length);
  refuseProtected(archive, book.chapters, fileName);
  const labels =
    book.contents !== null && archive.has(book.contents) ? readContents(archive, book.contents) : null;
  const pages: RawPage[] = [];
  const damaged: number[] = [];
  let characterCount = 0;
  for (const [index, chapter] of book.chapters.entries()) {
    context.report(index, book.chapters.length);
    const { heading, text } = readChapter(archive, chapter) ?? { heading: "", text: null };
    if (text === null) damaged.push(index + 1);
    characterCount += text?.length ?? 0;
    checkCharacters(context, characterCount, index + 1);
    pages.push({ label: labels?.get(chapter) || heading || `${index + 1}`, text: text ?? "" });
  }
  return { title: book.title, encoding: null, pages, warnings: warnOf(damaged, pages.length, fileName) };
}

function readChapter(archive: ZipArchive, name: string) {
  try {
    return htmlToText(archive.readText(name), true);
  } catch (error) {
    if (isDocumentError(error) && error.name === "DocumentFormatError") return null; // the others may be whole
    throw error;
  }
}

function warnOf(damaged: readonly number[], pageCount: number, fileName: string): DocumentWarning[] {
  if (damaged.length === 0) return [];
  if (damaged.length === pageCount) throw new DocumentError({ kind: "no-readable-chapter", file: fileName });
  return [{ name: "damaged-chapters", file: fileName, pages: damaged }];
}

function findPackage(archive: ZipArchive, fileName: string): string {
  let path: string | null = null;
  readXml(archive.readText("META-INF/container.xml"), {
    open: (name, attributes) => {
      if (name === "rootfile") path ??= attributes["full-path"] ?? null;
    },
  });
  if (path === null) throw new DocumentError({ kind: "no-contents", file: fileName });
  return path;
}

function readPackage(source: string, packageName: string): Book {
  const parts = new Map<string, { readonly name: string | null; readonly properties: string }>();
  const order: string[] = [];
  let contentsId: string | null = null;
  let title: string | null = null;
  let isInTitle = false;
  readXml(source, {
    open: (name, attributes) => {
      const { id = "", href = "", idref = "", properties = "", toc } = attributes;
      if (name === "item") parts.set(id, { name: resolvePart(packageName, href), properties });
      if (name === "spine") contentsId = toc ?? null;
      if (name === "itemref") order.push(idref);
      isInTitle = name === "title" && title === null;
      if (isInTitle) title = "";
    },
    text: (text) => {
      if (isInTitle) title = (title ?? "") + text;
    },
    close: () => {
      isInTitle = false;
    },
  });
  const chapters = order.flatMap((id) => parts.get(id)?.name ?? []);
  const nav = [...parts.values()].find(({ properties }) => properties.split(/\s+/).includes("nav"));
  return { title, chapters, contents: nav?.name ?? parts.get(contentsId ?? "")?.name ?? null };
}

/** What the table of contents calls each part: the first entry that leads to it. */
function readContents(archive: ZipArchive, contentsName: string): ReadonlyMap<string, string> {
  const labels = new Map<string, string>();
  let target: string | null = null;
  let words = "";
  const finish = (): void => {
    const label = words.replace(/\s+/g, " ").trim();
    if (target !== null && label !== "" && !labels.has(target)) labels.set(target, label);
    target = null;
    words = "";
  };
  readXml(archive.readText(contentsName), {
    open: (name, attributes) => {
      if (name === "a" && attributes.href) {
        words = "";
        target = resolvePart(contentsName, attributes.href);
      }
      if (name === "navPoint") words = "";
      if (name === "content" && attributes.src) {
        target = resolvePart(contentsName, attributes.src); // EPUB 2: after its words
        finish();
      }
    },
    text: (text) => {
      words += text;
    },
    close: (name) => {
      if (name === "a") finish();
    },
  });
  return labels;
}

/** The part that a link in another part leads to; null where it leads out of the book. */
function resolvePart(from: string, href: string): string | null {
  try {
    const base = `http://book/${from.split("/").map(encodeURIComponent).join("/")}`;
    const url = new URL(href, base);
    return url.host === "book" ? decodeURIComponent(url.pathname.slice(1)) : null;
  } catch {
    return null; // no address at all
  }
}

/** Fonts may be scrambled; chapters that are cannot be read by anything but the shop's own program. */
function refuseProtected(archive: ZipArchive, chapters: readonly string[], fileName: string): void {
  if (!archive.has("META-INF/encryption.xml")) return;
  const encrypted = new Set<string>();
  readXml(archive.readText("META-INF/encryption.xml"), {
    open: (name, attributes) => {
      const part = name === "CipherReference" ? resolvePart("", attributes.URI ?? "") : null;
      if (part !== null) encrypted.add(part);
    },
  });
  if (!chapters.some((chapter) => encrypted.has(chapter))) return;
  throw new DocumentError({ kind: "copy-protected", file: fileName });
}
