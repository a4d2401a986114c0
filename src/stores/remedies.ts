// Carries out the steps that stores/problems.ts offers.
import { useChatStore } from "./chat-store";
import { exportHeldChat } from "./chat-transfer";
import { useDownloadStore } from "./download-store";
import { useModelStore } from "./model-store";
import { usePanelStore } from "./panel-store";
import type { Remedy } from "./problems";
import { saveAgain } from "./saving";

export function applyRemedy(remedy: Remedy): void {
  switch (remedy) {
    case "load-again":
      void useModelStore.getState().loadAgain();
      return;
    case "load-bundled":
      void useModelStore.getState().loadBundled();
      return;
    case "open-models":
      usePanelStore.getState().open({ kind: "models" });
      return;
    case "open-settings":
      usePanelStore.getState().open({ kind: "settings" });
      return;
    case "new-chat":
      useChatStore.getState().newChat();
      return;
    case "resume-download":
      if (useDownloadStore.getState().download) void useDownloadStore.getState().retry();
      else void useModelStore.getState().start();
      return;
    case "reload-page":
      location.reload();
      return;
    case "save-again":
      void saveAgain();
      return;
    case "export-chat":
      void exportHeldChat();
      return;
    default:
      remedy satisfies never;
  }
}
