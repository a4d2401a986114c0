// The line above the conversation: the drawer's button, the model, settings.
import { Library, Menu, Settings, SquarePen } from "lucide-react";
import { Suspense } from "react";
import { fetched } from "../../fetched";
import { useTexts } from "../../i18n/language-store";
import { shortcutProps } from "../../shortcuts";
import { useChatStore } from "../../stores/chat-store";
import { usePanelStore } from "../../stores/panel-store";
import { ModelButton } from "../model/ModelButton";
import { IconButton } from "../ui/Button";

const LockBadge = fetched(() => import("../privacy/LockBadge").then((m) => m.LockBadge));

export function Header() {
  const { conversations: texts } = useTexts();
  const openPanel = usePanelStore((state) => state.open);
  const newChat = useChatStore((state) => state.newChat);
  return (
    <header className="flex shrink-0 items-center gap-1 px-2 py-2 sm:px-4">
      <h1 className="sr-only">Jamba</h1>
      <IconButton
        label={texts.title}
        className="lg:hidden"
        onClick={() => openPanel({ kind: "conversations" })}
      >
        <Menu size={20} aria-hidden />
      </IconButton>
      <ModelButton />
      <Suspense fallback={null}>
        <LockBadge />
      </Suspense>
      <div className="flex-1" />
      <IconButton
        label={texts.newChat}
        {...shortcutProps(texts.newChat, "new-chat")}
        className="lg:hidden"
        onClick={newChat}
      >
        <SquarePen size={19} aria-hidden />
      </IconButton>
      <IconButton
        label={texts.documents}
        className="lg:hidden"
        onClick={() => openPanel({ kind: "library" })}
      >
        <Library size={20} aria-hidden />
      </IconButton>
      <IconButton
        label={texts.settings}
        {...shortcutProps(texts.settings, "settings")}
        className="lg:hidden"
        onClick={() => openPanel({ kind: "settings" })}
      >
        <Settings size={20} aria-hidden />
      </IconButton>
    </header>
  );
}
