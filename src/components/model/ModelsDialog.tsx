// Everything about models: the download that runs, what is here, what can be had, and what this machine makes of it.
import { useEffect } from "react";
import { useTexts } from "../../i18n/language-store";
import { useModelStore } from "../../stores/model-store";
import { usePanelStore } from "../../stores/panel-store";
import { Button } from "../ui/Button";
import { Dialog } from "../ui/Dialog";
import { Section } from "../ui/Section";
import { Catalogue } from "./Catalogue";
import { DownloadCard } from "./DownloadCard";
import { InstalledModels } from "./InstalledModels";
import { OwnModel } from "./OwnModel";
import { ThisMachine } from "./ThisMachine";

export function ModelsDialog({ onClose }: { readonly onClose: () => void }) {
  const { models } = useTexts();
  useEffect(() => {
    useModelStore
      .getState()
      .refresh()
      .catch(() => {}); // what was known stays on screen; the model's own notice says what is wrong
  }, []);
  return (
    <Dialog title={models.title} onClose={onClose}>
      <div className="space-y-7">
        <DownloadCard />
        <Section title={models.onThisDevice}>
          <InstalledModels />
          <StorageLine />
        </Section>
        <ThisMachine />
        <Section title={models.available}>
          <Catalogue />
        </Section>
        <Section title={models.yourOwn}>
          <OwnModel />
        </Section>
      </div>
    </Dialog>
  );
}

function StorageLine() {
  const { storage: texts } = useTexts();
  const storage = useModelStore((state) => state.storage);
  if (!storage || storage.usedBytes === null) return null;
  const { usedBytes, quotaBytes, isPersistent } = storage;
  const used = quotaBytes === null ? texts.used(usedBytes) : texts.usedOf(usedBytes, quotaBytes);
  return (
    <div className="flex flex-wrap items-center justify-between gap-x-3 gap-y-1 px-1">
      <p className="min-w-0 flex-1 basis-56 text-xs text-ink-soft">
        {used} {isPersistent ? texts.promised : texts.mayRemove}
      </p>
      <Button
        tone="quiet"
        className="-ms-3.5 text-accent sm:ms-0"
        onClick={() => usePanelStore.getState().open({ kind: "storage" })}
      >
        {texts.open}
      </Button>
    </div>
  );
}
