// A field's line: its name and what it means at the start, its control at the end, or below where there is little room.
import type { ReactNode } from "react";

interface FieldRowProps {
  readonly label: ReactNode; // with whatever ties it to the control
  readonly mark?: ReactNode; // behind the label
  readonly help: string;
  readonly helpId: string;
  /** So narrow that it never goes below: a checkbox stays at the end of its line. */
  readonly isSmall?: boolean;
  readonly children: ReactNode;
}

export function FieldRow({ label, mark, help, helpId, isSmall = false, children }: FieldRowProps) {
  return (
    <div className={`flex items-center justify-between gap-x-4 gap-y-2 ${isSmall ? "" : "flex-wrap"}`}>
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
