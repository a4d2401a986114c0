// The documents that will go with the next message.

import type { DocumentRecord } from "../../storage/conversations";
import { useDraftStore } from "../../stores/draft-store";
import { useModelStore } from "../../stores/model-store";
import { usePanelStore } from "../../stores/panel-store";
import { DocumentChip } from "./DocumentChip";

interface DraftDocumentsProps {
  readonly conversationId: string | null;
  readonly documents: readonly DocumentRecord[];
}

export function DraftDocuments({ conversationId, documents }: DraftDocumentsProps) {
  const contextLength = useModelStore(({ model }) =>
    model.status === "ready" ? model.info.contextLength : null,
  );
  const openPanel = usePanelStore((state) => state.open);
  if (documents.length === 0) return null;
  const { removeDocument, inlineDocument } = useDraftStore.getState();
  return (
    <ul aria-label="Attached documents" className="flex max-h-40 flex-wrap gap-2 overflow-y-auto px-3 pt-3">
      {documents.map((document) => (
        <li key={document.id} className="max-w-full">
          <DocumentChip
            document={document}
            contextLength={contextLength}
            onOpen={() => openPanel({ kind: "document", document })}
            onRemove={() => removeDocument(conversationId, document.id)}
            {...(document.isPasted ? { onInline: () => inlineDocument(conversationId, document.id) } : {})}
          />
        </li>
      ))}
    </ul>
  );
}
