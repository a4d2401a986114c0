// The line above the conversation: the drawer's button, the model, settings.
import { Library, Menu, PanelLeft, Settings, SquarePen } from "lucide-react";
import { Suspense } from "react";
import { fetched } from "../../fetched";
import { useTexts } from "../../i18n/language-store";
import { shortcutProps } from "../../shortcuts";
import { useChatStore } from "../../stores/chat-store";
import { usePanelStore } from "../../stores/panel-store";
import { useSidebarStore } from "../../stores/sidebar-store";
import { ModelButton } from "../model/ModelButton";
import { IconButton } from "../ui/Button";

const LockBadge = fetched(() => import("../privacy/LockBadge").then((m) => m.LockBadge));

export function Header() {
  const { conversations: texts, shortcuts } = useTexts();
  const openPanel = usePanelStore((state) => state.open);
  const newChat = useChatStore((state) => state.newChat);
  const { isHidden, toggle } = useSidebarStore();
  const narrow = isHidden ? "" : "lg:hidden"; // what the sidebar has where it is
  return (
    <header className="flex shrink-0 items-center px-2 py-2 sm:gap-1 sm:px-4">
      <h1 className="sr-only">Jamba</h1>
      <IconButton
        label={texts.title}
        className="lg:hidden"
        onClick={() => openPanel({ kind: "conversations" })}
      >
        <Menu size={20} aria-hidden />
      </IconButton>
      <IconButton
        label={shortcuts.what["toggle-sidebar"]}
        {...shortcutProps(shortcuts.what["toggle-sidebar"], "toggle-sidebar")}
        className="max-lg:hidden"
        aria-expanded={!isHidden}
        onClick={toggle}
      >
        <PanelLeft size={18} aria-hidden className="rtl:-scale-x-100" />
      </IconButton>
      <ModelButton />
      <Suspense fallback={null}>
        <LockBadge />
      </Suspense>
      <div className="flex-1" />
      <IconButton
        label={texts.newChat}
        {...shortcutProps(texts.newChat, "new-chat")}
        className={narrow}
        onClick={newChat}
      >
        <SquarePen size={19} aria-hidden />
      </IconButton>
      {/* On a phone the drawer has it, and the model's name the room. */}
      <IconButton
        label={texts.documents}
        className={`max-sm:hidden ${narrow}`}
        onClick={() => openPanel({ kind: "library" })}
      >
        <Library size={20} aria-hidden />
      </IconButton>
      <IconButton
        label={texts.settings}
        {...shortcutProps(texts.settings, "settings")}
        className={narrow}
        onClick={() => openPanel({ kind: "settings" })}
      >
        <Settings size={20} aria-hidden />
      </IconButton>
    </header>
  );
}
