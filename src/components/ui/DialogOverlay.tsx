// What must stay within reach while a modal is open, toasts for one: everything outside a modal <dialog> is inert, so that the
// topmost dialog shows it inside itself, and the page only when no dialog is open. Drawn in one place at a time.
import { createContext, type ReactNode, useContext, useEffect, useId } from "react";
import { create } from "zustand";

const Overlay = createContext<ReactNode>(null);

export const DialogOverlayProvider = Overlay.Provider;

/** The modal dialogs that are open, the topmost last. */
const useDialogStack = create<{ readonly ids: readonly string[] }>(() => ({ ids: [] }));

/** Inside a modal dialog. */
export function DialogOverlay() {
  const id = useId();
  const isTopmost = useDialogStack(({ ids }) => ids.at(-1) === id);
  const overlay = useContext(Overlay);
  useEffect(() => {
    useDialogStack.setState(({ ids }) => ({ ids: [...ids, id] }));
    return () => useDialogStack.setState(({ ids }) => ({ ids: ids.filter((other) => other !== id) }));
  }, [id]);
  return isTopmost ? overlay : null;
}

/** On the page itself, under every dialog. */
export function PageOverlay() {
  const isUncovered = useDialogStack(({ ids }) => ids.length === 0);
  const overlay = useContext(Overlay);
  return isUncovered ? overlay : null;
}
