// What of a document goes to the model: the whole, its first pages, a range of pages, or the passages a question is about.
import { type ReactNode, useEffect, useState } from "react";
import type { Texts } from "../../i18n/catalogue";
import { currentTexts, useTexts } from "../../i18n/language-store";
import type { DocumentPart } from "../../storage/conversations";
import { useChatStore } from "../../stores/chat-store";
import { WHOLE } from "../../stores/document-part";
import { useDraftStore } from "../../stores/draft-store";
import { closePassages, openPartChoices, type PartChoices } from "../../stores/part-choice";
import { type Problem, problemOf } from "../../stores/problems";
import { ProblemNotice } from "../model/ProblemNotice";
import { Button } from "../ui/Button";
import { Dialog } from "../ui/Dialog";
import { ProgressBar } from "../ui/ProgressBar";
import { PageRangeChoice } from "./PageRangeChoice";
import { PassageChoice } from "./PassageChoice";

interface PartDialogProps {
  readonly documentId: string;
  readonly name: string;
  readonly onClose: () => void;
}

/** A part with its exact size, as far as it is known. */
export interface SizedPart {
  readonly part: DocumentPart;
  readonly tokenCount: number | null;
}

export function PartDialog({ documentId, name, onClose }: PartDialogProps) {
  const { common, library } = useTexts();
  const choices = useChoices(documentId);
  const [chosen, setChosen] = useState<SizedPart | null>(null);
  const room = typeof choices === "object" && "room" in choices ? choices.room : 0;
  const tokens = chosen?.tokenCount ?? null;
  const isFitting = tokens !== null && tokens > 0 && tokens <= room;
  const use = (): void => {
    if (!chosen) return;
    const conversationId = useChatStore.getState().current?.id ?? null;
    useDraftStore.getState().choosePart(conversationId, documentId, chosen.part);
    onClose();
  };
  const footer = (
    <>
      <p role="status" className="me-auto self-center text-sm max-sm:basis-full text-ink-soft tabular-nums">
        {tokens !== null && describeFit(tokens, room, library)}
      </p>
      <Button tone="quiet" onClick={onClose}>
        {common.cancel}
      </Button>
      <Button tone="primary" disabled={!isFitting} onClick={use}>
        {library.choosing.useThisPart}
      </Button>
    </>
  );
  return (
    <Dialog title={name} onClose={onClose} footer={footer}>
      {choices === "loading" && <ProgressBar label={library.choosing.measuring} value={null} />}
      {choices !== "loading" && "message" in choices && <ProblemNotice problem={choices} />}
      {choices !== "loading" && "room" in choices && (
        <Choices choices={choices} chosen={chosen} onChoose={setChosen} />
      )}
    </Dialog>
  );
}

function describeFit(tokens: number, room: number, { choosing }: Texts["library"]): string {
  if (tokens === 0) return choosing.nothingChosen;
  return tokens <= room ? choosing.fits(tokens, room) : choosing.tooLongBy(tokens - room);
}

function useChoices(documentId: string): PartChoices | Problem | "loading" {
  const [choices, setChoices] = useState<PartChoices | Problem | "loading">("loading");
  useEffect(() => {
    let isCurrent = true;
    const set = (result: PartChoices | Problem): void => {
      if (isCurrent) setChoices(result);
    };
    openPartChoices(documentId).then(
      (found) => set(found ?? { name: "DocumentGoneError", message: currentTexts().library.isGone }),
      (error) => set(problemOf(error)),
    );
    return () => {
      isCurrent = false;
      closePassages();
    };
  }, [documentId]);
  return choices;
}

type Way = "whole" | "first" | "range" | "passages";

interface ChoicesProps {
  readonly choices: PartChoices;
  readonly chosen: SizedPart | null;
  readonly onChoose: (part: SizedPart | null) => void;
}

function Choices({ choices, onChoose }: ChoicesProps) {
  const { choosing, passages } = useTexts().library;
  const { pages, room, wholeTokens, first } = choices;
  const [way, setWay] = useState<Way | null>(null);
  const choose = (next: Way, part: SizedPart | null): void => {
    setWay(next);
    onChoose(part);
  };
  const isFitting = wholeTokens <= room;
  return (
    <div className="space-y-4">
      <p className="text-sm text-ink-soft">
        {isFitting ? choosing.allFits(wholeTokens, room) : choosing.doesNotFitAll(wholeTokens, room)}
      </p>
      <fieldset className="min-w-0 space-y-2">
        <legend className="sr-only">{choosing.part}</legend>
        <Option
          label={choosing.whole}
          help={isFitting ? null : choosing.doesNotFit}
          isDisabled={!isFitting}
          isChosen={way === "whole"}
          onChoose={() => choose("whole", { part: WHOLE, tokenCount: wholeTokens })}
        />
        {!isFitting && (
          <Option
            label={first ? labelOfFirst(first.part, pages.length, choosing) : choosing.firstThatFit}
            help={first ? choosing.tokens(first.tokenCount) : choosing.notEvenALine}
            isDisabled={first === null}
            isChosen={way === "first"}
            onChoose={() => choose("first", first)}
          />
        )}
        {pages.length > 1 && (
          <Option
            label={choosing.range}
            help={choosing.rangeOf(pages.length)}
            isChosen={way === "range"}
            onChoose={() => choose("range", null)}
          >
            <PageRangeChoice pages={pages} onChoose={onChoose} />
          </Option>
        )}
        <Option
          label={passages.about}
          help={passages.aboutHelp}
          isChosen={way === "passages"}
          onChoose={() => choose("passages", null)}
        >
          <PassageChoice pages={pages} room={room} onChoose={onChoose} />
        </Option>
      </fieldset>
    </div>
  );
}

type ChoosingTexts = Texts["library"]["choosing"];

function labelOfFirst(part: DocumentPart, pageCount: number, choosing: ChoosingTexts): string {
  return part.kind === "pages" ? choosing.firstPages(part.to, pageCount) : choosing.beginning;
}

interface OptionProps {
  readonly label: string;
  readonly help: string | null;
  readonly isChosen: boolean;
  readonly isDisabled?: boolean;
  readonly onChoose: () => void;
  readonly children?: ReactNode;
}

function Option({ label, help, isChosen, isDisabled = false, onChoose, children }: OptionProps) {
  return (
    <div className={`rounded-xl border bg-raised ${isChosen ? "border-accent" : "border-line"}`}>
      <label className="target flex cursor-pointer items-center gap-3 px-4 py-2 has-disabled:cursor-default">
        <input
          type="radio"
          name="part"
          checked={isChosen}
          disabled={isDisabled}
          onChange={onChoose}
          className="size-4 shrink-0 accent-accent"
        />
        <span className="flex min-w-0 flex-1 flex-wrap items-baseline justify-between gap-x-3">
          <span className={`text-sm font-medium ${isDisabled ? "text-ink-faint" : ""}`}>{label}</span>
          {help !== null && <span className="text-xs text-ink-soft tabular-nums">{help}</span>}
        </span>
      </label>
      {isChosen && children && <div className="border-t border-line px-4 py-3">{children}</div>}
    </div>
  );
}
