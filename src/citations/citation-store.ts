// What is known about the quotations of the answers on screen. Each is looked up once for the documents its chat has.
import { create } from "zustand";
import { openDocument } from "../stores/library-store";
import { matchQuotation } from "./client";
import type { Match } from "./match";
import type { SourceDocument } from "./source";

/** Answers of long chats come and go; older ones are looked up again when they are back on screen. */
const MAX_KNOWN = 2_000;

interface CitationStore {
  readonly matches: ReadonlyMap<string, Match>;
  /** Looks up what is not known yet. What cannot be looked up stays without a mark. */
  lookUp(documentIds: readonly string[], texts: readonly string[]): void;
}

const asked = new Set<string>();

export const matchKey = (documentIds: readonly string[], text: string): string =>
  `${documentIds.join(" ")}\n${text}`;

export const useCitationStore = create<CitationStore>((set, get) => ({
  matches: new Map(),
  lookUp: (documentIds, texts) => {
    const unknown = [...new Set(texts)].filter((text) => !asked.has(matchKey(documentIds, text)));
    if (unknown.length === 0) return;
    for (const text of unknown) asked.add(matchKey(documentIds, text));
    void lookUpAll(documentIds, unknown).then((found) => {
      const known = [...get().matches, ...found];
      for (const [key] of known.slice(0, -MAX_KNOWN)) asked.delete(key);
      set({ matches: new Map(known.slice(-MAX_KNOWN)) });
    });
  },
}));

async function lookUpAll(
  documentIds: readonly string[],
  texts: readonly string[],
): Promise<[string, Match][]> {
  const documents = await openAll(documentIds);
  if (documents.length === 0) return [];
  const looked = texts.map(async (text): Promise<[string, Match][]> => {
    try {
      return [[matchKey(documentIds, text), await matchQuotation(documents, text)]];
    } catch {
      asked.delete(matchKey(documentIds, text)); // the worker died: asked again with the next answer
      return [];
    }
  });
  return (await Promise.all(looked)).flat();
}

/** Those that are still in the library. */
async function openAll(ids: readonly string[]): Promise<SourceDocument[]> {
  const documents = await Promise.all(ids.map(openDocument));
  return documents.filter((document) => document !== null);
}

/** Where the documents say what the user selected. */
export async function findSelection(documentIds: readonly string[], text: string): Promise<Match> {
  return matchQuotation(await openAll(documentIds), text);
}
