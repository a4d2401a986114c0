// What is searched for in the open document, and which hit is shown.
import { create } from "zustand";
import { searchDocument } from "../citations/client";
import type { Piece, SourceDocument } from "../citations/source";

export type SearchState =
  | { readonly status: "none" }
  | { readonly status: "searching" }
  | {
      readonly status: "found";
      readonly hits: readonly Piece[];
      readonly isComplete: boolean; // false: there are more hits than are listed
      readonly current: number;
    }
  | { readonly status: "failed"; readonly message: string };

interface SearchStore {
  readonly query: string;
  readonly search: SearchState;
  start(document: SourceDocument, query: string): Promise<void>;
  /** Forwards or backwards, round the ends. */
  step(by: 1 | -1): void;
  reset(): void;
}

const around = (index: number, count: number): number =>
  count === 0 ? 0 : ((index % count) + count) % count;

/** Steps asked for while the newest query's hits are on their way; null when they are there. */
let earlySteps: number | null = null;

export const useSearchStore = create<SearchStore>((set, get) => ({
  query: "",
  search: { status: "none" },
  start: async (document, query) => {
    earlySteps = query.trim() === "" ? null : 0;
    if (query.trim() === "") {
      set({ query, search: { status: "none" } });
      return;
    }
    const { search: before } = get();
    set({ query, search: before.status === "found" ? before : { status: "searching" } });
    const isCurrent = () => get().query === query;
    try {
      const { hits, isComplete } = await searchDocument(document, query);
      if (!isCurrent()) return;
      set({ search: { status: "found", hits, isComplete, current: around(earlySteps ?? 0, hits.length) } });
      earlySteps = null;
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error);
      if (!isCurrent()) return;
      earlySteps = null;
      set({ search: { status: "failed", message } });
    }
  },
  step: (by) => {
    const { search } = get();
    if (earlySteps !== null) earlySteps += by;
    else if (search.status === "found")
      set({ search: { ...search, current: around(search.current + by, search.hits.length) } });
  },
  reset: () => {
    earlySteps = null;
    set({ query: "", search: { status: "none" } });
  },
}));
