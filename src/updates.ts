/// <reference types="vite-plugin-pwa/client" />
// The service worker: keeps the page for offline use, and offers an update without ever taking it by itself. After one, a tab of
// the version before may be left that runs the model, and is asked to make room.
import { registerSW } from "virtual:pwa-register";
import { currentTexts } from "./i18n/language-store";
import { onOtherBuild } from "./inference";
import { downloadEnded, isDownloading } from "./stores/download-store";
import { isLockSet } from "./stores/lock-gate";
import { replyEnded, useReplyStore } from "./stores/reply-store";
import { writesEnded } from "./stores/saving";
import { showToast } from "./stores/toast-store";

const HOUR_MS = 3_600_000;

const isAtWork = (): boolean => useReplyStore.getState().reply !== null || isDownloading();

/** The end of an answer is still being stored when it has ended. */
async function untilIdle(): Promise<void> {
  do {
    await Promise.all([replyEnded(), downloadEnded()]);
    await writesEnded();
  } while (isAtWork());
}

/** In the tab that runs the model, when one of another version asks for it. */
export function watchOtherVersions(): void {
  onOtherBuild(() => {
    const run = (): void => {
      if (isAtWork()) showToast(currentTexts().app.updateWaits);
      void untilIdle().then(() => location.reload());
    };
    const { otherVersionAsks, reload } = currentTexts().app;
    showToast(otherVersionAsks, { isLasting: true, action: { label: reload, run } });
  });
}

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
