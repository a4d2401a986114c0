// What is on this device: whole models to use, partial ones to resume.
import { Trash2 } from "lucide-react";
import type { StoredModel } from "../../../workers/inference/api";
import type { Texts } from "../../i18n/catalogue";
import { useTexts } from "../../i18n/language-store";
import { useDownloadStore } from "../../stores/download-store";
import { type ModelState, useModelStore } from "../../stores/model-store";
import { Button, IconButton } from "../ui/Button";
import { ItemList, ItemRow } from "../ui/ItemRow";
import { useOutlook } from "./Outlook";

export function InstalledModels() {
  const { models } = useTexts();
  const installed = useModelStore((state) => state.installed);
  const runningName = useDownloadStore(({ download }) =>
    download && download.status !== "failed" ? download.name : null,
  );
  const ignoringId = useModelStore(({ model }) =>
    model.status === "ready" && model.info.ignoresTemplate ? model.info.modelId : null,
  );
  const shown = installed.filter((model) => model.status === "complete" || model.name !== runningName);
  if (shown.length === 0) return <p className="text-sm text-ink-soft">{models.nothingYet}</p>;
  return (
    <ItemList>
      {shown.map((model) => (
        <ItemRow
          key={model.id}
          name={model.name}
          details={describeStored(model, models)}
          note={model.id === ignoringId ? models.templateUnknown : null}
        >
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
  const { remove } = useModelStore.getState();
  const isInUse = state.status === "ready" && state.info.modelId === model.id;
  const canResume = model.url !== null || model.origin !== "file";
  return (
    <>
      {model.status === "complete" && isInUse && (
        <span className="rounded-full bg-accent-tint px-2.5 py-0.5 text-sm font-medium text-accent">
          {models.inUse}
        </span>
      )}
      {model.status === "complete" && !isInUse && <UseButton model={model} state={state} />}
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

interface UseButtonProps {
  readonly model: StoredModel;
  readonly state: ModelState;
}

/** Says "anyway" where the machine is likely too small, and never refuses. */
function UseButton({ model, state }: UseButtonProps) {
  const { models } = useTexts();
  const { isWarned } = useOutlook(model.byteLength, false);
  const isBusy = state.status === "loading" || state.status === "downloading";
  const isThis = state.status === "loading" && state.modelId === model.id;
  const label = isWarned ? models.forecast.loadAnyway : models.use;
  return (
    <Button disabled={isBusy} onClick={() => void useModelStore.getState().use(model.id)}>
      {isThis ? models.loadingThis : label}
    </Button>
  );
}
