// A message's text, to be changed in its place. Ctrl+Enter saves, Esc leaves everything as it was.
import { type KeyboardEvent, useEffect, useRef } from "react";
import { useTexts } from "../../i18n/language-store";
import type { MessageRecord } from "../../storage/conversations";
import { canSave, useEditStore } from "../../stores/edit-store";
import { useModelStore } from "../../stores/model-store";
import { useReplyStore } from "../../stores/reply-store";
import { Button } from "../ui/Button";

export function MessageEditor({ message }: { readonly message: MessageRecord }) {
  const { chat, common } = useTexts();
  const text = useEditStore((state) => state.edit?.text ?? "");
  const canAsk = useCanAsk();
  const box = useRef<HTMLTextAreaElement>(null);
  const { change, cancel, save } = useEditStore.getState();
  useEffect(() => {
    box.current?.focus();
    box.current?.setSelectionRange(box.current.value.length, box.current.value.length);
  }, []);
  const isQuestion = message.role === "user";
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing) return;
    const isSave = event.key === "Enter" && (event.ctrlKey || event.metaKey);
    if (event.key !== "Escape" && !isSave) return;
    event.preventDefault(); // Esc does not stop an answer here
    if (isSave) void save(message);
    else cancel();
  };
  return (
    <form
      className="w-full rounded-2xl border border-line-strong bg-raised shadow-card focus-within:border-accent focus-within:ring-1 focus-within:ring-accent"
      onSubmit={(event) => {
        event.preventDefault();
        void save(message);
      }}
    >
      <textarea
        ref={box}
        dir="auto"
        rows={Math.min(12, text.split("\n").length + 1)}
        aria-label={isQuestion ? chat.questionText : chat.answerText}
        value={text}
        onChange={(event) => change(event.target.value)}
        onKeyDown={onKeyDown}
        className="block field-sizing-content max-h-[50dvh] w-full resize-none bg-transparent px-4 pt-3 pb-1 leading-6 outline-none"
      />
      <div className="flex flex-wrap items-center justify-end gap-2 px-2 pb-2">
        <p className="min-w-0 flex-1 basis-56 px-2 text-xs text-ink-soft">
          {isQuestion ? chat.editorKeepsQuestion : chat.editorKeepsAnswer}
        </p>
        <div className="flex gap-2">
          <Button tone="quiet" onClick={cancel}>
            {common.cancel}
          </Button>
          <Button tone="primary" type="submit" disabled={!canSave(message, text) || (isQuestion && !canAsk)}>
            {isQuestion ? chat.send : chat.save}
          </Button>
        </div>
      </div>
    </form>
  );
}

/** The model is there and does nothing else. */
export function useCanAsk(): boolean {
  const isReady = useModelStore((state) => state.model.status === "ready");
  const isReplying = useReplyStore((state) => state.reply !== null);
  return isReady && !isReplying;
}
