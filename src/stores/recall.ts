// ↑ and ↓ in the composer: puts a sent prompt, or the draft again, where the draft is.
import { loadMessages, type MessageRecord } from "../storage/conversations";
import { useChatStore } from "./chat-store";
import { selectDraft, useDraftStore } from "./draft-store";
import { extendHistory, openHistory, type PromptHistory, stepHistory, textOfHistory } from "./prompt-history";

/** Other chats that are looked through, the newest first. */
const MAX_OTHERS = 20;

interface Recall {
  readonly conversationId: string | null;
  history: PromptHistory;
  others: Promise<readonly string[]> | null; // not asked for yet
}

let recall: Recall | null = null;

/** Nothing was typed since, and no other chat is on screen. */
function isShown({ conversationId, history }: Recall): boolean {
  const { current } = useChatStore.getState();
  const { text } = selectDraft(useDraftStore.getState(), conversationId);
  return (current?.id ?? null) === conversationId && textOfHistory(history) === text;
}

/** Whether the composer shows a recalled prompt, as it was sent. */
export const isRecalling = (): boolean => recall !== null && recall.history.index >= 0 && isShown(recall);

/** The one that goes on, or a new one. */
function currentRecall(): Recall {
  if (recall && isRecalling()) return recall;
  const { current, messages } = useChatStore.getState();
  const conversationId = current?.id ?? null;
  const { text } = selectDraft(useDraftStore.getState(), conversationId);
  recall = { conversationId, history: openHistory(text, promptsOf(messages)), others: null };
  return recall;
}

export async function recallPrompt(step: 1 | -1): Promise<void> {
  const mine = currentRecall();
  if (stepHistory(mine.history, step) === mine.history && step === 1) {
    mine.others ??= loadOthers(mine.conversationId);
    const others = await mine.others.catch(() => []);
    if (recall !== mine || !isShown(mine)) return; // something was typed meanwhile
    mine.history = extendHistory(mine.history, others);
  }
  const history = stepHistory(mine.history, step);
  if (history === mine.history) return;
  mine.history = history;
  useDraftStore.getState().change(mine.conversationId, { text: textOfHistory(history) });
}

async function loadOthers(conversationId: string | null): Promise<readonly string[]> {
  const { conversations } = useChatStore.getState();
  const others = conversations.filter(({ id }) => id !== conversationId).slice(0, MAX_OTHERS);
  const found = await Promise.all(others.map(({ id }) => loadMessages(id)));
  return found.flatMap(promptsOf);
}

/** The newest first. */
function promptsOf(messages: readonly MessageRecord[]): readonly string[] {
  return messages
    .filter(({ role }) => role === "user")
    .toSorted((a, b) => b.createdAt - a.createdAt)
    .map(({ text }) => text);
}
