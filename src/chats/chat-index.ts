// An index of chats, one entry each: which words its title and its messages have. A chat of 200 messages has some 2,000 words,
// so that this takes a hundredth of the memory of an index of messages; which message it is, is found by looking.
import MiniSearch, { type Query, type SearchResult } from "minisearch";
import { splitWords, termsOf } from "../stores/words";

export interface IndexedChat {
  readonly id: string;
  readonly title: string;
  readonly texts: readonly string[];
}

export interface FoundChat {
  readonly id: string;
  readonly terms: ReadonlySet<string>; // of the chat, that the query has found
}

/** A shorter beginning of a word would be found in every chat. */
const MIN_PREFIX_LENGTH = 2;
/** Slips of the pen are forgiven in words long enough to be told apart. */
const MIN_FUZZY_LENGTH = 5;

/** Terms hold no spaces: they go through minisearch as one text of each once. */
const joinTerms = (texts: readonly string[]): string => {
  const terms = new Set<string>();
  for (const text of texts)
    for (const word of splitWords(text)) for (const term of termsOf(word)) terms.add(term);
  return [...terms].join(" ");
};

/** Every word of the query, under any of the terms it has. */
const toQuery = (words: readonly string[]): Query => ({
  combineWith: "AND",
  queries: words.map((word) => ({ combineWith: "OR", queries: [...termsOf(word)] })),
});

export function openChatIndex() {
  const index = new MiniSearch<{ id: string; title: string; text: string }>({
    fields: ["title", "text"],
    tokenize: (text) => (text === "" ? [] : text.split(" ")),
    processTerm: (term) => term,
    searchOptions: {
      boost: { title: 3 },
      prefix: (term) => term.length >= MIN_PREFIX_LENGTH,
    },
  });
  return {
    put: ({ id, title, texts }: IndexedChat): void => {
      if (index.has(id)) index.discard(id);
      index.add({ id, title: joinTerms([title]), text: joinTerms(texts) });
    },
    drop: (id: string): void => {
      if (index.has(id)) index.discard(id);
    },
    /** The best first. Words that nobody wrote are looked for with slips of the pen. */
    find: (query: string): FoundChat[] => {
      const words = splitWords(query);
      if (words.length === 0) return [];
      const exact = index.search(toQuery(words));
      return (exact.length > 0 ? exact : index.search(toQuery(words), { fuzzy: fuzziness })).map(toFound);
    },
  };
}

export type ChatIndex = ReturnType<typeof openChatIndex>;

const fuzziness = (term: string): number | boolean => (term.length >= MIN_FUZZY_LENGTH ? 0.25 : false);

const toFound = ({ id, terms }: SearchResult): FoundChat => ({ id: id as string, terms: new Set(terms) });

/** Which terms of a title the query's words begin, when it has all of them; for chats that are not indexed yet. */
export function findInTitle(query: string, title: string): ReadonlySet<string> | null {
  const found = new Set<string>();
  const terms = splitWords(title).flatMap((word) => [...termsOf(word)]);
  for (const word of splitWords(query)) {
    const begun = terms.filter((term) => termsOf(word).some((wanted) => begins(term, wanted)));
    if (begun.length === 0) return null;
    for (const term of begun) found.add(term);
  }
  return found.size > 0 ? found : null;
}

const begins = (term: string, wanted: string): boolean =>
  term === wanted || (wanted.length >= MIN_PREFIX_LENGTH && term.startsWith(wanted));

/** Which of the query's words a found term stands for; a term that a slip of the pen led to stands for itself. */
export function wordsBehind(term: string, queryWords: readonly string[]): string {
  return queryWords.find((word) => termsOf(word).some((wanted) => begins(term, wanted))) ?? term;
}
