// One block of a document: a placeholder of about the right height while it is far, its paragraphs when it is near.
import { memo, type ReactNode, useEffect, useLayoutEffect, useRef, useState } from "react";
import type { SourcePage } from "../citations/source";
import { type Block, splitParagraphs } from "./blocks";
import { canHighlight, cutAtMarks, type Mark, paintMarks } from "./highlights";

/** Tells an element when it comes near the window and when it leaves. Returns the function that stops it. */
export type WatchNearness = (element: Element, onChange: (isNear: boolean) => void) => () => void;

interface PageBlockProps {
  readonly page: SourcePage;
  readonly block: Block;
  readonly index: number; // of the block in the document
  readonly marks: readonly Mark[];
  readonly estimatedHeight: number; // px
  readonly heading: string | null;
  readonly watchNearness: WatchNearness;
  readonly onMount: (index: number, element: HTMLElement | null) => void;
}

export const PageBlock = memo(function PageBlock(props: PageBlockProps) {
  const { page, block, index, marks, estimatedHeight, heading, watchNearness, onMount } = props;
  const ref = useRef<HTMLDivElement>(null);
  const heightRef = useRef(estimatedHeight); // the true one once it was drawn
  const [isNear, setIsNear] = useState(false);
  useEffect(() => {
    const element = ref.current;
    if (!element) return;
    return watchNearness(element, (near) => {
      if (!near && element.dataset.drawn === "true") heightRef.current = element.offsetHeight;
      setIsNear(near);
    });
  }, [watchNearness]);
  return (
    <div
      ref={(element) => {
        ref.current = element;
        onMount(index, element);
      }}
      data-drawn={isNear}
      className="px-5 [contain:layout_style]"
      style={isNear ? undefined : { blockSize: heightRef.current }}
    >
      {isNear && heading !== null && (
        <h3 className="border-b border-line pt-6 pb-1 text-xs font-semibold text-ink-soft">
          <bdi>{heading}</bdi>
        </h3>
      )}
      {isNear && <Paragraphs page={page} block={block} marks={marks} />}
    </div>
  );
});

type ParagraphsProps = Pick<PageBlockProps, "page" | "block" | "marks">;

function Paragraphs({ page: { text }, block, marks }: ParagraphsProps) {
  const paragraphs = splitParagraphs(text, block);
  const ref = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    if (!canHighlight || !ref.current || marks.length === 0) return;
    const drawn = [...ref.current.children] as HTMLElement[];
    return paintMarks(
      drawn.map((element) => ({ element, start: Number(element.dataset.start) })),
      marks,
    );
  }, [marks]);
  return (
    <div ref={ref}>
      {paragraphs.map(({ start, end, isAfterGap }) => (
        <p key={start} data-start={start} dir="auto" className={isAfterGap ? "mt-3" : "mt-1"}>
          {canHighlight ? text.slice(start, end) : drawMarks(text.slice(start, end), start, marks)}
        </p>
      ))}
    </div>
  );
}

function drawMarks(text: string, start: number, marks: readonly Mark[]): ReactNode {
  return cutAtMarks(text, start, marks).map((stretch) =>
    stretch.kind === null ? (
      stretch.text
    ) : (
      <mark key={stretch.start} className={`viewer-${stretch.kind}`}>
        {stretch.text}
      </mark>
    ),
  );
}
