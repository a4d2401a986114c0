// The documents that will go with the next message, the files that are still on their way, and what to know about them.
import type { MessageDocument } from "../../storage/conversations";
import { useDraftStore } from "../../stores/draft-store";
import { useIntakeStore } from "../../stores/intake-store";
import { useLibraryStore } from "../../stores/library-store";
import { useModelStore } from "../../stores/model-store";
import { usePanelStore } from "../../stores/panel-store";
import { DocumentChip } from "./DocumentChip";
import { DocumentWarnings } from "./DocumentWarnings";
import { DraftOverflow } from "./DraftOverflow";
import { IntakeChip } from "./IntakeChip";

interface DraftDocumentsProps {
  readonly conversationId: string | null;
  readonly documents: readonly MessageDocument[];
}

export function DraftDocuments({ conversationId, documents }: DraftDocumentsProps) {
  const intakes = useIntakeStore((state) => state.intakes);
  const own = intakes.filter((intake) => intake.conversationId === conversationId);
  if (documents.length === 0 && own.length === 0) return null;
  return (
    <div className="max-h-[min(18rem,40dvh)] space-y-2 overflow-y-auto px-3 pt-3">
      <ul aria-label="Attached documents" className="flex flex-wrap gap-2">
        {documents.map((document) => (
          <li key={document.id} className="max-w-full">
            <DraftChip conversationId={conversationId} document={document} isTerse={documents.length > 1} />
          </li>
        ))}
        {own.map((intake) => (
          <li key={intake.id} className={`max-w-full ${intake.state.status === "failed" ? "w-full" : ""}`}>
            <IntakeChip intake={intake} />
          </li>
        ))}
      </ul>
      <DocumentWarnings ids={documents.map(({ id }) => id)} />
      <DraftOverflow />
    </div>
  );
}

interface DraftChipProps {
  readonly conversationId: string | null;
  readonly document: MessageDocument;
  readonly isTerse: boolean;
}

function DraftChip({ conversationId, document, isTerse }: DraftChipProps) {
  const { id, name } = document;
  const contextLength = useModelStore(({ model }) =>
    model.status === "ready" ? model.info.contextLength : null,
  );
  const isPasted = useLibraryStore(({ documents }) =>
    documents.some((candidate) => candidate.id === id && candidate.isPasted),
  );
  const openPanel = usePanelStore((state) => state.open);
  const { removeDocument, inlineDocument } = useDraftStore.getState();
  return (
    <DocumentChip
      document={document}
      contextLength={contextLength}
      isTerse={isTerse}
      onRemove={() => removeDocument(conversationId, id)}
      {...(contextLength === null ? {} : { onChoose: () => openPanel({ kind: "document-part", id, name }) })}
      {...(isPasted ? { onInline: () => void inlineDocument(conversationId, id) } : {})}
    />
  );
}
