// Why a file cannot be read and what to do about it, and what is amiss with one that was read all the same.
import { formatBytes, formatCount, formatSeconds } from "../../stores/format";
import type { DocumentFaultTexts, DocumentWarningTexts } from "../document-problem-texts";
import { pluralIn } from "../plural";

const plural = pluralIn("en");

/** The same way out for every kind of damage. */
const damaged = (file: string, what: string): string =>
  `“${file}” is damaged: ${what}. Open it in the program that made it and save it again, or paste its text.`;

const unreadable = (file: string, why: string): string =>
  `“${file}” could not be read: ${why} Try again; if it happens again, reload the page.`;

const tooLong = (file: string, what: string): string =>
  `“${file}” ${what}. Split it and attach the part that you want to ask about.`;

const unpacksTo = (file: string, size: string, where: string): string =>
  `“${file}” unpacks to more than ${size} (${where}), which no ordinary document does. Save its text as plain text and attach that.`;

const notRead = (file: string, what: string): string =>
  `“${file}” ${what}. Attach a text, PDF, Word, EPUB or HTML file.`;

export const documentProblems: DocumentFaultTexts = {
  image: ({ file }) => notRead(file, "is an image"),
  "packed-archive": ({ file }) => notRead(file, "is a packed archive"),
  program: ({ file }) => notRead(file, "is a program"),
  model: ({ file }) => notRead(file, "is a model, not a document"),
  "rich-text": ({ file }) => `“${file}” is Rich Text. Save it as .docx or plain text and attach that.`,
  "old-office": ({ file }) =>
    `“${file}” is in an old Office format. Save it as .docx or PDF and attach that.`,
  spreadsheet: ({ file }) => `“${file}” is a spreadsheet. Save the sheet as .csv and attach that.`,
  presentation: ({ file }) => `“${file}” is a presentation. Save it as PDF and attach that.`,
  "open-document": ({ file }) =>
    `“${file}” is an OpenDocument file. Save it as .docx or PDF and attach that.`,
  "zip-archive": ({ file }) => `“${file}” is a ZIP archive. Unpack it and attach the documents in it.`,
  "binary-data": ({ file }) =>
    `“${file}” holds binary data, not text. Save it as text, PDF, Word, EPUB or HTML and attach that.`,
  "copy-protected": ({ file }) =>
    `“${file}” is copy-protected (DRM). Attach a copy without protection, or paste the text.`,

  "not-a-pdf": ({ file, reason }) => damaged(file, `it is no valid PDF (${reason})`),
  "not-a-word-document": ({ file }) => damaged(file, "it is no valid Word document"),
  "nested-too-deeply": ({ file }) => damaged(file, "it is nested too deeply"),
  "no-readable-page": ({ file }) => damaged(file, "none of its pages can be read"),
  "no-contents": ({ file }) => damaged(file, "it does not say where its contents are"),
  "no-chapters": ({ file }) => damaged(file, "it lists no chapters"),
  "no-readable-chapter": ({ file }) => damaged(file, "none of its chapters can be read"),
  "end-missing": ({ file }) => damaged(file, "its end is missing, it may be cut off"),
  "too-many-parts": ({ file, count }) => damaged(file, `it claims to have ${formatCount(count)} parts`),
  "directory-cut-off": ({ file, found, count }) =>
    damaged(file, `its directory breaks off after ${formatCount(found)} of ${formatCount(count)} parts`),
  "part-missing": ({ file, part }) => damaged(file, `its part “${part}” is missing`),
  "part-misplaced": ({ file, part }) => damaged(file, `its part “${part}” is not where the directory says`),
  "part-cut-off": ({ file, part }) => damaged(file, `its part “${part}” is cut off`),
  "part-packed-unknown": ({ file, part, method }) =>
    damaged(file, `its part “${part}” is packed in an unknown way (${method})`),
  "part-packed-badly": ({ file, part }) => damaged(file, `its part “${part}” cannot be unpacked`),
  nonsense: ({ file, reason }) => damaged(file, `its contents make no sense (${reason})`),

  "password-needed": ({ file }) => `“${file}” is protected by a password. Enter the password to read it.`,
  "password-wrong": ({ file }) => `The password does not open “${file}”. Check it and enter it again.`,
  "password-unsupported": ({ file }) =>
    `“${file}” is protected by a password, which cannot be removed here. Save a copy without a password and attach that.`,

  empty: ({ file }) => `“${file}” holds no text. Attach another file, or paste the text.`,
  "without-text": ({ file, pageCount }) =>
    plural(pageCount, {
      one: `The only page of “${file}” holds no text: it seems to be scanned. Run text recognition (OCR) on it and attach the result.`,
      other: `None of the ${formatCount(pageCount)} pages of “${file}” holds text: it seems to be scanned. Run text recognition (OCR) on it and attach the result.`,
    }),

  "too-many-bytes": ({ file, bytes, limit }) =>
    `“${file}” has ${formatBytes(bytes)} and a document may have ${formatBytes(limit)}. Attach the part that you want to ask about.`,
  "too-many-pages": ({ file, pages, limit }) =>
    tooLong(file, `has ${formatCount(pages)} pages and a document may have ${formatCount(limit)}`),
  "too-many-characters": ({ file, limit }) =>
    tooLong(file, `holds more than ${formatCount(limit)} characters`),
  "too-many-characters-at-page": ({ file, limit, page }) =>
    tooLong(file, `holds more than ${formatCount(limit)} characters, reached on page ${formatCount(page)}`),
  "part-unpacks-too-large": ({ file, part, limit }) => unpacksTo(file, formatBytes(limit), part),
  "part-unpacks-as-bomb": ({ file, part, limit }) =>
    `“${file}” unpacks to more than ${formatCount(limit)} times its size (${part}), as a ZIP bomb does. Save its text as plain text and attach that.`,
  "page-unpacks-too-large": ({ file, page, limit }) =>
    unpacksTo(file, formatBytes(limit), `page ${formatCount(page)}`),
  "stream-unpacks-too-large": ({ file, limit }) => unpacksTo(file, formatBytes(limit), "a stream in it"),

  "too-slow": ({ file, limitSeconds }) =>
    `Reading “${file}” took more than ${formatSeconds(limitSeconds)}. Split the document, or paste the part that you want to ask about.`,
  "too-slow-at-page": ({ file, limitSeconds, page, pageCount }) =>
    `Reading “${file}” took more than ${formatSeconds(limitSeconds)} and page ${formatCount(page)} of ${formatCount(pageCount)} was not finished. Split the document, or paste the part that you want to ask about.`,
  "out-of-memory": ({ file }) =>
    `Reading “${file}” needs more memory than the browser gives. Close other tabs, or split the document and attach a part.`,

  "file-gone": ({ file }) => unreadable(file, "it has changed or gone since it was chosen."),
  "worker-not-started": ({ file }) => unreadable(file, "its reader could not start."),
  "worker-failed": ({ file, reason }) => unreadable(file, reason),
  "worker-message-lost": ({ file }) => unreadable(file, "a message got lost."),
};

const warnings: DocumentWarningTexts = {
  "pages-without-text": ({ pages }, list) =>
    plural(pages.length, {
      one: `Page ${list} has no text: scanned or empty. To have scanned pages read, run text recognition (OCR) on the file and attach the result.`,
      other: `Pages ${list} have no text: scanned or empty. To have scanned pages read, run text recognition (OCR) on the file and attach the result.`,
    }),
  "damaged-pages": ({ file, pages }, list) =>
    plural(pages.length, {
      one: `Page ${list} of “${file}” could not be read and was left out. Save the file again in the program that made it.`,
      other: `Pages ${list} of “${file}” could not be read and were left out. Save the file again in the program that made it.`,
    }),
  "damaged-chapters": ({ file, pages }, list) =>
    plural(pages.length, {
      one: `Chapter ${list} of “${file}” is damaged and was left out.`,
      other: `Chapters ${list} of “${file}” are damaged and were left out.`,
    }),
  "guessed-encoding": ({ file, encoding }) =>
    `“${file}” does not say how its letters are encoded; it was read as ${encoding}. If letters look wrong, save it as UTF-8 and attach it again.`,
  "damaged-text": ({ file, placeCount }) =>
    plural(placeCount, {
      one: `“${file}” has ${formatCount(placeCount)} place that cannot be read, shown as “\ufffd”.`,
      other: `“${file}” has ${formatCount(placeCount)} places that cannot be read, shown as “\ufffd”.`,
    }),
};

export const documentWarnings = {
  warnings,
  /** Pages and stretches of pages, in order; there may be more than are named. */
  pageList: (stretches: readonly string[], areAll: boolean) =>
    areAll ? stretches.join(", ") : `${stretches.join(", ")} and more`,
  stretch: (first: number, last: number) => `${formatCount(first)}–${formatCount(last)}`,
};
