// Scrolls to a piece of the text, or to a page's beginning. Blocks on the way get their true heights only when they are drawn, so
// that it aims again, frame by frame, until the place stays where it should be or the reader takes over.
import { type RefObject, useCallback, useRef } from "react";
import type { Piece } from "../citations/source";
import { type Block, findBlock } from "./blocks";

const MAX_FRAMES = 40;
/** Still for so many frames: it is there. */
const SETTLED_FRAMES = 4;
/** Where the words come to stand, as a share of the window's height from its top. */
const AIM = 0.25;

export type Reveal = (target: Piece) => void;

export function useReveal(
  scrollerRef: RefObject<HTMLElement | null>,
  sections: readonly (HTMLElement | null)[],
  blocks: readonly Block[],
): Reveal {
  const attempt = useRef(0);
  return useCallback(
    (target) => {
      const scroller = scrollerRef.current;
      const index = findBlock(blocks, target);
      const section = sections[index];
      if (!scroller || !section) return;
      attempt.current += 1;
      const own = attempt.current;
      const release = () => {
        if (attempt.current === own) attempt.current += 1;
      };
      for (const event of ["wheel", "touchmove", "keydown", "pointerdown"]) {
        scroller.addEventListener(event, release, { once: true, passive: true });
      }
      let still = 0;
      const aim = (frame: number): void => {
        if (attempt.current !== own || frame > MAX_FRAMES || still >= SETTLED_FRAMES) return;
        const before = scroller.scrollTop;
        scroller.scrollTop += distanceTo(scroller, section, target);
        const isThere = section.dataset.drawn === "true" && Math.abs(scroller.scrollTop - before) < 2;
        still = isThere ? still + 1 : 0;
        requestAnimationFrame(() => aim(frame + 1));
      };
      aim(0);
    },
    [scrollerRef, sections, blocks],
  );
}

function distanceTo(scroller: HTMLElement, section: HTMLElement, target: Piece): number {
  const window = scroller.getBoundingClientRect();
  if (target.start === 0 && target.end === 0) return section.getBoundingClientRect().top - window.top;
  const paragraph = [...section.querySelectorAll<HTMLElement>("[data-start]")].findLast(
    ({ dataset }) => Number(dataset.start) <= target.start,
  );
  if (!paragraph) return section.getBoundingClientRect().top - window.top - window.height * AIM;
  return rectOf(paragraph, target.start).top - window.top - window.height * AIM;
}

/** Where a character stands; a paragraph may be one text node or several, cut by marks. */
function rectOf(paragraph: HTMLElement, start: number): DOMRect {
  let left = start - Number(paragraph.dataset.start);
  const walker = document.createTreeWalker(paragraph, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node instanceof Text; node = walker.nextNode()) {
    if (left < node.length) {
      const range = document.createRange();
      range.setStart(node, left);
      range.setEnd(node, left + 1);
      return range.getBoundingClientRect();
    }
    left -= node.length;
  }
  return paragraph.getBoundingClientRect();
}
