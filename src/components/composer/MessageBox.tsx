// The text box: sends, recalls sent prompts, takes pastes by their kind, and grows with its text.
import {
  type ClipboardEvent,
  type KeyboardEvent,
  type RefObject,
  useEffect,
  useLayoutEffect,
  useRef,
} from "react";
import { currentTexts, useTexts } from "../../i18n/language-store";
import { titleOf } from "../../stores/chat-store";
import { useDraftStore } from "../../stores/draft-store";
import { useIntakeStore } from "../../stores/intake-store";
import { isRecalling, recallPrompt } from "../../stores/recall";
import { useSettingsStore } from "../../stores/settings-store";
import { showToast } from "../../stores/toast-store";
import { isOnFirstLine, isOnLastLine } from "./caret";
import { findComposerKey, findPaste } from "./keys";
import { hasTouchKeyboard } from "./touch";

interface MessageBoxProps {
  readonly box: RefObject<HTMLTextAreaElement | null>;
  readonly conversationId: string | null;
  readonly text: string;
  readonly onSend: () => void;
}

export function MessageBox({ box, conversationId, text, onSend }: MessageBoxProps) {
  const { composer } = useTexts();
  const sendKey = useSettingsStore((state) => state.settings.sendKey);
  const isPlainPaste = useRef(false);
  useAutoGrow(box, text);
  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>): void => {
    // Ctrl+Shift+V: paste as text, however long.
    isPlainPaste.current = event.shiftKey && (event.ctrlKey || event.metaKey) && event.code === "KeyV";
    const key = findComposerKey(event.nativeEvent, sendKey, hasTouchKeyboard());
    if (key === "send") {
      event.preventDefault();
      onSend();
    } else if (key === "recall-older" && isOnFirstLine(event.currentTarget)) {
      event.preventDefault();
      void recallPrompt(1);
    } else if (key === "recall-newer" && isRecalling() && isOnLastLine(event.currentTarget)) {
      event.preventDefault();
      void recallPrompt(-1);
    }
  };
  const onPaste = (event: ClipboardEvent): void => {
    const pasted = event.clipboardData.getData("text/plain");
    const files = [...event.clipboardData.files];
    const { pasteThreshold } = useSettingsStore.getState().settings;
    const paste = findPaste({ text: pasted, files, isPlain: isPlainPaste.current }, pasteThreshold);
    isPlainPaste.current = false;
    if (paste.kind === "text") return;
    event.preventDefault();
    if (paste.kind === "document") {
      void useDraftStore.getState().addText(conversationId, titleOfPaste(pasted), pasted, true);
      return;
    }
    if (paste.hasPictures) showToast(currentTexts().composer.noPictures);
    if (paste.files.length > 0) void useIntakeStore.getState().addFiles(conversationId, paste.files);
  };
  return (
    <textarea
      ref={box}
      aria-label={composer.message}
      placeholder={composer.placeholder}
      dir="auto"
      rows={1}
      value={text}
      onChange={(event) => useDraftStore.getState().change(conversationId, { text: event.target.value })}
      onKeyDown={onKeyDown}
      onPaste={onPaste}
      enterKeyHint={hasTouchKeyboard() ? "enter" : "send"}
      className="block max-h-[min(13rem,35dvh)] w-full resize-none bg-transparent px-5 pt-3.5 pb-1.5 text-base leading-6 outline-none placeholder:truncate"
    />
  );
}

/** Named by how it begins, so that pastes can be told apart in the library. */
const titleOfPaste = (text: string): string =>
  currentTexts().composer.pasted(titleOf(text).slice(0, 40).trim());

/** With its text, and when its lines become shorter: beside an open document, on a phone that is turned. */
function useAutoGrow(box: RefObject<HTMLTextAreaElement | null>, text: string): void {
  useLayoutEffect(() => {
    if (box.current) fitHeight(box.current, text);
  }, [box, text]);
  useEffect(() => {
    const element = box.current;
    if (!element) return;
    let width = element.clientWidth;
    const observer = new ResizeObserver(() => {
      if (element.clientWidth === width) return;
      width = element.clientWidth;
      fitHeight(element, element.value);
    });
    observer.observe(element);
    return () => observer.disconnect();
  }, [box]);
}

function fitHeight(element: HTMLTextAreaElement, text: string): void {
  element.style.height = "auto";
  element.style.height = text === "" ? "" : `${element.scrollHeight}px`;
}
