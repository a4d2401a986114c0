// What can be done with words that the user has selected in an answer: quote them in the composer, or look up where the
// documents say them. One bar for all answers; an answer is what carries `data-answer`.
import { Quote, TextSearch } from "lucide-react";
import { useEffect, useState } from "react";
import { Button } from "../components/ui/Button";
import { currentTexts, useTexts } from "../i18n/language-store";
import { quoteInDraft } from "../stores/quote";
import { showToast } from "../stores/toast-store";
import { useViewerStore } from "../viewer/viewer-store";
import { findSelection } from "./citation-store";
import { readSelection, type SelectedWords } from "./selected-words";
import { type AnswerDocuments, useAnswerDocuments } from "./use-answer-documents";

export function SelectionBar() {
  const [selected, setSelected] = useState<SelectedWords | null>(null);
  useEffect(() => {
    const look = () => setSelected(readSelection());
    const listening = new AbortController();
    const { signal } = listening;
    document.addEventListener("selectionchange", look, { signal });
    window.addEventListener("scroll", look, { signal, capture: true, passive: true });
    window.addEventListener("resize", look, { signal });
    return () => listening.abort();
  }, []);
  return selected && <Bar selected={selected} />;
}

function Bar({ selected }: { readonly selected: SelectedWords }) {
  const { composer } = useTexts();
  const documents = useAnswerDocuments(selected.messageId);
  const quote = (): void => {
    document.getSelection()?.empty();
    quoteInDraft(selected.lines);
  };
  const lookUp = (): void => {
    document.getSelection()?.empty();
    void lookUpWords(selected.text, documents);
  };
  return (
    <div
      role="toolbar"
      aria-label={composer.selection}
      className="animate-appear fixed z-10 flex rounded-xl border border-line-strong bg-raised p-0.5 shadow-card"
      style={{ left: selected.left, top: selected.top }}
      onPointerDown={(event) => event.preventDefault()} // the selection stays
    >
      <Button tone="quiet" onClick={quote}>
        <Quote size={16} aria-hidden className="rtl:-scale-x-100" />
        {composer.quote}
      </Button>
      {documents.ids.length > 0 && (
        <Button tone="quiet" onClick={lookUp}>
          <TextSearch size={16} aria-hidden />
          {composer.whereDoesItSay}
        </Button>
      )}
    </div>
  );
}

async function lookUpWords(text: string, { ids, names }: AnswerDocuments): Promise<void> {
  const match = await findSelection(ids, text).catch((error: unknown) => {
    showToast(error instanceof Error ? error.message : String(error));
    return null;
  });
  if (match?.kind === "missing") showToast(currentTexts().composer.notInDocuments(ids.length));
  else if (match) {
    const { unnamed } = currentTexts().library;
    useViewerStore.getState().openMatch(match, null, (id) => names[ids.indexOf(id)] ?? unnamed);
  }
}
