// What a file is: its first bytes decide, then its text, then its name. What no parser here reads gets a sentence of its own.
import type { DocumentFormat } from "./api";
import { DocumentPasswordError, UnsupportedDocumentError } from "./errors";
import type { ZipArchive } from "./zip";

export type Container = "pdf" | "zip" | "text";

const PDF_HEADER_WITHIN = 1_024; // readers accept that much before "%PDF-"
const startsWith = (bytes: Uint8Array, ...start: readonly number[]): boolean =>
  start.every((byte, index) => bytes[index] === byte);

const asLatin = (bytes: Uint8Array): string => new TextDecoder("latin1").decode(bytes);

/** Images, sound, archives, programs: said by name, as "binary data" helps nobody. */
const KNOWN_BINARIES: readonly (readonly [what: string, start: readonly number[]])[] = [
  ["is an image", [0x89, 0x50, 0x4e, 0x47]],
  ["is an image", [0xff, 0xd8, 0xff]],
  ["is an image", [0x47, 0x49, 0x46, 0x38]],
  ["is an image", [0x49, 0x49, 0x2a, 0x00]],
  ["is an image", [0x4d, 0x4d, 0x00, 0x2a]],
  ["is a packed archive", [0x1f, 0x8b]],
  ["is a packed archive", [0x37, 0x7a, 0xbc, 0xaf]],
  ["is a packed archive", [0x52, 0x61, 0x72, 0x21]],
  ["is a program", [0x7f, 0x45, 0x4c, 0x46]],
  ["is a model, not a document", [0x47, 0x47, 0x55, 0x46]],
];

export function detectContainer(bytes: Uint8Array, fileName: string): Container {
  if (asLatin(bytes.subarray(0, PDF_HEADER_WITHIN)).includes("%PDF-")) return "pdf";
  if (startsWith(bytes, 0x50, 0x4b, 3, 4) || startsWith(bytes, 0x50, 0x4b, 5, 6)) return "zip";
  if (startsWith(bytes, 0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1)) throw explainOle(bytes, fileName);
  if (asLatin(bytes.subarray(0, 5)) === "{\\rtf") {
    throw new UnsupportedDocumentError(
      fileName,
      "is Rich Text",
      "Save it as .docx or plain text and attach that.",
    );
  }
  const known = KNOWN_BINARIES.find(([, start]) => startsWith(bytes, ...start));
  if (known) {
    const remedy = "Attach a text, PDF, Word, EPUB or HTML file.";
    throw new UnsupportedDocumentError(fileName, known[0], remedy);
  }
  return "text";
}

/** Microsoft's old container: .doc and its kin, and every Office file with a password. */
function explainOle(bytes: Uint8Array, fileName: string): Error {
  const isEncrypted = asLatin(bytes).includes([..."EncryptedPackage"].join("\0"));
  if (isEncrypted) return new DocumentPasswordError(fileName, "unsupported");
  return new UnsupportedDocumentError(
    fileName,
    "is in an old Office format",
    "Save it as .docx or PDF and attach that.",
  );
}

export function detectZipFormat(archive: ZipArchive, fileName: string): "docx" | "epub" {
  if (archive.has("word/document.xml")) return "docx";
  if (archive.has("META-INF/container.xml")) return "epub";
  const refuse = (what: string, remedy: string) => new UnsupportedDocumentError(fileName, what, remedy);
  if (archive.has("[Content_Types].xml")) {
    if (archive.names.some((name) => name.startsWith("word/"))) return "docx"; // the main part under another name
    if (archive.has("xl/workbook.xml"))
      throw refuse("is a spreadsheet", "Save the sheet as .csv and attach that.");
    if (archive.has("ppt/presentation.xml"))
      throw refuse("is a presentation", "Save it as PDF and attach that.");
  }
  if (archive.has("content.xml"))
    throw refuse("is an OpenDocument file", "Save it as .docx or PDF and attach that.");
  throw refuse("is a ZIP archive", "Unpack it and attach the documents in it.");
}

const NAMED_FORMATS: Readonly<Record<string, DocumentFormat>> = {
  md: "markdown",
  markdown: "markdown",
  csv: "csv",
  tsv: "tsv",
  tab: "tsv",
  html: "html",
  htm: "html",
  xhtml: "html",
};

const CODE_ENDINGS = new Set(
  (
    "ada asm astro awk bash bat c cc cfg cjs clj cljs cmake conf cpp cs css cu cuh cxx dart diff dockerfile el elm erl ex exs f " +
    "f90 fish fs fsx gd glsl go gradle graphql groovy h hcl hh hpp hs hxx ini ipynb java jl js json json5 jsonc jsonl jsx kt kts " +
    "less lisp lua m make makefile mjs ml mli mm mts nim nix patch pas php pl pm proto ps1 py pyi r rb rs sass scala scm scss sh " +
    "sol sql svelte swift tcl tex tf toml ts tsx v vb vhd vue wat wgsl xml xsl yaml yml zig zsh"
  ).split(" "),
);

/** `start` is the text's beginning. HTML is told by its first tag; the rest by the name, as a CSV is a text as well. */
export function detectTextFormat(start: string, fileName: string): DocumentFormat {
  if (/^\s*(<\?xml[^>]*>\s*)?(<!--[^>]*-->\s*)*<(!doctype\s+html|html|head|body)\b/i.test(start))
    return "html";
  const ending =
    fileName
      .toLowerCase()
      .split(/[./\\]/)
      .at(-1) ?? "";
  return NAMED_FORMATS[ending] ?? (CODE_ENDINGS.has(ending) ? "code" : "text");
}
