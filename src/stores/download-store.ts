// The one download that runs, or the one that failed. A paused download is a partial model in the list of installed ones.
import { create } from "zustand";
import type { DownloadProgress, ModelSource, StoredModel } from "../../workers/inference/api";
import { currentTexts } from "../i18n/language-store";
import { engine } from "../inference";
import { refuseUnderLock } from "./lock-gate";
import { useModelStore } from "./model-store";
import { type Problem, problemOf } from "./problems";
import { useReplyStore } from "./reply-store";
import { showToast } from "./toast-store";

export type DownloadTarget =
  | { readonly kind: "source"; readonly source: ModelSource }
  | { readonly kind: "stored"; readonly modelId: string };

export type Download =
  | { readonly status: "running"; readonly name: string; readonly progress: DownloadProgress }
  | { readonly status: "pausing"; readonly name: string; readonly progress: DownloadProgress }
  | { readonly status: "failed"; readonly name: string; readonly problem: Problem };

interface DownloadStore {
  readonly download: Download | null;
  readonly target: DownloadTarget | null;
  start(source: ModelSource, name: string): Promise<void>;
  resume(model: StoredModel): Promise<void>;
  /** The failed one again, from its last verified chunk. */
  retry(): Promise<void>;
  pause(): void;
  /** Stops and deletes what has come. */
  cancel(): Promise<void>;
  dismiss(): void;
}

let settled: Promise<void> = Promise.resolve();
let isCancelled = false;

export const useDownloadStore = create<DownloadStore>((set, get) => {
  const begin = (target: DownloadTarget, name: string): Promise<void> => {
    const { download } = get();
    if (download && download.status !== "failed") return settled;
    isCancelled = false;
    // Asked after the click that wanted the model; the download does not wait for the answer.
    void navigator.storage?.persist?.();
    set({ target, download: { status: "running", name, progress: { phase: "connecting" } } });
    settled = transfer(target, name);
    return settled;
  };
  return {
    download: null,
    target: null,
    start: (source, name) => begin({ kind: "source", source }, name),
    resume: (model) => begin({ kind: "stored", modelId: model.id }, model.name),
    retry: async () => {
      const { download, target } = get();
      if (target && download) await begin(target, download.name);
    },
    pause: () => {
      const { download } = get();
      if (download?.status !== "running") return;
      set({ download: { ...download, status: "pausing" } });
      engine.pauseDownload().catch(() => {}); // the download's own call reports what happened
    },
    cancel: async () => {
      isCancelled = true;
      get().pause();
      await settled;
    },
    dismiss: () => set({ download: null, target: null }),
  };
});

/** One that failed or was paused no longer runs. */
export const isDownloading = (): boolean => {
  const { download } = useDownloadStore.getState();
  return download !== null && download.status !== "failed";
};

/** Resolves when no download runs; with a model that has come, when it is loaded. */
export const downloadEnded = (): Promise<void> => settled;

async function transfer(target: DownloadTarget, name: string): Promise<void> {
  const onProgress = (progress: DownloadProgress): void => {
    const { download } = useDownloadStore.getState();
    if (download && download.status !== "failed") {
      useDownloadStore.setState({ download: { ...download, progress } });
    }
  };
  try {
    if (target.kind === "stored" || target.source.kind !== "file") await refuseUnderLock();
    const result =
      target.kind === "source"
        ? await engine.downloadModel(target.source, onProgress)
        : await engine.resumeDownload(target.modelId, onProgress);
    useDownloadStore.setState({ download: null, target: null });
    if (result.outcome === "paused" && isCancelled && result.model) await engine.deleteModel(result.model.id);
    await useModelStore.getState().refresh();
    if (result.outcome === "complete") await welcome(result.model);
  } catch (error) {
    // The tab that fetched it is closed: what has come is in the browser's storage.
    if ((error as Error).name === "EngineMovedError") return transfer(target, name);
    useDownloadStore.setState({ download: { status: "failed", name, problem: problemOf(error) } });
    await useModelStore
      .getState()
      .refresh()
      .catch(() => {}); // the failure shown is the download's
  }
}

/** A model just installed is what the user wants to talk to, but never in the middle of an answer. */
async function welcome({ id, name }: StoredModel): Promise<void> {
  const use = (): void => void useModelStore.getState().use(id);
  if (useReplyStore.getState().reply) {
    const { models } = currentTexts();
    showToast(models.isReady(name), { isLasting: true, action: { label: models.useItNow, run: use } });
    return;
  }
  await useModelStore.getState().use(id);
}

globalThis.addEventListener?.("online", () => {
  const { download, retry } = useDownloadStore.getState();
  if (download?.status === "failed" && download.problem.name === "OfflineError") void retry();
});
