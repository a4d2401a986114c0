// A document of a message or a draft: its name, how much of it goes to the model, and how large that is.
import { ListFilter, X } from "lucide-react";
import type { Texts } from "../../i18n/catalogue";
import { useTexts } from "../../i18n/language-store";
import type { MessageDocument } from "../../storage/conversations";
import { describePart, unitOf } from "../../stores/document-part";
import { formatShare, formatWait } from "../../stores/format";
import { useLibraryStore } from "../../stores/library-store";
import type { ReadingState } from "../../stores/reading";
import { useViewerStore } from "../../viewer/viewer-store";
import { IconButton } from "../ui/Button";
import { ChipAction, ChipFrame } from "./ChipFrame";

interface DocumentChipProps {
  readonly document: MessageDocument;
  readonly contextLength?: number | null; // shows the share of the window
  readonly isTerse?: boolean; // one of several: what the share is of goes without saying
  readonly reading?: ReadingState | null; // how far the model has read it
  readonly onStopReading?: () => void;
  readonly onRemove?: () => void;
  readonly onInline?: () => void;
  readonly onChoose?: () => void; // a part of it
}

export function DocumentChip(props: DocumentChipProps) {
  const { chips } = useTexts();
  const {
    document,
    contextLength = null,
    isTerse = false,
    reading = null,
    onStopReading,
    onRemove,
    onInline,
    onChoose,
  } = props;
  const { id, name, tokenCount } = document;
  const isTooLong = tokenCount !== null && contextLength !== null && tokenCount >= contextLength;
  return (
    <ChipFrame
      name={name}
      isAlarming={isTooLong}
      detail={<Detail {...{ document, contextLength, isTerse, reading }} />}
      onOpen={() => useViewerStore.getState().open({ id, name })}
      actions={
        (onInline || onChoose || onRemove) && (
          <>
            {onStopReading && reading?.status === "reading" && (
              <ChipAction onClick={onStopReading}>{chips.stop}</ChipAction>
            )}
            {onInline && <ChipAction onClick={onInline}>{chips.pasteAsText}</ChipAction>}
            {onChoose && isTooLong && <ChipAction onClick={onChoose}>{chips.chooseAPart}</ChipAction>}
            {onChoose && !isTooLong && (
              <IconButton label={chips.choosePartOf(name)} onClick={onChoose}>
                <ListFilter size={16} aria-hidden />
              </IconButton>
            )}
            {onRemove && (
              <IconButton label={chips.remove(name)} onClick={onRemove}>
                <X size={16} aria-hidden />
              </IconButton>
            )}
          </>
        )
      }
    />
  );
}

interface DetailProps {
  readonly document: MessageDocument;
  readonly contextLength: number | null;
  readonly isTerse: boolean;
  readonly reading: ReadingState | null;
}

function Detail({ document: { id, part, tokenCount }, contextLength, isTerse, reading }: DetailProps) {
  const { chips } = useTexts();
  const record = useLibraryStore(({ documents }) => documents.find((candidate) => candidate.id === id));
  const characters = record && part.kind === "whole" ? chips.characters(record.characterCount) : null;
  const size = tokenCount === null ? characters : chips.tokens(tokenCount);
  const parts = [describePart(part, record?.pageCount ?? null, unitOf(record?.format)), size].filter(
    (one) => one !== null,
  );
  return (
    <>
      <span dir="auto">{parts.join(" · ")}</span>
      {tokenCount !== null && contextLength !== null && (
        <>
          {" · "}
          <span className={isTerse ? "sr-only" : "max-sm:sr-only"}>
            {chips.shareOfWindow(formatShare(tokenCount, contextLength))}
          </span>
          <span aria-hidden className={isTerse ? "" : "sm:hidden"}>
            {formatShare(tokenCount, contextLength)}
          </span>
        </>
      )}
      {reading?.status === "ready" && <span className="text-accent"> · {chips.read}</span>}
      {reading && reading.status !== "ready" && (
        <span className="block text-accent">{describeReading(reading, chips)}</span>
      )}
    </>
  );
}

type ReadingInPart = Exclude<ReadingState, { readonly status: "ready" }>;

function describeReading(reading: ReadingInPart, texts: Texts["chips"]): string {
  const { status, readTokens, totalTokens, page, secondsLeft } = reading;
  const share = formatShare(readTokens, totalTokens);
  if (status === "stopped") return texts.readTo(share);
  const wait = secondsLeft === null || secondsLeft < 2 ? null : formatWait(secondsLeft);
  if (page === null) return wait === null ? texts.reading(share) : texts.readingWithWait(share, wait);
  return wait === null ? texts.readingPage(share, page) : texts.readingPageWithWait(share, page, wait);
}
