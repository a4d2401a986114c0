// The library: every document that was attached, with its size and the chats that use it; ticked ones start a chat or join the
// one on screen.
import { MessageSquarePlus, Paperclip, Plus } from "lucide-react";
import { useEffect, useId, useState } from "react";
import { useTexts } from "../../i18n/language-store";
import type { LibraryDocument } from "../../storage/documents";
import { useChatStore } from "../../stores/chat-store";
import { useDraftStore } from "../../stores/draft-store";
import { useIntakeStore } from "../../stores/intake-store";
import { countAll, useLibraryStore } from "../../stores/library-store";
import { useModelStore } from "../../stores/model-store";
import { foldWord } from "../../stores/words";
import { Button } from "../ui/Button";
import { Dialog } from "../ui/Dialog";
import { FilePicker } from "./FilePicker";
import { LibraryRow } from "./LibraryRow";

/** A shorter list needs no search. */
const SEARCH_FROM = 8;

export function LibraryDialog({ onClose }: { readonly onClose: () => void }) {
  const { library } = useTexts();
  const documents = useLibraryStore((state) => state.documents);
  const isReady = useModelStore((state) => state.model.status === "ready");
  const [wanted, setWanted] = useState("");
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set());
  useEffect(() => {
    void useLibraryStore.getState().refresh();
  }, []);
  useEffect(() => {
    if (isReady && documents.length > 0) void countAll();
  }, [isReady, documents.length]);
  const toggle = (id: string): void => {
    const next = new Set(ticked);
    if (!next.delete(id)) next.add(id);
    setTicked(next);
  };
  const chosen = documents.filter(({ id }) => ticked.has(id));
  const shown = documents.filter(({ name }) => foldWord(name).includes(foldWord(wanted.trim())));
  return (
    <Dialog
      title={library.title}
      shape="wide"
      onClose={onClose}
      footer={<Actions chosen={chosen} isEmpty={documents.length === 0} onDone={onClose} />}
    >
      <div className="space-y-4">
        {documents.length >= SEARCH_FROM && <NameSearch value={wanted} onChange={setWanted} />}
        {documents.length === 0 && <p className="text-sm text-ink-soft">{library.nothingYet}</p>}
        {documents.length > 0 && shown.length === 0 && (
          <p className="text-sm text-ink-soft">{library.noneFound}</p>
        )}
        {shown.length > 0 && (
          <ul
            aria-label={library.list}
            className="divide-y divide-line rounded-2xl border border-line bg-raised"
          >
            {shown.map((document) => (
              <li key={document.id}>
                <LibraryRow
                  document={document}
                  isTicked={ticked.has(document.id)}
                  onToggle={() => toggle(document.id)}
                />
              </li>
            ))}
          </ul>
        )}
        {documents.length > 0 && <Total documents={documents} />}
      </div>
    </Dialog>
  );
}

interface ActionsProps {
  readonly chosen: readonly LibraryDocument[];
  readonly isEmpty: boolean; // the library
  readonly onDone: () => void;
}

function Actions({ chosen, isEmpty, onDone }: ActionsProps) {
  const { library } = useTexts();
  const isInChat = useChatStore((state) => state.current !== null);
  const attach = (conversationId: string | null): void => {
    useDraftStore.getState().addDocuments(conversationId, chosen);
    onDone();
  };
  const startChat = (): void => {
    useChatStore.getState().newChat();
    attach(null);
  };
  if (isEmpty) return <AttachButton tone="primary" onDone={onDone} />;
  return (
    <>
      <AttachButton tone="quiet" onDone={onDone} />
      {isInChat && (
        <Button
          disabled={chosen.length === 0}
          onClick={() => attach(useChatStore.getState().current?.id ?? null)}
        >
          <Plus size={16} aria-hidden /> {library.addToChat(chosen.length)}
        </Button>
      )}
      <Button tone="primary" disabled={chosen.length === 0} onClick={startChat}>
        <MessageSquarePlus size={16} aria-hidden /> {library.newChat(chosen.length)}
      </Button>
    </>
  );
}

interface AttachButtonProps {
  readonly tone: "primary" | "quiet";
  readonly onDone: () => void;
}

/** From the disk into the chat on screen, and so into the library. */
function AttachButton({ tone, onDone }: AttachButtonProps) {
  const { composer } = useTexts();
  const attach = (files: readonly File[]): void => {
    const conversationId = useChatStore.getState().current?.id ?? null;
    void useIntakeStore.getState().addFiles(conversationId, files);
    onDone();
  };
  return (
    <FilePicker testId="library-picker" onFiles={attach}>
      {(open) => (
        <Button tone={tone} className="me-auto" onClick={open}>
          <Paperclip size={16} aria-hidden /> {composer.attach}
        </Button>
      )}
    </FilePicker>
  );
}

interface NameSearchProps {
  readonly value: string;
  readonly onChange: (value: string) => void;
}

function NameSearch({ value, onChange }: NameSearchProps) {
  const { library } = useTexts();
  const id = useId();
  return (
    <search>
      <label htmlFor={id} className="sr-only">
        {library.find}
      </label>
      <input
        id={id}
        type="search"
        dir="auto"
        placeholder={library.find}
        value={value}
        onChange={(event) => onChange(event.target.value)}
        className="target w-full rounded-lg border border-line-strong bg-raised px-3 py-1.5 text-sm"
      />
    </search>
  );
}

function Total({ documents }: { readonly documents: readonly LibraryDocument[] }) {
  const { library } = useTexts();
  const bytes = documents.reduce((sum, { byteLength }) => sum + byteLength, 0);
  return <p className="px-1 text-xs text-ink-soft">{library.total(documents.length, bytes)}</p>;
}
