/// <reference types="vite-plugin-pwa/client" />
// The service worker: keeps the page for offline use, and offers an update without ever taking it by itself.
import { registerSW } from "virtual:pwa-register";
import { currentTexts } from "./i18n/language-store";
import { isLockSet } from "./stores/lock-gate";
import { replyEnded } from "./stores/reply-store";
import { showToast } from "./stores/toast-store";

const HOUR_MS = 3_600_000;

export function registerServiceWorker(): void {
  if (!("serviceWorker" in navigator) || !import.meta.env.PROD) return;
  const takeUpdate = registerSW({
    onNeedRefresh: () => {
      // The page reloads: never in the middle of an answer.
      const run = (): void => void replyEnded().then(() => takeUpdate(true));
      const { updateIsHere, reload } = currentTexts().app;
      showToast(updateIsHere, { isLasting: true, action: { label: reload, run } });
    },
    onRegisteredSW: (_url, registration) => {
      const look = async (): Promise<void> => {
        if (!(await isLockSet())) await registration?.update();
      };
      setInterval(() => void look().catch(() => {}), HOUR_MS);
    },
  });
}
