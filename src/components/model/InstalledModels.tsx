// What is on this device: whole models to use, partial ones to resume.
import { Trash2 } from "lucide-react";
import type { StoredModel } from "../../../workers/inference/api";
import type { Texts } from "../../i18n/catalogue";
import { useTexts } from "../../i18n/language-store";
import { useDownloadStore } from "../../stores/download-store";
import { useModelStore } from "../../stores/model-store";
import { Button, IconButton } from "../ui/Button";
import { ItemList, ItemRow } from "../ui/ItemRow";

export function InstalledModels() {
  const { models } = useTexts();
  const installed = useModelStore((state) => state.installed);
  const runningName = useDownloadStore(({ download }) =>
    download && download.status !== "failed" ? download.name : null,
  );
  const shown = installed.filter((model) => model.status === "complete" || model.name !== runningName);
  if (shown.length === 0) return <p className="text-sm text-ink-soft">{models.nothingYet}</p>;
  return (
    <ItemList>
      {shown.map((model) => (
        <ItemRow key={model.id} name={model.name} details={describeStored(model, models)}>
          <Actions model={model} />
        </ItemRow>
      ))}
    </ItemList>
  );
}

function describeStored(
  { status, storedBytes, byteLength, origin }: StoredModel,
  texts: Texts["models"],
): string {
  return status === "partial" ? texts.storedPart(storedBytes, byteLength) : texts.stored(byteLength, origin);
}

function Actions({ model }: { readonly model: StoredModel }) {
  const { models } = useTexts();
  const state = useModelStore((store) => store.model);
  const isBusy = useDownloadStore(({ download }) => download !== null && download.status !== "failed");
  const { use, remove } = useModelStore.getState();
  const isInUse = state.status === "ready" && state.info.modelId === model.id;
  const isLoading = state.status === "loading" || state.status === "downloading";
  const canResume = model.url !== null || model.origin !== "file";
  return (
    <>
      {model.status === "complete" && isInUse && (
        <span className="rounded-full bg-accent-tint px-2.5 py-0.5 text-sm font-medium text-accent">
          {models.inUse}
        </span>
      )}
      {model.status === "complete" && !isInUse && (
        <Button disabled={isLoading} onClick={() => void use(model.id)}>
          {isLoading && state.status === "loading" && state.modelId === model.id
            ? models.loadingThis
            : models.use}
        </Button>
      )}
      {model.status === "partial" && canResume && (
        <Button disabled={isBusy} onClick={() => void useDownloadStore.getState().resume(model)}>
          {models.resume}
        </Button>
      )}
      <IconButton label={models.delete(model.name)} tone="danger" onClick={() => void remove(model.id)}>
        <Trash2 size={17} aria-hidden />
      </IconButton>
    </>
  );
}
