// The list of keys.
import { Fragment } from "react";
import { useTexts } from "../../i18n/language-store";
import { type ListedShortcut, listShortcuts } from "../../shortcuts";
import { scrollable } from "../chat/scrollable";
import { Dialog } from "../ui/Dialog";

export function ShortcutsDialog({ onClose }: { readonly onClose: () => void }) {
  const { shortcuts } = useTexts();
  return (
    <Dialog title={shortcuts.title} onClose={onClose}>
      <div className="space-y-6" {...scrollable}>
        {listShortcuts().map(({ title, members }) => (
          <section key={title} aria-label={title}>
            <h3 className="pb-1 text-xs font-semibold text-ink-faint">{title}</h3>
            <dl className="divide-y divide-line rounded-2xl border border-line bg-raised px-4">
              {members.map((shortcut) => (
                <Row key={shortcut.id} shortcut={shortcut} />
              ))}
            </dl>
          </section>
        ))}
      </div>
    </Dialog>
  );
}

function Row({ shortcut: { what, keys } }: { readonly shortcut: ListedShortcut }) {
  const { shortcuts } = useTexts();
  return (
    <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1 py-2 text-sm">
      <dt>{what}</dt>
      <dd className="flex items-center gap-1.5 text-xs text-ink-soft">
        {keys.map((names, index) => (
          <Fragment key={names.join("+")}>
            {index > 0 && <span>{shortcuts.or}</span>}
            <span dir="ltr" className="flex gap-1">
              {names.map((name) => (
                <kbd
                  key={name}
                  className="min-w-6 rounded-md border border-line-strong bg-sunken px-1.5 py-0.5 text-center font-sans text-ink"
                >
                  {name}
                </kbd>
              ))}
            </span>
          </Fragment>
        ))}
      </dd>
    </div>
  );
}
