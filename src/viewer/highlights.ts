// Marked words: ranges painted by the browser (CSS Custom Highlight API), so that a thousand hits of a search change no element.
// Where a browser has none of it, paragraphs are drawn with <mark> instead.

export type MarkKind = "cited" | "found" | "current";

/** In a page's text. */
export interface Mark {
  readonly start: number;
  readonly end: number;
  readonly kind: MarkKind;
}

export const canHighlight =
  typeof Highlight !== "undefined" && typeof CSS !== "undefined" && "highlights" in CSS;

/** What is painted over what, where words are marked twice. */
const PRIORITIES: Readonly<Record<MarkKind, number>> = { cited: 0, found: 1, current: 2 };

function registryOf(kind: MarkKind): Highlight {
  const name = `viewer-${kind}`;
  let highlight = CSS.highlights.get(name);
  if (!highlight) {
    highlight = new Highlight();
    highlight.priority = PRIORITIES[kind];
    CSS.highlights.set(name, highlight);
  }
  return highlight;
}

/** Paints marks in paragraphs that each hold one text node; gives back what takes them away. */
export function paintMarks(
  paragraphs: readonly { readonly element: Element; readonly start: number }[],
  marks: readonly Mark[],
): () => void {
  const painted: [Highlight, AbstractRange][] = [];
  for (const { element, start } of paragraphs) {
    const node = element.firstChild;
    if (!(node instanceof Text)) continue;
    for (const mark of marks) {
      const from = Math.max(0, mark.start - start);
      const to = Math.min(node.length, mark.end - start);
      if (from >= to) continue;
      const range = new StaticRange({
        startContainer: node,
        startOffset: from,
        endContainer: node,
        endOffset: to,
      });
      const highlight = registryOf(mark.kind);
      highlight.add(range);
      painted.push([highlight, range]);
    }
  }
  return () => {
    for (const [highlight, range] of painted) highlight.delete(range);
  };
}

export interface Stretch {
  readonly start: number;
  readonly text: string;
  readonly kind: MarkKind | null;
}

/** A paragraph's text cut where marks begin and end; the most important of several kinds. */
export function cutAtMarks(text: string, start: number, marks: readonly Mark[]): Stretch[] {
  const end = start + text.length;
  const touching = marks.filter((mark) => mark.start < end && mark.end > start);
  const cuts = new Set([start, end]);
  for (const mark of touching) {
    cuts.add(Math.max(start, mark.start));
    cuts.add(Math.min(end, mark.end));
  }
  const ordered = [...cuts].sort((a, b) => a - b);
  return ordered.slice(0, -1).map((from, index) => {
    const to = ordered[index + 1] ?? end;
    const kinds = touching.filter((mark) => mark.start < to && mark.end > from).map(({ kind }) => kind);
    const [kind] = kinds.sort((a, b) => PRIORITIES[b] - PRIORITIES[a]);
    return { start: from, text: text.slice(from - start, to - start), kind: kind ?? null };
  });
}
