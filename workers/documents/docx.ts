// DOCX: mammoth makes HTML of it, which keeps headings, lists, tables and footnotes. It unpacks without counting, so it is
// given a copy whose parts were unpacked and counted here, without the pictures.
import { zipSync } from "fflate";
import mammoth from "mammoth";
import { DocumentError, isDocumentError } from "./errors";
import { htmlToText } from "./html/html-text";
import type { ParseContext, RawDocument } from "./raw-document";
import { findXmlText } from "./xml";
import type { ZipArchive } from "./zip";

/** Everything that holds words or says where they are; neither pictures nor fonts nor embedded files. */
const NEEDED_PARTS =
  /^(\[Content_Types\]\.xml|_rels\/\.rels|word\/(?!theme|glossary|embeddings).*\.(xml|rels))$/;
/** mammoth's links from a footnote back to its place. */
const BACK_LINKS = /<a href="#[^"]*(?:foot|end)note-ref-[^"]*">↑<\/a>/g;

export async function parseDocx(archive: ZipArchive, context: ParseContext): Promise<RawDocument> {
  context.report(0, 1);
  const parts = archive.names.filter((name) => NEEDED_PARTS.test(name));
  const copy = zipSync(Object.fromEntries(parts.map((name) => [name, archive.read(name)])), { level: 0 });
  const html = await convert(copy, context.fileName);
  const { text } = htmlToText(html.replace(BACK_LINKS, ""), false);
  const title = archive.has("docProps/core.xml")
    ? findXmlText(archive.readText("docProps/core.xml"), "title")
    : null;
  return { title, encoding: null, pages: [{ label: "1", text }], warnings: [] };
}

async function convert(zip: Uint8Array<ArrayBuffer>, fileName: string): Promise<string> {
  try {
    const noImage = mammoth.images.imgElement(async () => ({ src: "" }));
    const result = await mammoth.convertToHtml({ arrayBuffer: zip.buffer }, { convertImage: noImage });
    return result.value;
  } catch (error) {
    if (isDocumentError(error)) throw error;
    // Whatever mammoth or its XML reader stumbles over; too deep a nesting ends the stack.
    const kind = error instanceof RangeError ? "nested-too-deeply" : "not-a-word-document";
    throw new DocumentError({ kind, file: fileName });
  }
}
