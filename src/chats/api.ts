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
  exportChats(request: ExportRequest): Promise<Blob>;
  /** All of the file's chats, or none; rejects, with nothing stored, when the browser refuses to store them. */
  importChats(file: Blob): Promise<ImportResult>;
}

/** The words of a Markdown file that no message says, in the interface's language. */
export interface MarkdownLabels {
  readonly you: string;
  readonly documents: string;
  readonly result: string; // what came of a tool's call
  readonly tools: Readonly<Record<string, string>>; // by the names that models know
}

export interface ExportRequest {
  readonly ids: readonly string[] | null; // null: all
  readonly format: "markdown" | "json";
  readonly withTexts: boolean; // of documents, in JSON
  readonly labels: MarkdownLabels;
}

/** Where in a file something is wrong. */
export interface FaultPlace {
  readonly list: "chats" | "documents" | null; // null: the file itself
  readonly number: number; // from 1, in the list
  readonly title: string; // what the item calls itself; may be empty
  readonly message: number | null; // from 1, in the chat
  readonly field: string; // inside of the item or message; may be empty
}

export type ArchiveFault =
  | { readonly kind: "too-large"; readonly byteLength: number; readonly limit: number }
  | { readonly kind: "other-file" } // none of ours
  | { readonly kind: "newer"; readonly version: number }
  | {
      readonly kind: "field";
      readonly place: FaultPlace;
      readonly expected: string;
      readonly received: string;
    }
  | { readonly kind: "twice"; readonly place: FaultPlace } // an id that another one has
  | { readonly kind: "missing"; readonly place: FaultPlace } // names a message that is not there
  | { readonly kind: "circle"; readonly place: FaultPlace } // a message that comes before itself
  | { readonly kind: "changed-text"; readonly place: FaultPlace }; // a document's text is not the one its id stands for

export interface ImportedChats {
  readonly importedIds: readonly string[];
  readonly knownCount: number; // chats that were here already
  readonly documentCount: number;
}

export type ImportResult = ImportedChats | { readonly fault: ArchiveFault };
