// A part of a dialog under its own heading.
import type { ReactNode } from "react";

interface SectionProps {
  readonly title: string;
  readonly note?: string; // at the heading's end: how much it is
  readonly children: ReactNode;
}

export function Section({ title, note, children }: SectionProps) {
  return (
    <section aria-label={title} className="space-y-2.5">
      <div className="flex items-baseline justify-between gap-3">
        <h3 className="text-sm font-semibold text-ink-soft">{title}</h3>
        {note && <span className="text-sm text-ink-soft tabular-nums">{note}</span>}
      </div>
      {children}
    </section>
  );
}
