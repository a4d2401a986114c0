// The documents that will go with the next message, the files that are still on their way, and what to know about them.
import { useTexts } from "../../i18n/language-store";
import type { MessageDocument } from "../../storage/conversations";
import { useDraftStore } from "../../stores/draft-store";
import { useIntakeStore } from "../../stores/intake-store";
import { useLibraryStore } from "../../stores/library-store";
import { useModelStore } from "../../stores/model-store";
import { usePanelStore } from "../../stores/panel-store";
import { type ReadingState, readingOf } from "../../stores/reading";
import { useReadingAheadStore } from "../../stores/reading-ahead";
import { DocumentChip } from "./DocumentChip";
import { DocumentWarnings } from "./DocumentWarnings";
import { IntakeChip } from "./IntakeChip";
import { usePageCount } from "./use-page-count";

interface DraftDocumentsProps {
  readonly conversationId: string | null;
  readonly documents: readonly MessageDocument[];
}

export function DraftDocuments({ conversationId, documents }: DraftDocumentsProps) {
  const { chips } = useTexts();
  const intakes = useIntakeStore((state) => state.intakes);
  const own = intakes.filter((intake) => intake.conversationId === conversationId);
  if (documents.length === 0 && own.length === 0) return null;
  return (
    <div className="space-y-2 px-3 pt-3">
      <ul
        aria-label={chips.attached}
        className="flex max-h-[min(14rem,30dvh)] flex-wrap gap-2 overflow-y-auto"
      >
        {documents.map((document) => (
          <li key={document.id} className="max-w-full max-sm:w-full">
            <DraftChip conversationId={conversationId} document={document} documents={documents} />
          </li>
        ))}
        {own.map((intake) => (
          <li
            key={intake.id}
            className={`max-w-full max-sm:w-full ${intake.state.status === "failed" ? "w-full" : ""}`}
          >
            <IntakeChip intake={intake} />
          </li>
        ))}
      </ul>
      <DocumentWarnings ids={documents.map(({ id }) => id)} />
    </div>
  );
}

interface DraftChipProps {
  readonly conversationId: string | null;
  readonly document: MessageDocument;
  readonly documents: readonly MessageDocument[]; // all of the draft
}

function DraftChip({ conversationId, document, documents }: DraftChipProps) {
  const { id, name } = document;
  const contextLength = useModelStore(({ model }) =>
    model.status === "ready" ? model.info.contextLength : null,
  );
  const isPasted = useLibraryStore((state) =>
    state.documents.some((candidate) => candidate.id === id && candidate.isPasted),
  );
  const openPanel = usePanelStore((state) => state.open);
  const reading = useReading(document, documents);
  const { removeDocument, inlineDocument } = useDraftStore.getState();
  return (
    <DocumentChip
      document={document}
      contextLength={contextLength}
      isTerse={documents.length > 1}
      reading={reading}
      onStopReading={() => useReadingAheadStore.getState().stop()}
      onRemove={() => removeDocument(conversationId, id)}
      {...(contextLength === null ? {} : { onChoose: () => openPanel({ kind: "document-part", id, name }) })}
      {...(isPasted ? { onInline: () => void inlineDocument(conversationId, id) } : {})}
    />
  );
}

function useReading(document: MessageDocument, documents: readonly MessageDocument[]): ReadingState | null {
  const ahead = useReadingAheadStore((state) => state.ahead);
  const pageCount = usePageCount(document);
  if (ahead.status === "idle") return null;
  if (ahead.status === "ready") return ahead;
  const reading = readingOf(documents, documents.indexOf(document), pageCount, ahead.progress);
  return reading?.status === "reading" ? { ...reading, status: ahead.status } : reading;
}
