// Layout only: the sidebar, the conversation and what lies over them.
import { EmptyState } from "./components/chat/EmptyState";
import { Header } from "./components/chat/Header";
import { LiveStatus } from "./components/chat/LiveStatus";
import { Sidebar } from "./components/chat/Sidebar";
import { Transcript } from "./components/chat/Transcript";
import { Composer } from "./components/composer/Composer";
import { PrintedChats } from "./components/conversations/PrintedChats";
import { DropZone } from "./components/documents/DropZone";
import { ModelStatus } from "./components/model/ModelStatus";
import { DialogOverlayProvider, PageOverlay } from "./components/ui/DialogOverlay";
import { Toasts } from "./components/ui/Toasts";
import { Panels } from "./Panels";
import { useChatStore } from "./stores/chat-store";
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
      <PrintedChats />
    </div>
  );
}
