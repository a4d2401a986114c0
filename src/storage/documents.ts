// The library in IndexedDB: a small record for each document, and its pages apart, so that a list of a thousand documents loads
// no text. A document's id is the hash of its text: the same text attached twice is one document, and one that was deleted and
// comes back is again the one that its chats speak of.
import { del, get, set, values } from "idb-keyval";
import type { DocumentFormat, DocumentPage, DocumentWarning } from "../../workers/documents/api";
import { hasShape, openStore, readable } from "./database";

const records = openStore("jamba-documents", "documents");
const texts = openStore("jamba-document-texts", "texts");

/** A size in tokens holds for the model that counted it. */
export interface TokenCount {
  readonly modelId: string;
  readonly tokens: number;
}

/** Version 0.1 kept the sentence itself, in English, in place of what it tells of. */
export type KeptWarning = DocumentWarning | { readonly name: string; readonly message: string };

export interface LibraryDocument {
  readonly id: string; // SHA-256 of its text, in hexadecimal
  readonly name: string;
  readonly format: DocumentFormat;
  readonly isPasted: boolean;
  readonly pageCount: number;
  readonly characterCount: number;
  readonly byteLength: number; // of its text in UTF-8
  readonly addedAt: number; // ms since 1970
  readonly usedAt: number;
  readonly warnings: readonly KeptWarning[];
  readonly size: TokenCount | null; // null: no model has counted it
}

/** What goes into the library; the rest is worked out from it. */
export interface NewDocument {
  readonly name: string;
  readonly format: DocumentFormat;
  readonly isPasted: boolean;
  readonly pages: readonly DocumentPage[];
  readonly warnings: readonly DocumentWarning[];
}

/** Pages as plain text has them: apart by form feeds, which no page's text holds. */
const joinForHash = (pages: readonly DocumentPage[]): string => pages.map(({ text }) => text).join("\f");

export async function describeDocument(document: NewDocument): Promise<LibraryDocument> {
  const { pages, ...rest } = document;
  const bytes = new TextEncoder().encode(joinForHash(pages));
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
  const now = Date.now();
  return {
    ...rest,
    id: Array.from(digest, (byte) => byte.toString(16).padStart(2, "0")).join(""),
    pageCount: pages.length,
    characterCount: pages.reduce((sum, { text }) => sum + text.length, 0),
    byteLength: bytes.byteLength,
    addedAt: now,
    usedAt: now,
    size: null,
  };
}

const isRecord = (record: LibraryDocument): boolean =>
  hasShape(record, {
    id: "string",
    name: "string",
    format: "string",
    pageCount: "number",
    characterCount: "number",
    byteLength: "number",
    usedAt: "number",
    warnings: "array",
    size: "object|null",
  });

const isPage = (page: DocumentPage): boolean =>
  hasShape(page, { number: "number", label: "string", text: "string" });

/** The last used first. */
export async function listDocuments(): Promise<LibraryDocument[]> {
  return readable(await values<LibraryDocument>(records), isRecord).sort((a, b) => b.usedAt - a.usedAt);
}

export async function findDocument(id: string): Promise<LibraryDocument | undefined> {
  const record = await get<LibraryDocument>(id, records);
  return record && isRecord(record) ? record : undefined;
}

/** All pages or none: a text with a page left out would be taken for the whole. */
export async function findPages(id: string): Promise<readonly DocumentPage[] | undefined> {
  const pages = await get<readonly DocumentPage[]>(id, texts);
  return Array.isArray(pages) && pages.every(isPage) ? pages : undefined;
}

export const saveRecord = (document: LibraryDocument): Promise<void> => set(document.id, document, records);

/** The text first: a record says that the text is there. */
export async function saveDocument(document: LibraryDocument, pages: readonly DocumentPage[]): Promise<void> {
  await set(document.id, pages, texts);
  await saveRecord(document);
}

export async function deleteDocument(id: string): Promise<void> {
  await del(id, records);
  await del(id, texts);
}
