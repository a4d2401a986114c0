// Which panel lies over the conversation. One at a time.
import { create } from "zustand";
import type { DocumentRecord } from "../storage/conversations";

export type Panel =
  | { readonly kind: "none" }
  | { readonly kind: "models" }
  | { readonly kind: "settings" }
  | { readonly kind: "conversations" } // the drawer of narrow screens
  | { readonly kind: "document"; readonly document: DocumentRecord };

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
