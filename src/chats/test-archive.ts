// What tests of files of chats share: records as storage has them, and a file's text to and from what it holds.
import type { ConversationRecord, MessageRecord } from "../storage/conversations";
import type { ArchiveFault } from "./api";
import type { Archive } from "./archive";
import { readArchive } from "./archive-read";
import { writeArchive } from "./archive-write";

export const HASH = "0123456789abcdef".repeat(4);

export const conversation = (id: string, title = id): ConversationRecord => ({
  id,
  title,
  createdAt: Date.UTC(2026, 2, 1),
  updatedAt: Date.UTC(2026, 2, 2),
  leafId: null,
});

export const question = (id: string, parentId: string | null, createdAt = 0): MessageRecord => ({
  id,
  conversationId: "c",
  parentId,
  createdAt,
  role: "user",
  text: `text of ${id}`,
  documents: [],
});

export const fileOf = (archive: Partial<Archive>): string =>
  [
    ...writeArchive(
      (archive.chats ?? []).map((chat) => JSON.stringify(chat)),
      (archive.documents ?? []).map((document) => JSON.stringify(document)),
    ),
  ].join("");

export function read(text: string): Archive {
  const result = readArchive(text);
  if ("fault" in result) throw new Error(JSON.stringify(result.fault));
  return result.archive;
}

export function faultOf(text: string): ArchiveFault {
  const result = readArchive(text);
  if (!("fault" in result)) throw new Error("nothing is wrong with it");
  return result.fault;
}
