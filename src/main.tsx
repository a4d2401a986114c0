// Mounts the page and starts its stores.
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { App } from "./App";
import { ErrorBoundary } from "./components/ui/ErrorBoundary";
import { listenForShortcuts } from "./shortcuts";
import { listenForArrivals } from "./stores/arrivals";
import { finishRemovals } from "./stores/chat-removal";
import { useChatStore } from "./stores/chat-store";
import { watchDay } from "./stores/day-store";
import { keepDocumentTitle } from "./stores/document-title";
import { keepDrafts } from "./stores/draft-keeper";
import { watchDraftSize } from "./stores/draft-size";
import { listenForInstalling } from "./stores/install-store";
import { useLibraryStore } from "./stores/library-store";
import { watchLosses } from "./stores/losses";
import { useModelStore } from "./stores/model-store";
import { watchOtherVersions } from "./stores/other-versions";
import { usePresetsStore } from "./stores/presets-store";
import { watchReadingAhead } from "./stores/reading-ahead";
import { applySettings } from "./stores/settings-store";
import { unfinishedKey } from "./stores/unfinished-key";
import "./styles/main.css";
import { registerServiceWorker } from "./updates";

const speaks = applySettings();
keepDocumentTitle();
watchDay();
listenForShortcuts();
listenForInstalling();
void useModelStore.getState().start();
void useChatStore
  .getState()
  .start()
  .then(() => Promise.all([finishRemovals(), listenForArrivals()]))
  .then(async () => (await import("./stores/chat-sync")).watchOtherTabs());
void useLibraryStore.getState().start();
void keepDrafts();
void usePresetsStore.getState().start();
watchLosses();
watchOtherVersions();
watchDraftSize();
watchReadingAhead();
if (sessionStorage.getItem(unfinishedKey) !== null)
  void import("./stores/unfinished-answer").then(({ continueUnfinished }) => continueUnfinished());
registerServiceWorker();

// Nothing is drawn in a language or a direction that would change at once: another catalogue than English is waited for.
void speaks.then(() => {
  const root = document.getElementById("root");
  if (!root) return;
  createRoot(root).render(
    <StrictMode>
      <ErrorBoundary>
        <App />
      </ErrorBoundary>
    </StrictMode>,
  );
});
