// Notes at the lower edge, announced politely; each can be dismissed.
import { X } from "lucide-react";
import { useEffect, useRef } from "react";
import { useTexts } from "../../i18n/language-store";
import { Button, IconButton } from "./Button";

export interface ToastItem {
  readonly id: string;
  readonly text: string;
  readonly action: { readonly label: string; readonly run: () => void } | null;
}

interface ToastsProps {
  readonly toasts: readonly ToastItem[];
  readonly onDismiss: (id: string) => void;
}

export function Toasts({ toasts, onDismiss }: ToastsProps) {
  const { common } = useTexts();
  const ref = useRef<HTMLDivElement>(null);
  const newest = toasts.at(-1)?.id;
  useEffect(() => {
    // A popover opened anew lies above any dialog.
    const element = ref.current;
    if (!element?.showPopover) return;
    if (element.matches(":popover-open")) element.hidePopover();
    if (newest !== undefined) element.showPopover();
  }, [newest]);
  return (
    <div
      ref={ref}
      popover="manual"
      role="status"
      className="inset-x-0 top-auto bottom-0 m-0 w-auto max-w-none flex-col items-center gap-2 border-0 bg-transparent p-4 pb-28 pointer-events-none open:flex"
    >
      {toasts.map((toast) => (
        <div
          key={toast.id}
          className="animate-appear pointer-events-auto flex w-fit max-w-full items-center gap-2 rounded-xl border border-line-strong bg-raised py-1.5 ps-4 pe-1.5 text-sm text-ink shadow-card"
        >
          <span dir="auto" className="min-w-0 wrap-anywhere">
            {toast.text}
          </span>
          {toast.action && (
            <Button
              tone="quiet"
              className="shrink-0 text-accent!"
              onClick={() => {
                onDismiss(toast.id);
                toast.action?.run();
              }}
            >
              {toast.action.label}
            </Button>
          )}
          <IconButton label={common.dismiss} onClick={() => onDismiss(toast.id)}>
            <X size={16} aria-hidden />
          </IconButton>
        </div>
      ))}
    </div>
  );
}
