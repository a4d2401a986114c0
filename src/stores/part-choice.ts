// What can be sent of a document in place of the whole: measured against the room that the rest of the chat leaves.
import { engine } from "../inference";
import type { DocumentPart, PassageRange } from "../storage/conversations";
import { type FittingPart, findFirstPart, textOfPart, WHOLE } from "./document-part";
import { measureRoom } from "./draft-size";
import { loadPages, type Pages } from "./library-store";
import { type FoundPassage, openPassageSearch, type PassageSearch } from "./passages";

export interface PartChoices {
  readonly pages: Pages;
  readonly room: number; // tokens that fit beside everything else and an answer
  readonly wholeTokens: number;
  readonly first: FittingPart | null; // as many first pages as fit
}

/** Null when the document is no longer there. Throws what the engine throws. */
export async function openPartChoices(documentId: string): Promise<PartChoices | null> {
  const pages = await loadPages(documentId);
  if (!pages) return null;
  const room = await measureRoom(documentId);
  const wholeTokens = await countPartOf(pages, WHOLE);
  const count = (text: string): Promise<number> => engine.countTokens(text);
  return { pages, room, wholeTokens, first: await findFirstPart(pages, room, count) };
}

export const countPartOf = (pages: Pages, part: DocumentPart): Promise<number> =>
  engine.countTokens(textOfPart(pages, part));

/** Found by one question; more are no help to a reader who is to tick them off. */
const MAX_PASSAGES = 12;
/** Offered ticked as long as they fit into this share of the room, so that the rest of the chat keeps some. */
const TICKED_SHARE = 0.75;

export interface OfferedPassage extends FoundPassage {
  readonly tokenCount: number;
  readonly isTicked: boolean;
}

let search: { readonly pages: Pages; readonly index: PassageSearch } | null = null;

/** The best first, ticked from the top for as long as they fit. */
export async function findPassages(
  pages: Pages,
  question: string,
  room: number,
  signal: AbortSignal,
): Promise<readonly OfferedPassage[]> {
  if (search?.pages !== pages) search = { pages, index: await openPassageSearch(pages, signal) };
  const found = search.index.find(question, MAX_PASSAGES);
  const counts = await Promise.all(found.map(({ range }) => countPartOf(pages, partOf([range]))));
  signal.throwIfAborted();
  let left = room * TICKED_SHARE;
  return found.map((passage, index) => {
    const tokenCount = counts[index] ?? 0;
    const isTicked = tokenCount <= left;
    if (isTicked) left -= tokenCount;
    return { ...passage, tokenCount, isTicked };
  });
}

/** The index of a long document takes as much memory as its text. */
export function closePassages(): void {
  search = null;
}

export const partOf = (passages: readonly PassageRange[]): DocumentPart => ({ kind: "passages", passages });
