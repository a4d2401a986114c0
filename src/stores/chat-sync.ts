// Chats in several tabs: what another one has stored is read here, so that no tab writes over it with what it was before.

import { onForeignChange, type StorageChange } from "../storage/changes";
import {
  findConversation,
  listConversations,
  loadMessages,
  type MessageRecord,
} from "../storage/conversations";
import { findLeaf } from "./branches";
import { useChatStore } from "./chat-store";
import { useReplyStore } from "./reply-store";

let reading: Promise<void> = Promise.resolve();

/** From now on; one change after the other. */
export function watchOtherTabs(): void {
  onForeignChange((change) => {
    reading = reading.then(() => take(change)).catch(() => undefined); // what cannot be read now is read when it is opened
  });
}

async function take(change: StorageChange): Promise<void> {
  if (change.kind === "conversations") return takeConversations();
  if (useChatStore.getState().current?.id !== change.conversationId) return;
  const stored = await loadMessages(change.conversationId);
  const { current, messages } = useChatStore.getState();
  if (current?.id !== change.conversationId) return;
  const merged = merge(messages, stored, new Set(change.deletedIds));
  useChatStore.setState({
    messages: merged,
    current: { ...current, leafId: findLeaf(merged, current.leafId) },
  });
}

async function takeConversations(): Promise<void> {
  const conversations = await listConversations();
  const { current, messages, newChat } = useChatStore.getState();
  useChatStore.setState({ conversations });
  if (!current) return;
  const stored = conversations.find(({ id }) => id === current.id);
  if (stored) {
    const isAnswering = useReplyStore.getState().reply?.conversationId === current.id;
    const leafId = isAnswering ? current.leafId : findLeaf(messages, stored.leafId);
    useChatStore.setState({ current: { ...stored, leafId } });
  } else if (!(await findConversation(current.id)) && messages.length > 0) newChat();
}

/** As they are stored, but for an answer that is being written: here it is newer, and another tab's is shown when it has ended. */
function merge(
  shown: readonly MessageRecord[],
  stored: readonly MessageRecord[],
  deletedIds: ReadonlySet<string>,
): readonly MessageRecord[] {
  const own = useReplyStore.getState().reply?.messageId;
  const isUnderWay = (message: MessageRecord): boolean =>
    message.id === own || (message.role === "assistant" && message.status === "streaming");
  const byId = new Map(shown.filter(({ id }) => !deletedIds.has(id)).map((message) => [message.id, message]));
  for (const message of stored) if (!isUnderWay(message)) byId.set(message.id, message);
  return [...byId.values()];
}
