// A document's text as it is in the library, page by page.
import { useEffect, useState } from "react";
import { formatCount } from "../../stores/format";
import { type OpenDocument, openDocument } from "../../stores/library-store";
import { Dialog } from "../ui/Dialog";
import { DocumentWarnings } from "./DocumentWarnings";

interface DocumentViewerProps {
  readonly id: string;
  readonly name: string;
  readonly onClose: () => void;
}

export function DocumentViewer({ id, name, onClose }: DocumentViewerProps) {
  const document = useDocument(id);
  return (
    <Dialog title={name} onClose={onClose} shape="wide">
      {document === "gone" && (
        <p className="text-sm text-ink-soft">
          This document was deleted. Attach the same file again, and the chats that used it go on.
        </p>
      )}
      {document !== "gone" && document !== "loading" && (
        <div className="space-y-4">
          <DocumentWarnings ids={[id]} />
          {document.pages.map(({ number, label, text }) => (
            <section key={number} aria-label={`Page ${label}`} className="[content-visibility:auto]">
              {document.pages.length > 1 && (
                <h3 className="mb-1 border-b border-line pb-1 text-xs font-semibold text-ink-faint">
                  <bdi>{label === String(number) ? `Page ${formatCount(number)}` : label}</bdi>
                </h3>
              )}
              <p dir="auto" className="text-sm leading-relaxed whitespace-pre-wrap wrap-anywhere">
                {text}
              </p>
            </section>
          ))}
        </div>
      )}
    </Dialog>
  );
}

function useDocument(id: string): OpenDocument | "loading" | "gone" {
  const [document, setDocument] = useState<OpenDocument | "loading" | "gone">("loading");
  useEffect(() => {
    let isCurrent = true;
    void openDocument(id).then((found) => {
      if (isCurrent) setDocument(found ?? "gone");
    });
    return () => {
      isCurrent = false;
    };
  }, [id]);
  return document;
}
