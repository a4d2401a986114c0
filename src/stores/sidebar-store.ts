// Whether the chats stand beside the conversation on wide screens, as the reader left it. Elsewhere they have a drawer.
import { create } from "zustand";
import { usePanelStore } from "./panel-store";

const KEY = "jamba-sidebar";
const HIDDEN = "hidden";

interface SidebarStore {
  readonly isHidden: boolean;
  /** Where there is no room for a sidebar, opens and closes the drawer. */
  toggle(): void;
}

const hasRoom = (): boolean => window.matchMedia("(min-width: 64rem)").matches;

const readHidden = (): boolean => globalThis.localStorage?.getItem(KEY) === HIDDEN;

export const useSidebarStore = create<SidebarStore>((set, get) => ({
  isHidden: readHidden(),
  toggle: () => {
    if (!hasRoom()) {
      const { panel, open, close } = usePanelStore.getState();
      if (panel.kind === "conversations") close();
      else open({ kind: "conversations" });
      return;
    }
    const isHidden = !get().isHidden;
    set({ isHidden });
    if (isHidden) localStorage.setItem(KEY, HIDDEN);
    else localStorage.removeItem(KEY);
  },
}));

/** As it stands beside the chat now. */
export const hasSidebar = (): boolean => hasRoom() && !useSidebarStore.getState().isHidden;
