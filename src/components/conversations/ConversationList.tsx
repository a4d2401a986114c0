// The conversations: a search through them, and the list, by pins and by the day they were last used. In a mode of its own it
// chooses several at once.
import { Download, ListChecks, Plus, Upload } from "lucide-react";
import { useTexts } from "../../i18n/language-store";
import { shortcutProps } from "../../shortcuts";
import { useChatSearchStore } from "../../stores/chat-search";
import { useChatSelectionStore } from "../../stores/chat-selection";
import { useChatStore } from "../../stores/chat-store";
import { usePanelStore } from "../../stores/panel-store";
import { Button } from "../ui/Button";
import { Menu } from "../ui/Menu";
import { ChoiceBar } from "./ChoiceBar";
import { DayList } from "./DayList";
import { SearchField } from "./SearchField";
import { SearchResults } from "./SearchResults";

interface ConversationListProps {
  readonly onNavigate?: () => void; // a chat has been chosen
}

const stay = (): void => {};

export function ConversationList({ onNavigate = stay }: ConversationListProps) {
  const { conversations: texts } = useTexts();
  const isEmpty = useChatStore((state) => state.hasStarted && state.conversations.length === 0);
  const isSelecting = useChatSelectionStore((state) => state.isSelecting);
  const isSearching = useChatSearchStore((state) => state.search.status !== "none");
  return (
    <nav aria-label={texts.title} className="flex min-h-0 flex-1 flex-col gap-2">
      <div className="flex shrink-0 items-center gap-1">
        <Button
          className="min-w-0 flex-1 justify-start"
          {...shortcutProps(texts.newChat, "new-chat")}
          onClick={() => {
            useChatStore.getState().newChat();
            onNavigate();
          }}
        >
          <Plus size={17} aria-hidden /> {texts.newChat}
        </Button>
        <ListMenu isEmpty={isEmpty} />
      </div>
      {isSelecting ? <ChoiceBar /> : <SearchField />}
      {isEmpty && <p className="px-2 py-2 text-sm text-ink-soft">{texts.none}</p>}
      {isSearching && !isSelecting ? (
        <SearchResults onNavigate={onNavigate} />
      ) : (
        <DayList onNavigate={onNavigate} />
      )}
    </nav>
  );
}

function ListMenu({ isEmpty }: { readonly isEmpty: boolean }) {
  const { conversations: texts } = useTexts();
  const openPanel = usePanelStore((state) => state.open);
  const begin = useChatSelectionStore((state) => state.begin);
  return (
    <Menu
      label={texts.listActions}
      items={[
        {
          label: texts.select,
          icon: <ListChecks size={16} aria-hidden />,
          onSelect: begin,
          isDisabled: isEmpty,
        },
        {
          label: texts.exportAll,
          icon: <Download size={16} aria-hidden />,
          onSelect: () => openPanel({ kind: "export-chats", ids: null }),
          isDisabled: isEmpty,
        },
        {
          label: texts.import,
          icon: <Upload size={16} aria-hidden />,
          onSelect: () => openPanel({ kind: "import-chats" }),
        },
      ]}
    />
  );
}
