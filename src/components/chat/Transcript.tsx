// The conversation on screen. Follows the answer only while the reader is at the bottom; any upward scroll lets go.
import { ArrowDown } from "lucide-react";
import type { ReactNode } from "react";
import { useStickToBottom } from "use-stick-to-bottom";
import { selectBranch, useChatStore } from "../../stores/chat-store";
import { useReplyStore } from "../../stores/reply-store";
import { IconButton } from "../ui/Button";
import { AnswerMessage } from "./AnswerMessage";
import { QuestionMessage } from "./QuestionMessage";
import { scrollable } from "./scrollable";

interface TranscriptProps {
  readonly empty: ReactNode; // shown while there is no message
}

export function Transcript({ empty }: TranscriptProps) {
  const messages = useChatStore((state) => state.messages);
  const leafId = useChatStore((state) => state.current?.leafId ?? null);
  const isStreaming = useReplyStore((state) => state.reply !== null);
  const { scrollRef, contentRef, isAtBottom, scrollToBottom } = useStickToBottom({
    initial: "instant",
    resize: "instant",
  });
  const branch = selectBranch(messages, leafId);
  const last = branch.at(-1);
  return (
    <div className="relative min-h-0 flex-1">
      <div ref={scrollRef} className="h-full overflow-y-auto overscroll-contain" {...scrollable}>
        <div ref={contentRef} className="mx-auto w-full max-w-3xl px-4 pt-6 pb-8 sm:px-6">
          <div role="log" aria-label="Conversation" aria-live="off" aria-busy={isStreaming}>
            <div className="space-y-8 empty:hidden">
              {branch.map((message) =>
                message.role === "user" ? (
                  <QuestionMessage key={message.id} message={message} />
                ) : (
                  <AnswerMessage key={message.id} message={message} isLast={message === last} />
                ),
              )}
            </div>
          </div>
          {branch.length === 0 && empty}
        </div>
      </div>
      {!isAtBottom && branch.length > 0 && (
        <div className="pointer-events-none absolute inset-x-0 bottom-3 flex justify-center">
          <IconButton
            label="To latest"
            tone="plain"
            className="animate-appear pointer-events-auto rounded-full shadow-card"
            onClick={() => void scrollToBottom("instant")}
          >
            <ArrowDown size={18} aria-hidden />
          </IconButton>
        </div>
      )}
    </div>
  );
}
