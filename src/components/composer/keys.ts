// What a key does in the composer. The rest is the text box's own.
import type { Settings } from "../../storage/settings";

export type ComposerKey = "send" | "recall-older" | "recall-newer";

/** Of a keyboard event. */
export interface PressedKey {
  readonly key: string;
  readonly keyCode: number;
  readonly isComposing: boolean;
  readonly shiftKey: boolean;
  readonly altKey: boolean;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
}

const COMPOSING_KEY_CODE = 229; // Safari ends the composition before the Enter that accepts it

/** `hasTouchKeyboard`: its Enter is a new line; a real keyboard beside it sends with Ctrl or Command. */
export function findComposerKey(
  pressed: PressedKey,
  sendKey: Settings["sendKey"],
  hasTouchKeyboard: boolean,
): ComposerKey | null {
  const { key, keyCode, isComposing, shiftKey, altKey, ctrlKey, metaKey } = pressed;
  if (isComposing || keyCode === COMPOSING_KEY_CODE || altKey || shiftKey) return null;
  const withMod = ctrlKey || metaKey;
  if (key === "Enter") return withMod || (sendKey === "enter" && !hasTouchKeyboard) ? "send" : null;
  if (withMod) return null;
  if (key === "ArrowUp") return "recall-older";
  return key === "ArrowDown" ? "recall-newer" : null;
}

export type Paste =
  | { readonly kind: "text" } // the text box's own
  | { readonly kind: "document" }
  | { readonly kind: "files"; readonly files: readonly File[]; readonly hasPictures: boolean };

interface Pasted {
  readonly text: string;
  readonly files: readonly File[];
  readonly isPlain: boolean; // Ctrl+Shift+V
}

const isPicture = ({ type }: File): boolean => type.startsWith("image/");

/** Word processors put a picture of the text beside it; a file manager puts the names of files beside them. */
export function findPaste({ text, files, isPlain }: Pasted, threshold: number): Paste {
  const readable = files.filter((file) => !isPicture(file));
  if (readable.length > 0 || (files.length > 0 && text === "")) {
    return { kind: "files", files: readable, hasPictures: readable.length < files.length };
  }
  const isLong = threshold > 0 && text.length > threshold;
  return { kind: isLong && !isPlain ? "document" : "text" };
}
