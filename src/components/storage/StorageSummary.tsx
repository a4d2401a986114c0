// How much is used of what the browser allows, by what, and whether the browser has promised to keep it.
import { useTexts } from "../../i18n/language-store";
import { formatBytes } from "../../stores/format";
import { useLibraryStore } from "../../stores/library-store";
import { useModelStore } from "../../stores/model-store";
import { useStorageStore } from "../../stores/storage-store";
import { Button } from "../ui/Button";

export function StorageSummary() {
  const { storage: texts } = useTexts();
  const storage = useModelStore((state) => state.storage);
  const wasRefused = useStorageStore((state) => state.wasRefused);
  if (!storage) return null;
  const { usedBytes, quotaBytes, isPersistent } = storage;
  return (
    <div className="space-y-3 rounded-2xl border border-line bg-raised p-4">
      {usedBytes !== null && (
        <p className="font-medium tabular-nums">
          {quotaBytes === null ? texts.used(usedBytes) : texts.usedOf(usedBytes, quotaBytes)}
        </p>
      )}
      <Shares usedBytes={usedBytes ?? 0} />
      <div className="flex flex-wrap items-center justify-between gap-3 border-t border-line pt-3">
        <p role="status" className="min-w-0 flex-1 basis-56 text-sm text-ink-soft">
          {isPersistent ? texts.promised : wasRefused ? texts.refusedToKeep : texts.mayRemove}
        </p>
        {!isPersistent && (
          <Button onClick={() => void useStorageStore.getState().askToKeep()}>{texts.askToKeep}</Button>
        )}
      </div>
    </div>
  );
}

interface Share {
  readonly name: string;
  readonly bytes: number;
  readonly colour: string;
}

const sum = <Item,>(items: readonly Item[], bytesOf: (item: Item) => number): number =>
  items.reduce((total, item) => total + bytesOf(item), 0);

/** The parts in colours and, for those who do not tell them apart, in the same order in words. */
function Shares({ usedBytes }: { readonly usedBytes: number }) {
  const { storage: texts } = useTexts();
  const models = useModelStore((state) => state.installed);
  const states = useModelStore((state) => state.states);
  const documents = useLibraryStore((state) => state.documents);
  const chatBytes = useStorageStore((state) => state.chatBytes);
  const known: Share[] = [
    { name: texts.models, bytes: sum(models, (model) => model.storedBytes), colour: "bg-accent" },
    {
      name: texts.reading,
      bytes: sum(states, (state) => state.byteLength + state.sharedBytes),
      colour: "bg-warn",
    },
    { name: texts.documents, bytes: sum(documents, (document) => document.byteLength), colour: "bg-ink" },
    { name: texts.chats, bytes: sum([...chatBytes.values()], (bytes) => bytes), colour: "bg-ink-soft" },
  ];
  const rest = Math.max(0, usedBytes - sum(known, ({ bytes }) => bytes));
  const shares = [...known, { name: texts.rest, bytes: rest, colour: "bg-line-strong" }];
  const total = Math.max(
    1,
    sum(shares, ({ bytes }) => bytes),
  );
  return (
    <>
      <div aria-hidden className="flex h-2.5 gap-px overflow-hidden rounded-full bg-tint">
        {shares.map(({ name, bytes, colour }) => (
          <div key={name} className={colour} style={{ inlineSize: `${(100 * bytes) / total}%` }} />
        ))}
      </div>
      <dl aria-label={texts.partsOf} className="grid gap-x-6 gap-y-1 text-sm sm:grid-cols-2">
        {shares.map(({ name, bytes, colour }) => (
          <div key={name} className="flex items-center gap-2">
            <span aria-hidden className={`size-2.5 shrink-0 rounded-full ${colour}`} />
            <dt className="min-w-0 flex-1">{name}</dt>
            <dd className="text-ink-soft tabular-nums">{formatBytes(bytes)}</dd>
          </div>
        ))}
      </dl>
    </>
  );
}
