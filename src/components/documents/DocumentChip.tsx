// A document's name and its size in tokens, as one thing that opens it and may be removed.
import { FileText, X } from "lucide-react";
import type { DocumentRecord } from "../../storage/conversations";
import { formatCount, formatShare } from "../../stores/format";
import { IconButton } from "../ui/Button";

interface DocumentChipProps {
  readonly document: DocumentRecord;
  readonly contextLength?: number | null; // shows the share of the window
  readonly onOpen: () => void;
  readonly onRemove?: () => void;
  readonly onInline?: () => void;
}

export function DocumentChip({
  document,
  contextLength = null,
  onOpen,
  onRemove,
  onInline,
}: DocumentChipProps) {
  const { name, tokenCount } = document;
  const isTooLong = tokenCount !== null && contextLength !== null && tokenCount >= contextLength;
  return (
    <div
      className={`flex max-w-full items-center rounded-xl border text-start text-sm ${isTooLong ? "border-danger bg-danger-tint" : "border-line bg-sunken"}`}
    >
      <button
        type="button"
        onClick={onOpen}
        className="target flex min-w-0 items-center gap-2.5 rounded-xl px-3 py-1.5 text-start hover:bg-tint"
      >
        <FileText size={18} aria-hidden className="shrink-0 text-accent" />
        <span className="min-w-0">
          <span className="block truncate font-medium" dir="auto">
            {name}
          </span>
          <span className="block text-xs text-ink-soft tabular-nums" dir="auto">
            <Size document={document} contextLength={contextLength} />
          </span>
        </span>
      </button>
      {onInline && (
        <button
          type="button"
          onClick={onInline}
          className="target shrink-0 rounded-lg px-2 text-xs font-medium text-accent hover:bg-tint"
        >
          Paste as text
        </button>
      )}
      {onRemove && (
        <IconButton label={`Remove ${name}`} onClick={onRemove}>
          <X size={16} aria-hidden />
        </IconButton>
      )}
    </div>
  );
}

interface SizeProps {
  readonly document: DocumentRecord;
  readonly contextLength: number | null;
}

function Size({ document: { tokenCount, text }, contextLength }: SizeProps) {
  if (tokenCount === null) return `${formatCount(text.length)} characters`;
  const tokens = `${formatCount(tokenCount)} tokens`;
  if (contextLength === null) return tokens;
  return (
    <>
      {tokens} · {formatShare(tokenCount, contextLength)}
      <span className="max-sm:sr-only"> of the window</span>
    </>
  );
}
