// A document's text, page by page. Every block is there as a placeholder, only those near the window hold text: 20 million
// characters are 5,000 empty sections.
import { memo, type RefObject, useCallback, useEffect, useMemo, useRef, useState } from "react";
import type { Piece, SourceDocument, SourcePage } from "../citations/source";
import { scrollable } from "../components/chat/scrollable";
import type { Texts } from "../i18n/catalogue";
import { useTexts } from "../i18n/language-store";
import { type Block, estimateLines, splitBlocks } from "./blocks";
import type { Mark } from "./highlights";
import { PageBlock, type WatchNearness } from "./PageBlock";
import { useReveal } from "./use-reveal";

interface PagesProps {
  readonly document: SourceDocument;
  readonly marks: ReadonlyMap<number, readonly Mark[]>; // by page's index
  readonly target: { readonly piece: Piece; readonly visit: string } | null; // what to scroll to
  readonly scrollerRef: RefObject<HTMLElement | null>;
  readonly onPage: (pageIndex: number) => void;
}

const LINE_HEIGHT = 23; // px, of text-sm with relaxed leading
const CHARACTER_WIDTH = 7.1;
const NO_MARKS: readonly Mark[] = [];
/** How far beyond the window blocks are drawn. */
const NEARNESS = "800px 0px";

export const Pages = memo(function Pages({ document, marks, target, scrollerRef, onPage }: PagesProps) {
  const { viewer } = useTexts();
  const { pages } = document;
  const blocks = useMemo(() => splitBlocks(pages), [pages]);
  const sections = useMemo(() => new Array<HTMLElement | null>(blocks.length).fill(null), [blocks]);
  const width = useFirstWidth(scrollerRef);
  const heights = useMemo(
    () => blocks.map((block) => estimateHeight(pages, block, width)),
    [pages, blocks, width],
  );
  const watchNearness = useNearness(scrollerRef);
  const onMount = useCallback(
    (index: number, element: HTMLElement | null): void => {
      sections[index] = element;
    },
    [sections],
  );
  const reveal = useReveal(scrollerRef, sections, blocks);
  useEffect(() => {
    if (target && width > 0) reveal(target.piece);
  }, [target, reveal, width]);
  const onScroll = (): void => {
    const scroller = scrollerRef.current;
    const block = scroller
      ? blocks[findTopSection(sections, scroller.getBoundingClientRect().top + 8)]
      : null;
    if (block) onPage(block.pageIndex);
  };
  return (
    <section
      ref={scrollerRef}
      onScroll={onScroll}
      aria-label={viewer.textOf(document.name)}
      className="min-h-0 flex-1 -outline-offset-2 overflow-y-auto overscroll-contain pb-10 text-sm leading-relaxed whitespace-pre-wrap wrap-anywhere"
      {...scrollable}
    >
      {width > 0 &&
        blocks.map((block, index) => (
          <PageBlock
            key={`${block.pageIndex}-${block.start}`}
            page={pages[block.pageIndex] as SourcePage}
            block={block}
            marks={marksOf(block, marks)}
            index={index}
            estimatedHeight={heights[index] ?? 0}
            heading={block.isPageStart && pages.length > 1 ? headPage(pages, block.pageIndex, viewer) : null}
            watchNearness={watchNearness}
            onMount={onMount}
          />
        ))}
    </section>
  );
});

/** A page's number, with what the document calls it where that is something else. */
export function identifyPage(
  pages: readonly SourcePage[],
  pageIndex: number,
): { readonly number: number; readonly label: string | null } {
  const page = pages[pageIndex];
  const number = page?.number ?? pageIndex + 1;
  const label = page?.label ?? "";
  return { number, label: label === "" || label === String(number) ? null : label };
}

function headPage(pages: readonly SourcePage[], pageIndex: number, viewer: Texts["viewer"]): string {
  const { number, label } = identifyPage(pages, pageIndex);
  return label === null ? viewer.pageHeading(number) : viewer.pageHeadingWithLabel(number, label);
}

function estimateHeight(pages: readonly SourcePage[], block: Block, width: number): number {
  const perLine = Math.max(10, (width - 40) / CHARACTER_WIDTH);
  return Math.ceil(estimateLines(pages[block.pageIndex]?.text ?? "", block, perLine) * LINE_HEIGHT);
}

/** The same array as long as nothing in the block is marked, so that it need not be painted again. */
function marksOf(
  { pageIndex, start, end }: Block,
  marks: ReadonlyMap<number, readonly Mark[]>,
): readonly Mark[] {
  const all = marks.get(pageIndex);
  if (!all) return NO_MARKS;
  const own = all.filter((mark) => mark.start < end && mark.end > start);
  return own.length === 0 ? NO_MARKS : own;
}

/** The last section that begins above `top`. */
function findTopSection(sections: readonly (HTMLElement | null)[], top: number): number {
  let low = 0;
  let high = sections.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((sections[middle]?.getBoundingClientRect().top ?? 0) <= top) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** Heights are guessed from the first width; what is drawn is measured. */
function useFirstWidth(scrollerRef: RefObject<HTMLElement | null>): number {
  const [width, setWidth] = useState(0);
  useEffect(() => setWidth(scrollerRef.current?.clientWidth ?? 0), [scrollerRef]);
  return width;
}

/** One observer for all blocks. */
function useNearness(scrollerRef: RefObject<HTMLElement | null>): WatchNearness {
  const observer = useRef<IntersectionObserver | null>(null);
  const listeners = useRef(new Map<Element, (isNear: boolean) => void>());
  useEffect(
    () => () => {
      observer.current?.disconnect();
      observer.current = null;
    },
    [],
  );
  return useCallback(
    (element, onChange) => {
      observer.current ??= new IntersectionObserver(
        (entries) => {
          for (const entry of entries) listeners.current.get(entry.target)?.(entry.isIntersecting);
        },
        { root: scrollerRef.current, rootMargin: NEARNESS },
      );
      listeners.current.set(element, onChange);
      observer.current.observe(element);
      return () => {
        listeners.current.delete(element);
        observer.current?.unobserve(element);
      };
    },
    [scrollerRef],
  );
}
