// A document as citations and the viewer need it. Whoever keeps documents hands out these; both know nothing else of them.

export interface SourcePage {
  readonly number: number; // from 1, in reading order
  readonly label: string; // what the document calls it
  readonly text: string;
}

export interface SourceDocument {
  readonly id: string; // the same id always means the same text
  readonly name: string;
  readonly pages: readonly SourcePage[];
}

/** A stretch of one page's text, in UTF-16 units. */
export interface Piece {
  readonly pageIndex: number; // into `pages`
  readonly start: number;
  readonly end: number;
}

/** Where something stands in a document: one piece, or several where it runs over pages or leaves words out. */
export interface Place {
  readonly documentId: string;
  readonly pieces: readonly Piece[];
}
