// The model in use and its state; opens the Models panel.
import { ChevronDown } from "lucide-react";
import type { StoredModel } from "../../../workers/inference/api";
import type { Texts } from "../../i18n/catalogue";
import { useTexts } from "../../i18n/language-store";
import { type Download, useDownloadStore } from "../../stores/download-store";
import { formatShare } from "../../stores/format";
import { type ModelState, useModelStore } from "../../stores/model-store";
import { usePanelStore } from "../../stores/panel-store";

interface Words {
  readonly name: string;
  readonly state: string;
  readonly dot: string;
}

function describeModel(model: ModelState, texts: Texts["models"]["state"]): Words {
  switch (model.status) {
    case "starting":
    case "absent":
      return { name: texts.none, state: "", dot: "bg-line-strong" };
    case "downloading":
      return { name: model.name, state: texts.arriving, dot: "bg-warn" };
    case "loading": {
      const { progress } = model;
      const state =
        progress.phase === "weights"
          ? texts.loadingShare(formatShare(progress.loadedBytes, progress.totalBytes))
          : texts.loading;
      return { name: model.name, state, dot: "bg-warn" };
    }
    case "ready":
      return { name: model.info.name, state: "", dot: "bg-accent" };
    case "failed":
      return { name: texts.unnamed, state: texts.notRunning, dot: "bg-danger" };
    default:
      return model satisfies never;
  }
}

export function ModelButton() {
  const model = useModelStore((state) => state.model);
  const openPanel = usePanelStore((state) => state.open);
  const { models } = useTexts();
  const { name, state, dot } = describeModel(model, models.state);
  return (
    <button
      type="button"
      onClick={() => openPanel({ kind: "models" })}
      title={models.title}
      className="target flex min-w-0 items-center gap-2 rounded-lg px-2.5 py-1 text-sm hover:bg-tint"
    >
      <span className="sr-only">{models.titlePrefix}</span>
      <span aria-hidden className={`size-2 shrink-0 rounded-full ${dot}`} />
      <span className="flex min-w-0 gap-1">
        <bdi className="one-line font-semibold">{name}</bdi>{" "}
        {state !== "" && <span className="shrink-0 text-ink-soft tabular-nums max-sm:sr-only">{state}</span>}
      </span>
      <DownloadPill />
      <ChevronDown size={16} aria-hidden className="shrink-0 text-ink-faint max-sm:hidden" />
    </button>
  );
}

interface Pill {
  readonly text: string;
  readonly share: string; // enough where there is little room
  readonly isHalted: boolean;
}

function describeDownload(
  download: Download | null,
  partial: StoredModel | undefined,
  texts: Texts["models"]["transfer"],
): Pill | null {
  if (download?.status === "failed") return { text: texts.pillStopped, share: texts.stopped, isHalted: true };
  if (download) {
    const { progress } = download;
    const isCounting = progress.phase === "downloading" || progress.phase === "retrying";
    const share = isCounting ? formatShare(progress.receivedBytes, progress.totalBytes) : "…";
    return { text: texts.pillRunning, share, isHalted: false };
  }
  if (!partial) return null;
  return {
    text: texts.pillPaused,
    share: formatShare(partial.storedBytes, partial.byteLength),
    isHalted: true,
  };
}

function DownloadPill() {
  const download = useDownloadStore((state) => state.download);
  // The bundled model's own arrival is told by the model's state.
  const partial = useModelStore(({ installed }) =>
    installed.find((model) => model.status === "partial" && model.origin !== "bundled"),
  );
  const { models } = useTexts();
  const pill = describeDownload(download, partial, models.transfer);
  if (pill === null) return null;
  const tone = pill.isHalted ? "bg-warn-tint text-warn" : "bg-accent-tint text-accent";
  return (
    <span className={`shrink-0 rounded-full px-2 text-xs tabular-nums ${tone}`}>
      <span className="max-sm:sr-only">{pill.text}</span> {pill.share}
    </span>
  );
}
