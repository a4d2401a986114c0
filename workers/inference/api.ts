// The contract between the page and the inference worker: types only, from the files in api/, which import nothing.
// Calls are verbs; progress and text come back through callbacks (wrap them in Comlink.proxy);
// anything that can take a second has a call that stops it, and stopping is not an error.
import type {
  ChatMessage,
  EngineEvent,
  GenerateEvent,
  GenerateResult,
  PromptSize,
  ReadRequest,
  ReadResult,
} from "./api/chat";
import type { AnswerFormat, FormattedRequest } from "./api/format";
import type { BenchOptions, BenchProgress, BenchReport, MachineCheck } from "./api/measuring";
import type {
  CatalogueEntry,
  DownloadProgress,
  DownloadResult,
  GpuReport,
  LoadedModel,
  LoadOptions,
  LoadProgress,
  ModelSource,
  StorageReport,
  StoredModel,
} from "./api/models";
import type { StateOwner } from "./api/states";
import type { ToolDefinition } from "./api/tools";

export type * from "./api/chat";
export type * from "./api/errors";
export type * from "./api/format";
export type * from "./api/measuring";
export type * from "./api/models";
export type * from "./api/states";
export type * from "./api/tools";

/** What the worker exposes. Errors carry a name of ErrorName, some `figures` as well; the page switches on `error.name`. */
export interface InferenceApi {
  /** What this machine's GPU offers, or why the model cannot run here. Never throws. */
  probeGpu(): Promise<GpuReport>;
  /** Whether the browser refuses the worker every connection: it tries one. */
  isCutOff(): Promise<boolean>;
  /** Events that no call is waiting for. One listener; a second replaces the first. */
  listen(onEvent: (event: EngineEvent) => void): void;

  listCatalogue(): Promise<readonly CatalogueEntry[]>;
  listModels(): Promise<readonly StoredModel[]>;
  reportStorage(): Promise<StorageReport>;
  /** Fetches, resumes or imports a model; the same call resumes after a pause, a reload or a crash. */
  downloadModel(
    source: ModelSource,
    onProgress: (progress: DownloadProgress) => void,
  ): Promise<DownloadResult>;
  /** Resumes a stored partial model by its id. */
  resumeDownload(modelId: string, onProgress: (progress: DownloadProgress) => void): Promise<DownloadResult>;
  /** Stops the running download and keeps what is verified; its call resolves with outcome "paused". */
  pauseDownload(): Promise<void>;
  /** Removes a model, whole or partial. Unloads it first when it is the loaded one. */
  deleteModel(modelId: string): Promise<void>;

  /** Puts a complete model on the GPU, in place of the one there. Damaged chunks are fetched again first. */
  loadModel(
    modelId: string,
    options: LoadOptions,
    onProgress: (progress: LoadProgress) => void,
  ): Promise<LoadedModel>;
  unloadModel(): Promise<void>;

  /** Tokens of a text as the loaded model counts them. */
  countTokens(text: string): Promise<number>;
  /** Tokens of a whole chat with its documents and markup, beside what fits. */
  measurePrompt(messages: readonly ChatMessage[], tools?: readonly ToolDefinition[]): Promise<PromptSize>;
  /** Throws AnswerFormatError, which says where, for a format that answers could not be held to. Needs no model. */
  checkFormat(format: AnswerFormat): Promise<void>;
  /** Streams an answer. Throws ContextTooLongError before reading when the prompt does not fit, AnswerFormatError as above. */
  generate(request: FormattedRequest, onEvent: (event: GenerateEvent) => void): Promise<GenerateResult>;
  /** Reads the documents of these messages ahead of the question, until an answer is wanted. Throws ContextTooLongError. */
  readAhead(request: ReadRequest, onEvent: (event: GenerateEvent) => void): Promise<ReadResult>;
  /** Deletes what is saved of reading a conversation or a document; their texts are the page's. */
  deleteStates(owner: StateOwner): Promise<void>;
  /** Ends a generation or a reading ahead, within 200 ms; its call resolves with "stopped". */
  stop(requestId: string): Promise<void>;

  /** Measures in about a second what any model could have here. Null when loading or an answer came in between. */
  checkMachine(): Promise<MachineCheck | null>;
  /** Measures the loaded model, whose context must hold the depths with what is read on top of them. */
  bench(options: BenchOptions, onProgress: (progress: BenchProgress) => void): Promise<BenchReport>;
  /** Ends a measurement; its call resolves with outcome "stopped". */
  stopBench(): Promise<void>;
}

/** Every name an error from the worker can have; classes and remedies in errors.ts. */
export type ErrorName =
  | "WebGpuUnavailableError"
  | "GpuLimitError"
  | "GpuOutOfMemoryError"
  | "DeviceLostError"
  | "NumericalError"
  | "ModelNotFoundError"
  | "ModelFormatError"
  | "ModelDamagedError"
  | "ModelChangedError"
  | "DownloadError"
  | "OfflineError"
  | "StorageFullError"
  | "StorageUnavailableError"
  | "ContextTooLongError"
  | "EngineBusyError"
  | "NoModelError"
  | "AnswerFormatError"
  | "InternalError";
