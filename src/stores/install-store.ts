// Installing the page as an app: browsers that can say so with an event, which is kept until the user asks for it.
import { create } from "zustand";

/** Chromium's; not in TypeScript's library. */
interface BeforeInstallPromptEvent extends Event {
  prompt(): Promise<{ readonly outcome: "accepted" | "dismissed" }>;
}

interface InstallStore {
  readonly canInstall: boolean;
  install(): Promise<void>;
}

let kept: BeforeInstallPromptEvent | null = null;

export const useInstallStore = create<InstallStore>((set) => ({
  canInstall: false,
  install: async () => {
    const event = kept;
    kept = null; // it can be asked once; the browser sends another where it may be asked again
    set({ canInstall: false });
    await event?.prompt();
  },
}));

export function listenForInstalling(): void {
  window.addEventListener("beforeinstallprompt", (event) => {
    event.preventDefault(); // our own button stands where the browser's banner would come unasked
    kept = event as BeforeInstallPromptEvent;
    useInstallStore.setState({ canInstall: true });
  });
  window.addEventListener("appinstalled", () => useInstallStore.setState({ canInstall: false }));
}
