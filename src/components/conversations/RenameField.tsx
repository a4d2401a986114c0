// A chat's title while it is written anew. Enter and leaving the field keep it, Esc does not.
import { type FormEvent, type KeyboardEvent, useEffect, useRef } from "react";
import { useTexts } from "../../i18n/language-store";
import type { ConversationRecord } from "../../storage/conversations";
import { MAX_TITLE_LENGTH, useChatStore } from "../../stores/chat-store";

interface RenameFieldProps {
  readonly conversation: ConversationRecord;
  readonly onDone: () => void;
}

export function RenameField({ conversation: { id, title }, onDone }: RenameFieldProps) {
  const { conversations: texts } = useTexts();
  const input = useRef<HTMLInputElement>(null);
  const isDone = useRef(false);
  useEffect(() => {
    input.current?.focus();
    input.current?.select();
  }, []);
  const end = (isKept: boolean): void => {
    if (isDone.current) return; // leaving the list takes the focus away, too
    isDone.current = true;
    if (isKept) void useChatStore.getState().rename(id, input.current?.value ?? title);
    onDone();
  };
  useEffect(() => {
    const keep = (): void => end(true); // before the page goes away
    window.addEventListener("pagehide", keep);
    return () => window.removeEventListener("pagehide", keep);
  });
  const onSubmit = (event: FormEvent): void => {
    event.preventDefault();
    end(true);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== "Escape" || event.nativeEvent.isComposing) return;
    event.preventDefault(); // leaves the drawer open
    event.stopPropagation();
    end(false);
  };
  return (
    <li>
      <form onSubmit={onSubmit}>
        <input
          ref={input}
          aria-label={texts.newName}
          dir="auto"
          maxLength={MAX_TITLE_LENGTH}
          defaultValue={title}
          onBlur={() => end(true)}
          onKeyDown={onKeyDown}
          enterKeyHint="done"
          className="target w-full rounded-lg border border-line-strong bg-raised px-2 text-sm"
        />
      </form>
    </li>
  );
}
