// Stored chats as a file has them. What damage may have left in records is put right here, so that every file that the app
// writes can be read by it.
import type { ConversationRecord, MessageRecord } from "../storage/conversations";
import { findLeaf } from "../stores/branches";
import { ARCHIVE_FORMAT, ARCHIVE_VERSION, type ArchivedChat, type ArchivedMessage } from "./archive";

export function toArchived(
  conversation: ConversationRecord,
  records: readonly MessageRecord[],
): ArchivedChat {
  const messages = records.toSorted(byAge);
  const parents = mendParents(messages);
  return {
    ...conversation,
    leafId: findLeaf(messages, conversation.leafId),
    messages: messages.map((message) => toArchivedMessage(message, parents.get(message.id) ?? null)),
  };
}

const byAge = (a: MessageRecord, b: MessageRecord): number =>
  a.createdAt - b.createdAt || (a.id < b.id ? -1 : 1);

function toArchivedMessage(
  { conversationId: _, ...message }: MessageRecord,
  parentId: string | null,
): ArchivedMessage {
  if (message.role === "user") return { ...message, parentId };
  return { ...message, parentId, status: message.status === "streaming" ? "interrupted" : message.status };
}

/** Each message's parent; null where it is gone or where parents run in a circle. */
function mendParents(messages: readonly MessageRecord[]): ReadonlyMap<string, string | null> {
  const parents = new Map(messages.map(({ id, parentId }) => [id, parentId]));
  for (const [id, parentId] of parents)
    if (parentId !== null && !parents.has(parentId)) parents.set(id, null);
  const circle = findCircle(parents);
  if (circle === null) return parents;
  const cut = messages.map((message) => (message.id === circle ? { ...message, parentId: null } : message));
  return mendParents(cut);
}

/** A message whose parents lead back to itself. */
export function findCircle(parents: ReadonlyMap<string, string | null>): string | null {
  const sound = new Set<string>();
  for (const start of parents.keys()) {
    const path = new Set<string>();
    for (let id: string | null = start; id !== null && !sound.has(id); id = parents.get(id) ?? null) {
      if (path.has(id)) return id;
      path.add(id);
    }
    for (const id of path) sound.add(id);
  }
  return null;
}

/** The file's text in pieces, with what is stored but not understood for someone who can make sense of it, a chat and a document a line: together they may be longer than a string can be. */
export function* writeArchive(
  chats: Iterable<string>,
  documents: Iterable<string>,
  unreadable: Iterable<string> = [],
): Generator<string> {
  yield `{"format":"${ARCHIVE_FORMAT}","version":${ARCHIVE_VERSION},"chats":[`;
  yield* commaSeparated(chats);
  yield '\n],"documents":[';
  yield* commaSeparated(documents);
  yield '\n],"unreadable":[';
  yield* commaSeparated(unreadable);
  yield "\n]}\n";
}

function* commaSeparated(items: Iterable<string>): Generator<string> {
  let separator = "\n";
  for (const item of items) {
    yield separator + item;
    separator = ",\n";
  }
}
