// The model's answer: while it reads, how far; while it writes, the text so far; afterwards how fast it was and how it ended.
import { memo } from "react";
import { CitedAnswer } from "../../citations/CitedAnswer";
import { useTexts } from "../../i18n/language-store";
import type { AssistantMessage } from "../../storage/conversations";
import { useEditStore } from "../../stores/edit-store";
import { useReplyStore } from "../../stores/reply-store";
import { splitThought } from "../../stores/thoughts";
import { messagePlace } from "../conversations/use-revelation";
import { AnswerFooter } from "./AnswerFooter";
import type { MessageProps } from "./MessageActions";
import { MessageEditor } from "./MessageEditor";
import { ReadingProgress } from "./ReadingProgress";

export const AnswerMessage = memo(function AnswerMessage(props: MessageProps<AssistantMessage>) {
  const { message } = props;
  const reply = useReplyStore((state) => (state.reply?.messageId === message.id ? state.reply : null));
  const isEdited = useEditStore((state) => state.edit?.messageId === message.id);
  const { thought, answer, isThinking } = splitThought(reply?.text ?? message.text, message.startsInThought);
  return (
    <article {...messagePlace(message.id)} aria-busy={reply !== null} className="group message">
      <h2 className="mb-1.5 text-xs font-semibold tracking-wide text-ink-faint">
        <bdi>{message.modelName}</bdi>
      </h2>
      {thought !== null && thought !== "" && (
        <Thought key={message.id} text={thought} isOpen={reply !== null && isThinking} />
      )}
      {isEdited ? (
        <MessageEditor message={message} />
      ) : (
        answer !== "" && (
          <CitedAnswer key={message.id} messageId={message.id} text={answer} isStreaming={reply !== null} />
        )
      )}
      {reply && reply.phase.kind !== "writing" && <ReadingProgress phase={reply.phase} />}
      {!reply && !isEdited && <AnswerFooter {...props} />}
    </article>
  );
});

function Thought({ text, isOpen }: { readonly text: string; readonly isOpen: boolean }) {
  const { chat } = useTexts();
  return (
    <details
      open={isOpen}
      className="mb-3 rounded-xl border border-line bg-sunken px-4 py-2 text-sm text-ink-soft"
    >
      <summary className="target flex items-center font-medium">
        {isOpen ? chat.thinking : chat.thought}
      </summary>
      <p dir="auto" className="pb-2 whitespace-pre-wrap wrap-anywhere">
        {text}
      </p>
    </details>
  );
}
