// Every key of the page, as data: the listener, the list and the tooltips share it. A letter is a key of the keyboard, whatever
// the layout writes with it; "mod" is Command on a Mac and Ctrl elsewhere. Never Ctrl+R, W, T, nor Ctrl+Shift+C: the browser's.

export type ShortcutId =
  | "send"
  | "newline"
  | "recall-older"
  | "recall-newer"
  | "paste-as-text"
  | "focus-composer"
  | "new-chat"
  | "search-chats"
  | "toggle-sidebar"
  | "rename-chat"
  | "delete-chat"
  | "stop"
  | "copy-answer"
  | "copy-code"
  | "search-document"
  | "undo"
  | "settings"
  | "shortcuts";

export type ShortcutGroup = "writing" | "chats" | "answers" | "page";

export interface Keys {
  readonly mod?: boolean;
  readonly shift?: boolean | "any"; // any: where a sign is written with Shift in some layouts
  readonly code?: string; // of a letter's key
  readonly key?: string; // of a sign, or a key with a name
}

export interface Shortcut {
  readonly id: ShortcutId;
  readonly group: ShortcutGroup;
  readonly keys: readonly Keys[]; // one of them
  /** Heard by the composer or the open document itself, and only there. */
  readonly isLocal?: boolean;
}

const letter = (name: string, shift = false): Keys => ({ mod: true, shift, code: `Key${name}` });

export const shortcuts: readonly Shortcut[] = [
  { id: "send", group: "writing", keys: [{ key: "Enter" }], isLocal: true },
  { id: "newline", group: "writing", keys: [{ key: "Enter", shift: true }], isLocal: true },
  { id: "recall-older", group: "writing", keys: [{ key: "ArrowUp" }], isLocal: true },
  { id: "recall-newer", group: "writing", keys: [{ key: "ArrowDown" }], isLocal: true },
  { id: "paste-as-text", group: "writing", keys: [letter("V", true)], isLocal: true },
  { id: "focus-composer", group: "writing", keys: [{ key: "Escape", shift: true }] },
  { id: "new-chat", group: "chats", keys: [letter("O", true)] },
  { id: "search-chats", group: "chats", keys: [letter("K")] },
  { id: "toggle-sidebar", group: "chats", keys: [letter("B")] },
  { id: "rename-chat", group: "chats", keys: [letter("E", true)] },
  { id: "delete-chat", group: "chats", keys: [letter("D", true)] },
  { id: "stop", group: "answers", keys: [{ key: "Escape" }] },
  { id: "copy-answer", group: "answers", keys: [letter("L", true)] },
  { id: "copy-code", group: "answers", keys: [letter("Y", true)] },
  { id: "search-document", group: "page", keys: [letter("F")], isLocal: true },
  { id: "undo", group: "page", keys: [letter("Z")] },
  { id: "settings", group: "page", keys: [{ mod: true, key: "," }] },
  {
    id: "shortcuts",
    group: "page",
    keys: [
      { mod: true, shift: "any", key: "/" },
      { shift: "any", key: "?" },
    ],
  },
];

/** Of a keyboard event. */
export interface PressedKeys {
  readonly key: string;
  readonly code: string;
  readonly keyCode: number;
  readonly isComposing: boolean;
  readonly shiftKey: boolean;
  readonly altKey: boolean;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
}

const COMPOSING_KEY_CODE = 229;

/** The shortcut that is pressed; never with Alt, which writes signs together with Ctrl or alone (AltGr). */
export function findShortcut(pressed: PressedKeys, isMac: boolean): ShortcutId | null {
  const { key, code, keyCode, isComposing, shiftKey, altKey, ctrlKey, metaKey } = pressed;
  if (isComposing || keyCode === COMPOSING_KEY_CODE || altKey) return null;
  const mod = isMac ? metaKey : ctrlKey;
  if (isMac ? ctrlKey : metaKey) return null;
  const matches = (keys: Keys): boolean =>
    (keys.mod ?? false) === mod &&
    (keys.shift === "any" || (keys.shift ?? false) === shiftKey) &&
    (keys.code === undefined ? keys.key === key : keys.code === code);
  return shortcuts.find((shortcut) => !shortcut.isLocal && shortcut.keys.some(matches))?.id ?? null;
}

const signs: Readonly<Record<string, string>> = {
  Escape: "Esc",
  ArrowUp: "↑",
  ArrowDown: "↓",
  Enter: "Enter",
};

/** Each key by itself, as it is written on keyboards: ["Ctrl", "Shift", "O"], on a Mac ["⇧", "⌘", "O"]. */
export function nameKeys({ mod, shift, code, key }: Keys, isMac: boolean): readonly string[] {
  const last = code === undefined ? (signs[key ?? ""] ?? key ?? "") : code.replace(/^Key/, "");
  const names = isMac
    ? [shift === true && "⇧", mod && "⌘", last]
    : [mod && "Ctrl", shift === true && "Shift", last];
  return names.filter((name): name is string => typeof name === "string" && name !== "");
}

/** As ARIA writes it: "Control+Shift+O". */
export const ariaKeys = ({ mod, shift, code, key }: Keys, isMac: boolean): string =>
  [mod && (isMac ? "Meta" : "Control"), shift === true && "Shift", code?.replace(/^Key/, "") ?? key]
    .filter(Boolean)
    .join("+");
