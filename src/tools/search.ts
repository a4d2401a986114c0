// The passages of a chat's documents that a query is about, as the model reads them: each under its document's name and its page,
// so that an answer can quote it and the quotation is found again.
import type { DocumentPage } from "../../workers/documents/api";
import { type FoundPassage, openPassageSearch } from "../stores/passages";

/** Some 200 words each: together what a question needs and a small window holds. */
const MAX_PASSAGES = 5;

export interface SearchedDocument {
  readonly name: string;
  readonly pages: readonly DocumentPage[] | null; // null: no longer in the library
}

export async function searchDocuments(
  documents: readonly SearchedDocument[],
  query: string,
  signal: AbortSignal,
): Promise<string> {
  if (documents.length === 0) return "This chat has no documents.";
  const found: (FoundPassage & { readonly name: string })[] = [];
  for (const { name, pages } of documents) {
    if (!pages) continue;
    const search = await openPassageSearch(pages, signal);
    found.push(...search.find(query, MAX_PASSAGES).map((passage) => ({ ...passage, name })));
  }
  if (found.length === 0) return "Nothing was found. Other words may find more.";
  return found
    .sort((a, b) => b.score - a.score)
    .slice(0, MAX_PASSAGES)
    .map(({ name, pageLabel, text }) => `${JSON.stringify(name)}, page ${pageLabel}:\n${text.trim()}`)
    .join("\n\n");
}
