// Short notes at the edge of the screen, with at most one thing to do: undo a deletion, take an update.
import { create } from "zustand";

export const TOAST_MS = 8_000;

export interface ToastAction {
  readonly label: string;
  readonly run: () => void;
}

export interface Toast {
  readonly id: string;
  readonly text: string;
  readonly action: ToastAction | null;
}

interface ToastStore {
  readonly toasts: readonly Toast[];
  /** Stays for eight seconds, or until it is dismissed when `isLasting`. */
  show(text: string, options?: { readonly action?: ToastAction; readonly isLasting?: boolean }): void;
  dismiss(id: string): void;
  /** Does what the newest note under this label offers; false where none does. */
  undo(label: string): boolean;
}

export const useToastStore = create<ToastStore>((set, get) => ({
  toasts: [],
  show: (text, options = {}) => {
    const toast: Toast = { id: crypto.randomUUID(), text, action: options.action ?? null };
    // The same words twice are one note.
    set({ toasts: [...get().toasts.filter((shown) => shown.text !== text), toast] });
    if (!options.isLasting) setTimeout(() => get().dismiss(toast.id), TOAST_MS);
  },
  dismiss: (id) => set({ toasts: get().toasts.filter((toast) => toast.id !== id) }),
  undo: (label) => {
    const toast = get().toasts.findLast(({ action }) => action?.label === label);
    if (!toast) return false;
    get().dismiss(toast.id);
    toast.action?.run();
    return true;
  },
}));

export const showToast: ToastStore["show"] = (text, options) => useToastStore.getState().show(text, options);
