// Looking through all chats: what is stored is indexed from the first search on, the newest chat first, and a search answers from
// what is indexed so far. What has changed since is seen at the next search.
import type { ConversationRecord, MessageRecord } from "../storage/conversations";
import { splitThought } from "../stores/thoughts";
import { findTerms, splitWords, termsOf } from "../stores/words";
import type { ChatHit, SearchAnswer } from "./api";
import { type FoundChat, findInTitle, openChatIndex, wordsBehind } from "./chat-index";
import { cutSnippet, toPlainText } from "./snippet";

export interface ChatStorage {
  listConversations(): Promise<ConversationRecord[]>; // newest first
  loadMessages(conversationId: string): Promise<MessageRecord[]>;
}

/** More than anybody looks through; the words of a query tell chats apart better than scrolling does. */
const MAX_HITS = 20;
/** How long a search waits for chats to be indexed before it answers from those that are. */
const INDEX_MS = 120;
/** Chats whose messages stay at hand from one letter of a query to the next. */
const MAX_CHATS_AT_HAND = 60;

interface PlainMessage {
  readonly id: string;
  readonly text: string;
}

export function openChatSearch({ listConversations, loadMessages }: ChatStorage) {
  const index = openChatIndex();
  const indexed = new Map<string, string>(); // stamps by id
  const atHand = new Map<string, readonly PlainMessage[]>();
  let waiting: ConversationRecord[] = [];
  let indexing: Promise<void> | null = null;

  const load = async (id: string): Promise<readonly PlainMessage[]> => {
    const texts = atHand.get(id) ?? (await loadMessages(id)).sort(latestFirst).map(toPlain);
    atHand.delete(id);
    atHand.set(id, texts);
    const [oldest] = atHand.keys();
    if (atHand.size > MAX_CHATS_AT_HAND && oldest !== undefined) atHand.delete(oldest);
    return texts;
  };

  const forget = (id: string): void => {
    indexed.delete(id);
    atHand.delete(id);
  };

  /** Compares what is indexed with what is stored; another tab may have changed it, too. */
  const compare = (stored: readonly ConversationRecord[], changedIds: readonly string[]): void => {
    for (const id of changedIds) forget(id);
    const ids = new Set(stored.map(({ id }) => id));
    for (const id of indexed.keys()) {
      if (ids.has(id)) continue;
      forget(id);
      index.drop(id);
    }
    waiting = stored.filter((conversation) => indexed.get(conversation.id) !== stampOf(conversation));
  };

  const indexWaiting = async (): Promise<void> => {
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      atHand.delete(next.id);
      const messages = (await loadMessages(next.id)).map(toPlain);
      index.put({ id: next.id, title: next.title, texts: messages.map(({ text }) => text) });
      indexed.set(next.id, stampOf(next));
    }
  };

  return {
    search: async (query: string, changedIds: readonly string[]): Promise<SearchAnswer> => {
      const stored = await listConversations();
      compare(stored, changedIds);
      indexing ??= indexWaiting().finally(() => {
        indexing = null;
      });
      await Promise.race([indexing, new Promise((resolve) => setTimeout(resolve, INDEX_MS))]);
      const byId = new Map(stored.map((conversation) => [conversation.id, conversation]));
      const found = index.find(query).filter(({ id }) => byId.has(id));
      const known = new Set(found.map(({ id }) => id));
      for (const { id, title } of stored) {
        const terms = indexed.has(id) || known.has(id) ? null : findInTitle(query, title);
        if (terms) found.push({ id, terms });
      }
      const words = splitWords(query);
      const hits = found.slice(0, MAX_HITS).map(async (chat): Promise<ChatHit> => {
        const conversation = byId.get(chat.id) as ConversationRecord;
        return describeHit(conversation, chat, words, await load(chat.id));
      });
      return {
        hits: await Promise.all(hits),
        hitCount: found.length,
        indexedCount: stored.filter(({ id }) => indexed.has(id)).length,
        chatCount: stored.length,
      };
    },
  };
}

/** What an answer to a message changes, or a new name. */
const stampOf = ({ title, updatedAt, leafId }: ConversationRecord): string =>
  `${updatedAt} ${leafId} ${title}`;

const latestFirst = (a: MessageRecord, b: MessageRecord): number => b.createdAt - a.createdAt;

/** What is read of a message: an answer without what the model thought before it, a question with its documents' names. */
function toPlain(message: MessageRecord): PlainMessage {
  const text =
    message.role === "assistant"
      ? splitThought(message.text, message.startsInThought).answer
      : [message.text, ...message.documents.map(({ name }) => name)].join("\n");
  return { id: message.id, text: toPlainText(text) };
}

function describeHit(
  { id, title, updatedAt }: ConversationRecord,
  { terms }: FoundChat,
  words: readonly string[],
  messages: readonly PlainMessage[],
): ChatHit {
  const best = findBest(messages, terms, words);
  return {
    conversationId: id,
    updatedAt,
    title: { text: title, marks: findTerms(title, terms) },
    message: best && { id: best.id, snippet: cutSnippet(best.text, terms) },
    terms: [...terms],
  };
}

/** The message with the most of the query's words; the first of several. */
function findBest(
  messages: readonly PlainMessage[],
  terms: ReadonlySet<string>,
  words: readonly string[],
): PlainMessage | null {
  let best: { readonly message: PlainMessage; readonly count: number } | null = null;
  for (const message of messages) {
    const found = new Set<string>();
    for (const word of splitWords(message.text)) {
      const term = termsOf(word).find((one) => terms.has(one));
      if (term !== undefined) found.add(wordsBehind(term, words));
    }
    if (found.size > (best?.count ?? 0)) best = { message, count: found.size };
    if (found.size >= words.length) break;
  }
  return best?.message ?? null;
}
