// The conversations, newest first, under the day they were last used.
import { Plus, Trash2 } from "lucide-react";
import type { ConversationRecord } from "../../storage/conversations";
import { removeChats } from "../../stores/chat-removal";
import { useChatStore } from "../../stores/chat-store";
import { Button, IconButton } from "../ui/Button";

interface ConversationListProps {
  readonly onNavigate?: () => void;
}

export function ConversationList({ onNavigate }: ConversationListProps) {
  const conversations = useChatStore((state) => state.conversations);
  const currentId = useChatStore((state) => state.current?.id ?? null);
  const { newChat, open } = useChatStore.getState();
  return (
    <nav aria-label="Conversations" className="flex min-h-0 flex-1 flex-col gap-4">
      <Button
        className="w-full shrink-0 justify-start"
        onClick={() => {
          newChat();
          onNavigate?.();
        }}
      >
        <Plus size={17} aria-hidden /> New chat
      </Button>
      <div className="min-h-0 flex-1 space-y-5 overflow-y-auto">
        {conversations.length === 0 && (
          <p className="px-2 text-sm text-ink-soft">Your conversations are kept here, on this computer.</p>
        )}
        {groupByDay(conversations, new Date()).map(({ label, members }) => (
          <section key={label} aria-label={label}>
            <h2 className="px-2 pb-1 text-xs font-semibold text-ink-faint">{label}</h2>
            <ul className="space-y-0.5">
              {members.map((conversation) => (
                <Row
                  key={conversation.id}
                  conversation={conversation}
                  isCurrent={conversation.id === currentId}
                  onOpen={() => {
                    void open(conversation.id);
                    onNavigate?.();
                  }}
                  onRemove={() => void removeChats([conversation.id])}
                />
              ))}
            </ul>
          </section>
        ))}
      </div>
    </nav>
  );
}

interface RowProps {
  readonly conversation: ConversationRecord;
  readonly isCurrent: boolean;
  readonly onOpen: () => void;
  readonly onRemove: () => void;
}

function Row({ conversation, isCurrent, onOpen, onRemove }: RowProps) {
  return (
    <li
      className={`group flex items-center rounded-lg ${isCurrent ? "bg-tint" : "hover:bg-tint/60 focus-within:bg-tint/60"}`}
    >
      <button
        type="button"
        onClick={onOpen}
        aria-current={isCurrent ? "page" : undefined}
        title={conversation.title}
        className={`target min-w-0 flex-1 truncate rounded-lg px-2.5 py-1.5 text-start text-sm focus-visible:-outline-offset-2 ${isCurrent ? "font-medium" : ""}`}
      >
        <bdi>{conversation.title}</bdi>
      </button>
      <IconButton
        label={`Delete ${conversation.title}`}
        onClick={onRemove}
        className="opacity-0 group-hover:opacity-100 group-focus-within:opacity-100 pointer-coarse:opacity-100"
      >
        <Trash2 size={15} aria-hidden />
      </IconButton>
    </li>
  );
}

interface DayGroup {
  readonly label: string;
  readonly members: readonly ConversationRecord[];
}

const DAY_MS = 86_400_000;

export function groupByDay(conversations: readonly ConversationRecord[], now: Date): readonly DayGroup[] {
  const midnight = new Date(now.getFullYear(), now.getMonth(), now.getDate()).getTime();
  const labelOf = (time: number): string => {
    if (time >= midnight) return "Today";
    if (time >= midnight - DAY_MS) return "Yesterday";
    return time >= midnight - 7 * DAY_MS ? "Previous 7 days" : "Older";
  };
  const groups = new Map<string, ConversationRecord[]>();
  for (const conversation of conversations) {
    const label = labelOf(conversation.updatedAt);
    groups.set(label, [...(groups.get(label) ?? []), conversation]);
  }
  return [...groups].map(([label, members]) => ({ label, members }));
}
