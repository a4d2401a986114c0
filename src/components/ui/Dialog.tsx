// A modal on the platform's own <dialog>: it traps focus, closes on Esc, and gives focus back. A click beside it closes it too.
import { X } from "lucide-react";
import { type MouseEvent, type ReactNode, useId, useRef } from "react";
import { useTexts } from "../../i18n/language-store";
import { IconButton } from "./Button";
import { DialogOverlay } from "./DialogOverlay";
import { useModal } from "./use-modal";

interface DialogProps {
  readonly title: string;
  readonly onClose: () => void;
  readonly children: ReactNode;
  readonly footer?: ReactNode;
  /** "sheet" stands at the start edge, full height: the drawer of narrow screens. */
  readonly shape?: "card" | "wide" | "sheet";
}

const shapes = {
  card: "m-auto w-[min(38rem,calc(100vw-1.5rem))] max-h-[min(46rem,calc(100dvh-1.5rem))] rounded-2xl",
  wide: "m-auto w-[min(54rem,calc(100vw-1.5rem))] max-h-[min(54rem,calc(100dvh-1.5rem))] rounded-2xl",
  sheet: "m-0 h-dvh max-h-none w-[min(20rem,calc(100vw-2.5rem))] rounded-e-2xl",
};

export function Dialog({ title, onClose, children, footer, shape = "card" }: DialogProps) {
  const { common } = useTexts();
  const ref = useRef<HTMLDialogElement>(null);
  const titleId = useId();
  useModal(ref);
  const closeOnBackdrop = (event: MouseEvent): void => {
    if (event.target === ref.current) onClose();
  };
  return (
    <dialog
      ref={ref}
      aria-labelledby={titleId}
      onClose={onClose}
      onMouseDown={closeOnBackdrop}
      className={`animate-appear bg-canvas text-ink shadow-card border border-line p-0 ${shapes[shape]} open:flex flex-col overflow-hidden`}
    >
      <header className="flex shrink-0 items-center justify-between gap-3 border-b border-line ps-5 pe-3 py-2.5">
        <h2
          id={titleId}
          className="line-clamp-2 min-w-0 text-lg leading-snug font-semibold wrap-anywhere"
          dir="auto"
        >
          {title}
        </h2>
        <IconButton label={common.close} onClick={onClose}>
          <X size={20} aria-hidden />
        </IconButton>
      </header>
      <div className="min-h-0 flex-1 overflow-y-auto overscroll-contain px-5 py-4">{children}</div>
      {footer && (
        <footer className="flex shrink-0 flex-wrap justify-end gap-2 border-t border-line px-5 py-3">
          {footer}
        </footer>
      )}
      <DialogOverlay />
    </dialog>
  );
}
