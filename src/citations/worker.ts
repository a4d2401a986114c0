// Holds documents' indexes and looks in them, away from the page: a book takes longer to fold than a frame.
import "../../workers/sealed";
import * as Comlink from "comlink";
import type { CitationsApi } from "./api";
import { type DocumentIndex, indexDocument, locate } from "./document-index";
import { foldText } from "./fold";
import { findFolded, matchQuotation } from "./match";

/** What a search lists; more than anybody steps through. */
const MAX_HITS = 2_000;

const indexes = new Map<string, DocumentIndex>();

const citations: CitationsApi = {
  hold: (document) => {
    if (!indexes.has(document.id)) indexes.set(document.id, indexDocument(document));
  },
  drop: (documentId) => {
    indexes.delete(documentId);
  },
  match: (documentIds, quotation) =>
    matchQuotation(
      documentIds.flatMap((id) => indexes.get(id) ?? []),
      quotation,
    ),
  search: (documentId, query) => {
    const index = indexes.get(documentId);
    if (!index) return { hits: [], isComplete: true };
    const stretches = findFolded(index, foldText(query), MAX_HITS + 1, { isInsideWords: true });
    const hits = stretches
      .slice(0, MAX_HITS)
      .flatMap(({ start, end }) => locate(index, start, end).slice(0, 1));
    return { hits, isComplete: stretches.length <= MAX_HITS };
  },
};

Comlink.expose(citations);
