// Searching in the open document: Enter and Shift+Enter go from hit to hit.
import { ChevronDown, ChevronUp, Search } from "lucide-react";
import { type KeyboardEvent, type RefObject, useEffect } from "react";
import type { SourceDocument } from "../citations/source";
import { IconButton } from "../components/ui/Button";
import type { Texts } from "../i18n/catalogue";
import { useTexts } from "../i18n/language-store";
import { type SearchState, useSearchStore } from "./search-store";

interface SearchBarProps {
  readonly document: SourceDocument;
  readonly inputRef: RefObject<HTMLInputElement | null>;
}

export function SearchBar({ document, inputRef }: SearchBarProps) {
  const { viewer } = useTexts();
  const query = useSearchStore((state) => state.query);
  const search = useSearchStore((state) => state.search);
  const { start, step, reset } = useSearchStore.getState();
  useEffect(() => reset, [reset]);
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === "Enter" && !event.nativeEvent.isComposing) {
      event.preventDefault();
      step(event.shiftKey ? -1 : 1);
    } else if (event.key === "Escape" && query !== "") {
      event.preventDefault();
      event.stopPropagation();
      reset();
    }
  };
  const hasHits = search.status === "found" && search.hits.length > 0;
  return (
    <search className="flex min-w-0 flex-1 basis-72 items-center gap-1">
      <label className="relative min-w-0 flex-1">
        <span className="sr-only">{viewer.searchLabel}</span>
        <Search
          size={16}
          aria-hidden
          className="pointer-events-none absolute inset-y-0 start-2.5 my-auto text-ink-faint"
        />
        <input
          ref={inputRef}
          type="search"
          dir="auto"
          placeholder={viewer.search}
          value={query}
          onChange={(event) => void start(document, event.target.value)}
          onKeyDown={onKeyDown}
          className="target w-full rounded-lg border border-line-strong bg-raised ps-8 pe-2.5 text-sm"
        />
      </label>
      <span role="status" className="shrink-0 ps-1 text-xs text-ink-soft tabular-nums">
        {describeSearch(search, viewer)}
      </span>
      <IconButton label={viewer.previousHit} disabled={!hasHits} onClick={() => step(-1)}>
        <ChevronUp size={18} aria-hidden />
      </IconButton>
      <IconButton label={viewer.nextHit} disabled={!hasHits} onClick={() => step(1)}>
        <ChevronDown size={18} aria-hidden />
      </IconButton>
    </search>
  );
}

function describeSearch(search: SearchState, viewer: Texts["viewer"]): string {
  switch (search.status) {
    case "none":
      return "";
    case "searching":
      return "…";
    case "failed":
      return search.message;
    case "found": {
      const { hits, current, isComplete } = search;
      if (hits.length === 0) return viewer.noHits;
      return isComplete ? viewer.hitOf(current + 1, hits.length) : viewer.hitOfMany(current + 1, hits.length);
    }
    default:
      return search satisfies never;
  }
}
