// Which chat's title is being written anew in the list.
import { create } from "zustand";
import { usePanelStore } from "./panel-store";
import { hasSidebar } from "./sidebar-store";

interface RenameStore {
  readonly id: string | null;
  begin(id: string): void;
  end(): void;
}

export const useRenameStore = create<RenameStore>((set) => ({
  id: null,
  begin: (id) => {
    set({ id });
    if (!hasSidebar()) usePanelStore.getState().open({ kind: "conversations" });
  },
  end: () => set({ id: null }),
}));
