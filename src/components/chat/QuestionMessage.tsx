// What the user wrote, with the documents given along with it and, while they are read, how far.

import { memo } from "react";
import { useTexts } from "../../i18n/language-store";
import type { MessageDocument, UserMessage } from "../../storage/conversations";
import { useChatStore } from "../../stores/chat-store";
import { useEditStore } from "../../stores/edit-store";
import { readingOf } from "../../stores/reading";
import { useReplyStore } from "../../stores/reply-store";
import { messagePlace } from "../conversations/use-revelation";
import { DocumentChip } from "../documents/DocumentChip";
import { usePageCount } from "../documents/use-page-count";
import { drawable } from "../markdown/drawable";
import { MessageActions, type MessageProps, RegenerateButton } from "./MessageActions";
import { MessageEditor } from "./MessageEditor";
import { VersionPicker } from "./VersionPicker";

export const QuestionMessage = memo(function QuestionMessage({
  message,
  isLast,
  number,
  count,
}: MessageProps<UserMessage>) {
  const { chat } = useTexts();
  const isEdited = useEditStore((state) => state.edit?.messageId === message.id);
  return (
    <article {...messagePlace(message.id)} className="group message flex flex-col items-end gap-2">
      <h2 className="sr-only">{chat.you}</h2>
      {message.documents.length > 0 && (
        <ul aria-label={chat.documents} className="flex max-w-full flex-wrap justify-end gap-2">
          {message.documents.map((document) => (
            <li key={document.id} className="max-w-full">
              <SentDocument message={message} document={document} />
            </li>
          ))}
        </ul>
      )}
      {isEdited ? (
        <MessageEditor message={message} />
      ) : (
        <>
          {message.text !== "" && (
            <div className="max-w-[85%] rounded-2xl rounded-ee-md bg-tint px-4 py-2.5">
              <p dir="auto" className="whitespace-pre-wrap wrap-anywhere">
                {drawable(message.text)}
              </p>
            </div>
          )}
          <div className="-mt-1 -mb-4 flex flex-wrap items-center justify-end">
            <MessageActions message={message} isLast={isLast} copyText={message.text}>
              {isLast && <RegenerateButton messageId={message.id} label={chat.getAnswer} />}
            </MessageActions>
            <VersionPicker messageId={message.id} number={number} count={count} />
          </div>
        </>
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
