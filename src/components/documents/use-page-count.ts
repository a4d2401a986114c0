// Pages to count while a document is read: only of a whole one, as a part's are not its own.
import type { MessageDocument } from "../../storage/conversations";
import { useLibraryStore } from "../../stores/library-store";

export function usePageCount({ id, part }: MessageDocument): number | null {
  const pageCount = useLibraryStore(
    (state) => state.documents.find((candidate) => candidate.id === id)?.pageCount ?? null,
  );
  return part.kind === "whole" ? pageCount : null;
}
