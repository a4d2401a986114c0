// A field's line: its name and what it means at the start, its control at the end, or below where there is little room.
import type { ReactNode } from "react";

interface FieldRowProps {
  readonly label: ReactNode; // with whatever ties it to the control
  readonly mark?: ReactNode; // behind the label
  readonly help: string;
  readonly helpId: string;
  readonly children: ReactNode;
}

export function FieldRow({ label, mark, help, helpId, children }: FieldRowProps) {
  return (
    <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2">
      <div className="min-w-0 flex-1 basis-48">
        <div className="flex min-h-6 flex-wrap items-center gap-x-2 text-sm font-medium">
          {label}
          {mark}
        </div>
        <p id={helpId} className="text-xs text-ink-soft">
          {help}
        </p>
      </div>
      {children}
    </div>
  );
}
