// What can be done with a message besides asking: another version of it on screen, another text, a new chat from it, deleting.
import { currentTexts } from "../i18n/language-store";
import { engine } from "../inference";
import {
  type AssistantMessage,
  type ConversationRecord,
  deleteMessages,
  type MessageRecord,
  messageKey,
  saveMessages,
} from "../storage/conversations";
import { announce } from "./announcement-store";
import {
  copyPath,
  latestLeafBelow,
  leafWithout,
  numberVersions,
  selectBranch,
  siblingsOf,
  subtreeOf,
  timeAfter,
} from "./branches";
import { removeChats } from "./chat-removal";
import { useChatStore } from "./chat-store";
import { replyEnded, useReplyStore } from "./reply-store";
import { keep, save } from "./saving";
import { replaceAnswer } from "./thoughts";
import { showToast } from "./toast-store";

/** Shows the version so many places on, with the newest messages below it; the conversation remembers it. */
export async function showVersion(messageId: string, step: number): Promise<void> {
  const { messages } = useChatStore.getState();
  const versions = siblingsOf(messages, messageId);
  const wanted = versions[versions.findIndex(({ id }) => id === messageId) + step];
  const leaf = wanted && latestLeafBelow(messages, wanted.id);
  if (!wanted || !leaf) return;
  const { number, count } = numberVersions(messages).get(wanted.id) ?? { number: 1, count: 1 };
  announce(currentTexts().chat.versionOf(number, count));
  await showLeaf(wanted.conversationId, leaf.id);
}

/** Not a use of the chat: it keeps its place in the list. */
async function showLeaf(conversationId: string, leafId: string): Promise<void> {
  const { conversations, putConversation } = useChatStore.getState();
  const conversation = conversations.find(({ id }) => id === conversationId);
  if (conversation && conversation.leafId !== leafId) await putConversation({ ...conversation, leafId });
}

/** An answer in the user's words, as another version of it: its id. */
export async function editAnswer(message: AssistantMessage, answer: string): Promise<string> {
  const { call: _, ...written } = message; // what was not called for does not come after other words
  const edited: AssistantMessage = {
    ...written,
    id: crypto.randomUUID(),
    createdAt: timeAfter(useChatStore.getState().messages),
    text: replaceAnswer(message.text, message.startsInThought, answer),
    status: "end-of-turn",
    isEdited: true,
    stats: null,
    problem: null,
  };
  await useChatStore.getState().put(edited);
  await showLeaf(edited.conversationId, edited.id);
  return edited.id;
}

/** The chat up to a message as one of its own, with the same documents. */
export async function branchOff(messageId: string): Promise<void> {
  const { current, messages, putConversation, open } = useChatStore.getState();
  if (!current) return;
  const { chat } = currentTexts();
  const now = Date.now();
  const id = crypto.randomUUID();
  const copies = copyPath(selectBranch(messages, messageId), id, () => crypto.randomUUID());
  const conversation: ConversationRecord = {
    id,
    title: chat.branchTitle(current.title),
    createdAt: now,
    updatedAt: now,
    leafId: copies.at(-1)?.id ?? null,
    ...(current.options ? { options: current.options } : {}),
  };
  await keep(
    saveMessages(copies)
      .then(() => putConversation(conversation))
      .then(() => open(id)),
  );
  showToast(chat.branchedOff, { action: { label: chat.back, run: () => void open(current.id) } });
}

/** Deletes a message and all below it at once, with Undo; a chat of which nothing would be left goes as a whole. */
export async function deleteMessage(messageId: string): Promise<void> {
  const { current, messages } = useChatStore.getState();
  if (!current) return;
  const gone = subtreeOf(messages, messageId);
  const leafId = leafWithout(messages, messageId);
  if (leafId === null) return removeChats([current.id]);
  const records = await endAnswerIn(gone);
  const ids = new Set(gone.map(({ id }) => id));
  useChatStore.setState((state) => ({ messages: state.messages.filter(({ id }) => !ids.has(id)) }));
  if (current.leafId !== null && ids.has(current.leafId)) await showLeaf(current.id, leafId);
  await save(records.map(messageKey), () => deleteMessages(records));
  // What was saved of reading them; where that fails it is in the list of Models, to be deleted there.
  engine.deleteStates({ conversationId: current.id }).catch(() => undefined);
  const texts = currentTexts();
  showToast(texts.chat.messagesDeleted(records.length), {
    action: { label: texts.common.undo, run: () => void restoreMessages(current, records) },
  });
}

/** The messages as they are when none of them is being written any more. */
async function endAnswerIn(messages: readonly MessageRecord[]): Promise<readonly MessageRecord[]> {
  const { reply, stop } = useReplyStore.getState();
  if (!reply || !messages.some(({ id }) => id === reply.messageId)) return messages;
  stop();
  await replyEnded();
  const ended = useChatStore.getState().messages.find(({ id }) => id === reply.messageId);
  return messages.map((message) => (message.id === ended?.id ? ended : message));
}

/** Back, and on screen as they were. */
async function restoreMessages(
  { id, leafId }: ConversationRecord,
  records: readonly MessageRecord[],
): Promise<void> {
  const { conversations, current, putConversation } = useChatStore.getState();
  const conversation = conversations.find((candidate) => candidate.id === id);
  if (!conversation) return; // deleted as a whole meanwhile
  if (current?.id === id) useChatStore.setState(({ messages }) => ({ messages: [...messages, ...records] }));
  await Promise.all([
    save(records.map(messageKey), () => saveMessages(records)),
    putConversation({ ...conversation, leafId }),
  ]);
}
