// The panel that lies over the conversation.
import { Suspense } from "react";
import { ConversationsDrawer } from "./components/chat/Sidebar";
import { fetched } from "./fetched";
import { usePanelStore } from "./stores/panel-store";

const ChatOptionsDialog = fetched(() =>
  import("./components/structured/ChatOptionsDialog").then((m) => m.ChatOptionsDialog),
);
const ExportDialog = fetched(() =>
  import("./components/conversations/ExportDialog").then((m) => m.ExportDialog),
);
const ImportDialog = fetched(() =>
  import("./components/conversations/ImportDialog").then((m) => m.ImportDialog),
);
const LibraryDialog = fetched(() =>
  import("./components/documents/LibraryDialog").then((m) => m.LibraryDialog),
);
const ModelsDialog = fetched(() => import("./components/model/ModelsDialog").then((m) => m.ModelsDialog));
const PartDialog = fetched(() => import("./components/documents/PartDialog").then((m) => m.PartDialog));
const PasswordDialog = fetched(() =>
  import("./components/documents/PasswordDialog").then((m) => m.PasswordDialog),
);
const PresetDialog = fetched(() =>
  import("./components/structured/PresetDialog").then((m) => m.PresetDialog),
);
const PrivacyDialog = fetched(() =>
  import("./components/privacy/PrivacyDialog").then((m) => m.PrivacyDialog),
);
const SettingsDialog = fetched(() =>
  import("./components/settings/SettingsDialog").then((m) => m.SettingsDialog),
);
const ShortcutsDialog = fetched(() =>
  import("./components/shortcuts/ShortcutsDialog").then((m) => m.ShortcutsDialog),
);
const StorageDialog = fetched(() =>
  import("./components/storage/StorageDialog").then((m) => m.StorageDialog),
);

export function Panels() {
  return (
    <Suspense fallback={null}>
      <OpenPanel />
    </Suspense>
  );
}

function OpenPanel() {
  const panel = usePanelStore((state) => state.panel);
  const close = usePanelStore((state) => state.close);
  switch (panel.kind) {
    case "none":
      return null;
    case "models":
      return <ModelsDialog onClose={close} />;
    case "storage":
      return <StorageDialog onClose={close} />;
    case "privacy":
      return <PrivacyDialog onClose={close} />;
    case "settings":
      return <SettingsDialog onClose={close} />;
    case "shortcuts":
      return <ShortcutsDialog onClose={close} />;
    case "conversations":
      return <ConversationsDrawer onClose={close} />;
    case "chat-options":
      return <ChatOptionsDialog onClose={close} />;
    case "preset":
      return <PresetDialog presetId={panel.id} />;
    case "export-chats":
      return <ExportDialog ids={panel.ids} onClose={close} />;
    case "import-chats":
      return <ImportDialog onClose={close} />;
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
