// Which panel lies over the conversation. One at a time.
import { create } from "zustand";

export type Panel =
  | { readonly kind: "none" }
  | { readonly kind: "models" }
  | { readonly kind: "privacy" }
  | { readonly kind: "storage" }
  | { readonly kind: "settings" }
  | { readonly kind: "shortcuts" } // the list of keys
  | { readonly kind: "conversations" } // the drawer of narrow screens
  | { readonly kind: "export-chats"; readonly ids: readonly string[] | null } // null: all
  | { readonly kind: "import-chats" }
  | { readonly kind: "library" }
  | { readonly kind: "chat-options" }
  | { readonly kind: "preset"; readonly id: string | null } // null: a new one
  | { readonly kind: "document-part"; readonly id: string; readonly name: string } // to choose from
  | { readonly kind: "password"; readonly intakeId: string };

interface PanelStore {
  readonly panel: Panel;
  open(panel: Panel): void;
  close(): void;
}

export const usePanelStore = create<PanelStore>((set) => ({
  panel: { kind: "none" },
  open: (panel) => set({ panel }),
  close: () => set({ panel: { kind: "none" } }),
}));
