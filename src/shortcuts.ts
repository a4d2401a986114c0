// Does what the keys of shortcut-table.ts stand for, and writes them into tooltips.
import { currentTexts } from "./i18n/language-store";
import { ariaKeys, findShortcut, nameKeys, type ShortcutId, shortcuts } from "./shortcut-table";
import { removeChats } from "./stores/chat-removal";
import { useChatSearchStore } from "./stores/chat-search";
import { useChatStore } from "./stores/chat-store";
import { focusComposer } from "./stores/composer-focus";
import { copyLastAnswer, copyLastCode } from "./stores/copy-last";
import { usePanelStore } from "./stores/panel-store";
import { useRenameStore } from "./stores/rename-store";
import { useReplyStore } from "./stores/reply-store";
import { useSettingsStore } from "./stores/settings-store";
import { useSidebarStore } from "./stores/sidebar-store";
import { useToastStore } from "./stores/toast-store";

export const isMac = (): boolean => /Mac|iPhone|iPad/.test(navigator.platform);

/** Over the page: a dialog, or a popover that Esc closes. */
const isCovered = (): boolean => document.querySelector("dialog:modal, [popover=auto]:popover-open") !== null;

const isWriting = (): boolean =>
  document.activeElement?.matches("input, textarea, select, [contenteditable]") ?? false;

/** Where the keys that take back would take back words. */
const hasWritten = (): boolean => {
  const { activeElement: active } = document;
  if (active instanceof HTMLTextAreaElement) return active.value !== "";
  return (
    active instanceof HTMLInputElement && /text|search|url|password/.test(active.type) && active.value !== ""
  );
};

const openPanel = (kind: "settings" | "shortcuts") => (): boolean => {
  usePanelStore.getState().open({ kind });
  return true;
};

/** Those with an effect here and now return true; the others leave the key to the browser. */
const actions: Partial<Record<ShortcutId, () => boolean>> = {
  "focus-composer": () => {
    focusComposer();
    return true;
  },
  "new-chat": () => {
    useChatStore.getState().newChat();
    focusComposer();
    return true;
  },
  "search-chats": () => {
    useChatSearchStore.getState().askForFocus();
    return true;
  },
  "toggle-sidebar": () => {
    useSidebarStore.getState().toggle();
    return true;
  },
  "rename-chat": () => {
    const { current } = useChatStore.getState();
    if (current) useRenameStore.getState().begin(current.id);
    return current !== null;
  },
  "delete-chat": () => {
    const { current } = useChatStore.getState();
    if (current) void removeChats([current.id]);
    return current !== null;
  },
  stop: () => {
    const { reply, stop } = useReplyStore.getState();
    stop();
    return reply !== null;
  },
  "copy-answer": () => {
    void copyLastAnswer();
    return true;
  },
  "copy-code": () => {
    void copyLastCode();
    return true;
  },
  undo: () => !hasWritten() && useToastStore.getState().undo(currentTexts().common.undo),
  settings: openPanel("settings"),
  shortcuts: openPanel("shortcuts"),
};

function onKeyDown(event: KeyboardEvent): void {
  if (event.defaultPrevented) return;
  const id = findShortcut(event, isMac());
  if (id === null || (event.key === "?" && isWriting())) return;
  if (isCovered()) {
    const isOfDrawer = id === "toggle-sidebar" && usePanelStore.getState().panel.kind === "conversations";
    if (isOfDrawer) event.preventDefault();
    const isUndone = id === "undo" && actions.undo?.() === true; // its note lies over the dialog
    if (isUndone) event.preventDefault();
    if (id !== "new-chat" && id !== "search-chats" && !isOfDrawer) return;
    usePanelStore.getState().close();
    if (isOfDrawer) return;
  }
  if (actions[id]?.()) event.preventDefault();
}

export function listenForShortcuts(): void {
  window.addEventListener("keydown", onKeyDown);
}

const keysOf = (id: ShortcutId) => shortcuts.find((shortcut) => shortcut.id === id)?.keys ?? [];

/** For a button that does the same: "New chat (Ctrl+Shift+O)" as its tooltip, and the keys for those who hear it. */
export function shortcutProps(label: string, id: ShortcutId) {
  const all = id === "send" ? sendKeys() : keysOf(id);
  const [keys] = all;
  if (!keys) return { title: label };
  return {
    title: `${label} (${nameKeys(keys, isMac()).join(isMac() ? "" : "+")})`,
    "aria-keyshortcuts": all.map((one) => ariaKeys(one, isMac())).join(" "),
  };
}

export interface ListedShortcut {
  readonly id: ShortcutId;
  readonly what: string;
  readonly keys: readonly (readonly string[])[]; // one of them; each key by itself
}

/** As chosen in the settings. */
function sendKeys() {
  const isModEnter = useSettingsStore.getState().settings.sendKey === "mod-enter";
  return [{ key: "Enter", mod: isModEnter }];
}

function newlineKeys() {
  const isModEnter = useSettingsStore.getState().settings.sendKey === "mod-enter";
  return [{ key: "Enter", shift: !isModEnter }];
}

export function listShortcuts(): readonly {
  readonly title: string;
  readonly members: readonly ListedShortcut[];
}[] {
  const texts = currentTexts().shortcuts;
  const groups = [...new Set(shortcuts.map(({ group }) => group))];
  return groups.map((group) => ({
    title: texts.groups[group],
    members: shortcuts
      .filter((shortcut) => shortcut.group === group)
      .map(({ id, keys }) => {
        const own = id === "send" ? sendKeys() : id === "newline" ? newlineKeys() : keys;
        return { id, what: texts.what[id], keys: own.map((one) => nameKeys(one, isMac())) };
      }),
  }));
}
