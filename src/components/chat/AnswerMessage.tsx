// The model's answer: while it reads, how far; while it writes, the text so far; afterwards how fast it was and how it ended.
import { memo, Suspense } from "react";
import { CitedAnswer } from "../../citations/CitedAnswer";
import { fetched } from "../../fetched";
import type { AssistantMessage } from "../../storage/conversations";
import { useEditStore } from "../../stores/edit-store";
import { useReplyStore } from "../../stores/reply-store";
import { splitThought } from "../../stores/thoughts";
import { messagePlace } from "../conversations/use-revelation";
import { AnswerFooter } from "./AnswerFooter";
import type { MessageProps } from "./MessageActions";
import { MessageEditor } from "./MessageEditor";
import { ReadingProgress } from "./ReadingProgress";
import { Thought } from "./Thought";

const JsonAnswer = fetched(() => import("../structured/JsonAnswer").then((m) => m.JsonAnswer));
const ToolCall = fetched(() => import("../structured/ToolCall").then((m) => m.ToolCall));

export const AnswerMessage = memo(function AnswerMessage(props: MessageProps<AssistantMessage>) {
  const { message } = props;
  const reply = useReplyStore((state) => (state.reply?.messageId === message.id ? state.reply : null));
  const isEdited = useEditStore((state) => state.edit?.messageId === message.id);
  const { thought, answer, isThinking } = splitThought(
    reply?.text ?? message.text,
    message.startsInThought,
    reply !== null,
  );
  return (
    <article {...messagePlace(message.id)} aria-busy={reply !== null} className="group message">
      <h2 className="mb-1.5 text-xs font-semibold tracking-wide text-ink-faint">
        <bdi>{message.modelName}</bdi>
      </h2>
      {thought !== null && thought !== "" && (
        <Thought
          key={message.id}
          text={thought}
          isThinking={reply !== null && isThinking}
          durationMs={message.thoughtMs ?? null}
        />
      )}
      {isEdited ? (
        <MessageEditor message={message} />
      ) : (
        answer !== "" &&
        (message.isJson ? (
          <Suspense fallback={null}>
            <JsonAnswer text={answer} isStreaming={reply !== null} />
          </Suspense>
        ) : (
          <CitedAnswer key={message.id} messageId={message.id} text={answer} isStreaming={reply !== null} />
        ))
      )}
      {reply && reply.phase.kind !== "writing" && <ReadingProgress phase={reply.phase} />}
      {(message.call || (reply?.phase.kind === "writing" && reply.phase.isCall)) && (
        <Suspense fallback={null}>
          <ToolCall message={message} isLast={props.isLast} />
        </Suspense>
      )}
      {!reply && !isEdited && <AnswerFooter {...props} />}
    </article>
  );
});
