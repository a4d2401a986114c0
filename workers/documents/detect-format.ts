// What a file is: its first bytes decide, then its text, then its name. What no parser here reads is told apart.
import type { DocumentFaultKind, DocumentFormat } from "./api";
import { DocumentError } from "./errors";
import type { ZipArchive } from "./zip";

export type Container = "pdf" | "zip" | "text";

const PDF_HEADER_WITHIN = 1_024; // readers accept that much before "%PDF-"
const startsWith = (bytes: Uint8Array, ...start: readonly number[]): boolean =>
  start.every((byte, index) => bytes[index] === byte);

const asLatin = (bytes: Uint8Array): string => new TextDecoder("latin1").decode(bytes);

/** Kinds of which there is nothing to say but the name. */
type UnreadKind = Extract<DocumentFaultKind, "image" | "packed-archive" | "program" | "model">;

/** Images, sound, archives, programs: told apart, as "binary data" helps nobody. */
const KNOWN_BINARIES: readonly (readonly [kind: UnreadKind, start: readonly number[]])[] = [
  ["image", [0x89, 0x50, 0x4e, 0x47]],
  ["image", [0xff, 0xd8, 0xff]],
  ["image", [0x47, 0x49, 0x46, 0x38]],
  ["image", [0x49, 0x49, 0x2a, 0x00]],
  ["image", [0x4d, 0x4d, 0x00, 0x2a]],
  ["packed-archive", [0x1f, 0x8b]],
  ["packed-archive", [0x37, 0x7a, 0xbc, 0xaf]],
  ["packed-archive", [0x52, 0x61, 0x72, 0x21]],
  ["program", [0x7f, 0x45, 0x4c, 0x46]],
  ["model", [0x47, 0x47, 0x55, 0x46]],
];

export function detectContainer(bytes: Uint8Array, fileName: string): Container {
  if (asLatin(bytes.subarray(0, PDF_HEADER_WITHIN)).includes("%PDF-")) return "pdf";
  if (startsWith(bytes, 0x50, 0x4b, 3, 4) || startsWith(bytes, 0x50, 0x4b, 5, 6)) return "zip";
  if (startsWith(bytes, 0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1)) throw explainOle(bytes, fileName);
  if (asLatin(bytes.subarray(0, 5)) === "{\\rtf") {
    throw new DocumentError({ kind: "rich-text", file: fileName });
  }
  const known = KNOWN_BINARIES.find(([, start]) => startsWith(bytes, ...start));
  if (known) throw new DocumentError({ kind: known[0], file: fileName });
  return "text";
}

/** Microsoft's old container: .doc and its kin, and every Office file with a password. */
function explainOle(bytes: Uint8Array, file: string): Error {
  const isEncrypted = asLatin(bytes).includes([..."EncryptedPackage"].join("\0"));
  return new DocumentError({ kind: isEncrypted ? "password-unsupported" : "old-office", file });
}

export function detectZipFormat(archive: ZipArchive, file: string): "docx" | "epub" {
  if (archive.has("word/document.xml")) return "docx";
  if (archive.has("META-INF/container.xml")) return "epub";
  if (archive.has("[Content_Types].xml")) {
    if (archive.names.some((name) => name.startsWith("word/"))) return "docx"; // the main part under another name
    if (archive.has("xl/workbook.xml")) throw new DocumentError({ kind: "spreadsheet", file });
    if (archive.has("ppt/presentation.xml")) throw new DocumentError({ kind: "presentation", file });
  }
  throw new DocumentError({ kind: archive.has("content.xml") ? "open-document" : "zip-archive", file });
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
