// Which document is open beside the conversation, and which of its words are marked.
import { create } from "zustand";
import type { DifferencePart } from "../citations/difference";
import type { Match } from "../citations/match";
import type { Place, SourceDocument } from "../citations/source";

/** What brought the reader here: a quotation of an answer, or words the user selected. */
export interface OpenCitation {
  readonly number: number | null; // of the mark; null: selected words
  readonly how: "exact" | "normalised" | "close";
  readonly places: readonly Place[];
  readonly placeCount: number;
  readonly placeIndex: number;
  readonly difference: readonly DifferencePart[];
}

export interface OpenViewer {
  readonly documentId: string;
  readonly name: string;
  readonly citation: OpenCitation | null;
  readonly visit: number; // grows each time something asks to be shown
}

interface ViewerStore {
  readonly view: OpenViewer | null;
  open(document: Pick<SourceDocument, "id" | "name">): void;
  openMatch(match: Match, number: number | null, nameOf: (documentId: string) => string): void;
  /** Another place of the same citation; may be in another document. */
  showPlace(placeIndex: number, nameOf: (documentId: string) => string): void;
  close(): void;
}

export const useViewerStore = create<ViewerStore>((set, get) => {
  const nextVisit = (): number => (get().view?.visit ?? 0) + 1;
  const show = (citation: OpenCitation, nameOf: (documentId: string) => string): void => {
    const documentId = citation.places[citation.placeIndex]?.documentId;
    if (documentId === undefined) return;
    set({ view: { documentId, name: nameOf(documentId), citation, visit: nextVisit() } });
  };
  return {
    view: null,
    open: ({ id, name }) => set({ view: { documentId: id, name, citation: null, visit: nextVisit() } }),
    openMatch: (match, number, nameOf) => {
      if (match.kind === "found") show({ ...match, number, placeIndex: 0 }, nameOf);
    },
    showPlace: (placeIndex, nameOf) => {
      const { view } = get();
      if (view?.citation) show({ ...view.citation, placeIndex }, nameOf);
    },
    close: () => set({ view: null }),
  };
});
