// What documents take of this page's storage: their texts and what the model remembers of reading them, the largest first.
import type { SavedState } from "../../../workers/inference/api";
import type { LibraryDocument } from "../../storage/documents";
import { formatBytes } from "../../stores/format";
import { useLibraryStore } from "../../stores/library-store";
import { useModelStore } from "../../stores/model-store";
import { usePanelStore } from "../../stores/panel-store";
import { Button } from "../ui/Button";

const SHOWN = 8;

interface Share {
  readonly id: string;
  readonly name: string;
  readonly textBytes: number;
  readonly stateBytes: number;
}

export function DocumentStorage() {
  const documents = useLibraryStore((state) => state.documents);
  const states = useModelStore((state) => state.states);
  const openPanel = usePanelStore((state) => state.open);
  if (documents.length === 0) return <p className="text-sm text-ink-soft">None yet.</p>;
  return (
    <div className="rounded-2xl border border-line bg-raised px-4 py-3 text-sm">
      <dl className="space-y-1.5">
        {listShares(documents, states).map((share) => (
          <ShareRow key={share.id} share={share} />
        ))}
      </dl>
      <Button className="mt-3" onClick={() => openPanel({ kind: "library" })}>
        Open the library
      </Button>
    </div>
  );
}

function ShareRow({ share: { name, textBytes, stateBytes } }: { readonly share: Share }) {
  return (
    <div className="flex flex-wrap justify-between gap-x-4">
      <dt className="min-w-0 truncate">
        <bdi>{name}</bdi>
      </dt>
      <dd className="text-ink-soft tabular-nums">
        {formatBytes(textBytes)}
        {stateBytes > 0 && ` and ${formatBytes(stateBytes)} remembered`}
      </dd>
    </div>
  );
}

function listShares(documents: readonly LibraryDocument[], states: readonly SavedState[]): Share[] {
  const total = ({ textBytes, stateBytes }: Share): number => textBytes + stateBytes;
  const shares = documents
    .map(({ id, name, byteLength }) => ({
      id,
      name,
      textBytes: byteLength,
      stateBytes: sumStates(states, id),
    }))
    .sort((a, b) => total(b) - total(a));
  const rest = shares.slice(SHOWN);
  if (rest.length === 0) return shares;
  const add = (sum: Share, { textBytes, stateBytes }: Share): Share => ({
    ...sum,
    textBytes: sum.textBytes + textBytes,
    stateBytes: sum.stateBytes + stateBytes,
  });
  return [
    ...shares.slice(0, SHOWN),
    rest.reduce(add, { id: "rest", name: `${rest.length} more`, textBytes: 0, stateBytes: 0 }),
  ];
}

/** A conversation's state counts with the conversation, whatever documents it began with. */
const sumStates = (states: readonly SavedState[], documentId: string): number =>
  states
    .filter(({ kind, documentIds }) => kind === "document" && documentIds.includes(documentId))
    .reduce((sum, { byteLength }) => sum + byteLength, 0);
