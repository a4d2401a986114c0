// What is kept beside models, the largest first, each with a button that frees it.
import { Trash2 } from "lucide-react";
import { useState } from "react";
import type { SavedState } from "../../../workers/inference/api";
import { useTexts } from "../../i18n/language-store";
import { removeChats } from "../../stores/chat-removal";
import { useChatStore } from "../../stores/chat-store";
import { formatBytes } from "../../stores/format";
import { useLibraryStore } from "../../stores/library-store";
import { useModelStore } from "../../stores/model-store";
import { useStorageStore } from "../../stores/storage-store";
import { Button, IconButton } from "../ui/Button";
import { ItemList, ItemRow } from "../ui/ItemRow";

interface Item {
  readonly id: string;
  readonly name: string;
  readonly details: string;
  readonly bytes: number;
  readonly deleteLabel: string;
  readonly onDelete: () => Promise<void>;
}

/** Shown at first, and so many more at a time. */
const SHOWN = 6;
const SHOWN_MORE = 50;

function StoredItems({ items }: { readonly items: readonly Item[] }) {
  const { storage } = useTexts();
  const [shown, setShown] = useState(SHOWN);
  if (items.length === 0) return null;
  const largest = [...items].sort((a, b) => b.bytes - a.bytes);
  return (
    <>
      <ItemList>
        {largest.slice(0, shown).map(({ id, name, details, deleteLabel, onDelete }) => (
          <ItemRow key={id} name={name} details={details}>
            <IconButton label={deleteLabel} tone="danger" onClick={() => void onDelete()}>
              <Trash2 size={17} aria-hidden />
            </IconButton>
          </ItemRow>
        ))}
      </ItemList>
      {items.length > shown && (
        <Button tone="quiet" onClick={() => setShown(shown + SHOWN_MORE)}>
          {storage.more(items.length - shown)}
        </Button>
      )}
    </>
  );
}

function Nothing() {
  const { storage } = useTexts();
  return <p className="text-sm text-ink-soft">{storage.none}</p>;
}

export function StoredStates() {
  const { storage } = useTexts();
  const states = useModelStore((state) => state.states);
  const items = states.map((state) => ({
    id: state.id,
    name: state.label,
    details: storage.state(state),
    bytes: state.byteLength,
    deleteLabel: storage.forget(state.label),
    onDelete: () => useModelStore.getState().removeState(state.id),
  }));
  return <StoredItems items={items} />;
}

export function StoredDocuments() {
  const { storage } = useTexts();
  const documents = useLibraryStore((state) => state.documents);
  const states = useModelStore((state) => state.states);
  if (documents.length === 0) return <Nothing />;
  const items = documents.map(({ id, name, byteLength }) => {
    const stateBytes = sumStates(states, id);
    return {
      id,
      name,
      details: storage.document(byteLength, stateBytes),
      bytes: byteLength + stateBytes,
      deleteLabel: storage.delete(name),
      onDelete: () => useLibraryStore.getState().remove(id),
    };
  });
  return <StoredItems items={items} />;
}

/** A conversation's state counts with the conversation, whatever documents it began with. */
const sumStates = (states: readonly SavedState[], documentId: string): number =>
  states
    .filter(({ kind, documentIds }) => kind === "document" && documentIds.includes(documentId))
    .reduce((sum, { byteLength }) => sum + byteLength, 0);

export function StoredChats() {
  const { storage } = useTexts();
  const conversations = useChatStore((state) => state.conversations);
  const chatBytes = useStorageStore((state) => state.chatBytes);
  if (conversations.length === 0) return <Nothing />;
  const items = conversations.map(({ id, title }) => {
    const bytes = chatBytes.get(id) ?? 0;
    const deleteLabel = storage.delete(title);
    return {
      id,
      name: title,
      details: formatBytes(bytes),
      bytes,
      deleteLabel,
      onDelete: () => removeChats([id]),
    };
  });
  return <StoredItems items={items} />;
}
