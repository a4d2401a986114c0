// The passages that a question is about: found by their words, shown as they will be sent, ticked off where they are no help.
import { Search } from "lucide-react";
import { type FormEvent, useEffect, useId, useRef, useState } from "react";
import type { Texts } from "../../i18n/catalogue";
import { useTexts } from "../../i18n/language-store";
import { useChatStore } from "../../stores/chat-store";
import { isPageNumber } from "../../stores/document-part";
import { selectDraft, useDraftStore } from "../../stores/draft-store";
import type { Pages } from "../../stores/library-store";
import { countPartOf, findPassages, type OfferedPassage, partOf } from "../../stores/part-choice";
import { Button } from "../ui/Button";
import type { SizedPart } from "./PartDialog";

interface PassageChoiceProps {
  readonly pages: Pages;
  readonly room: number;
  readonly onChoose: (part: SizedPart | null) => void;
}

type Found =
  | { readonly status: "nothing-yet" | "searching" | "failed" }
  | { readonly status: "found"; readonly passages: readonly OfferedPassage[] };

export function PassageChoice({ pages, room, onChoose }: PassageChoiceProps) {
  const { passages: texts } = useTexts().library;
  const [found, setFound] = useState<Found>({ status: "nothing-yet" });
  const running = useRef<AbortController | null>(null);
  useEffect(() => () => running.current?.abort(), []);
  useSizeOfTicked(pages, found, onChoose);
  const search = async (question: string): Promise<void> => {
    running.current?.abort();
    const controller = new AbortController();
    running.current = controller;
    const { signal } = controller;
    setFound({ status: "searching" });
    try {
      const passages = await findPassages(pages, question, room, signal);
      setFound({ status: "found", passages });
    } catch {
      if (!signal.aborted) setFound({ status: "failed" });
    }
  };
  const toggle = (toggled: OfferedPassage): void => {
    if (found.status !== "found") return;
    const passages = found.passages.map((passage) =>
      passage === toggled ? { ...passage, isTicked: !passage.isTicked } : passage,
    );
    setFound({ status: "found", passages });
  };
  return (
    <div className="space-y-3">
      <QuestionForm onSearch={(question) => void search(question)} />
      <p role="status" className="text-xs text-ink-soft">
        {describeFound(found, texts)}
      </p>
      {found.status === "found" && found.passages.length > 0 && (
        <ul aria-label={texts.list} className="space-y-2">
          {found.passages.map((passage) => (
            <li key={`${passage.range.page} ${passage.range.start}`}>
              <PassageRow passage={passage} hasPages={pages.length > 1} onToggle={() => toggle(passage)} />
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

function describeFound(found: Found, texts: Texts["library"]["passages"]): string {
  switch (found.status) {
    case "nothing-yet":
      return texts.onlyTicked;
    case "searching":
      return texts.searching;
    case "failed":
      return texts.failed;
    case "found": {
      const ticked = found.passages.filter(({ isTicked }) => isTicked).length;
      if (found.passages.length === 0) return texts.none;
      return texts.ticked(ticked, found.passages.length);
    }
    default:
      return found satisfies never;
  }
}

/** What is ticked is counted together, as it will be sent. */
function useSizeOfTicked(pages: Pages, found: Found, onChoose: (part: SizedPart | null) => void): void {
  useEffect(() => {
    let isCurrent = true;
    onChoose(null);
    if (found.status !== "found" || found.passages.length === 0) return;
    const part = partOf(found.passages.filter(({ isTicked }) => isTicked).map(({ range }) => range));
    countPartOf(pages, part).then(
      (tokenCount) => isCurrent && onChoose({ part, tokenCount }),
      () => {}, // without a count it cannot be used
    );
    return () => {
      isCurrent = false;
    };
  }, [pages, found, onChoose]);
}

function QuestionForm({ onSearch }: { readonly onSearch: (question: string) => void }) {
  const { passages } = useTexts().library;
  const id = useId();
  const [question, setQuestion] = useState(
    () => selectDraft(useDraftStore.getState(), useChatStore.getState().current?.id ?? null).text,
  );
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (question.trim() !== "") onSearch(question);
  };
  return (
    <form onSubmit={submit}>
      <label htmlFor={id} className="block text-xs text-ink-soft">
        {passages.question}
      </label>
      <div className="mt-1 flex gap-2">
        <input
          id={id}
          type="search"
          dir="auto"
          value={question}
          onChange={(event) => setQuestion(event.target.value)}
          className="target min-w-0 flex-1 rounded-lg border border-line-strong bg-canvas px-3 py-1 text-sm"
        />
        <Button type="submit" disabled={question.trim() === ""}>
          <Search size={16} aria-hidden /> {passages.find}
        </Button>
      </div>
    </form>
  );
}

interface PassageRowProps {
  readonly passage: OfferedPassage;
  readonly hasPages: boolean;
  readonly onToggle: () => void;
}

function PassageRow({ passage, hasPages, onToggle }: PassageRowProps) {
  const { choosing, passages } = useTexts().library;
  const { text, pageLabel, tokenCount, isTicked } = passage;
  return (
    <label
      className={`flex cursor-pointer gap-3 rounded-lg border px-3 py-2 text-sm ${isTicked ? "border-line-strong bg-canvas" : "border-line text-ink-soft"}`}
    >
      <input
        type="checkbox"
        checked={isTicked}
        onChange={onToggle}
        className="mt-0.5 size-4 shrink-0 accent-accent"
      />
      <span className="min-w-0">
        <span className="block text-xs text-ink-soft tabular-nums">
          {hasPages && (
            <>
              <bdi>{isPageNumber(pageLabel) ? passages.page(pageLabel) : pageLabel}</bdi> ·{" "}
            </>
          )}
          {choosing.tokens(tokenCount)}
        </span>
        <span dir="auto" className="block whitespace-pre-wrap wrap-anywhere">
          {text.trim()}
        </span>
      </span>
    </label>
  );
}
