// A document's text as it was given to the model.

import type { DocumentRecord } from "../../storage/conversations";
import { formatCount } from "../../stores/format";
import { CopyButton } from "../ui/CopyButton";
import { Dialog } from "../ui/Dialog";

interface DocumentViewerProps {
  readonly document: DocumentRecord;
  readonly onClose: () => void;
}

export function DocumentViewer({ document, onClose }: DocumentViewerProps) {
  const { name, text, tokenCount } = document;
  const size = [
    `${formatCount(text.length)} characters`,
    tokenCount === null ? null : `${formatCount(tokenCount)} tokens`,
  ];
  return (
    <Dialog title={name} onClose={onClose} shape="wide">
      <div className="mb-2 flex items-center justify-between gap-2 text-xs text-ink-soft">
        <span className="tabular-nums">{size.filter(Boolean).join(" · ")}</span>
        <CopyButton label="Copy document" text={text} />
      </div>
      <pre dir="auto" className="font-sans text-sm leading-relaxed whitespace-pre-wrap wrap-anywhere">
        {text}
      </pre>
    </Dialog>
  );
}
