// What the user wrote, with the documents given along with it and, while they are read, how far.
import { memo } from "react";
import type { MessageDocument, UserMessage } from "../../storage/conversations";
import { useChatStore } from "../../stores/chat-store";
import { readingOf } from "../../stores/reading";
import { useReplyStore } from "../../stores/reply-store";
import { DocumentChip } from "../documents/DocumentChip";
import { usePageCount } from "../documents/use-page-count";

export const QuestionMessage = memo(function QuestionMessage({ message }: { readonly message: UserMessage }) {
  return (
    <article className="flex flex-col items-end gap-2">
      <h2 className="sr-only">You</h2>
      {message.documents.length > 0 && (
        <ul aria-label="Documents" className="flex max-w-full flex-wrap justify-end gap-2">
          {message.documents.map((document) => (
            <li key={document.id} className="max-w-full">
              <SentDocument message={message} document={document} />
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

interface SentDocumentProps {
  readonly message: UserMessage;
  readonly document: MessageDocument;
}

function SentDocument({ message, document }: SentDocumentProps) {
  const phase = useReplyStore(({ reply }) => {
    if (reply?.phase.kind !== "reading") return null;
    const answer = useChatStore.getState().messages.find(({ id }) => id === reply.messageId);
    return answer?.parentId === message.id ? reply.phase : null;
  });
  const pageCount = usePageCount(document);
  const index = message.documents.indexOf(document);
  const reading = phase && readingOf(message.documents, index, pageCount, phase);
  return <DocumentChip document={document} reading={reading} />;
}
