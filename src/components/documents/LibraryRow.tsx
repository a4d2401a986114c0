// One document of the library: what it is, where it is used, and what can be done with it.
import { Pencil, Trash2 } from "lucide-react";
import { type FormEvent, useId, useState } from "react";
import type { Texts } from "../../i18n/catalogue";
import { useTexts } from "../../i18n/language-store";
import { numberLanguage } from "../../i18n/numbers";
import type { LibraryDocument } from "../../storage/documents";
import { useChatStore } from "../../stores/chat-store";
import { unitOf } from "../../stores/document-part";
import { formatBytes } from "../../stores/format";
import { useLibraryStore } from "../../stores/library-store";
import { usePanelStore } from "../../stores/panel-store";
import { useViewerStore } from "../../viewer/viewer-store";
import { Button, IconButton } from "../ui/Button";

interface LibraryRowProps {
  readonly document: LibraryDocument;
  readonly isTicked: boolean;
  readonly onToggle: () => void;
}

export function LibraryRow({ document, isTicked, onToggle }: LibraryRowProps) {
  const { library } = useTexts();
  const [isRenaming, setIsRenaming] = useState(false);
  const { id, name } = document;
  const read = (): void => {
    usePanelStore.getState().close();
    useViewerStore.getState().open(document);
  };
  return (
    <div className="flex flex-wrap items-start gap-x-3 px-4 py-3">
      <label className="target -m-2 grid shrink-0 cursor-pointer place-items-center p-2">
        <input type="checkbox" checked={isTicked} onChange={onToggle} className="size-4 accent-accent" />
        <span className="sr-only">{name}</span>
      </label>
      <div className="min-w-0 flex-1 basis-44">
        {isRenaming ? (
          <RenameForm document={document} onDone={() => setIsRenaming(false)} />
        ) : (
          <button
            type="button"
            onClick={read}
            dir="auto"
            className="max-w-full truncate text-start font-medium hover:underline"
          >
            {name}
          </button>
        )}
        <p className="text-sm text-ink-soft tabular-nums">{summarise(document, library)}</p>
        <Uses documentId={id} />
      </div>
      {!isRenaming && (
        <div className="ms-auto flex shrink-0">
          <IconButton label={library.renameIt(name)} onClick={() => setIsRenaming(true)}>
            <Pencil size={16} aria-hidden />
          </IconButton>
          <IconButton
            label={library.delete(name)}
            tone="danger"
            onClick={() => void useLibraryStore.getState().remove(id)}
          >
            <Trash2 size={17} aria-hidden />
          </IconButton>
        </div>
      )}
    </div>
  );
}

function summarise(document: LibraryDocument, library: Texts["library"]): string {
  const { format, isPasted, pageCount, size, byteLength, usedAt } = document;
  const usedOn = new Date(usedAt).toLocaleDateString(numberLanguage(), { dateStyle: "medium" });
  return [
    isPasted ? library.pasted : library.formats[format],
    pageCount > 1 ? library.parts[unitOf(format)].all(pageCount) : null,
    size === null ? null : library.choosing.tokens(size.tokens),
    formatBytes(byteLength),
    library.usedOn(usedOn),
  ]
    .filter((part) => part !== null)
    .join(" · ");
}

/** The chats that speak of it, as ways there. */
function Uses({ documentId }: { readonly documentId: string }) {
  const { library } = useTexts();
  const uses = useLibraryStore((state) => state.uses.get(documentId));
  const conversations = useChatStore((state) => state.conversations);
  const using = conversations.filter(({ id }) => uses?.includes(id));
  if (using.length === 0) return null;
  const open = (id: string): void => {
    usePanelStore.getState().close();
    void useChatStore.getState().open(id);
  };
  return (
    <details className="text-sm">
      <summary className="target flex w-fit items-center text-accent">
        {library.inChats(using.length)}
      </summary>
      <ul>
        {using.map(({ id, title }) => (
          <li key={id}>
            <button
              type="button"
              onClick={() => open(id)}
              className="target max-w-full text-start text-ink-soft underline hover:text-ink"
            >
              <bdi className="one-line">{title}</bdi>
            </button>
          </li>
        ))}
      </ul>
    </details>
  );
}

interface RenameFormProps {
  readonly document: LibraryDocument;
  readonly onDone: () => void;
}

function RenameForm({ document, onDone }: RenameFormProps) {
  const { common, library } = useTexts();
  const id = useId();
  const [name, setName] = useState(document.name);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    void useLibraryStore.getState().rename(document.id, name);
    onDone();
  };
  return (
    <form onSubmit={submit} className="flex flex-wrap gap-2 pb-1">
      <label htmlFor={id} className="sr-only">
        {library.newName}
      </label>
      <input
        id={id}
        dir="auto"
        value={name}
        ref={(element) => element?.focus()}
        onChange={(event) => setName(event.target.value)}
        onKeyDown={(event) => {
          if (event.key !== "Escape") return;
          event.preventDefault(); // leaves the dialog open
          event.stopPropagation();
          onDone();
        }}
        className="target min-w-0 flex-1 basis-40 rounded-lg border border-line-strong bg-canvas px-2.5 py-1 text-sm"
      />
      <Button type="submit" disabled={name.trim() === ""}>
        {library.rename}
      </Button>
      <Button tone="quiet" onClick={onDone}>
        {common.cancel}
      </Button>
    </form>
  );
}
