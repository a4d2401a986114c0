// The model's answer: while it reads, how far; while it writes, the text so far; afterwards how fast it was and how it ended.
import { memo } from "react";
import { CitedAnswer } from "../../citations/CitedAnswer";
import type { AssistantMessage } from "../../storage/conversations";
import { useReplyStore } from "../../stores/reply-store";
import { splitThought } from "../../stores/thoughts";
import { AnswerFooter } from "./AnswerFooter";
import { ReadingProgress } from "./ReadingProgress";

interface AnswerMessageProps {
  readonly message: AssistantMessage;
  readonly isLast: boolean;
}

export const AnswerMessage = memo(function AnswerMessage({ message, isLast }: AnswerMessageProps) {
  const reply = useReplyStore((state) => (state.reply?.messageId === message.id ? state.reply : null));
  const { thought, answer, isThinking } = splitThought(reply?.text ?? message.text, message.startsInThought);
  return (
    <article aria-busy={reply !== null} className="group">
      <h2 className="mb-1.5 text-xs font-semibold tracking-wide text-ink-faint">
        <bdi>{message.modelName}</bdi>
      </h2>
      {thought !== null && thought !== "" && <Thought text={thought} isOpen={reply !== null && isThinking} />}
      {answer !== "" && <CitedAnswer messageId={message.id} text={answer} isStreaming={reply !== null} />}
      {reply && reply.phase.kind !== "writing" && <ReadingProgress phase={reply.phase} />}
      {!reply && <AnswerFooter message={message} isLast={isLast} />}
    </article>
  );
});

function Thought({ text, isOpen }: { readonly text: string; readonly isOpen: boolean }) {
  return (
    <details
      open={isOpen}
      className="mb-3 rounded-xl border border-line bg-sunken px-4 py-2 text-sm text-ink-soft"
    >
      <summary className="target flex items-center font-medium">{isOpen ? "Thinking…" : "Thought"}</summary>
      <p dir="auto" className="pb-2 whitespace-pre-wrap wrap-anywhere">
        {text}
      </p>
    </details>
  );
}
