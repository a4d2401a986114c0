// A line of a list of things that are kept: what it is called, what there is to say of it, and what can be done with it.
import type { ReactNode } from "react";

interface ItemRowProps {
  readonly name: string;
  readonly details: string;
  readonly note?: string | null; // what to know of it before it is used
  readonly children: ReactNode;
}

export function ItemRow({ name, details, note = null, children }: ItemRowProps) {
  return (
    <li className="flex flex-wrap items-center gap-x-3 gap-y-2 px-4 py-2.5">
      <div className="min-w-0 flex-1 basis-40">
        <p className="font-medium">
          <bdi className="one-line">{name}</bdi>
        </p>
        <p className="text-sm text-ink-soft tabular-nums">{details}</p>
      </div>
      <div className="flex items-center gap-1">{children}</div>
      {note !== null && <p className="w-full text-sm text-pretty">{note}</p>}
    </li>
  );
}

export function ItemList({ children }: { readonly children: ReactNode }) {
  return <ul className="divide-y divide-line rounded-2xl border border-line bg-raised">{children}</ul>;
}
