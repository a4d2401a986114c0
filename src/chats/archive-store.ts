// Files of chats out of and into storage. An import is stored whole or not at all: the texts of documents first, then the
// messages in one transaction, and last, in one transaction, the conversations, without which nobody sees the rest; what was
// written before something failed is taken away again.
import {
  deleteConversations,
  findConversation,
  listConversationIds,
  listConversations,
  listUnreadable,
  loadMessages,
  saveConversations,
  saveMessages,
} from "../storage/conversations";
import {
  deleteDocument,
  describeDocument,
  findDocument,
  findPages,
  type LibraryDocument,
  type NewDocument,
  saveDocument,
} from "../storage/documents";
import type { ArchiveFault, ExportRequest, ImportResult } from "./api";
import { type Archive, type ArchivedChat, type ArchivedDocument, MAX_ARCHIVE_BYTES } from "./archive";
import { type RecordsOfChats, readArchive, toRecords } from "./archive-read";
import { toArchived, writeArchive } from "./archive-write";
import { toMarkdown } from "./chat-markdown";

export async function exportChats({ ids, format, withTexts, labels }: ExportRequest): Promise<Blob> {
  const wanted = ids && new Set(ids);
  const conversations = (await listConversations()).filter(({ id }) => wanted?.has(id) ?? true);
  const lines: string[] = [];
  const documentIds = new Set<string>();
  for (const conversation of conversations) {
    const chat = toArchived(conversation, await loadMessages(conversation.id));
    lines.push(format === "json" ? JSON.stringify(chat) : toMarkdown(chat, labels));
    for (const id of documentsOf(chat)) documentIds.add(id);
  }
  if (format === "markdown") return new Blob([lines.join("\n---\n\n")], { type: "text/markdown" });
  const documents: string[] = [];
  if (withTexts) {
    for (const id of documentIds) {
      const document = await archiveDocument(id);
      if (document) documents.push(JSON.stringify(document));
    }
  }
  const unreadable = ids === null ? (await listUnreadable()).map(toRawJson) : [];
  return new Blob([...writeArchive(lines, documents, unreadable)], { type: "application/json" });
}

/** Records may hold what JSON cannot. */
function toRawJson(record: unknown): string {
  try {
    return JSON.stringify(record) ?? JSON.stringify(String(record));
  } catch {
    return JSON.stringify(String(record));
  }
}

const documentsOf = ({ messages }: ArchivedChat): readonly string[] =>
  messages.flatMap((message) => (message.role === "user" ? message.documents.map(({ id }) => id) : []));

/** Null for one that was deleted from the library: the chat keeps its name. */
async function archiveDocument(id: string): Promise<ArchivedDocument | null> {
  const [record, pages] = await Promise.all([findDocument(id), findPages(id)]);
  if (!record || !pages) return null;
  const { name, format, isPasted, warnings } = record;
  return { id, name, format, isPasted, pages, warnings };
}

export async function importChats(file: Blob): Promise<ImportResult> {
  if (file.size > MAX_ARCHIVE_BYTES) {
    return { fault: { kind: "too-large", byteLength: file.size, limit: MAX_ARCHIVE_BYTES } };
  }
  const read = readArchive(await file.text());
  if ("fault" in read) return read;
  const described = await describeDocuments(read.archive.documents);
  if ("fault" in described) return described;
  const chats = await withoutKnown(read.archive.chats);
  const takenIds = new Set(await listConversationIds());
  const records = toRecords(chats, takenIds, () => crypto.randomUUID());
  await store(records, described.documents);
  return {
    importedIds: records.conversations.map(({ id }) => id),
    knownCount: read.archive.chats.length - chats.length,
    documentCount: described.documents.length,
  };
}

interface Described {
  readonly record: LibraryDocument;
  readonly pages: NewDocument["pages"];
}

/** Those that the library lacks. An id is its text's hash: one that is not would stand in another document's place. */
async function describeDocuments(
  documents: Archive["documents"],
): Promise<{ readonly documents: readonly Described[] } | { readonly fault: ArchiveFault }> {
  const missing: Described[] = [];
  for (const [index, { id, warnings, ...document }] of documents.entries()) {
    const record = { ...(await describeDocument({ ...document, warnings: [] })), warnings };
    const place = { list: "documents" as const, number: index + 1, title: document.name, message: null };
    if (record.id !== id) return { fault: { kind: "changed-text", place: { ...place, field: "pages" } } };
    if (!(await findDocument(id))) missing.push({ record, pages: document.pages });
  }
  return { documents: missing };
}

/** Without the chats that are here already, message by message; what a chat is called and when it was used may differ. */
async function withoutKnown(chats: readonly ArchivedChat[]): Promise<readonly ArchivedChat[]> {
  const unknown: ArchivedChat[] = [];
  for (const chat of chats) {
    const stored = await findConversation(chat.id);
    const here = stored && toArchived(stored, await loadMessages(chat.id));
    if (!here || !isEqual(here.messages, chat.messages)) unknown.push(chat);
  }
  return unknown;
}

/** Of what JSON can hold. */
function isEqual(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (typeof a !== "object" || typeof b !== "object" || a === null || b === null) return false;
  if (Array.isArray(a) !== Array.isArray(b)) return false;
  const [keys, others] = [Object.entries(a), new Map(Object.entries(b))];
  return (
    keys.length === others.size &&
    keys.every(([key, value]) => others.has(key) && isEqual(value, others.get(key)))
  );
}

async function store(
  { conversations, messages }: RecordsOfChats,
  documents: readonly Described[],
): Promise<void> {
  const ids = conversations.map(({ id }) => id);
  try {
    for (const { record, pages } of documents) await saveDocument(record, pages);
    await saveMessages(messages);
    await saveConversations(conversations);
  } catch (error) {
    await deleteConversations(ids).catch(() => {}); // without conversations nobody sees the rest
    for (const { record } of documents) await deleteDocument(record.id).catch(() => {});
    throw error;
  }
}
