// Everything about models: the download that runs, what is here, what can be had, and the room that it and documents take.
import { type ReactNode, useEffect } from "react";
import { formatBytes } from "../../stores/format";
import { useModelStore } from "../../stores/model-store";
import { DocumentStorage } from "../documents/DocumentStorage";
import { Dialog } from "../ui/Dialog";
import { Catalogue } from "./Catalogue";
import { DownloadCard } from "./DownloadCard";
import { InstalledModels } from "./InstalledModels";
import { OwnModel } from "./OwnModel";
import { SavedStates } from "./SavedStates";

export function ModelsDialog({ onClose }: { readonly onClose: () => void }) {
  useEffect(() => {
    useModelStore
      .getState()
      .refresh()
      .catch(() => {}); // what was known stays on screen; the model's own notice says what is wrong
  }, []);
  return (
    <Dialog title="Models" onClose={onClose}>
      <div className="space-y-7">
        <DownloadCard />
        <Section title="On this device">
          <InstalledModels />
          <StorageLine />
        </Section>
        <Section title="Available">
          <Catalogue />
        </Section>
        <Section title="Your own">
          <OwnModel />
        </Section>
        <Section title="Documents on this device">
          <DocumentStorage />
        </Section>
        <Section title="Remembered reading">
          <SavedStates />
        </Section>
        <GpuLine />
      </div>
    </Dialog>
  );
}

interface SectionProps {
  readonly title: string;
  readonly children: ReactNode;
}

function Section({ title, children }: SectionProps) {
  return (
    <section aria-label={title} className="space-y-2.5">
      <h3 className="text-sm font-semibold text-ink-soft">{title}</h3>
      {children}
    </section>
  );
}

function StorageLine() {
  const storage = useModelStore((state) => state.storage);
  if (!storage || storage.usedBytes === null) return null;
  const room = storage.quotaBytes === null ? "" : ` of about ${formatBytes(storage.quotaBytes)} allowed`;
  const promise = storage.isPersistent
    ? "The browser has promised to keep it."
    : "The browser may remove it when the disk runs low.";
  return (
    <p className="px-1 text-xs text-ink-soft">
      {formatBytes(storage.usedBytes)} used{room}. {promise}
    </p>
  );
}

function GpuLine() {
  const gpu = useModelStore((state) => state.gpu);
  if (gpu?.status !== "ready") return null;
  const name = [gpu.vendor, gpu.architecture, gpu.description].filter(Boolean).join(" · ");
  return (
    <p className="px-1 text-xs text-ink-soft">
      GPU: <bdi>{name || "no name given"}</bdi>
      {gpu.isFallback && ". This is the processor standing in for a GPU: it works, slowly."}
    </p>
  );
}
