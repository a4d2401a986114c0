// Beside the conversation on wide screens, a drawer on narrow ones.
import { Library, Settings } from "lucide-react";
import { usePanelStore } from "../../stores/panel-store";
import { InstallButton } from "../app/InstallButton";
import { Button } from "../ui/Button";
import { Dialog } from "../ui/Dialog";
import { Logo } from "../ui/Logo";
import { ConversationList } from "./ConversationList";

export function Sidebar() {
  const openPanel = usePanelStore((state) => state.open);
  return (
    <aside
      aria-label="Sidebar"
      className="hidden w-68 shrink-0 flex-col gap-4 border-e border-line bg-sunken px-3 pt-4 pb-3 lg:flex"
    >
      <p className="flex items-center gap-2.5 px-2 text-lg font-semibold tracking-tight">
        <Logo size={26} /> Jamba
      </p>
      <ConversationList />
      <div className="shrink-0 space-y-0.5">
        <InstallButton />
        <Button tone="quiet" className="w-full justify-start" onClick={() => openPanel({ kind: "library" })}>
          <Library size={17} aria-hidden /> Documents
        </Button>
        <Button tone="quiet" className="w-full justify-start" onClick={() => openPanel({ kind: "settings" })}>
          <Settings size={17} aria-hidden /> Settings
        </Button>
      </div>
    </aside>
  );
}

export function ConversationsDrawer({ onClose }: { readonly onClose: () => void }) {
  return (
    <Dialog title="Conversations" onClose={onClose} shape="sheet">
      <ConversationList onNavigate={onClose} />
    </Dialog>
  );
}
