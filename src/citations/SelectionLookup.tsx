// "Where does it say this?": looks up what the user has selected in an answer.
import { TextSearch } from "lucide-react";
import { type RefObject, useEffect, useState } from "react";
import { Button } from "../components/ui/Button";
import { showToast } from "../stores/toast-store";
import { useViewerStore } from "../viewer/viewer-store";
import { findSelection } from "./citation-store";
import type { SourceDocument } from "./source";

interface SelectionLookupProps {
  readonly answerRef: RefObject<HTMLElement | null>;
  readonly documents: ReadonlyMap<string, Pick<SourceDocument, "id" | "name">>;
}

interface Selected {
  readonly text: string;
  readonly left: number; // px in the window
  readonly top: number;
}

/** One letter or a whole essay is no passage. */
const MIN_LENGTH = 2;
const MAX_LENGTH = 4_000;
const GAP = 8;
const BUTTON_WIDTH = 220;
const BUTTON_HEIGHT = 48;

export function SelectionLookup({ answerRef, documents }: SelectionLookupProps) {
  const [selected, setSelected] = useState<Selected | null>(null);
  useEffect(() => {
    const look = () => setSelected(answerRef.current && readSelection(answerRef.current));
    const listening = new AbortController();
    const { signal } = listening;
    document.addEventListener("selectionchange", look, { signal });
    window.addEventListener("scroll", look, { signal, capture: true, passive: true });
    window.addEventListener("resize", look, { signal });
    return () => listening.abort();
  }, [answerRef]);
  if (!selected) return null;
  const lookUp = async (): Promise<void> => {
    setSelected(null);
    const match = await findSelection([...documents.keys()], selected.text).catch((error: unknown) => {
      showToast(error instanceof Error ? error.message : String(error));
      return null;
    });
    if (match?.kind === "missing") {
      showToast(documents.size === 1 ? "Not found in the document." : "Not found in the documents.");
    } else if (match) {
      useViewerStore.getState().openMatch(match, null, (id) => documents.get(id)?.name ?? "Document");
    }
  };
  return (
    <Button
      className="fixed z-10 shadow-card"
      style={{ left: selected.left, top: selected.top }}
      onPointerDown={(event) => event.preventDefault()} // the selection stays
      onClick={() => void lookUp()}
    >
      <TextSearch size={16} aria-hidden />
      Where does it say this?
    </Button>
  );
}

function readSelection(answer: HTMLElement): Selected | null {
  const selection = document.getSelection();
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return null;
  const range = selection.getRangeAt(0);
  if (!answer.contains(range.commonAncestorContainer)) return null;
  const text = textOf(range);
  if (text.length < MIN_LENGTH || text.length > MAX_LENGTH) return null;
  const box = range.getBoundingClientRect();
  const below = box.bottom + GAP;
  const top = below + BUTTON_HEIGHT < window.innerHeight ? below : Math.max(GAP, box.top - BUTTON_HEIGHT);
  const left = Math.max(GAP, Math.min(box.left, window.innerWidth - BUTTON_WIDTH - GAP));
  return { text, left, top };
}

/** Without the marks that stand in it. */
function textOf(range: Range): string {
  const copy = range.cloneContents();
  for (const mark of copy.querySelectorAll("[data-citation]")) mark.remove();
  for (const block of copy.querySelectorAll("p, li, td, th, h3, h4, h5, h6, br")) block.after(" ");
  return (copy.textContent ?? "").trim();
}
