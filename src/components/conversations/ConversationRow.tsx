// A chat in the list: opens it, and in a menu what else can be done with it. While several are chosen, a box to tick.
import { Download, Pencil, Pin, PinOff, Trash2 } from "lucide-react";
import { type ChangeEvent, memo } from "react";
import { useTexts } from "../../i18n/language-store";
import type { ConversationRecord } from "../../storage/conversations";
import { removeChats } from "../../stores/chat-removal";
import { useChatSelectionStore } from "../../stores/chat-selection";
import { useChatStore } from "../../stores/chat-store";
import { groupByDay, listOrder } from "../../stores/day-groups";
import { useDayStore } from "../../stores/day-store";
import { usePanelStore } from "../../stores/panel-store";
import { useRenameStore } from "../../stores/rename-store";
import { IconButton } from "../ui/Button";
import { Menu } from "../ui/Menu";
import { chatRow, moveBetweenRows } from "./move-between-rows";
import { RenameField } from "./RenameField";

interface ConversationRowProps {
  readonly conversation: ConversationRecord;
  readonly onNavigate: () => void;
}

export const ConversationRow = memo(function ConversationRow(props: ConversationRowProps) {
  const { conversation } = props;
  const isRenaming = useRenameStore((state) => state.id === conversation.id);
  const { begin, end } = useRenameStore.getState();
  const isCurrent = useChatStore((state) => state.current?.id === conversation.id);
  const isSelecting = useChatSelectionStore((state) => state.isSelecting);
  if (isSelecting) return <Choice conversation={conversation} />;
  if (isRenaming) return <RenameField conversation={conversation} onDone={end} />;
  return (
    <li
      className={`group relative flex items-center rounded-lg ${isCurrent ? "bg-tint" : "hover:bg-tint/60 focus-within:bg-tint/60"}`}
    >
      <OpenButton {...props} isCurrent={isCurrent} />
      <Actions conversation={conversation} onRename={() => begin(conversation.id)} />
    </li>
  );
});

function OpenButton({
  conversation: { id, title },
  onNavigate,
  isCurrent,
}: ConversationRowProps & { readonly isCurrent: boolean }) {
  return (
    <button
      type="button"
      {...chatRow}
      onClick={() => {
        void useChatStore.getState().open(id);
        onNavigate();
      }}
      onKeyDown={moveBetweenRows}
      aria-current={isCurrent ? "page" : undefined}
      title={title}
      className={`target min-w-0 flex-1 rounded-lg ps-2.5 pe-2.5 py-1.5 text-start group-focus-within:pe-19 group-hover:pe-19 pointer-coarse:pe-12 text-sm focus-visible:-outline-offset-2 ${isCurrent ? "font-medium" : ""}`}
    >
      <bdi className="one-line">{title}</bdi>
    </button>
  );
}

interface ActionsProps {
  readonly conversation: ConversationRecord;
  readonly onRename: () => void;
}

/** Over the end of the title, out of sight until a pointer or the focus is in the row; fingers find Delete in the menu. */
function Actions({ conversation: { id, title, isPinned = false }, onRename }: ActionsProps) {
  const { conversations: texts } = useTexts();
  const remove = (): void => void removeChats([id]);
  const items = [
    { label: texts.rename, icon: <Pencil size={16} aria-hidden />, onSelect: onRename },
    {
      label: isPinned ? texts.unpin : texts.pin,
      icon: isPinned ? <PinOff size={16} aria-hidden /> : <Pin size={16} aria-hidden />,
      onSelect: () => void useChatStore.getState().pin(id, !isPinned),
    },
    {
      label: texts.export,
      icon: <Download size={16} aria-hidden />,
      onSelect: () => usePanelStore.getState().open({ kind: "export-chats", ids: [id] }),
    },
    {
      label: texts.deleteShort,
      icon: <Trash2 size={16} aria-hidden />,
      onSelect: remove,
      isDanger: true,
    },
  ];
  return (
    <div className="absolute inset-y-0 end-0 flex items-center opacity-0 group-focus-within:opacity-100 group-hover:opacity-100 pointer-coarse:opacity-100">
      <Menu label={texts.more(title)} items={items} />
      <IconButton label={texts.delete(title)} onClick={remove} className="pointer-coarse:hidden">
        <Trash2 size={15} aria-hidden />
      </IconButton>
    </div>
  );
}

function Choice({ conversation: { id, title } }: { readonly conversation: ConversationRecord }) {
  const isChosen = useChatSelectionStore((state) => state.selected.has(id));
  const toggle = (event: ChangeEvent): void => {
    const { conversations } = useChatStore.getState();
    const order = listOrder(groupByDay(conversations, useDayStore.getState().today));
    const { nativeEvent } = event;
    const isRange = nativeEvent instanceof MouseEvent && nativeEvent.shiftKey;
    useChatSelectionStore.getState().toggle(id, order, isRange);
  };
  return (
    <li>
      <label
        className={`target flex cursor-pointer items-center gap-2.5 rounded-lg px-2.5 text-sm select-none has-focus-visible:outline-2 has-focus-visible:-outline-offset-2 has-focus-visible:outline-accent ${isChosen ? "bg-accent-tint" : "hover:bg-tint/60"}`}
      >
        <input
          type="checkbox"
          {...chatRow}
          checked={isChosen}
          onChange={toggle}
          onKeyDown={moveBetweenRows}
          className="size-4 shrink-0 accent-accent"
        />
        <bdi className="min-w-0 truncate">{title}</bdi>
      </label>
    </li>
  );
}
