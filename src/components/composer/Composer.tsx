// Where the user writes: what waits to be sent, what to know about the window, the documents, the text and its buttons.
import { ArrowUp, ListPlus, Paperclip, Square } from "lucide-react";
import { type RefObject, useEffect, useRef } from "react";
import { useTexts } from "../../i18n/language-store";
import { shortcutProps } from "../../shortcuts";
import { useChatStore } from "../../stores/chat-store";
import { useComposerFocus } from "../../stores/composer-focus";
import { useDraftSizeStore } from "../../stores/draft-size";
import { selectDraft, useDraftStore } from "../../stores/draft-store";
import { selectOpening, useIntakeStore } from "../../stores/intake-store";
import { isComing, useModelStore } from "../../stores/model-store";
import { submitDraft } from "../../stores/queue-store";
import { useReplyStore } from "../../stores/reply-store";
import { DraftDocuments } from "../documents/DraftDocuments";
import { FilePicker } from "../documents/FilePicker";
import { ChatOptionsButton } from "../structured/ChatOptionsButton";
import { IconButton } from "../ui/Button";
import { ContextRing } from "./ContextRing";
import { MessageBox } from "./MessageBox";
import { QueuedMessages } from "./QueuedMessages";
import { hasTouchKeyboard } from "./touch";
import { WindowNotice } from "./WindowNotice";

export function Composer() {
  const { composer } = useTexts();
  const conversationId = useChatStore((state) => state.current?.id ?? null);
  const draft = useDraftStore((state) => selectDraft(state, conversationId));
  const isReplying = useReplyStore((state) => state.reply !== null);
  const box = useRef<HTMLTextAreaElement>(null);
  useFocus(box, conversationId);
  const isEmpty = draft.text.trim() === "" && draft.documents.length === 0;
  const send = (): void => {
    void submitDraft();
    if (!hasTouchKeyboard()) box.current?.focus();
  };
  return (
    <div className="safe-bottom mx-auto w-full max-w-3xl shrink-0 space-y-3 px-3 sm:px-6">
      <WindowNotice />
      <QueuedMessages conversationId={conversationId} />
      <form
        aria-label={composer.form}
        onSubmit={(event) => {
          event.preventDefault();
          send();
        }}
        className="rounded-3xl border border-line-strong bg-raised shadow-card focus-within:border-accent focus-within:ring-1 focus-within:ring-accent"
      >
        <DraftDocuments conversationId={conversationId} documents={draft.documents} />
        <MessageBox box={box} conversationId={conversationId} text={draft.text} onSend={send} />
        <div className="flex items-center gap-1 px-2 pb-2">
          <AttachButton conversationId={conversationId} />
          <ChatOptionsButton />
          <Hint conversationId={conversationId} />
          <ContextRing />
          {isReplying && !isEmpty && <QueueButton />}
          {isReplying ? <StopButton /> : <SendButton isEmpty={isEmpty} />}
        </div>
      </form>
    </div>
  );
}

/** Where a keyboard is: in a chat that is opened, and wherever something asks for it. */
function useFocus(box: RefObject<HTMLTextAreaElement | null>, conversationId: string | null): void {
  const wishes = useComposerFocus((state) => state.wishes);
  useEffect(() => {
    if (!hasTouchKeyboard() && conversationId !== undefined) box.current?.focus();
  }, [box, conversationId]);
  useEffect(() => {
    const element = box.current;
    if (!element || wishes === 0) return;
    element.focus();
    element.setSelectionRange(element.value.length, element.value.length);
    element.scrollTop = element.scrollHeight;
  }, [box, wishes]);
}

function AttachButton({ conversationId }: { readonly conversationId: string | null }) {
  const { composer } = useTexts();
  const attach = (files: readonly File[]) => void useIntakeStore.getState().addFiles(conversationId, files);
  return (
    <FilePicker testId="document-picker" onFiles={attach}>
      {(open) => (
        <IconButton label={composer.attach} isRound onClick={open}>
          <Paperclip size={19} aria-hidden />
        </IconButton>
      )}
    </FilePicker>
  );
}

function SendButton({ isEmpty }: { readonly isEmpty: boolean }) {
  const { composer } = useTexts();
  const canSend = useModelStore(({ model }) => model.status === "ready" || isComing(model));
  const isOpening = useIsOpening();
  return (
    <IconButton
      label={composer.send}
      {...shortcutProps(composer.send, "send")}
      type="submit"
      tone="primary"
      isRound
      disabled={isEmpty || !canSend || isOpening}
    >
      <ArrowUp size={20} aria-hidden />
    </IconButton>
  );
}

function QueueButton() {
  const { composer } = useTexts();
  return (
    <IconButton
      label={composer.queue}
      {...shortcutProps(composer.queue, "send")}
      type="submit"
      tone="plain"
      isRound
      disabled={useIsOpening()}
    >
      <ListPlus size={18} aria-hidden className="rtl:-scale-x-100" />
    </IconButton>
  );
}

function StopButton() {
  const { composer } = useTexts();
  const isStopping = useReplyStore((state) => state.reply?.isStopping ?? false);
  return (
    <IconButton
      label={composer.stop}
      {...shortcutProps(composer.stop, "stop")}
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

/** Why Send waits, when it does; else how large the text is. */
function Hint({ conversationId }: { readonly conversationId: string | null }) {
  const { composer } = useTexts();
  const isElsewhere = useReplyStore(
    (state) => state.reply !== null && state.reply.conversationId !== conversationId,
  );
  const isWaiting = useModelStore(({ model }) => isComing(model));
  const isOpening = useIsOpening();
  const draftTokens = useDraftSizeStore(
    ({ use }) => use?.shares.find(({ kind }) => kind === "draft")?.tokens ?? 0,
  );
  const text = isElsewhere
    ? composer.answeringElsewhere
    : isWaiting
      ? composer.gettingReady
      : isOpening
        ? composer.openingDocument
        : draftTokens > 0
          ? composer.draftTokens(draftTokens)
          : "";
  return (
    <span className="min-w-0 flex-1 truncate pe-1 text-end text-xs text-ink-faint tabular-nums">{text}</span>
  );
}
