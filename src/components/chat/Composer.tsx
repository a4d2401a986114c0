// Where the user writes. Enter sends, except while an input method composes and on touch keyboards; a long paste becomes a
// document; the text box grows with its text.
import { ArrowUp, Paperclip, Square } from "lucide-react";
import { type ClipboardEvent, type KeyboardEvent, useEffect, useLayoutEffect, useRef } from "react";
import { sendDraft } from "../../stores/answer";
import { titleOf, useChatStore } from "../../stores/chat-store";
import { LONG_PASTE_LENGTH, selectDraft, useDraftStore } from "../../stores/draft-store";
import { DOCUMENT_TYPES, selectOpening, useIntakeStore } from "../../stores/intake-store";
import { useModelStore } from "../../stores/model-store";
import { useReplyStore } from "../../stores/reply-store";
import { DraftDocuments } from "../documents/DraftDocuments";
import { ProblemNotice } from "../model/ProblemNotice";
import { IconButton } from "../ui/Button";

const isTouchKeyboard = (): boolean => matchMedia("(pointer: coarse)").matches;
const COMPOSING_KEY_CODE = 229; // Safari ends the composition before the Enter that accepts it

export function Composer() {
  const conversationId = useChatStore((state) => state.current?.id ?? null);
  const draft = useDraftStore((state) => selectDraft(state, conversationId));
  const problem = useDraftStore((state) => state.problem);
  const box = useRef<HTMLTextAreaElement>(null);
  const isReplying = useReplyStore((state) => state.reply !== null);
  useAutoGrow(box, draft.text);
  useEffect(() => {
    if (!isTouchKeyboard() && conversationId !== undefined) box.current?.focus();
  }, [conversationId]);
  const send = (): void => {
    void sendDraft();
    if (!isTouchKeyboard()) box.current?.focus();
  };
  return (
    <div className="safe-bottom mx-auto w-full max-w-3xl shrink-0 space-y-3 px-3 sm:px-6">
      {problem && <ProblemNotice problem={problem} />}
      <form
        aria-label="Write to the model"
        onSubmit={(event) => {
          event.preventDefault();
          send();
        }}
        className="rounded-3xl border border-line-strong bg-raised shadow-card focus-within:border-accent focus-within:ring-1 focus-within:ring-accent"
      >
        <DraftDocuments conversationId={conversationId} documents={draft.documents} />
        <MessageBox box={box} conversationId={conversationId} text={draft.text} onSend={send} />
        <div className="flex items-center gap-2 px-2 pb-2">
          <AttachButton conversationId={conversationId} />
          <Hint />
          {isReplying ? <StopButton /> : <SendButton isEmpty={isEmptyDraft(draft)} />}
        </div>
      </form>
    </div>
  );
}

/** Named by how it begins, so that pastes can be told apart in the library. */
const titleOfPaste = (text: string): string => `Pasted text: ${titleOf(text).slice(0, 40).trim()}`;

const isEmptyDraft = (draft: { text: string; documents: readonly unknown[] }): boolean =>
  draft.text.trim() === "" && draft.documents.length === 0;

interface MessageBoxProps {
  readonly box: React.RefObject<HTMLTextAreaElement | null>;
  readonly conversationId: string | null;
  readonly text: string;
  readonly onSend: () => void;
}

function MessageBox({ box, conversationId, text, onSend }: MessageBoxProps) {
  const { change, addText } = useDraftStore.getState();
  const { addFiles } = useIntakeStore.getState();
  const isPlainPaste = useRef(false);
  const onKeyDown = (event: KeyboardEvent): void => {
    // Ctrl+Shift+V: paste as text, however long.
    isPlainPaste.current = event.shiftKey && (event.ctrlKey || event.metaKey) && event.code === "KeyV";
    if (event.key !== "Enter" || event.shiftKey) return;
    if (event.nativeEvent.isComposing || event.keyCode === COMPOSING_KEY_CODE || isTouchKeyboard()) return;
    event.preventDefault();
    onSend();
  };
  const onPaste = (event: ClipboardEvent): void => {
    const files = [...event.clipboardData.files];
    const pasted = event.clipboardData.getData("text/plain");
    if (files.length > 0 && pasted === "") {
      event.preventDefault();
      void addFiles(conversationId, files);
    } else if (pasted.length > LONG_PASTE_LENGTH && !isPlainPaste.current) {
      event.preventDefault();
      void addText(conversationId, titleOfPaste(pasted), pasted, true);
    }
    isPlainPaste.current = false;
  };
  return (
    <textarea
      ref={box}
      aria-label="Message"
      placeholder="Ask, or paste a document"
      dir="auto"
      rows={1}
      value={text}
      onChange={(event) => change(conversationId, { text: event.target.value })}
      onKeyDown={onKeyDown}
      onPaste={onPaste}
      enterKeyHint={isTouchKeyboard() ? "enter" : "send"}
      className="block max-h-[min(13rem,35dvh)] w-full resize-none bg-transparent px-5 pt-3.5 pb-1.5 text-base leading-6 outline-none placeholder:truncate"
    />
  );
}

function useAutoGrow(box: React.RefObject<HTMLTextAreaElement | null>, text: string): void {
  useLayoutEffect(() => {
    const element = box.current;
    if (!element) return;
    element.style.height = "auto";
    element.style.height = text === "" ? "" : `${element.scrollHeight}px`;
  }, [box, text]);
}

function AttachButton({ conversationId }: { readonly conversationId: string | null }) {
  const picker = useRef<HTMLInputElement>(null);
  return (
    <>
      <input
        ref={picker}
        type="file"
        multiple
        hidden
        accept={DOCUMENT_TYPES}
        data-testid="document-picker"
        onChange={(event) => {
          void useIntakeStore.getState().addFiles(conversationId, [...(event.target.files ?? [])]);
          event.target.value = "";
        }}
      />
      <IconButton label="Attach document" isRound onClick={() => picker.current?.click()}>
        <Paperclip size={19} aria-hidden />
      </IconButton>
    </>
  );
}

function SendButton({ isEmpty }: { readonly isEmpty: boolean }) {
  const isReady = useModelStore((state) => state.model.status === "ready");
  const isOpening = useIsOpening();
  return (
    <IconButton label="Send" type="submit" tone="primary" isRound disabled={isEmpty || !isReady || isOpening}>
      <ArrowUp size={20} aria-hidden />
    </IconButton>
  );
}

function StopButton() {
  const isStopping = useReplyStore((state) => state.reply?.isStopping ?? false);
  return (
    <IconButton
      label="Stop"
      tone="primary"
      isRound
      disabled={isStopping}
      onClick={() => useReplyStore.getState().stop()}
    >
      <Square size={15} fill="currentColor" aria-hidden />
    </IconButton>
  );
}

function useIsOpening(): boolean {
  const conversationId = useChatStore((state) => state.current?.id ?? null);
  return useIntakeStore((state) => selectOpening(state, conversationId));
}

/** Why Send waits, when it does. */
function Hint() {
  const status = useModelStore((state) => state.model.status);
  const conversationId = useChatStore((state) => state.current?.id ?? null);
  const isElsewhere = useReplyStore(
    (state) => state.reply !== null && state.reply.conversationId !== conversationId,
  );
  const isWaiting = status === "downloading" || status === "loading";
  const isOpening = useIsOpening();
  const text = isElsewhere
    ? "Answering in another chat…"
    : isWaiting
      ? "The model is getting ready…"
      : isOpening
        ? "Opening a document…"
        : "";
  return <span className="min-w-0 flex-1 truncate text-end text-xs text-ink-faint">{text}</span>;
}
