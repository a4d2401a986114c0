// The model in use and its state; opens the Models panel.
import { ChevronDown } from "lucide-react";
import { useDownloadStore } from "../../stores/download-store";
import { formatShare } from "../../stores/format";
import { type ModelState, useModelStore } from "../../stores/model-store";
import { usePanelStore } from "../../stores/panel-store";

function describeModel(model: ModelState): {
  readonly name: string;
  readonly state: string;
  readonly dot: string;
} {
  switch (model.status) {
    case "absent":
      return { name: "No model", state: "", dot: "bg-line-strong" };
    case "downloading":
      return { name: model.name, state: "arriving…", dot: "bg-warn" };
    case "loading": {
      const { progress } = model;
      const isLoading = progress.phase === "weights";
      const share = isLoading ? ` ${formatShare(progress.loadedBytes, progress.totalBytes)}` : "…";
      return { name: model.name, state: `loading${share}`, dot: "bg-warn" };
    }
    case "ready":
      return { name: model.info.name, state: "", dot: "bg-accent" };
    case "failed":
      return { name: "Model", state: "not running", dot: "bg-danger" };
    default:
      return model satisfies never;
  }
}

export function ModelButton() {
  const model = useModelStore((state) => state.model);
  const openPanel = usePanelStore((state) => state.open);
  const { name, state, dot } = describeModel(model);
  return (
    <button
      type="button"
      onClick={() => openPanel({ kind: "models" })}
      title="Models"
      className="target flex min-w-0 items-center gap-2 rounded-lg px-2.5 py-1 text-sm hover:bg-tint"
    >
      <span className="sr-only">Models:</span>
      <span aria-hidden className={`size-2 shrink-0 rounded-full ${dot}`} />
      <span className="min-w-0 truncate">
        <bdi className="font-semibold">{name}</bdi>{" "}
        {state !== "" && <span className="text-ink-soft tabular-nums">{state}</span>}
      </span>
      <DownloadShare />
      <ChevronDown size={16} aria-hidden className="shrink-0 text-ink-faint" />
    </button>
  );
}

function DownloadShare() {
  const isFailed = useDownloadStore(({ download }) => download?.status === "failed");
  const text = useDownloadStore(({ download }) => {
    if (!download) return null;
    if (download.status === "failed") return "download stopped";
    const { progress } = download;
    if (progress.phase !== "downloading") return "downloading…";
    return `downloading ${formatShare(progress.receivedBytes, progress.totalBytes)}`;
  });
  if (text === null) return null;
  return (
    <span
      className={`shrink-0 rounded-full px-2 text-xs tabular-nums ${isFailed ? "bg-warn-tint text-warn" : "bg-accent-tint text-accent"}`}
    >
      {text}
    </span>
  );
}
