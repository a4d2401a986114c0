// While several chats are chosen: how many, and what can be done with them. Esc ends it.
import { Download, Trash2, X } from "lucide-react";
import { useEffect } from "react";
import { useTexts } from "../../i18n/language-store";
import { removeChats } from "../../stores/chat-removal";
import { useChatSelectionStore } from "../../stores/chat-selection";
import { useChatStore } from "../../stores/chat-store";
import { usePanelStore } from "../../stores/panel-store";
import { IconButton } from "../ui/Button";

export function ChoiceBar() {
  const { conversations: texts, common } = useTexts();
  const selected = useChatSelectionStore((state) => state.selected);
  const conversations = useChatStore((state) => state.conversations);
  const { end, toggleAll } = useChatSelectionStore.getState();
  const ids = conversations.map(({ id }) => id);
  const chosen = ids.filter((id) => selected.has(id));
  useEndOnEscape();
  const remove = (): void => {
    void removeChats(chosen);
    end();
  };
  return (
    <div className="shrink-0 rounded-lg border border-line bg-raised ps-2.5 pe-1 text-sm">
      <div className="flex items-center">
        <span className="min-w-0 flex-1 truncate tabular-nums">{texts.selected(chosen.length)}</span>
        <IconButton
          label={texts.exportSelected}
          disabled={chosen.length === 0}
          onClick={() => usePanelStore.getState().open({ kind: "export-chats", ids: chosen })}
        >
          <Download size={16} aria-hidden />
        </IconButton>
        <IconButton
          label={texts.deleteSelected}
          tone="danger"
          disabled={chosen.length === 0}
          onClick={remove}
        >
          <Trash2 size={16} aria-hidden />
        </IconButton>
        <IconButton label={common.done} onClick={end}>
          <X size={16} aria-hidden />
        </IconButton>
      </div>
      <label className="target flex w-fit cursor-pointer items-center gap-2.5 select-none">
        <input
          type="checkbox"
          checked={chosen.length > 0 && chosen.length === ids.length}
          ref={(box) => {
            if (box) box.indeterminate = chosen.length > 0 && chosen.length < ids.length;
          }}
          onChange={() => toggleAll(ids)}
          className="size-4 accent-accent"
        />
        {texts.selectAll}
      </label>
    </div>
  );
}

function useEndOnEscape(): void {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      if (event.key !== "Escape" || event.isComposing || event.defaultPrevented) return;
      if (document.querySelector("[popover]:popover-open[role=menu]")) return; // the menu's
      event.preventDefault();
      useChatSelectionStore.getState().end();
    };
    window.addEventListener("keydown", onKeyDown, { capture: true });
    return () => window.removeEventListener("keydown", onKeyDown, { capture: true });
  }, []);
}
