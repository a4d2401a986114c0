// Keys that work anywhere on the page.
import { useChatSearchStore } from "./stores/chat-search";
import { useChatStore } from "./stores/chat-store";
import { usePanelStore } from "./stores/panel-store";
import { useReplyStore } from "./stores/reply-store";

function onKeyDown(event: KeyboardEvent): void {
  if (event.isComposing || event.defaultPrevented) return;
  const isPanelOpen = usePanelStore.getState().panel.kind !== "none";
  if (event.key === "Escape" && !isPanelOpen && useReplyStore.getState().reply) {
    event.preventDefault();
    useReplyStore.getState().stop();
  } else if (event.code === "KeyO" && event.shiftKey && (event.ctrlKey || event.metaKey)) {
    event.preventDefault();
    usePanelStore.getState().close();
    useChatStore.getState().newChat();
  } else if (event.code === "KeyK" && !event.shiftKey && !event.altKey && (event.ctrlKey || event.metaKey)) {
    event.preventDefault();
    useChatSearchStore.getState().askForFocus();
  }
}

export function listenForShortcuts(): void {
  window.addEventListener("keydown", onKeyDown);
}
