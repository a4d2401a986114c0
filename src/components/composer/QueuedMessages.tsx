// Messages that wait for the end of an answer or for a model, in their order, and why they wait when neither is to come.
import { ArrowUp, ListEnd, Pencil, X } from "lucide-react";
import { useTexts } from "../../i18n/language-store";
import type { QueuedRecord } from "../../storage/drafts";
import { focusComposer } from "../../stores/composer-focus";
import { isComing, useModelStore } from "../../stores/model-store";
import { type HoldReason, selectQueue, useQueueStore } from "../../stores/queue-store";
import { useReplyStore } from "../../stores/reply-store";
import { IconButton } from "../ui/Button";

export function QueuedMessages({ conversationId }: { readonly conversationId: string | null }) {
  const { composer } = useTexts();
  const { messages, held } = useQueueStore((state) => selectQueue(state, conversationId));
  const text = useWait(held);
  const isStuck = useModelStore(({ model }) => model.status !== "ready" && !isComing(model));
  if (conversationId === null || messages.length === 0) return null;
  return (
    <section
      aria-label={composer.queued}
      className="animate-appear rounded-2xl border border-line bg-sunken py-1.5 ps-3.5 pe-1.5"
    >
      <p
        role="status"
        className={`flex items-center gap-2 py-0.5 text-xs ${held !== null || isStuck ? "font-medium text-warn" : "text-ink-soft"}`}
      >
        <ListEnd size={14} aria-hidden className="shrink-0 rtl:-scale-x-100" />
        {text}
      </p>
      <ol className="max-h-[min(11rem,25dvh)] divide-y divide-line overflow-y-auto">
        {messages.map((message) => (
          <Row key={message.id} conversationId={conversationId} message={message} />
        ))}
      </ol>
    </section>
  );
}

function useWait(held: HoldReason | null): string {
  const { composer } = useTexts();
  const isReplying = useReplyStore(({ reply }) => reply !== null);
  const goesOn = useReplyStore(({ ending }) => ending?.status === "tool-call");
  const model = useModelStore((state) => state.model);
  if (held !== null) return composer.held[held];
  if (isReplying) return composer.queuedNext;
  if (isComing(model)) return composer.queuedForModel;
  if (model.status !== "ready") return composer.queuedWithoutModel;
  return goesOn ? composer.queuedNext : composer.beingSent;
}

interface RowProps {
  readonly conversationId: string;
  readonly message: QueuedRecord;
}

function Row({ conversationId, message: { id, text, documents } }: RowProps) {
  const { composer } = useTexts();
  const isReplying = useReplyStore((state) => state.reply !== null);
  const isReady = useModelStore((state) => state.model.status === "ready");
  const { edit, remove, sendNow } = useQueueStore.getState();
  return (
    <li className="flex items-center gap-0.5 py-0.5">
      <p className="min-w-0 flex-1 text-sm">
        <bdi className="line-clamp-2 w-fit wrap-anywhere">{text}</bdi>
        {documents.length > 0 && (
          <span className="block text-xs text-ink-soft">{composer.queuedDocuments(documents.length)}</span>
        )}
      </p>
      <IconButton
        label={isReplying ? composer.interruptWithQueued : composer.sendQueued}
        disabled={!isReady}
        onClick={() => sendNow(conversationId, id)}
      >
        <ArrowUp size={16} aria-hidden />
      </IconButton>
      <IconButton
        label={composer.editQueued}
        onClick={() => {
          edit(conversationId, id);
          focusComposer();
        }}
      >
        <Pencil size={15} aria-hidden />
      </IconButton>
      <IconButton
        label={composer.removeQueued}
        onClick={() => {
          remove(conversationId, id);
          focusComposer();
        }}
      >
        <X size={16} aria-hidden />
      </IconButton>
    </li>
  );
}
