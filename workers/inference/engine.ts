// The product in one screen, in the order the bytes travel: download → store → parse → gpu → forward → sample → text.
// The one file that sees every stage; stages never import a later one.
import type {
  CatalogueEntry,
  ChatMessage,
  DownloadProgress,
  DownloadResult,
  EngineEvent,
  GenerateEvent,
  GenerateRequest,
  GenerateResult,
  GpuReport,
  InferenceApi,
  LoadedModel,
  LoadOptions,
  LoadProgress,
  ModelSource,
  PromptSize,
  StorageReport,
  StoredModel,
} from "./api";
import { catalogue } from "./download/catalogue";
import { type DeviceLostError, EngineBusyError, ModelDamagedError, NoModelError } from "./errors";
import { Model } from "./forward/model";
import { type Conversation, generate } from "./generate";
import { type Gpu, openGpu, probeGpu } from "./gpu/device";
import { type InstallOptions, installModel, repairModel, resumeInstall } from "./install-model";
import { checkTensors, hasEqualOutput } from "./parse/check-tensors";
import type { Config } from "./parse/config";
import { type Gguf, parseGguf } from "./parse/gguf";
import { readConfig } from "./parse/read-config";
import { readVocabulary, type Vocabulary } from "./parse/vocabulary";
import type { ByteSource } from "./store/byte-source";
import { listenForClose } from "./store/database";
import { findDamagedChunks, openModel } from "./store/model-reader";
import { deleteModel, listModels, reportStorage } from "./store/model-store";
import { type ChatTemplate, chooseTemplate } from "./text/chat-template";
import { buildPrompt } from "./text/prompt";
import { createTokenizer } from "./text/tokenizer";

/** Offered unless the page asks for more: 32 MiB of attention cache for Jamba2 3B. */
const DEFAULT_CONTEXT_LENGTH = 32_768;

interface Loaded extends Conversation {
  readonly info: LoadedModel;
  readonly template: ChatTemplate;
}

interface ParsedModel {
  readonly gguf: Gguf;
  readonly config: Config;
  readonly vocabulary: Vocabulary;
}

interface Transfer {
  readonly controller: AbortController;
  readonly isBundled: boolean;
  readonly done: Promise<unknown>;
}

/** Everything a file must be before its weights are worth fetching or loading. */
async function parseModel(source: ByteSource): Promise<ParsedModel> {
  const gguf = await parseGguf(source);
  const config = readConfig(gguf);
  checkTensors(gguf, config);
  return { gguf, config, vocabulary: readVocabulary(gguf) };
}

export class Engine implements InferenceApi {
  private gpu: Gpu | null = null;
  private loaded: Loaded | null = null;
  private transfer: Transfer | null = null;
  private answer: {
    readonly requestId: string;
    readonly controller: AbortController;
    readonly done: Promise<unknown>;
  } | null = null;
  private report: (event: EngineEvent) => void = () => undefined;

  constructor(private readonly webGpu: GPU | undefined) {
    listenForClose((message) => this.report({ type: "storage-closed", message }));
  }

  probeGpu(): Promise<GpuReport> {
    return probeGpu(this.webGpu);
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
    const isBundled =
      source.kind === "catalogue" && catalogue.some((entry) => entry.id === source.id && entry.isBundled);
    return this.transferModel(isBundled, onProgress, (options) => installModel(source, options));
  }

  resumeDownload(modelId: string, onProgress: (progress: DownloadProgress) => void): Promise<DownloadResult> {
    return this.transferModel(false, onProgress, (options) => resumeInstall(modelId, options));
  }

  async pauseDownload(): Promise<void> {
    this.transfer?.controller.abort();
  }

  async deleteModel(modelId: string): Promise<void> {
    if (this.loaded?.info.modelId === modelId) await this.unloadModel();
    await deleteModel(modelId);
  }

  private async transferModel(
    isBundled: boolean,
    onProgress: (progress: DownloadProgress) => void,
    start: (options: InstallOptions) => Promise<DownloadResult>,
  ): Promise<DownloadResult> {
    if (this.transfer?.isBundled) await this.transfer.done; // a few megabytes from the app's own server
    if (this.transfer)
      throw new EngineBusyError("A download is running. Pause it before starting another one.");
    const controller = new AbortController();
    const checkHeader = async (source: ByteSource): Promise<void> => {
      await parseModel(source);
    };
    const running = start({ signal: controller.signal, onProgress, checkHeader });
    this.transfer = { controller, isBundled, done: running.catch(() => undefined) };
    try {
      return await running;
    } finally {
      this.transfer = null;
    }
  }

  // ---- store → parse → gpu → forward ------------------------------------------------------------------------------

  async loadModel(
    modelId: string,
    options: LoadOptions,
    onProgress: (progress: LoadProgress) => void,
  ): Promise<LoadedModel> {
    await this.unloadModel();
    try {
      return await this.load(modelId, options, onProgress);
    } catch (error) {
      if (!(error instanceof ModelDamagedError)) throw error;
      const { outcome } = await this.repair(modelId, onProgress);
      if (outcome === "paused") throw error;
      return this.load(modelId, options, onProgress);
    }
  }

  async unloadModel(): Promise<void> {
    const { answer, loaded } = this;
    answer?.controller.abort();
    await answer?.done;
    loaded?.model.dispose();
    this.loaded = null;
  }

  private async load(
    modelId: string,
    options: LoadOptions,
    onProgress: (progress: LoadProgress) => void,
  ): Promise<LoadedModel> {
    const startedAt = performance.now();
    onProgress({ phase: "opening" });
    const source = await openModel(modelId);
    const { gguf, config: parsed, vocabulary } = await parseModel(source);
    const config: Config = { ...parsed, isTied: parsed.isTied || (await hasEqualOutput(gguf, source)) };
    const gpu = await this.openDevice();
    const model = await Model.load(gpu, config, gguf.tensors, source, {
      contextLength: Math.min(config.contextLength, options.contextLength ?? DEFAULT_CONTEXT_LENGTH),
      onWeights: (loadedBytes, totalBytes) => onProgress({ phase: "weights", loadedBytes, totalBytes }),
      onCompiling: () => onProgress({ phase: "compiling" }),
    });
    const template = await chooseTemplate(vocabulary, config.name);
    const info: LoadedModel = {
      modelId,
      name: config.name,
      contextLength: model.state.contextLength,
      vocabSize: config.vocabSize,
      parameterCount: countParameters(gguf, config),
      weightBytes: model.weights.byteLength,
      stateBytes: model.stateBytes,
      reasons: template.reasons,
      loadMs: performance.now() - startedAt,
    };
    this.loaded = {
      info,
      model,
      template,
      tokenizer: createTokenizer(vocabulary),
      endIds: new Set(vocabulary.eosIds),
      readIds: [],
    };
    return info;
  }

  /** Fetches again what the disk no longer holds as it was stored. */
  private async repair(
    modelId: string,
    onProgress: (progress: LoadProgress) => void,
  ): Promise<DownloadResult> {
    const damaged = await findDamagedChunks(modelId, new AbortController().signal);
    const onTransfer = (progress: DownloadProgress) => {
      if (progress.phase !== "downloading") return;
      onProgress({
        phase: "repairing",
        loadedBytes: progress.receivedBytes,
        totalBytes: progress.totalBytes,
      });
    };
    return this.transferModel(false, onTransfer, (options) => repairModel(modelId, damaged, options));
  }

  /** The device at hand, or a new one after a loss. */
  private async openDevice(): Promise<Gpu> {
    if (this.gpu && !this.gpu.isLost()) return this.gpu;
    const gpu = await openGpu(this.webGpu);
    this.gpu = gpu;
    gpu.lost.catch((error: DeviceLostError) => {
      this.loaded = null; // what was on the device is gone with it
      this.report({ type: "device-lost", message: error.message });
    });
    return gpu;
  }

  // ---- text → forward → sample → text -----------------------------------------------------------------------------

  async countTokens(text: string): Promise<number> {
    return this.requireLoaded().tokenizer.encode(text).length;
  }

  async measurePrompt(messages: readonly ChatMessage[]): Promise<PromptSize> {
    const { tokenizer, template, info } = this.requireLoaded();
    const promptTokens = buildPrompt(tokenizer, template, messages).ids.length;
    return { promptTokens, contextLength: info.contextLength };
  }

  async generate(request: GenerateRequest, onEvent: (event: GenerateEvent) => void): Promise<GenerateResult> {
    const loaded = this.requireLoaded();
    if (this.answer) throw new EngineBusyError("An answer is being written. Stop it or wait for its end.");
    const controller = new AbortController();
    const { ids } = buildPrompt(loaded.tokenizer, loaded.template, request.messages);
    const running = generate(loaded, ids, request, onEvent, controller.signal);
    this.answer = { requestId: request.requestId, controller, done: running.catch(() => undefined) };
    try {
      return await running;
    } catch (error) {
      this.forgetState(loaded);
      throw error;
    } finally {
      this.answer = null;
    }
  }

  async stop(requestId: string): Promise<void> {
    if (this.answer?.requestId === requestId) this.answer.controller.abort();
  }

  /** After an error nobody knows what the state holds. */
  private forgetState(loaded: Loaded): void {
    loaded.readIds.length = 0;
    if (this.loaded === loaded) loaded.model.reset();
  }

  private requireLoaded(): Loaded {
    if (!this.loaded) throw new NoModelError();
    return this.loaded;
  }
}

function countParameters(gguf: Gguf, config: Config): number {
  let count = 0;
  for (const { name, dims } of gguf.tensors.values()) {
    if (name === "output.weight" && config.isTied) continue;
    count += dims.reduce((product, dim) => product * dim, 1);
  }
  return count;
}
