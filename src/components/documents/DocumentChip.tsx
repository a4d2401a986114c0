// A document of a message or a draft: its name, how much of it goes to the model, and how large that is.
import { ListFilter, X } from "lucide-react";
import type { MessageDocument } from "../../storage/conversations";
import { describePart, unitOf } from "../../stores/document-part";
import { formatCount, formatShare, formatWait } from "../../stores/format";
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
              <ChipAction onClick={onStopReading}>Stop</ChipAction>
            )}
            {onInline && <ChipAction onClick={onInline}>Paste as text</ChipAction>}
            {onChoose && isTooLong && <ChipAction onClick={onChoose}>Choose a part</ChipAction>}
            {onChoose && !isTooLong && (
              <IconButton label={`Choose a part of ${name}`} onClick={onChoose}>
                <ListFilter size={16} aria-hidden />
              </IconButton>
            )}
            {onRemove && (
              <IconButton label={`Remove ${name}`} onClick={onRemove}>
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
  const record = useLibraryStore(({ documents }) => documents.find((candidate) => candidate.id === id));
  const characters =
    record && part.kind === "whole" ? `${formatCount(record.characterCount)} characters` : null;
  const size = tokenCount === null ? characters : `${formatCount(tokenCount)} tokens`;
  const parts = [
    describePart(part, record?.pageCount ?? null, unitOf(record?.format)),
    size,
    tokenCount !== null && contextLength !== null ? formatShare(tokenCount, contextLength) : null,
  ].filter((one) => one !== null);
  return (
    <>
      <span dir="auto">{parts.join(" · ")}</span>
      {tokenCount !== null && contextLength !== null && (
        <span className={isTerse ? "sr-only" : "max-sm:sr-only"}> of the window</span>
      )}
      {reading?.status === "ready" && <span className="text-accent"> · read</span>}
      {reading && reading.status !== "ready" && (
        <span className="block text-accent">{describeReading(reading)}</span>
      )}
    </>
  );
}

function describeReading(reading: Exclude<ReadingState, { readonly status: "ready" }>): string {
  const share = formatShare(reading.readTokens, reading.totalTokens);
  const { page, secondsLeft } = reading;
  const where = page === null ? "" : `, page ${formatCount(page)}`;
  const wait = secondsLeft === null || secondsLeft < 2 ? "" : `, about ${formatWait(secondsLeft)} left`;
  return reading.status === "stopped" ? `read to ${share}` : `reading ${share}${where}${wait}`;
}
