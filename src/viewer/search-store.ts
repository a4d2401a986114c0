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

export const useSearchStore = create<SearchStore>((set, get) => ({
  query: "",
  search: { status: "none" },
  start: async (document, query) => {
    if (query.trim() === "") {
      set({ query, search: { status: "none" } });
      return;
    }
    const { search: before } = get();
    set({ query, search: before.status === "found" ? before : { status: "searching" } });
    const isCurrent = () => get().query === query;
    try {
      const { hits, isComplete } = await searchDocument(document, query);
      if (isCurrent()) set({ search: { status: "found", hits, isComplete, current: 0 } });
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error);
      if (isCurrent()) set({ search: { status: "failed", message } });
    }
  },
  step: (by) => {
    const { search } = get();
    if (search.status !== "found" || search.hits.length === 0) return;
    const current = (search.current + by + search.hits.length) % search.hits.length;
    set({ search: { ...search, current } });
  },
  reset: () => set({ query: "", search: { status: "none" } }),
}));
