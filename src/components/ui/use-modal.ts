// Opens a <dialog> over the page for as long as it is drawn, and gives the focus back to what had it before.
import { type RefObject, useEffect } from "react";

export function useModal(ref: RefObject<HTMLDialogElement | null>): void {
  useEffect(() => {
    const dialog = ref.current;
    const before = document.activeElement;
    if (!dialog?.open) dialog?.showModal();
    return () => {
      dialog?.close();
      // The browser does so when a dialog is closed, and not when it is taken away: by its button, or for another one.
      if (document.activeElement === document.body && before instanceof HTMLElement) before.focus();
    };
  }, [ref]);
}
