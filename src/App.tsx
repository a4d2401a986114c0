// Layout only: the sidebar, the conversation and what lies over them.
import { SelectionBar } from "./citations/SelectionBar";
import { EmptyState } from "./components/chat/EmptyState";
import { Header } from "./components/chat/Header";
import { LiveStatus } from "./components/chat/LiveStatus";
import { ConversationsDrawer, Sidebar } from "./components/chat/Sidebar";
import { Transcript } from "./components/chat/Transcript";
import { Composer } from "./components/composer/Composer";
import { DropZone } from "./components/documents/DropZone";
import { LibraryDialog } from "./components/documents/LibraryDialog";
import { PartDialog } from "./components/documents/PartDialog";
import { PasswordDialog } from "./components/documents/PasswordDialog";
import { ModelStatus } from "./components/model/ModelStatus";
import { ModelsDialog } from "./components/model/ModelsDialog";
import { SettingsDialog } from "./components/settings/SettingsDialog";
import { ShortcutsDialog } from "./components/shortcuts/ShortcutsDialog";
import { StorageDialog } from "./components/storage/StorageDialog";
import { DialogOverlayProvider, PageOverlay } from "./components/ui/DialogOverlay";
import { Toasts } from "./components/ui/Toasts";
import { useChatStore } from "./stores/chat-store";
import { usePanelStore } from "./stores/panel-store";
import { useToastStore } from "./stores/toast-store";
import { Viewer } from "./viewer/Viewer";

export function App() {
  const conversationId = useChatStore((state) => state.current?.id ?? null);
  const hasStarted = useChatStore((state) => state.hasStarted);
  const toasts = useToastStore((state) => state.toasts);
  const dismissToast = useToastStore((state) => state.dismiss);
  const notes = <Toasts toasts={toasts} onDismiss={dismissToast} />;
  return (
    <div className="flex h-dvh overflow-hidden bg-canvas">
      <Sidebar />
      <main className="flex min-w-0 flex-1 flex-col">
        <Header />
        <Transcript key={conversationId} empty={hasStarted && <EmptyState />} />
        <SelectionBar />
        <ModelStatus />
        <Composer />
      </main>
      <DialogOverlayProvider value={notes}>
        <Viewer />
        <Panels />
        <PageOverlay />
      </DialogOverlayProvider>
      <DropZone />
      <LiveStatus />
    </div>
  );
}

function Panels() {
  const panel = usePanelStore((state) => state.panel);
  const close = usePanelStore((state) => state.close);
  switch (panel.kind) {
    case "none":
      return null;
    case "models":
      return <ModelsDialog onClose={close} />;
    case "storage":
      return <StorageDialog onClose={close} />;
    case "settings":
      return <SettingsDialog onClose={close} />;
    case "shortcuts":
      return <ShortcutsDialog onClose={close} />;
    case "conversations":
      return <ConversationsDrawer onClose={close} />;
    case "document-part":
      return <PartDialog documentId={panel.id} name={panel.name} onClose={close} />;
    case "library":
      return <LibraryDialog onClose={close} />;
    case "password":
      return <PasswordDialog intakeId={panel.intakeId} onClose={close} />;
    default:
      return panel satisfies never;
  }
}
