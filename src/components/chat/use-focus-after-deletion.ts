// A deleted message takes the focus with it: the last one that is left gets it, so that the keyboard goes on from there.
import { type RefObject, useEffect, useRef } from "react";

export function useFocusAfterDeletion(count: number, contentRef: RefObject<HTMLElement | null>): void {
  const before = useRef(count);
  useEffect(() => {
    const isShorter = count < before.current;
    before.current = count;
    if (!isShorter || document.activeElement !== document.body) return;
    const last = contentRef.current?.lastElementChild;
    if (last instanceof HTMLElement) last.focus({ preventScroll: true });
  }, [count, contentRef]);
}
