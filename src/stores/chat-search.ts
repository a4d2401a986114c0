// Searching the chats: what is looked for, what was found so far, and the message that a hit leads to.
import { create } from "zustand";
import type { ChatHit, SearchAnswer } from "../chats/api";
import { callChats } from "../chats/client";
import { currentTexts } from "../i18n/language-store";
import { announce } from "./announcement-store";
import { latestLeafBelow, selectBranch } from "./branches";
import { useChatStore } from "./chat-store";
import { usePanelStore } from "./panel-store";
import { useReplyStore } from "./reply-store";

/** A fast writer's next letter comes sooner. */
const TYPING_MS = 90;
/** How soon it is asked again while not all chats have been looked through. */
const AGAIN_MS = 400;

export type ChatSearchState =
  | { readonly status: "none" }
  | { readonly status: "searching" } // the first answer is on its way
  | { readonly status: "found"; readonly answer: SearchAnswer }
  | { readonly status: "failed"; readonly reason: string };

/** A message to show, with the words that it was found by. */
export interface Revelation {
  readonly conversationId: string;
  readonly messageId: string;
  readonly terms: readonly string[];
}

interface ChatSearchStore {
  readonly query: string;
  readonly search: ChatSearchState;
  readonly wantsFocus: boolean; // the search field that can be seen takes it
  readonly revelation: Revelation | null;
  look(query: string): void;
  clear(): void;
  askForFocus(): void;
  /** A field's answer: it has the focus now, or can't be seen, and the drawer has one that can. */
  answerFocus(isVisible: boolean): void;
  openHit(hit: ChatHit): Promise<void>;
}

const changedIds = new Set<string>();
let isWatching = false;
let timer: ReturnType<typeof setTimeout> | undefined;

export const useChatSearchStore = create<ChatSearchStore>((set, get) => ({
  query: "",
  search: { status: "none" },
  wantsFocus: false,
  revelation: null,

  look: (query) => {
    clearTimeout(timer);
    set({ query });
    if (query.trim() === "") {
      set({ search: { status: "none" } });
      return;
    }
    if (get().search.status !== "found") set({ search: { status: "searching" } });
    timer = setTimeout(() => void ask(query), TYPING_MS);
  },

  clear: () => {
    get().look("");
    set({ revelation: null });
  },

  askForFocus: () => {
    const { hasStarted, conversations } = useChatStore.getState();
    if (hasStarted && conversations.length === 0) return; // nothing to search
    usePanelStore.getState().close();
    set({ wantsFocus: true });
  },

  answerFocus: (isVisible) => {
    const { panel, open } = usePanelStore.getState();
    if (isVisible) set({ wantsFocus: false });
    else if (panel.kind !== "conversations") open({ kind: "conversations" });
  },

  openHit: async ({ conversationId, message, terms }) => {
    set({ revelation: null });
    await useChatStore.getState().open(conversationId);
    const { current, messages, putConversation } = useChatStore.getState();
    if (current?.id !== conversationId || !message) return;
    if (!selectBranch(messages, current.leafId).some(({ id }) => id === message.id)) {
      const leaf = latestLeafBelow(messages, message.id);
      if (leaf) await putConversation({ ...current, leafId: leaf.id });
    }
    set({ revelation: { conversationId, messageId: message.id, terms } });
  },
}));

async function ask(query: string): Promise<void> {
  watchChanges();
  const changed = [...changedIds];
  changedIds.clear();
  try {
    const answer = await callChats((chats) => chats.search(query, changed));
    if (useChatSearchStore.getState().query !== query) return;
    useChatSearchStore.setState({ search: { status: "found", answer } });
    if (answer.indexedCount < answer.chatCount) timer = setTimeout(() => void ask(query), AGAIN_MS);
    else announce(describeAnswer(answer, query));
  } catch (error) {
    for (const id of changed) changedIds.add(id);
    if (useChatSearchStore.getState().query !== query) return;
    const reason = error instanceof Error ? error.message : String(error);
    useChatSearchStore.setState({ search: { status: "failed", reason } });
  }
}

function describeAnswer({ hitCount }: SearchAnswer, query: string): string {
  const texts = currentTexts().conversations;
  return hitCount > 0 ? texts.found(hitCount) : texts.nothingFound(query.trim());
}

/** From the first search on: what changes in messages without a change of the conversation's record. */
function watchChanges(): void {
  if (isWatching) return;
  isWatching = true;
  useChatStore.subscribe(({ current, messages }, before) => {
    if (current && current.id === before.current?.id && messages !== before.messages) {
      changedIds.add(current.id);
    }
  });
  useReplyStore.subscribe((_now, { reply: before }) => {
    if (before) changedIds.add(before.conversationId);
  });
}

// Found words stay marked until another chat is opened.
useChatStore.subscribe(({ current }) => {
  const { revelation } = useChatSearchStore.getState();
  if (revelation && revelation.conversationId !== current?.id) {
    useChatSearchStore.setState({ revelation: null });
  }
});
