// Brings the message that a search has led to into view, with the found words marked.
import { type RefObject, useEffect } from "react";
import { useChatSearchStore } from "../../stores/chat-search";
import { findTerms } from "../../stores/words";
import { canHighlight } from "../../viewer/highlights";

/** Pixels above the message. */
const MARGIN = 24;

/** The attribute by which a message is found. */
export const messagePlace = (id: string) => ({ "data-message": id, tabIndex: -1 }) as const;

export function useRevelation(scrollRef: RefObject<HTMLElement | null>, letGo: () => void): void {
  const revelation = useChatSearchStore((state) => state.revelation);
  useEffect(() => {
    if (!revelation) return;
    const box = scrollRef.current;
    const selector = `[data-message="${CSS.escape(revelation.messageId)}"]`;
    const message = box?.querySelector<HTMLElement>(selector);
    if (!box || !message) return;
    const show = (): void => {
      letGo(); // of the end of the chat
      // Not scrollIntoView, which moves the page around the chat as well.
      box.scrollTop += message.getBoundingClientRect().top - box.getBoundingClientRect().top - MARGIN;
    };
    show();
    message.focus({ preventScroll: true });
    const unmark = markWords(message, new Set(revelation.terms));
    const release = keepInPlace(box, show);
    return () => {
      release();
      unmark();
    };
  }, [revelation, scrollRef, letGo]);
}

/** What a reader scrolls or goes on with. */
const READER_EVENTS = ["wheel", "touchmove", "pointerdown", "keydown"] as const;

/** Shows it again whenever the chat is laid out anew, as with what was out of sight or comes later, until the reader goes on. */
function keepInPlace(box: HTMLElement, show: () => void): () => void {
  const observer = new ResizeObserver(show);
  for (const content of box.children) observer.observe(content);
  const release = (): void => {
    observer.disconnect();
    for (const type of READER_EVENTS) removeEventListener(type, release, true);
  };
  for (const type of READER_EVENTS) addEventListener(type, release, { capture: true, passive: true });
  return release;
}

/** Painted by the browser, so that no element changes; where it can't, the message alone is shown. */
function markWords(message: HTMLElement, terms: ReadonlySet<string>): () => void {
  if (!canHighlight) return () => {};
  const highlight = new Highlight();
  const walker = document.createTreeWalker(message, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    for (const { start, end } of findTerms(node.nodeValue ?? "", terms)) {
      const [startContainer, endContainer] = [node, node];
      highlight.add(new StaticRange({ startContainer, startOffset: start, endContainer, endOffset: end }));
    }
  }
  CSS.highlights.set("chat-found", highlight);
  return () => CSS.highlights.delete("chat-found");
}
