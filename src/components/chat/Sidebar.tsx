// Beside the conversation on wide screens, a drawer on narrow ones.
import { Keyboard, Library, Settings } from "lucide-react";
import { useTexts } from "../../i18n/language-store";
import { shortcutProps } from "../../shortcuts";
import { usePanelStore } from "../../stores/panel-store";
import { useSidebarStore } from "../../stores/sidebar-store";
import { InstallButton } from "../app/InstallButton";
import { ConversationList } from "../conversations/ConversationList";
import { Button, IconButton } from "../ui/Button";
import { Dialog } from "../ui/Dialog";
import { Logo } from "../ui/Logo";

export function Sidebar() {
  const { conversations: texts } = useTexts();
  const isHidden = useSidebarStore((state) => state.isHidden);
  if (isHidden) return null;
  return (
    <aside
      aria-label={texts.sidebar}
      className="hidden w-68 shrink-0 flex-col gap-4 border-e border-line bg-sunken px-3 pt-4 pb-3 lg:flex"
    >
      <p className="flex items-center gap-2.5 px-2 text-lg font-semibold tracking-tight">
        <Logo size={26} /> Jamba
      </p>
      <ConversationList />
      <Foot />
    </aside>
  );
}

/** What is not of one chat. */
function Foot() {
  const { conversations: texts, shortcuts } = useTexts();
  const openPanel = usePanelStore((state) => state.open);
  return (
    <div className="w-full shrink-0 space-y-0.5">
      <InstallButton />
      <Button tone="quiet" className="w-full justify-start" onClick={() => openPanel({ kind: "library" })}>
        <Library size={17} aria-hidden /> {texts.documents}
      </Button>
      <div className="flex items-center">
        <Button
          tone="quiet"
          className="min-w-0 flex-1 justify-start"
          {...shortcutProps(texts.settings, "settings")}
          onClick={() => openPanel({ kind: "settings" })}
        >
          <Settings size={17} aria-hidden /> {texts.settings}
        </Button>
        <IconButton
          label={shortcuts.title}
          {...shortcutProps(shortcuts.title, "shortcuts")}
          onClick={() => openPanel({ kind: "shortcuts" })}
        >
          <Keyboard size={17} aria-hidden />
        </IconButton>
      </div>
    </div>
  );
}

export function ConversationsDrawer({ onClose }: { readonly onClose: () => void }) {
  const { conversations: texts } = useTexts();
  return (
    <Dialog title={texts.title} onClose={onClose} shape="sheet" footer={<Foot />}>
      <ConversationList onNavigate={onClose} />
    </Dialog>
  );
}
