// The contract between the page and the chats worker, which reads and writes the stored chats by itself, so that the page never
// holds them all: types only.

/** A stretch of a text, in UTF-16 units. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
}

export interface MarkedText {
  readonly text: string;
  readonly marks: readonly Stretch[]; // the found words
}

export interface ChatHit {
  readonly conversationId: string;
  readonly updatedAt: number;
  readonly title: MarkedText;
  /** The message that has most of the words; null where only the title has any. */
  readonly message: { readonly id: string; readonly snippet: MarkedText } | null;
  readonly terms: readonly string[]; // the found words as `listTerms` folds them
}

export interface SearchAnswer {
  readonly hits: readonly ChatHit[]; // the best first
  readonly hitCount: number; // those that are not listed included
  /** Of so many chats, so many have been looked through; the titles of the others have. */
  readonly indexedCount: number;
  readonly chatCount: number;
}

export interface ChatsApi {
  /** `changedIds`: chats whose messages have changed since the last search. */
  search(query: string, changedIds: readonly string[]): Promise<SearchAnswer>;
}
