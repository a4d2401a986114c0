// What this page keeps in the browser, kind by kind, with the way to free each.
import { useEffect } from "react";
import { useTexts } from "../../i18n/language-store";
import { useLibraryStore } from "../../stores/library-store";
import { useModelStore } from "../../stores/model-store";
import { usePanelStore } from "../../stores/panel-store";
import { useStorageStore } from "../../stores/storage-store";
import { InstalledModels } from "../model/InstalledModels";
import { Button } from "../ui/Button";
import { Dialog } from "../ui/Dialog";
import { Section } from "../ui/Section";
import { StorageSummary } from "./StorageSummary";
import { StoredChats, StoredDocuments, StoredStates } from "./StoredLists";

export function StorageDialog({ onClose }: { readonly onClose: () => void }) {
  const { storage } = useTexts();
  const hasDocuments = useLibraryStore((state) => state.documents.length > 0);
  const hasStates = useModelStore((state) => state.states.length > 0);
  useEffect(() => {
    useStorageStore
      .getState()
      .refresh()
      .catch(() => {}); // what was known stays on screen
  }, []);
  return (
    <Dialog title={storage.title} onClose={onClose}>
      <div className="space-y-7">
        <StorageSummary />
        <Section title={storage.models}>
          <InstalledModels />
        </Section>
        <Section title={storage.reading}>
          <p className="text-sm text-ink-soft">{hasStates ? storage.readingHelp : storage.noReading}</p>
          <StoredStates />
          {hasStates && (
            <Button onClick={() => void useStorageStore.getState().forgetAll()}>{storage.forgetAll}</Button>
          )}
        </Section>
        <Section title={storage.documents}>
          <StoredDocuments />
          {hasDocuments && (
            <Button onClick={() => usePanelStore.getState().open({ kind: "library" })}>
              {storage.openLibrary}
            </Button>
          )}
        </Section>
        <Section title={storage.chats}>
          <StoredChats />
        </Section>
      </div>
    </Dialog>
  );
}
