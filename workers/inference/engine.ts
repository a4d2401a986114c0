// The product in one screen, in the order the bytes travel: download → store → parse → gpu → forward → sample → text.
// The one file that sees every stage; stages never import a later one.

import { isCutOff } from "../service/lock-proof";
import { checkFormat } from "./answer-formats";
import type {
  AnswerFormat,
  BenchOptions,
  BenchProgress,
  BenchReport,
  CatalogueEntry,
  ChatMessage,
  DownloadProgress,
  DownloadResult,
  EngineEvent,
  FormattedRequest,
  GenerateEvent,
  GenerateResult,
  GpuReport,
  InferenceApi,
  LoadedModel,
  LoadOptions,
  LoadProgress,
  MachineCheck,
  ModelSource,
  PromptSize,
  ReadRequest,
  ReadResult,
  StateOwner,
  StorageReport,
  StoredModel,
  ToolDefinition,
} from "./api";
import { bench } from "./bench";
import { DeviceOwner } from "./device-owner";
import { catalogue } from "./download/catalogue";
import {
  AnswerFormatError,
  ContextTooLongError,
  GpuOutOfMemoryError,
  ModelDamagedError,
  NoModelError,
} from "./errors";
import { readAhead } from "./generate";
import { probeGpu } from "./gpu/device";
import { disposeLoaded, type Loaded, loadModel, openStoredModel, parseModel, promptOf } from "./load-model";
import { MachineChecker } from "./machine-check";
import { ModelTransfers } from "./model-transfers";
import { Occupancy } from "./occupancy";
import { ownerOf } from "./state-owner";
import { listenForClose } from "./store/database";
import { deleteModel, listModels, reportStorage } from "./store/model-store";
import { deleteStates } from "./store/state-store";
import type { KnownAnswers } from "./text/known-answers";
import { generateInFormat } from "./write-in-format";

const BENCH = "bench"; // the request id of a measurement

export class Engine implements InferenceApi {
  private loaded: Loaded | null = null;
  private readonly known = new Map<string, KnownAnswers>(); // they outlast a lost device
  private readonly transfers = new ModelTransfers(async (source) => {
    await parseModel(source);
  });
  private loading: { readonly controller: AbortController; readonly done: Promise<unknown> } | null = null;
  private readonly occupancy = new Occupancy();
  private report: (event: EngineEvent) => void = () => undefined;

  private readonly checker: MachineChecker;
  private readonly device: DeviceOwner;

  constructor(private readonly webGpu: GPU | undefined) {
    this.device = new DeviceOwner(webGpu, (message) => this.dropLost(message));
    this.checker = new MachineChecker(webGpu);
    listenForClose((message) => this.report({ type: "storage-closed", message }));
  }

  probeGpu(): Promise<GpuReport> {
    return probeGpu(this.webGpu);
  }

  isCutOff(): Promise<boolean> {
    return isCutOff(globalThis.location.href);
  }

  listen(onEvent: (event: EngineEvent) => void): void {
    this.report = onEvent;
  }

  // ---- download → store -------------------------------------------------------------------------------------------

  async listCatalogue(): Promise<readonly CatalogueEntry[]> {
    return catalogue;
  }

  listModels(): Promise<readonly StoredModel[]> {
    return listModels();
  }

  reportStorage(): Promise<StorageReport> {
    return reportStorage();
  }

  downloadModel(
    source: ModelSource,
    onProgress: (progress: DownloadProgress) => void,
  ): Promise<DownloadResult> {
    return this.transfers.download(source, onProgress);
  }

  resumeDownload(modelId: string, onProgress: (progress: DownloadProgress) => void): Promise<DownloadResult> {
    return this.transfers.resume(modelId, onProgress);
  }

  async pauseDownload(): Promise<void> {
    this.transfers.pause();
  }

  async deleteModel(modelId: string): Promise<void> {
    if (this.loaded?.info.modelId === modelId) await this.unloadModel();
    await deleteModel(modelId);
  }

  // ---- store → parse → gpu → forward ------------------------------------------------------------------------------

  async loadModel(
    modelId: string,
    options: LoadOptions,
    onProgress: (progress: LoadProgress) => void,
  ): Promise<LoadedModel> {
    await this.unloadModel();
    const controller = new AbortController();
    const { signal } = controller;
    const loading = this.checker.stop().then(() => this.loadOrRepair(modelId, options, onProgress, signal));
    this.loading = { controller, done: loading.catch(() => undefined) };
    try {
      return await loading;
    } finally {
      if (this.loading?.controller === controller) this.loading = null;
    }
  }

  async unloadModel(): Promise<void> {
    this.loading?.controller.abort();
    await Promise.all([this.loading?.done, this.occupancy.end()]);
    const { loaded } = this;
    this.loaded = null;
    await loaded?.reading; // a chunk under way still uses the buffers
    if (loaded) disposeLoaded(loaded);
  }

  private async loadOrRepair(
    modelId: string,
    options: LoadOptions,
    onProgress: (progress: LoadProgress) => void,
    signal: AbortSignal,
  ): Promise<LoadedModel> {
    try {
      return await this.load(modelId, options, onProgress, signal);
    } catch (error) {
      if (!(error instanceof ModelDamagedError)) throw error;
      const { outcome } = await this.transfers.repair(modelId, (progress) => {
        if (progress.phase !== "downloading") return;
        onProgress({
          phase: "repairing",
          loadedBytes: progress.receivedBytes,
          totalBytes: progress.totalBytes,
        });
      });
      if (outcome === "paused") throw error;
      return this.load(modelId, options, onProgress, signal);
    }
  }

  private async load(
    modelId: string,
    options: LoadOptions,
    onProgress: (progress: LoadProgress) => void,
    signal: AbortSignal,
  ): Promise<LoadedModel> {
    const startedAt = performance.now();
    onProgress({ phase: "opening" });
    const stored = await openStoredModel(modelId);
    const gpu = await this.device.open();
    const report = (event: EngineEvent) => this.report(event);
    const context = { signal, startedAt, report, known: this.known };
    this.loaded = await loadModel(gpu, stored, options, onProgress, context);
    return this.loaded.info;
  }

  /** What was on the device is gone with it. */
  private dropLost(message: string): void {
    if (this.loaded) disposeLoaded(this.loaded);
    this.loaded = null;
    this.report({ type: "device-lost", message });
  }

  // ---- text → forward → sample → text -----------------------------------------------------------------------------

  async countTokens(text: string): Promise<number> {
    return this.requireLoaded().tokenizer.encode(text).length;
  }

  async measurePrompt(
    messages: readonly ChatMessage[],
    tools: readonly ToolDefinition[] = [],
  ): Promise<PromptSize> {
    const loaded = this.requireLoaded();
    const promptTokens = promptOf(loaded, { messages, tools }).ids.length;
    return { promptTokens, contextLength: loaded.info.contextLength };
  }

  checkFormat(format: AnswerFormat): Promise<void> {
    return checkFormat(format);
  }

  generate(request: FormattedRequest, onEvent: (event: GenerateEvent) => void): Promise<GenerateResult> {
    return this.occupy({ ...request, makesWay: false }, async (loaded, signal) => {
      const prompt = promptOf(loaded, request);
      const result = await generateInFormat(loaded, prompt, request, onEvent, signal);
      loaded.keeper.saveSoon(ownerOf(request, prompt));
      return result;
    });
  }

  readAhead(request: ReadRequest, onEvent: (event: GenerateEvent) => void): Promise<ReadResult> {
    return this.occupy({ ...request, makesWay: true }, async (loaded, signal) => {
      const prompt = promptOf(loaded, request);
      const result = await readAhead(loaded, prompt, onEvent, signal);
      loaded.keeper.saveSoon(ownerOf(request, prompt));
      return result;
    });
  }

  async deleteStates(owner: StateOwner): Promise<void> {
    await deleteStates(owner);
    this.report({ type: "states-changed" });
  }

  async stop(requestId: string): Promise<void> {
    this.occupancy.stop(requestId);
  }

  async checkMachine(): Promise<MachineCheck | null> {
    if (this.occupancy.isTaken || this.loading) return null;
    const { model } = this.loaded ?? {};
    return this.checker.check(model ? model.weights.byteLength + model.stateBytes : 0);
  }

  bench(options: BenchOptions, onProgress: (progress: BenchProgress) => void): Promise<BenchReport> {
    return this.occupy({ requestId: BENCH, makesWay: false }, async (loaded, signal) => {
      await loaded.reading; // the last chunk of a stopped answer
      loaded.timeline.clear();
      return bench(loaded, options, onProgress, signal);
    });
  }

  stopBench(): Promise<void> {
    return this.stop(BENCH);
  }

  /** Runs what needs the model's state for itself: one thing at a time, which stop() and unloading end. */
  private async occupy<Result>(
    request: { readonly requestId: string; readonly makesWay: boolean },
    work: (loaded: Loaded, signal: AbortSignal) => Promise<Result>,
  ): Promise<Result> {
    this.requireLoaded();
    return this.occupancy.take(request, async (signal) => {
      const loaded = this.requireLoaded();
      loaded.keeper.stop();
      try {
        await this.checker.stop();
        return await work(loaded, signal);
      } catch (error) {
        if (!leavesStateAlone(error)) this.forgetState(loaded);
        throw error;
      }
    });
  }

  /** After most errors nobody knows what the state holds. */
  private forgetState(loaded: Loaded): void {
    if (this.loaded === loaded) loaded.timeline.clear();
  }

  private requireLoaded(): Loaded {
    if (!this.loaded) throw new NoModelError();
    return this.loaded;
  }
}

/** Errors from before anything is read or written, or from between. */
const leavesStateAlone = (error: unknown): boolean =>
  [ContextTooLongError, GpuOutOfMemoryError, AnswerFormatError].some((kind) => error instanceof kind);
