// What must stay within reach while a modal is open: everything outside a modal <dialog> is inert, toasts included, so that an
// open dialog shows them inside itself.
import { createContext, type ReactNode, useContext } from "react";

const Overlay = createContext<ReactNode>(null);

export const DialogOverlayProvider = Overlay.Provider;

export function DialogOverlay() {
  return useContext(Overlay);
}
