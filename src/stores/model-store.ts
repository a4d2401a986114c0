// The model on the GPU and the models on this device. On the first visit the bundled one is fetched and loaded unasked;
// afterwards the one the user chose last.
import { create } from "zustand";
import type {
  CatalogueEntry,
  DownloadProgress,
  GpuReport,
  LoadedModel,
  LoadOptions,
  LoadProgress,
  SavedState,
  StoredModel,
} from "../../workers/inference/api";
import { currentTexts } from "../i18n/language-store";
import { engine, isFollowing, offerService, onEngineEvent, shareEngine } from "../inference";
import { refuseUnderLock } from "./lock-gate";
import { usePanelStore } from "./panel-store";
import { explainProblem, type Problem, problemOf } from "./problems";
import { replyEnded, useReplyStore } from "./reply-store";
import { useSettingsStore } from "./settings-store";
import { showToast } from "./toast-store";

export type ModelState =
  | { readonly status: "starting" } // not known yet
  | { readonly status: "absent" }
  | { readonly status: "downloading"; readonly name: string; readonly progress: DownloadProgress }
  | {
      readonly status: "loading";
      readonly modelId: string;
      readonly name: string;
      readonly progress: LoadProgress;
    }
  | { readonly status: "ready"; readonly info: LoadedModel }
  | { readonly status: "failed"; readonly modelId: string | null; readonly problem: Problem };

export interface StorageUse {
  readonly usedBytes: number | null;
  readonly quotaBytes: number | null;
  readonly isPersistent: boolean;
}

interface ModelStore {
  readonly model: ModelState;
  readonly gpu: GpuReport | null;
  readonly catalogue: readonly CatalogueEntry[];
  readonly installed: readonly StoredModel[];
  readonly storage: StorageUse | null;
  readonly states: readonly SavedState[]; // what is kept of reading, the one used last first
  /** Looks at the machine, then loads the preferred model; also the way back after a failure. */
  start(): Promise<void>;
  /** Loads a complete model and remembers it as the preferred one. */
  use(modelId: string): Promise<void>;
  loadAgain(): Promise<void>;
  /** Loads what was lost; an answer that waits for it is not ended. */
  restore(modelId: string): Promise<void>;
  loadBundled(): Promise<void>;
  remove(modelId: string): Promise<void>;
  removeState(stateId: string): Promise<void>;
  refresh(): Promise<void>;
}

/** Only the latest attempt to load may change the state. */
let attempt = 0;

export const useModelStore = create<ModelStore>((set, get) => ({
  model: { status: "starting" },
  gpu: null,
  catalogue: [],
  installed: [],
  storage: null,
  states: [],

  start,

  use: async (modelId) => {
    useSettingsStore.getState().change({ preferredModelId: modelId });
    await load(modelId);
  },

  loadAgain: async () => {
    if (isFollowing()) return ask("loadAgain");
    const { model } = get();
    if (model.status === "ready") await load(model.info.modelId);
    else if (model.status === "failed" && model.modelId !== null) await load(model.modelId);
    else await get().start();
  },

  restore: loadNow,

  loadBundled: async () => {
    useSettingsStore.getState().change({ preferredModelId: null });
    if (isFollowing()) return ask("loadBundled");
    await get().start();
  },

  remove: async (modelId) => {
    if (isFollowing()) {
      await ask("remove", modelId);
      return get().refresh();
    }
    const { model } = get();
    const isLoaded = model.status === "ready" && model.info.modelId === modelId;
    try {
      if (isLoaded) await endReply();
      await engine.deleteModel(modelId);
      await get().refresh();
    } catch (error) {
      showToast(explainProblem(problemOf(error)).sentence);
    }
    if (isLoaded) await get().loadBundled();
  },

  removeState: async (stateId) => {
    try {
      await engine.deleteStates({ stateId });
      await get().refresh();
    } catch (error) {
      showToast(explainProblem(problemOf(error)).sentence);
    }
  },

  refresh: async () => {
    const report = await engine.reportStorage();
    const isPersistent = (await navigator.storage?.persisted?.()) ?? false;
    set({
      installed: report.models,
      states: report.states,
      storage: { usedBytes: report.usedBytes, quotaBytes: report.quotaBytes, isPersistent },
    });
  },
}));

const setModel = (model: ModelState): void => useModelStore.setState({ model });

/** Of a tab that follows another: what it does is done there. */
async function ask(...wish: Parameters<typeof import("./shared-model").askLeader>): Promise<void> {
  const { askLeader } = await import("./shared-model");
  await askLeader(...wish);
}

offerService("model", async (method, args) => (await import("./shared-model")).serveModel(method, args));

async function start(): Promise<void> {
  shareEngine();
  attempt += 1;
  try {
    const gpu = await engine.probeGpu();
    useModelStore.setState({ gpu, catalogue: await engine.listCatalogue() });
    if (gpu.status === "unavailable") {
      const name = gpu.reason === "limits" ? "GpuLimitError" : "WebGpuUnavailableError";
      setModel({ status: "failed", modelId: null, problem: { name, message: gpu.message } });
      return;
    }
    await useModelStore.getState().refresh();
    if (isFollowing()) await (await import("./shared-model")).followModel();
    else await loadPreferred();
  } catch (error) {
    fail(null, error);
  }
}

function fail(modelId: string | null, error: unknown): void {
  const problem = problemOf(error);
  const wasThere = useModelStore.getState().gpu?.status === "ready";
  // A browser whose GPU process has crashed twice gives the page no adapter any more, until the user reloads it.
  const name = wasThere && problem.name === "WebGpuUnavailableError" ? "DeviceLostAgainError" : problem.name;
  setModel({ status: "failed", modelId, problem: { ...problem, name } });
}

/** Whatever is being loaded: it is of no use any more. */
export function failModel(modelId: string | null, problem: Problem): void {
  attempt += 1;
  setModel({ status: "failed", modelId, problem });
}

async function endReply(): Promise<void> {
  useReplyStore.getState().stop();
  await replyEnded();
}

async function loadPreferred(): Promise<void> {
  const { installed, catalogue } = useModelStore.getState();
  const { preferredModelId } = useSettingsStore.getState().settings;
  const isComplete = (id: string): boolean =>
    installed.some((model) => model.id === id && model.status === "complete");
  const bundled = catalogue.find((entry) => entry.isBundled);
  if (preferredModelId !== null && preferredModelId !== bundled?.id) {
    if (isComplete(preferredModelId)) return load(preferredModelId);
    reportEviction();
  }
  if (!bundled) return setModel({ status: "absent" });
  if (isComplete(bundled.id)) return load(bundled.id);
  await fetchBundled(bundled);
}

function reportEviction(): void {
  useSettingsStore.getState().change({ preferredModelId: null });
  const { models } = currentTexts();
  showToast(models.gone, {
    isLasting: true,
    action: { label: models.openModels, run: () => usePanelStore.getState().open({ kind: "models" }) },
  });
}

async function fetchBundled(bundled: CatalogueEntry): Promise<void> {
  const { name, id } = bundled;
  await refuseUnderLock();
  setModel({ status: "downloading", name, progress: { phase: "connecting" } });
  const result = await engine.downloadModel({ kind: "catalogue", id }, (progress) => {
    if (useModelStore.getState().model.status === "downloading") {
      setModel({ status: "downloading", name, progress });
    }
  });
  if (result.outcome === "paused") return setModel({ status: "absent" });
  await useModelStore.getState().refresh();
  await load(result.model.id);
}

async function load(modelId: string): Promise<void> {
  attempt += 1;
  await endReply();
  await loadNow(modelId);
}

async function loadNow(modelId: string): Promise<void> {
  if (isFollowing()) return ask("use", modelId);
  attempt += 1;
  const mine = attempt;
  const name =
    useModelStore.getState().installed.find((model) => model.id === modelId)?.name ??
    currentTexts().models.theModel;
  let isLoading = true;
  const report = (progress: LoadProgress): void => {
    if (mine === attempt && isLoading) setModel({ status: "loading", modelId, name, progress });
  };
  report({ phase: "opening" });
  const { contextLength, isPrecise } = useSettingsStore.getState().settings;
  const options: LoadOptions = {
    precision: isPrecise ? "f32" : "fast",
    ...(contextLength === null ? {} : { contextLength }),
  };
  try {
    const info = await engine.loadModel(modelId, options, report);
    if (mine === attempt) setModel({ status: "ready", info });
  } catch (error) {
    if (mine === attempt) fail(modelId, error);
  } finally {
    isLoading = false; // progress may still be on its way here
  }
}

/** Whether there will be a model without anybody's doing, unless something fails. */
export const isComing = ({ status }: ModelState): boolean =>
  status === "starting" || status === "downloading" || status === "loading";

export const currentModelId = (model: ModelState): string | null => {
  if (model.status === "ready") return model.info.modelId;
  return model.status === "loading" || model.status === "failed" ? model.modelId : null;
};

onEngineEvent((event) => {
  const { model, refresh } = useModelStore.getState();
  switch (event.type) {
    case "states-changed":
      refresh().catch(() => undefined); // the list is shown as it was
      return;
    case "state-refused": {
      const { stateRefused, statesOutdated } = currentTexts().engine;
      showToast(event.label === null ? statesOutdated : stateRefused(event.label));
      return;
    }
    case "states-full":
      showToast(currentTexts().engine.statesFull);
      return;
    case "storage-closed": {
      const problem: Problem = { name: "StorageUnavailableError", message: event.message };
      if (model.status === "ready")
        showToast(explainProblem(problem).sentence); // what is on the GPU goes on
      else failModel(currentModelId(model), problem);
      return;
    }
    case "device-lost":
      return; // stores/losses.ts
    default:
      event satisfies never;
  }
});
