// The contract between the page and the citations worker: types only.
import type { Match } from "./match";
import type { Piece, SourceDocument } from "./source";

export interface SearchResult {
  readonly hits: readonly Piece[]; // the first piece of each, in the document's order
  readonly isComplete: boolean; // false: there are more
}

export interface CitationsApi {
  /** Indexes a document; one that is held already stays. */
  hold(document: SourceDocument): void;
  drop(documentId: string): void;
  match(documentIds: readonly string[], quotation: string): Match;
  search(documentId: string, query: string): SearchResult;
}
