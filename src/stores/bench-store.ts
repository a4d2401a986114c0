// One measurement of this machine: the model is fetched if it must be, loaded, measured, and taken off the GPU again.
import { create } from "zustand";
import type {
  BenchOptions,
  BenchReport,
  GpuReport,
  LoadedModel,
  ModelSource,
} from "../../workers/inference/api";
import { currentTexts } from "../i18n/language-store";
import { engine } from "../inference";
import { readSettings } from "../storage/settings";
import { type Problem, problemOf } from "./problems";

declare const __APP_VERSION__: string;

type ReadyGpu = Extract<GpuReport, { status: "ready" }>;

/** A size of the options. */
export interface LeftOut {
  readonly kind: "prompt" | "depth";
  readonly tokens: number;
}

/** What "Copy report" copies. */
export interface MachineReport {
  readonly app: string; // version
  readonly takenAt: string; // ISO 8601
  readonly browser: string;
  readonly processors: number;
  readonly gpu: ReadyGpu;
  readonly model: LoadedModel;
  readonly loadMs: readonly number[]; // from IndexedDB to ready, each time
  readonly leftOut: readonly LeftOut[]; // what was asked for and does not fit the model's context
  readonly figures: BenchReport;
}

export type BenchState =
  | { readonly status: "opening" }
  | { readonly status: "idle" }
  | { readonly status: "running"; readonly text: string; readonly share: number | null }
  | { readonly status: "done"; readonly report: MachineReport }
  | { readonly status: "failed"; readonly problem: Problem };

interface BenchModel {
  readonly name: string;
  /** Where it comes from when it is not on this device yet. */
  readonly source: ModelSource | null;
  readonly id: string | null;
}

interface BenchStore {
  readonly bench: BenchState;
  readonly model: BenchModel | null;
  readonly gpu: ReadyGpu | null;
  /** Looks at the machine and finds the model: the one at `modelUrl`, the one chosen last, or the bundled one. */
  open(modelUrl: string | null): Promise<void>;
  measure(options: BenchOptions, loads: number): Promise<void>;
  /** Keeps what has been measured; before that there is nothing to keep. */
  stop(): void;
}

/** A context is made in steps of this many tokens. */
const CONTEXT_STEP = 256;
/** The prompt whose first token is timed, and that answers with guesses follow. */
const SHORTEST_PROMPT = 16;

let isStopped = false;
/** Ends the call that is under way. */
let halt: () => Promise<void> = async () => undefined;

export const useBenchStore = create<BenchStore>((set, get) => ({
  bench: { status: "opening" },
  model: null,
  gpu: null,

  open: async (modelUrl) => {
    try {
      const gpu = await engine.probeGpu();
      if (gpu.status === "ready") set({ gpu, model: await findModel(modelUrl), bench: { status: "idle" } });
      else {
        const name = gpu.reason === "limits" ? "GpuLimitError" : "WebGpuUnavailableError";
        set({ bench: { status: "failed", problem: { name, message: gpu.message } } });
      }
    } catch (error) {
      fail(error);
    }
  },

  measure: async (options, loads) => {
    const { model, gpu, bench } = get();
    if (!model || !gpu || bench.status === "running") return;
    isStopped = false;
    report(currentTexts().bench.opening, null);
    try {
      const result = await run(model, gpu, options, loads);
      set({ bench: result ? { status: "done", report: result } : { status: "idle" } });
    } catch (error) {
      if (isStopped) set({ bench: { status: "idle" } });
      else fail(error);
    } finally {
      await engine.unloadModel().catch(() => {}); // what was wrong has been said
    }
  },

  stop: () => {
    isStopped = true;
    halt().catch(() => {}); // the call that it ends reports what happened
  },
}));

function fail(error: unknown): void {
  useBenchStore.setState({ bench: { status: "failed", problem: problemOf(error) } });
}

function report(text: string, share: number | null): void {
  useBenchStore.setState({ bench: { status: "running", text, share } });
}

/** Null when it was stopped before anything was measured. */
async function run(
  model: BenchModel,
  gpu: ReadyGpu,
  options: BenchOptions,
  loads: number,
): Promise<MachineReport | null> {
  const modelId = model.id ?? (await fetchModel(model));
  if (modelId === null) return null;
  const contextLength = roundUp(Math.max(...options.depths) + countAbove(options));
  const loadMs: number[] = [];
  let info: LoadedModel | undefined;
  halt = () => engine.unloadModel();
  while (loadMs.length < loads && !isStopped) {
    info = await engine.loadModel(modelId, { contextLength }, (progress) => {
      if (progress.phase === "weights" && loadMs.length < loads)
        report(currentTexts().bench.loading(model.name), progress.loadedBytes / progress.totalBytes);
    });
    loadMs.push(info.loadMs);
  }
  if (!info || isStopped) return null;
  const { fitting, leftOut } = trimToContext(options, info.contextLength);
  let isMeasuring = true;
  halt = () => engine.stopBench();
  try {
    const figures = await engine.bench(fitting, ({ step, doneSteps, totalSteps }) => {
      if (isMeasuring) report(currentTexts().bench.step(step), doneSteps / totalSteps);
    });
    return { ...describeMachine(gpu), model: info, loadMs, leftOut, figures };
  } finally {
    isMeasuring = false; // progress may still be on its way here
  }
}

async function fetchModel({ name, source }: BenchModel): Promise<string | null> {
  if (!source) return null;
  halt = () => engine.pauseDownload();
  let isFetching = true;
  const result = await engine.downloadModel(source, (progress) => {
    if (isFetching && progress.phase === "downloading")
      report(currentTexts().bench.fetching(name), progress.receivedBytes / progress.totalBytes);
  });
  isFetching = false;
  return result.outcome === "complete" ? result.model.id : null;
}

const countBefore = ({ withLookup }: BenchOptions): number => (withLookup ? SHORTEST_PROMPT : 1);

const countAbove = (options: BenchOptions): number =>
  Math.max(SHORTEST_PROMPT, options.decodeTokens + countBefore(options), ...options.prefillLengths);

const roundUp = (tokens: number): number => Math.ceil(tokens / CONTEXT_STEP) * CONTEXT_STEP;

/** The options without what the model's own context is too short for. */
function trimToContext(
  options: BenchOptions,
  contextLength: number,
): { fitting: BenchOptions; leftOut: LeftOut[] } {
  const decodeTokens = Math.min(options.decodeTokens, contextLength - countBefore(options));
  const prefillLengths = options.prefillLengths.filter((length) => length <= contextLength);
  const fitting = { ...options, decodeTokens, prefillLengths };
  const depths = options.depths.filter((depth) => depth + countAbove(fitting) <= contextLength);
  const leftOut: LeftOut[] = [
    ...options.prefillLengths
      .filter((length) => !prefillLengths.includes(length))
      .map((tokens) => ({ kind: "prompt" as const, tokens })),
    ...options.depths
      .filter((depth) => !depths.includes(depth))
      .map((tokens) => ({ kind: "depth" as const, tokens })),
  ];
  return { fitting: { ...fitting, depths }, leftOut };
}

function describeMachine(gpu: ReadyGpu) {
  return {
    app: __APP_VERSION__,
    takenAt: new Date().toISOString(),
    browser: navigator.userAgent,
    processors: navigator.hardwareConcurrency,
    gpu,
  };
}

async function findModel(modelUrl: string | null): Promise<BenchModel> {
  if (modelUrl !== null) {
    const name = modelUrl.split("/").at(-1) ?? modelUrl;
    return { name, id: null, source: { kind: "url", url: modelUrl } };
  }
  const { models } = await engine.reportStorage();
  const { preferredModelId } = readSettings();
  const preferred = models.find(({ id, status }) => id === preferredModelId && status === "complete");
  if (preferred) return { name: preferred.name, id: preferred.id, source: null };
  const bundled = (await engine.listCatalogue()).find((entry) => entry.isBundled);
  if (!bundled) throw new Error(currentTexts().bench.noModel);
  return { name: bundled.name, id: null, source: { kind: "catalogue", id: bundled.id } };
}
