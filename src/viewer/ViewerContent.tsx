// The inside of the viewer: tools, what is cited, and the pages.
import { useEffect, useMemo, useRef, useState } from "react";
import type { Piece } from "../citations/source";
import { DocumentWarnings } from "../components/documents/DocumentWarnings";
import { currentTexts, useTexts } from "../i18n/language-store";
import { type OpenDocument, openDocument, useLibraryStore } from "../stores/library-store";
import { CitationBar } from "./CitationBar";
import type { Mark } from "./highlights";
import { PageJump } from "./PageJump";
import { identifyPage, Pages } from "./Pages";
import { SearchBar } from "./SearchBar";
import { type SearchState, useSearchStore } from "./search-store";
import { type OpenCitation, type OpenViewer, useViewerStore } from "./viewer-store";

export function ViewerContent({ view }: { readonly view: OpenViewer }) {
  const { viewer } = useTexts();
  const document = useOpenDocument(view.documentId);
  if (document === "loading") return <p className="p-5 text-sm text-ink-soft">{viewer.opening}</p>;
  if (document === "gone") return <p className="p-5 text-sm text-ink-soft">{viewer.gone}</p>;
  return <Reader view={view} document={document} />;
}

interface ReaderProps {
  readonly view: OpenViewer;
  readonly document: OpenDocument;
}

function Reader({ view, document }: ReaderProps) {
  const { citation } = view;
  const search = useSearchStore((state) => state.search);
  const [pageIndex, setPageIndex] = useState(0);
  const [jump, setJump] = useState<{ readonly pageIndex: number; readonly count: number } | null>(null);
  const scrollerRef = useRef<HTMLElement>(null);
  const searchRef = useRef<HTMLInputElement>(null);
  const marks = useMemo(() => collectMarks(document.id, citation, search), [document.id, citation, search]);
  const target = useLatestTarget(view, search, jump);
  const { visit } = view;
  useEffect(() => {
    if (visit > 0) scrollerRef.current?.focus({ preventScroll: true });
  }, [visit]);
  const citedPage = citation?.places[citation.placeIndex]?.pieces[0]?.pageIndex ?? 0;
  const ref = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const content = ref.current;
    const searchHere = (event: KeyboardEvent): void => {
      if (event.code !== "KeyF" || !(event.ctrlKey || event.metaKey)) return;
      event.preventDefault();
      searchRef.current?.select();
    };
    content?.addEventListener("keydown", searchHere);
    return () => content?.removeEventListener("keydown", searchHere);
  }, []);
  return (
    <div ref={ref} className="flex min-h-0 flex-1 flex-col">
      <div className="flex shrink-0 flex-wrap items-center gap-x-3 gap-y-2 border-b border-line px-5 py-2">
        <SearchBar document={document} inputRef={searchRef} />
        {document.pages.length > 1 && (
          <PageJump
            pages={document.pages}
            pageIndex={pageIndex}
            onJump={(to) => setJump({ pageIndex: to, count: (jump?.count ?? 0) + 1 })}
          />
        )}
      </div>
      {citation && (
        <CitationBar
          citation={citation}
          page={document.pages.length > 1 ? identifyPage(document.pages, citedPage) : null}
          onPlace={(placeIndex) => useViewerStore.getState().showPlace(placeIndex, nameOfDocument)}
        />
      )}
      <div className="shrink-0 px-5 [&>ul]:py-2">
        <DocumentWarnings ids={[document.id]} />
      </div>
      <Pages
        document={document}
        marks={marks}
        target={target}
        scrollerRef={scrollerRef}
        onPage={setPageIndex}
      />
    </div>
  );
}

function nameOfDocument(id: string): string {
  const document = useLibraryStore.getState().documents.find((candidate) => candidate.id === id);
  return document?.name ?? currentTexts().library.unnamed;
}

type Target = { readonly piece: Piece; readonly visit: string };
type Jump = { readonly pageIndex: number; readonly count: number };

/** Whatever was asked for last: the cited words, a hit of the search, a page. */
function useLatestTarget(view: OpenViewer, search: SearchState, jump: Jump | null): Target | null {
  const [target, setTarget] = useState<Target | null>(null);
  const { citation, visit } = view;
  const cited = citation?.places[citation.placeIndex]?.pieces[0];
  useEffect(() => {
    if (cited) setTarget({ piece: cited, visit: `citation-${visit}` });
  }, [cited, visit]);
  const hit = search.status === "found" ? search.hits[search.current] : undefined;
  useEffect(() => {
    if (hit) setTarget({ piece: hit, visit: "hit" });
  }, [hit]);
  useEffect(() => {
    if (!jump) return;
    setTarget({ piece: { pageIndex: jump.pageIndex, start: 0, end: 0 }, visit: `page-${jump.count}` });
  }, [jump]);
  return target;
}

function collectMarks(
  documentId: string,
  citation: OpenCitation | null,
  search: SearchState,
): ReadonlyMap<number, readonly Mark[]> {
  const marks = new Map<number, Mark[]>();
  const add = ({ pageIndex, start, end }: Piece, kind: Mark["kind"]): void => {
    const page = marks.get(pageIndex) ?? [];
    page.push({ start, end, kind });
    marks.set(pageIndex, page);
  };
  const place = citation?.places[citation.placeIndex];
  if (place?.documentId === documentId) for (const piece of place.pieces) add(piece, "cited");
  if (search.status === "found") {
    search.hits.forEach((hit, index) => {
      add(hit, index === search.current ? "current" : "found");
    });
  }
  return marks;
}

function useOpenDocument(id: string): OpenDocument | "loading" | "gone" {
  const [document, setDocument] = useState<OpenDocument | "loading" | "gone">("loading");
  useEffect(() => {
    let isCurrent = true;
    void openDocument(id).then((found) => {
      if (isCurrent) setDocument(found ?? "gone");
    });
    return () => {
      isCurrent = false;
    };
  }, [id]);
  return document;
}
