// The chat on screen as a file that can be imported again, made of what the page holds: for when storage has not got it.
import type { DocumentPage } from "../../workers/documents/api";
import type { ConversationRecord, MessageRecord } from "../storage/conversations";
import type { LibraryDocument } from "../storage/documents";
import { toArchived, writeArchive } from "./archive-write";

export interface HeldDocument {
  readonly record: LibraryDocument;
  readonly pages: readonly DocumentPage[];
}

export function rescueChat(
  conversation: ConversationRecord,
  messages: readonly MessageRecord[],
  documents: readonly HeldDocument[],
): Blob {
  const chat = JSON.stringify(toArchived(conversation, messages));
  const texts = documents.map(({ record: { id, name, format, isPasted, warnings }, pages }) =>
    JSON.stringify({ id, name, format, isPasted, pages, warnings }),
  );
  return new Blob([...writeArchive([chat], texts)], { type: "application/json" });
}
