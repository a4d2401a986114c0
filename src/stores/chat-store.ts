// The list of conversations and the one on screen. Every change is written to IndexedDB when it is made; the address keeps
// the conversation (#chat=…), so that a reload and the back button find it.
import { create } from "zustand";
import {
  type ConversationRecord,
  findConversation,
  listConversations,
  loadMessages,
  type MessageRecord,
  messageKey,
  saveConversation,
  saveMessage,
} from "../storage/conversations";
import { findLeaf } from "./branches";
import { keep, save, watchStorage } from "./saving";

export const MAX_TITLE_LENGTH = 80;

interface ChatStore {
  readonly conversations: readonly ConversationRecord[]; // newest first
  readonly current: ConversationRecord | null; // null: a new chat, not yet stored
  readonly messages: readonly MessageRecord[]; // of the current one, every branch
  readonly hasStarted: boolean; // what the address names has been looked up
  start(): Promise<void>;
  newChat(): void;
  open(id: string): Promise<void>;
  rename(id: string, title: string): Promise<void>;
  pin(id: string, isPinned: boolean): Promise<void>;
  /** Stores a message; one of the conversation on screen is shown as well. */
  put(message: MessageRecord): Promise<void>;
  putConversation(conversation: ConversationRecord): Promise<void>;
}

export const useChatStore = create<ChatStore>((set, get) => ({
  conversations: [],
  current: null,
  messages: [],
  hasStarted: false,

  start: async () => {
    window.addEventListener("hashchange", () => void openAddress());
    watchStorage(() => get().conversations.length > 0);
    await keep(listConversations().then((conversations) => set({ conversations })));
    await openAddress();
    set({ hasStarted: true });
  },

  newChat: () => {
    set({ current: null, messages: [] });
    writeAddress(null);
  },

  open: async (id) => {
    if (get().current?.id === id) return;
    await keep(
      Promise.all([findConversation(id), loadMessages(id)]).then(([current, messages]) => {
        if (!current) {
          get().newChat();
          return;
        }
        set({ current: { ...current, leafId: findLeaf(messages, current.leafId) }, messages });
        writeAddress(id);
      }),
    );
  },

  rename: async (id, title) => {
    const conversation = get().conversations.find((candidate) => candidate.id === id);
    const wanted = titleOf(title.trim() || (conversation?.title ?? ""));
    if (conversation && wanted !== conversation.title) {
      await get().putConversation({ ...conversation, title: wanted });
    }
  },

  pin: async (id, isPinned) => {
    const conversation = get().conversations.find((candidate) => candidate.id === id);
    if (conversation) await get().putConversation({ ...conversation, isPinned });
  },

  put: putMessage,

  putConversation: async (conversation) => {
    const others = get().conversations.filter(({ id }) => id !== conversation.id);
    const isOpen = get().current?.id === conversation.id;
    set({
      conversations: [conversation, ...others].sort((a, b) => b.updatedAt - a.updatedAt),
      ...(isOpen ? { current: conversation } : {}),
    });
    await save([conversation.id], () => saveConversation(conversation));
  },
}));

async function putMessage(message: MessageRecord): Promise<void> {
  const { current, messages, conversations } = useChatStore.getState();
  const isKnown = conversations.some(({ id }) => id === message.conversationId);
  if (current?.id !== message.conversationId && !isKnown) return; // deleted while its answer streamed
  if (current?.id === message.conversationId) {
    const isNew = !messages.some(({ id }) => id === message.id);
    useChatStore.setState({
      messages: isNew
        ? [...messages, message]
        : messages.map((other) => (other.id === message.id ? message : other)),
    });
  }
  await save([messageKey(message)], () => saveMessage(message));
}

/** Resolves when what the address names has been looked up: only then is it known which chat is on screen. */
export function chatsStarted(): Promise<void> {
  return new Promise((resolve) => {
    if (useChatStore.getState().hasStarted) {
      resolve();
      return;
    }
    const unsubscribe = useChatStore.subscribe(({ hasStarted }) => {
      if (!hasStarted) return;
      unsubscribe();
      resolve();
    });
  });
}

export function startConversation(firstText: string): ConversationRecord {
  const now = Date.now();
  const conversation: ConversationRecord = {
    id: crypto.randomUUID(),
    title: titleOf(firstText),
    createdAt: now,
    updatedAt: now,
    leafId: null,
  };
  useChatStore.setState({ current: conversation, messages: [] });
  writeAddress(conversation.id);
  return conversation;
}

/** The first line that has something in it. */
export function titleOf(text: string): string {
  const line = text.split("\n").find((candidate) => candidate.trim() !== "");
  return line?.trim().slice(0, MAX_TITLE_LENGTH) ?? "New chat";
}

function writeAddress(id: string | null): void {
  const hash = id === null ? "" : `#chat=${id}`;
  if (location.hash !== hash) history.pushState(null, "", `${location.pathname}${location.search}${hash}`);
}

async function openAddress(): Promise<void> {
  const id = /^#chat=([\w-]+)$/.exec(location.hash)?.[1];
  if (id) await useChatStore.getState().open(id);
  else if (useChatStore.getState().current) useChatStore.getState().newChat();
}
