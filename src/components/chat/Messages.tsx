// The messages of the branch on screen. Follows the answer only while the reader is at the bottom; any upward scroll lets go.
import { ArrowDown } from "lucide-react";
import { type RefObject, useEffect, useRef } from "react";
import { useStickToBottom } from "use-stick-to-bottom";
import { SelectionBar } from "../../citations/SelectionBar";
import { useTexts } from "../../i18n/language-store";
import type { MessageRecord } from "../../storage/conversations";
import type { Version } from "../../stores/branches";
import { useChatSearchStore } from "../../stores/chat-search";
import { useReplyStore } from "../../stores/reply-store";
import { useRevelation } from "../conversations/use-revelation";
import { IconButton } from "../ui/Button";
import { AnswerMessage } from "./AnswerMessage";
import { QuestionMessage } from "./QuestionMessage";
import { scrollable } from "./scrollable";
import { useEarlierMessages } from "./use-earlier-messages";
import { useFocusAfterDeletion } from "./use-focus-after-deletion";
import { useFollow } from "./use-follow";

interface MessagesProps {
  readonly branch: readonly MessageRecord[];
  readonly versions: ReadonlyMap<string, Version>;
}

const ONLY_VERSION: Version = { number: 1, count: 1 };

export function Messages({ branch, versions }: MessagesProps) {
  const { chat } = useTexts();
  const isStreaming = useReplyStore((state) => state.reply !== null);
  const stick = useStickToBottom({ initial: "instant", resize: "instant" });
  const { scrollRef, contentRef, isAtBottom, scrollToBottom } = stick;
  useFollow(isStreaming, stick);
  useStayAtBottom(scrollRef, isAtBottom, scrollToBottom);
  useRevelation(scrollRef, stick.stopScroll);
  useFocusAfterDeletion(branch.length, contentRef);
  const revealedId = useChatSearchStore((state) => state.revelation?.messageId);
  const revealed = branch.findIndex(({ id }) => id === revealedId);
  const start = useEarlierMessages(branch.length, revealed < 0 ? branch.length : revealed, {
    scrollRef,
    contentRef,
  });
  const last = branch.at(-1);
  return (
    <div className="relative min-h-0 flex-1">
      <div ref={scrollRef} className="h-full overflow-y-auto overscroll-contain" {...scrollable}>
        <div
          ref={contentRef}
          role="log"
          aria-label={chat.conversation}
          aria-live="off"
          aria-busy={isStreaming}
          className="mx-auto w-full max-w-3xl space-y-8 px-4 pt-6 pb-8 sm:px-6"
        >
          {branch.slice(start).map((message) => {
            const place = message.parentId ?? "first"; // versions share it, so that the picker keeps the focus
            const props = { isLast: message === last, ...(versions.get(message.id) ?? ONLY_VERSION) };
            return message.role === "user" ? (
              <QuestionMessage key={place} message={message} {...props} />
            ) : (
              <AnswerMessage key={place} message={message} {...props} />
            );
          })}
        </div>
      </div>
      {!isAtBottom && (
        <div className="pointer-events-none absolute inset-x-0 bottom-3 flex justify-center">
          <IconButton
            label={chat.toLatest}
            tone="plain"
            isRound
            className="animate-appear pointer-events-auto shadow-card"
            onClick={() => void scrollToBottom("instant")}
          >
            <ArrowDown size={18} aria-hidden />
          </IconButton>
        </div>
      )}
      <SelectionBar />
    </div>
  );
}

/** The window of the transcript shrinks when the composer grows; a reader at the bottom stays there. */
function useStayAtBottom(
  scrollRef: RefObject<HTMLElement | null>,
  isAtBottom: boolean,
  scrollToBottom: (animation: "instant") => unknown,
): void {
  const wasAtBottom = useRef(isAtBottom);
  wasAtBottom.current = isAtBottom;
  useEffect(() => {
    const element = scrollRef.current;
    if (!element) return;
    const observer = new ResizeObserver(() => {
      if (wasAtBottom.current) scrollToBottom("instant");
    });
    observer.observe(element);
    return () => observer.disconnect();
  }, [scrollRef, scrollToBottom]);
}
