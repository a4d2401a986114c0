// What is on this device: whole models to use, partial ones to resume.
import { Trash2 } from "lucide-react";
import type { StoredModel } from "../../../workers/inference/api";
import { useDownloadStore } from "../../stores/download-store";
import { formatBytes, formatShare } from "../../stores/format";
import { useModelStore } from "../../stores/model-store";
import { Button, IconButton } from "../ui/Button";

export function InstalledModels() {
  const installed = useModelStore((state) => state.installed);
  const runningName = useDownloadStore(({ download }) =>
    download && download.status !== "failed" ? download.name : null,
  );
  const shown = installed.filter((model) => model.status === "complete" || model.name !== runningName);
  if (shown.length === 0) return <p className="text-sm text-ink-soft">Nothing yet.</p>;
  return (
    <ul className="divide-y divide-line rounded-2xl border border-line bg-raised">
      {shown.map((model) => (
        <li key={model.id} className="flex flex-wrap items-center gap-x-3 gap-y-2 px-4 py-3">
          <div className="min-w-0 flex-1 basis-40">
            <p className="truncate font-medium">
              <bdi>{model.name}</bdi>
            </p>
            <p className="text-sm text-ink-soft tabular-nums">{describeStored(model)}</p>
          </div>
          <Actions model={model} />
        </li>
      ))}
    </ul>
  );
}

function describeStored({ status, storedBytes, byteLength, origin }: StoredModel): string {
  const size = formatBytes(byteLength);
  if (status === "partial") return `${formatShare(storedBytes, byteLength)} of ${size} is here`;
  const origins = {
    bundled: "comes with the app",
    catalogue: "",
    url: "from a web address",
    file: "from a file",
  };
  return [size, origins[origin]].filter(Boolean).join(" · ");
}

function Actions({ model }: { readonly model: StoredModel }) {
  const state = useModelStore((store) => store.model);
  const isBusy = useDownloadStore(({ download }) => download !== null && download.status !== "failed");
  const { use, remove } = useModelStore.getState();
  const isInUse = state.status === "ready" && state.info.modelId === model.id;
  const isLoading = state.status === "loading" || state.status === "downloading";
  const canResume = model.url !== null || model.origin !== "file";
  return (
    <div className="flex items-center gap-1">
      {model.status === "complete" && isInUse && (
        <span className="rounded-full bg-accent-tint px-2.5 py-0.5 text-sm font-medium text-accent">
          In use
        </span>
      )}
      {model.status === "complete" && !isInUse && (
        <Button disabled={isLoading} onClick={() => void use(model.id)}>
          {isLoading && state.status === "loading" && state.modelId === model.id ? "Loading…" : "Use"}
        </Button>
      )}
      {model.status === "partial" && canResume && (
        <Button disabled={isBusy} onClick={() => void useDownloadStore.getState().resume(model)}>
          Resume
        </Button>
      )}
      <IconButton label={`Delete ${model.name}`} tone="danger" onClick={() => void remove(model.id)}>
        <Trash2 size={17} aria-hidden />
      </IconButton>
    </div>
  );
}
