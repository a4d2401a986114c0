// A long chat opens as fast as a short one: its newest messages are there at once, earlier ones come above them while nothing
// else is to be done. What is read stays in its place.
import { type RefObject, startTransition, useEffect, useLayoutEffect, useRef, useState } from "react";

/** Some screens of messages, and how many more are added at a time. */
const FIRST_MESSAGES = 12;
const MORE_MESSAGES = 16;

interface TranscriptElements {
  readonly scrollRef: RefObject<HTMLElement | null>;
  readonly contentRef: RefObject<HTMLElement | null>;
}

/** The first of `count` messages to draw; that at `needed` is drawn at once. */
export function useEarlierMessages(count: number, needed: number, elements: TranscriptElements): number {
  const [wanted, setWanted] = useState(count);
  const start = Math.max(0, Math.min(wanted, needed, count - FIRST_MESSAGES));
  useEffect(() => {
    if (start === 0) return;
    const timer = setTimeout(() => startTransition(() => setWanted(start - MORE_MESSAGES)), 0);
    return () => clearTimeout(timer);
  }, [start]);
  useSteadyPlace(elements);
  return start;
}

/** Scrolls by what came above, where the browser does not do so itself (Safari). */
function useSteadyPlace({ scrollRef, contentRef }: TranscriptElements): void {
  const firstDrawn = useRef<Element | null>(null);
  useLayoutEffect(() => {
    const before = firstDrawn.current;
    const first = contentRef.current?.firstElementChild ?? null;
    firstDrawn.current = first;
    if (!first || !before?.isConnected || before === first) return;
    if (!scrollRef.current || CSS.supports("overflow-anchor", "auto")) return;
    scrollRef.current.scrollTop += before.getBoundingClientRect().top - first.getBoundingClientRect().top;
  });
}
