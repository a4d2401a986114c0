/// <reference types="vite-plugin-pwa/client" />
// The service worker: keeps the page for offline use, and offers an update without ever taking it by itself.
import { registerSW } from "virtual:pwa-register";
import { currentTexts } from "./i18n/language-store";
import { isAtWork, untilIdle } from "./stores/idle";
import { isLockSet } from "./stores/lock-gate";
import { showToast } from "./stores/toast-store";

const HOUR_MS = 3_600_000;

export function registerServiceWorker(): void {
  if (!("serviceWorker" in navigator) || !import.meta.env.PROD) return;
  const takeUpdate = registerSW({
    onNeedRefresh: () => {
      // The page reloads: never in the middle of an answer or of a download.
      const run = (): void => {
        if (isAtWork()) showToast(currentTexts().app.updateWaits);
        void untilIdle().then(() => {
          // workbox reloads only a page that had a service worker when it was loaded, so not one of a first visit.
          navigator.serviceWorker.addEventListener("controllerchange", () => location.reload(), {
            once: true,
          });
          return takeUpdate(true);
        });
      };
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
