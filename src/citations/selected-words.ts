// The words that are selected in an answer, and where a bar beside them has room.
import { copyOf } from "../components/markdown/rich-copy";

export interface SelectedWords {
  readonly messageId: string;
  readonly text: string; // in one line
  readonly lines: string; // in lines, as they are drawn
  readonly left: number; // px in the window
  readonly top: number;
}

/** One letter or a whole essay is no passage. */
const MIN_LENGTH = 2;
const MAX_LENGTH = 4_000;
const GAP = 8;
const BAR_WIDTH = 330;
const BAR_HEIGHT = 52;

/** Null where nothing is selected, or not within one answer. */
export function readSelection(): SelectedWords | null {
  const selection = document.getSelection();
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return null;
  const range = selection.getRangeAt(0);
  const node = range.commonAncestorContainer;
  const element = node instanceof Element ? node : node.parentElement;
  const messageId = element?.closest<HTMLElement>("[data-answer]")?.dataset.answer;
  if (messageId === undefined) return null;
  const lines = linesOf(range);
  const text = lines.replace(/\s+/g, " ");
  if (text.length < MIN_LENGTH || text.length > MAX_LENGTH) return null;
  const box = range.getBoundingClientRect();
  const below = box.bottom + GAP;
  const top = below + BAR_HEIGHT < window.innerHeight ? below : Math.max(GAP, box.top - BAR_HEIGHT);
  const left = Math.max(GAP, Math.min(box.left, window.innerWidth - BAR_WIDTH - GAP));
  return { messageId, text, lines, left, top };
}

/** Without the marks that stand in the text, and without buttons; formulas as their TeX. */
function linesOf(range: Range): string {
  const copy = copyOf(range);
  for (const block of copy.querySelectorAll("p, h1, h2, h3, h4, h5, h6, pre, blockquote"))
    block.after("\n\n");
  for (const line of copy.querySelectorAll("li, tr, br")) line.after("\n");
  for (const cell of copy.querySelectorAll("td, th")) cell.after(" ");
  return (copy.textContent ?? "").replace(/\n{3,}/g, "\n\n").trim();
}
