// Models this app knows where to get; the recommended first, the rest behind a fold.
import { ChevronRight, Download } from "lucide-react";
import type { CatalogueEntry } from "../../../workers/inference/api";
import { useTexts } from "../../i18n/language-store";
import { useDownloadStore } from "../../stores/download-store";
import { formatBytes } from "../../stores/format";
import { useModelStore } from "../../stores/model-store";
import { Button } from "../ui/Button";
import { Outlook, useOutlook } from "./Outlook";

export function Catalogue() {
  const { models } = useTexts();
  const catalogue = useModelStore((state) => state.catalogue);
  const installed = useModelStore((state) => state.installed);
  const arrivingId = useDownloadStore(({ target }) =>
    target?.kind === "source" && target.source.kind === "catalogue" ? target.source.id : null,
  );
  const missing = catalogue.filter(
    ({ id }) => id !== arrivingId && !installed.some((model) => model.id === id),
  );
  const first = missing.filter((entry) => entry.isRecommended || entry.isBundled);
  const others = missing.filter((entry) => !first.includes(entry));
  if (missing.length === 0) return <p className="text-sm text-ink-soft">{models.allHere}</p>;
  return (
    <div className="space-y-3">
      {first.map((entry) => (
        <Entry key={entry.id} entry={entry} />
      ))}
      {others.length > 0 && (
        <details className="group rounded-2xl border border-line bg-raised">
          <summary className="target flex items-center gap-2 rounded-2xl px-4 py-2 text-sm font-medium">
            <ChevronRight
              size={16}
              aria-hidden
              className="shrink-0 text-ink-faint motion-safe:transition-transform group-open:rotate-90 rtl:-scale-x-100"
            />
            {models.more(others.length)}
          </summary>
          <ul className="divide-y divide-line border-t border-line">
            {others.map((entry) => (
              <li key={entry.id} className="px-4 py-3">
                <EntryBody entry={entry} isPrimary={false} />
              </li>
            ))}
          </ul>
        </details>
      )}
    </div>
  );
}

function Entry({ entry }: { readonly entry: CatalogueEntry }) {
  return (
    <div className="rounded-2xl border border-line bg-raised p-4">
      <EntryBody entry={entry} isPrimary={entry.isRecommended} />
    </div>
  );
}

interface EntryBodyProps {
  readonly entry: CatalogueEntry;
  readonly isPrimary: boolean;
}

function EntryBody({ entry, isPrimary }: EntryBodyProps) {
  const isBusy = useDownloadStore(({ download }) => download !== null && download.status !== "failed");
  const { models } = useTexts();
  const { id, name, quantization, approximateByteLength, licence } = entry;
  const size = formatBytes(approximateByteLength);
  const { lines, isWarned } = useOutlook(approximateByteLength, true);
  const fullName = `${name} ${quantization}`;
  const label = isWarned
    ? models.forecast.downloadModelAnyway(fullName, size)
    : models.downloadModel(fullName, size);
  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-3">
      <div className="min-w-0 flex-1 basis-56">
        <p className="flex flex-wrap items-baseline gap-x-2 font-medium">
          <bdi>{name}</bdi> <bdi className="text-sm font-normal text-ink-soft">{quantization}</bdi>
        </p>
        <p className="mt-0.5 text-sm text-ink-soft">{models.descriptions[id]}</p>
        <Outlook lines={lines} />
        <p className="mt-0.5 text-xs text-ink-faint">{models.licence(licence)}</p>
      </div>
      <Button
        tone={isPrimary ? "primary" : "plain"}
        disabled={isBusy}
        aria-label={label}
        onClick={() => void useDownloadStore.getState().start({ kind: "catalogue", id }, fullName)}
      >
        <Download size={16} aria-hidden />{" "}
        {isWarned ? models.forecast.downloadAnyway(size) : models.downloadOf(size)}
      </Button>
    </div>
  );
}
