// What is looked for in the chats. Enter opens the best hit, the arrow down leads to all, Esc clears.
import { Search, X } from "lucide-react";
import { type KeyboardEvent, useEffect, useRef } from "react";
import { useTexts } from "../../i18n/language-store";
import { shortcutProps } from "../../shortcuts";
import { useChatSearchStore } from "../../stores/chat-search";
import { useChatStore } from "../../stores/chat-store";
import { chatRow, moveBetweenRows, rowAfter } from "./move-between-rows";

export function SearchField() {
  const { conversations: texts } = useTexts();
  const input = useRef<HTMLInputElement>(null);
  const query = useChatSearchStore((state) => state.query);
  const isEmpty = useChatStore((state) => state.hasStarted && state.conversations.length === 0);
  const { look, clear } = useChatSearchStore.getState();
  useTakeFocus(input);
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>): void => {
    if (event.key === "Escape" && query !== "") {
      event.preventDefault(); // leaves the drawer open
      event.stopPropagation();
      clear();
    } else if (event.key === "Enter" && query !== "" && !event.nativeEvent.isComposing) {
      rowAfter(event.currentTarget)?.click();
    } else moveBetweenRows(event);
  };
  if (isEmpty && query === "") return null;
  return (
    <search className="relative block shrink-0">
      <Search
        size={16}
        aria-hidden
        className="pointer-events-none absolute inset-y-0 start-2.5 my-auto text-ink-faint"
      />
      <input
        ref={input}
        type="text"
        {...chatRow}
        dir="auto"
        aria-label={texts.search}
        {...shortcutProps(texts.search, "search-chats")}
        placeholder={texts.search}
        autoComplete="off"
        enterKeyHint="search"
        value={query}
        onChange={(event) => look(event.target.value)}
        onKeyDown={onKeyDown}
        className="target w-full rounded-lg border border-line-strong bg-raised ps-8 pe-9 text-sm"
      />
      {query !== "" && (
        <button
          type="button"
          aria-label={texts.clearSearch}
          title={texts.clearSearch}
          onClick={() => {
            clear();
            input.current?.focus();
          }}
          className="absolute inset-y-0 end-0 grid w-9 place-items-center rounded-lg text-ink-soft hover:text-ink pointer-coarse:w-11"
        >
          <X size={15} aria-hidden />
        </button>
      )}
    </search>
  );
}

/** In the next frame: a drawer that opens for it gives the focus to its own button first. */
function useTakeFocus(input: React.RefObject<HTMLInputElement | null>): void {
  const wantsFocus = useChatSearchStore((state) => state.wantsFocus);
  useEffect(() => {
    if (!wantsFocus) return;
    const frame = requestAnimationFrame(() => {
      const isVisible = input.current?.checkVisibility() ?? false;
      if (useChatSearchStore.getState().wantsFocus) useChatSearchStore.getState().answerFocus(isVisible);
      if (!isVisible) return;
      input.current?.focus();
      input.current?.select();
    });
    return () => cancelAnimationFrame(frame);
  }, [wantsFocus, input]);
}
