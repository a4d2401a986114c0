// What the user wrote, with the documents given along with it.
import { memo } from "react";
import type { UserMessage } from "../../storage/conversations";
import { usePanelStore } from "../../stores/panel-store";
import { DocumentChip } from "../documents/DocumentChip";

export const QuestionMessage = memo(function QuestionMessage({ message }: { readonly message: UserMessage }) {
  const openPanel = usePanelStore((state) => state.open);
  return (
    <article className="flex flex-col items-end gap-2">
      <h2 className="sr-only">You</h2>
      {message.documents.length > 0 && (
        <ul className="flex max-w-full flex-wrap justify-end gap-2">
          {message.documents.map((document) => (
            <li key={document.id} className="max-w-full">
              <DocumentChip document={document} onOpen={() => openPanel({ kind: "document", document })} />
            </li>
          ))}
        </ul>
      )}
      {message.text !== "" && (
        <p
          dir="auto"
          className="max-w-[85%] rounded-2xl rounded-ee-md bg-tint px-4 py-2.5 whitespace-pre-wrap wrap-anywhere"
        >
          {message.text}
        </p>
      )}
    </article>
  );
});
