// The shape of every chip: a document's name over a line about it, and what can be done with it.
import { FileText } from "lucide-react";
import type { ReactNode } from "react";

interface ChipFrameProps {
  readonly name: string;
  readonly detail: ReactNode;
  readonly isAlarming?: boolean;
  readonly onOpen?: () => void;
  readonly actions?: ReactNode;
}

export function ChipFrame({ name, detail, isAlarming = false, onOpen, actions }: ChipFrameProps) {
  const content = (
    <>
      <FileText size={18} aria-hidden className="shrink-0 text-accent" />
      <span className="min-w-0">
        <span className="block font-medium">
          <bdi className="one-line">{name}</bdi>
        </span>
        <span className="block text-xs text-ink-soft tabular-nums">{detail}</span>
      </span>
    </>
  );
  const shape =
    "target flex min-w-0 max-sm:flex-1 max-sm:basis-40 items-center gap-2.5 rounded-xl px-3 py-1.5 text-start";
  return (
    <div
      className={`flex max-w-full items-center rounded-xl border text-sm max-sm:flex-wrap ${isAlarming ? "border-danger bg-danger-tint" : "border-line bg-sunken"}`}
    >
      {onOpen ? (
        <button type="button" onClick={onOpen} className={`${shape} hover:bg-tint`}>
          {content}
        </button>
      ) : (
        <div className={shape}>{content}</div>
      )}
      {actions && <div className="ms-auto flex shrink-0 items-center pe-0.5">{actions}</div>}
    </div>
  );
}

interface ChipActionProps {
  readonly children: ReactNode;
  readonly onClick: () => void;
}

export function ChipAction({ children, onClick }: ChipActionProps) {
  return (
    <button
      type="button"
      onClick={onClick}
      className="target shrink-0 rounded-lg px-2 text-xs font-medium text-accent hover:bg-tint"
    >
      {children}
    </button>
  );
}
