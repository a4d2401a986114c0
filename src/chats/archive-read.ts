// A file of chats, checked: its fields by archive.ts, and here what its parts must be to each other. Nothing is stored.
import * as v from "valibot";
import type { ConversationRecord, MessageRecord } from "../storage/conversations";
import type { ArchiveFault, FaultPlace } from "./api";
import { ARCHIVE_VERSION, type Archive, type ArchivedChat, archiveHead, checkArchive } from "./archive";
import { findCircle } from "./archive-write";

export type ReadArchive = { readonly archive: Archive } | { readonly fault: ArchiveFault };

export function readArchive(text: string): ReadArchive {
  const value = parse(text);
  const head = v.safeParse(archiveHead, value);
  if (!head.success) return { fault: { kind: "other-file" } };
  const { version } = head.output;
  if (version > ARCHIVE_VERSION) return { fault: { kind: "newer", version } };
  const checked = checkArchive(value);
  if ("fault" in checked) {
    const { keys, expected, received } = checked.fault;
    return { fault: { kind: "field", place: placeOf(value, keys), expected, received } };
  }
  const fault = findBrokenChat(checked.archive) ?? findTwin(checked.archive);
  return fault ? { fault } : checked;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null; // no JSON: a file of another kind
  }
}

/** Keys that lead into the file as a reader counts: "chat 4, message 18". */
function placeOf(value: unknown, keys: readonly (string | number)[]): FaultPlace {
  const [list, index, inner, messageIndex] = keys;
  if (typeof index !== "number")
    return { list: null, number: 0, title: "", message: null, field: keys.join(".") };
  const isMessage = list === "chats" && inner === "messages" && typeof messageIndex === "number";
  return {
    list: list === "documents" ? "documents" : "chats",
    number: index + 1,
    title: titleAt(value, String(list), index),
    message: isMessage ? messageIndex + 1 : null,
    field: keys.slice(isMessage ? 4 : 2).join("."),
  };
}

/** What the item calls itself, where it does. */
function titleAt(value: unknown, list: string, index: number): string {
  const item = at(at(value, list), index);
  const title = at(item, "title") ?? at(item, "name");
  return typeof title === "string" ? title.slice(0, MAX_SHOWN_TITLE) : "";
}

const at = (value: unknown, key: string | number): unknown =>
  typeof value === "object" && value !== null ? (value as Record<string | number, unknown>)[key] : undefined;

const MAX_SHOWN_TITLE = 80;

/** Two chats, or two documents, of one id. */
function findTwin({ chats, documents }: Archive): ArchiveFault | null {
  for (const [list, items] of [
    ["chats", chats.map(({ id, title }) => ({ id, title }))],
    ["documents", documents.map(({ id, name }) => ({ id, title: name }))],
  ] as const) {
    const seen = new Set<string>();
    for (const [index, { id, title }] of items.entries()) {
      const place = { list, number: index + 1, title: title.slice(0, MAX_SHOWN_TITLE), message: null };
      if (seen.has(id)) return { kind: "twice", place: { ...place, field: "id" } };
      seen.add(id);
    }
  }
  return null;
}

function findBrokenChat({ chats }: Archive): ArchiveFault | null {
  for (const [index, chat] of chats.entries()) {
    const place = { list: "chats", number: index + 1, title: chat.title.slice(0, MAX_SHOWN_TITLE) } as const;
    const broken = findBrokenLink(chat);
    if (broken)
      return { kind: broken.kind, place: { ...place, message: broken.message, field: broken.field } };
  }
  return null;
}

interface BrokenLink {
  readonly kind: "twice" | "missing" | "circle";
  readonly message: number | null; // from 1
  readonly field: string;
}

/** Messages form a tree, and the branch on screen ends in one of them. */
function findBrokenLink({ messages, leafId }: ArchivedChat): BrokenLink | null {
  const numbers = new Map<string, number>();
  for (const [index, { id }] of messages.entries()) {
    if (numbers.has(id)) return { kind: "twice", message: index + 1, field: "id" };
    numbers.set(id, index + 1);
  }
  const orphan = messages.findIndex(({ parentId }) => parentId !== null && !numbers.has(parentId));
  if (orphan >= 0) return { kind: "missing", message: orphan + 1, field: "parentId" };
  const circle = findCircle(new Map(messages.map(({ id, parentId }) => [id, parentId])));
  if (circle !== null) return { kind: "circle", message: numbers.get(circle) ?? null, field: "parentId" };
  if (leafId !== null && !numbers.has(leafId)) return { kind: "missing", message: null, field: "leafId" };
  return null;
}

export interface RecordsOfChats {
  readonly conversations: readonly ConversationRecord[];
  readonly messages: readonly MessageRecord[];
}

/** Chats as they are stored. One whose id is taken gets another, and its messages do, too. */
export function toRecords(
  chats: readonly ArchivedChat[],
  takenIds: ReadonlySet<string>,
  createId: () => string,
): RecordsOfChats {
  const all = chats.map(({ messages, ...conversation }) => {
    const isTaken = takenIds.has(conversation.id);
    const conversationId = isTaken ? createId() : conversation.id;
    const ids = new Map(messages.map(({ id }) => [id, isTaken ? createId() : id]));
    const renew = (id: string | null): string | null => (id === null ? null : (ids.get(id) ?? null));
    return {
      conversation: { ...conversation, id: conversationId, leafId: renew(conversation.leafId) },
      messages: messages.map(
        (message): MessageRecord => ({
          ...message,
          id: ids.get(message.id) ?? message.id,
          conversationId,
          parentId: renew(message.parentId),
        }),
      ),
    };
  });
  return {
    conversations: all.map(({ conversation }) => conversation),
    messages: all.flatMap(({ messages }) => messages),
  };
}
