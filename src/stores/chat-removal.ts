// Deleting chats, one or many, with one Undo for all. They leave the list at once and stay in storage, unlisted, as long as
// Undo can be chosen; what a page that was closed meanwhile left behind, a later one deletes.
import { currentTexts } from "../i18n/language-store";
import { engine } from "../inference";
import {
  type ConversationRecord,
  deleteConversations,
  discardConversations,
  listDiscarded,
  saveConversations,
} from "../storage/conversations";
import { useChatStore } from "./chat-store";
import { useReplyStore } from "./reply-store";
import { keep, save } from "./saving";
import { showToast, TOAST_MS } from "./toast-store";

/** Undo may be chosen in another tab up to here. */
const UNDO_MS = TOAST_MS + 2_000;

export async function removeChats(ids: readonly string[]): Promise<void> {
  const wanted = new Set(ids);
  const { conversations, current, newChat } = useChatStore.getState();
  const removed = conversations.filter(({ id }) => wanted.has(id));
  if (removed.length === 0) return;
  const { reply, stop } = useReplyStore.getState();
  if (reply && wanted.has(reply.conversationId)) stop();
  const deletedAt = Date.now();
  await save(ids, () => discardConversations(removed, deletedAt));
  useChatStore.setState(({ conversations: before }) => ({
    conversations: before.filter(({ id }) => !wanted.has(id)),
  }));
  const wasOpen = current !== null && wanted.has(current.id) ? current.id : null;
  if (wasOpen !== null) newChat();
  const timer = setTimeout(() => void keep(deleteForGood(removed.map(({ id }) => id))), UNDO_MS);
  const texts = currentTexts();
  showToast(texts.conversations.deleted(removed.length), {
    action: {
      label: texts.common.undo,
      run: () => {
        clearTimeout(timer);
        void restore(removed, wasOpen);
      },
    },
  });
}

async function restore(removed: readonly ConversationRecord[], wasOpen: string | null): Promise<void> {
  await save(
    removed.map(({ id }) => id),
    () => saveConversations(removed),
  );
  useChatStore.setState(({ conversations }) => ({
    conversations: [...conversations, ...removed].sort((a, b) => b.updatedAt - a.updatedAt),
  }));
  if (wasOpen !== null) await useChatStore.getState().open(wasOpen);
}

async function deleteForGood(ids: readonly string[]): Promise<void> {
  await deleteConversations(ids);
  // What was saved of reading them; where that fails it is in the list of Models, to be deleted there.
  for (const conversationId of ids) engine.deleteStates({ conversationId }).catch(() => undefined);
}

/** What a page deleted that was closed before the time for Undo was over. */
export async function finishRemovals(): Promise<void> {
  const ids = await listDiscarded(Date.now() - UNDO_MS);
  if (ids.length > 0) await deleteForGood(ids);
}
