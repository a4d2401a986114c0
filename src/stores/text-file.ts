// A plain-text file as text: UTF-8 and UTF-16 by their marks, then UTF-8, then the Western legacy encoding.

/** A model that reads 256,000 tokens takes in about 1 MB; more than this is no document for a chat. */
const MAX_FILE_BYTES = 20_000_000;

/** What the file picker offers; other files are judged by their name and type. */
export const TEXT_FILE_TYPES = ".txt,.text,.md,.markdown,text/plain,text/markdown";

export class UnsupportedFileError extends Error {
  override readonly name = "UnsupportedFileError";
}

export async function readTextFile(file: File): Promise<string> {
  const isText = /\.(txt|text|md|markdown)$/i.test(file.name) || /^text\/(plain|markdown)/.test(file.type);
  if (!isText) {
    throw new UnsupportedFileError(
      `“${file.name}” is not a .txt or .md file. Save it as plain text, or copy its text and paste it here.`,
    );
  }
  if (file.size > MAX_FILE_BYTES) {
    throw new UnsupportedFileError(
      `“${file.name}” has ${Math.round(file.size / 1e6)} MB and a document may have ${MAX_FILE_BYTES / 1e6}. Attach the part you want to ask about.`,
    );
  }
  const text = decodeText(new Uint8Array(await file.arrayBuffer()));
  if (text.includes("\0")) {
    throw new UnsupportedFileError(
      `“${file.name}” holds binary data, not text. Save it as plain text, then attach it again.`,
    );
  }
  if (text.trim() === "") throw new UnsupportedFileError(`“${file.name}” is empty.`);
  return text;
}

export function decodeText(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder("utf-16le").decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder("utf-16be").decode(bytes);
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder("windows-1252").decode(bytes);
  }
}
