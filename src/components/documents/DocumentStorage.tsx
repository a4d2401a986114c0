// The documents' share of what this page stores, the largest first.
import { formatBytes } from "../../stores/format";
import { useLibraryStore } from "../../stores/library-store";
import { usePanelStore } from "../../stores/panel-store";
import { Button } from "../ui/Button";

const SHOWN = 5;

export function DocumentStorage() {
  const documents = useLibraryStore((state) => state.documents);
  const openPanel = usePanelStore((state) => state.open);
  if (documents.length === 0) return <p className="text-sm text-ink-soft">None yet.</p>;
  const largest = [...documents].sort((a, b) => b.byteLength - a.byteLength);
  const rest = largest.slice(SHOWN);
  const restBytes = rest.reduce((sum, { byteLength }) => sum + byteLength, 0);
  return (
    <div className="rounded-2xl border border-line bg-raised px-4 py-3 text-sm">
      <dl className="space-y-1">
        {largest.slice(0, SHOWN).map(({ id, name, byteLength }) => (
          <Share key={id} name={name} bytes={byteLength} />
        ))}
        {rest.length > 0 && <Share name={`${rest.length} more`} bytes={restBytes} />}
      </dl>
      <Button className="mt-3" onClick={() => openPanel({ kind: "library" })}>
        Open the library
      </Button>
    </div>
  );
}

function Share({ name, bytes }: { readonly name: string; readonly bytes: number }) {
  return (
    <div className="flex justify-between gap-4">
      <dt className="min-w-0 truncate">
        <bdi>{name}</bdi>
      </dt>
      <dd className="shrink-0 text-ink-soft tabular-nums">{formatBytes(Math.max(500, bytes))}</dd>
    </div>
  );
}
