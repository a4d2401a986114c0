// The contract between the page and the inference worker: types only, imports nothing.
// Calls are verbs; progress and text come back through callbacks (wrap them in Comlink.proxy);
// anything that can take a second has a call that stops it, and stopping is not an error.

// ---- Models ---------------------------------------------------------------------------------------------------------

/** A model this app knows how to fetch. */
export interface CatalogueEntry {
  readonly id: string; // stable: "jamba2-3b-q4_k_m"
  readonly name: string; // "Jamba2 3B"
  readonly quantization: string; // "Q4_K_M"
  readonly description: string; // one sentence for the model panel
  readonly byteLength: number | null; // null: known only once the server has answered
  readonly approximateByteLength: number; // what to tell a user before that
  readonly sha256: string | null;
  readonly licence: string;
  readonly isBundled: boolean; // comes with the app
  readonly isRecommended: boolean;
}

export type ModelSource =
  | { readonly kind: "catalogue"; readonly id: string }
  | { readonly kind: "url"; readonly url: string }
  | { readonly kind: "file"; readonly file: File };

/** What is kept of one model in IndexedDB. */
export interface StoredModel {
  readonly id: string;
  readonly name: string;
  readonly origin: "bundled" | "catalogue" | "url" | "file";
  readonly url: string | null; // where it can be fetched again; null for a local file
  readonly byteLength: number;
  readonly storedBytes: number; // verified chunks only
  readonly status: "partial" | "complete";
  readonly sha256: string | null; // of the whole file; null until complete
  readonly updatedAt: number; // ms since 1970
}

export type DownloadProgress =
  | { readonly phase: "connecting" }
  | {
      readonly phase: "downloading";
      readonly receivedBytes: number;
      readonly totalBytes: number;
      readonly resumedBytes: number; // there from an earlier attempt, not fetched again
      readonly bytesPerSecond: number | null; // null until there is enough to measure
      readonly secondsLeft: number | null;
    }
  | {
      readonly phase: "retrying";
      readonly reason: string; // a sentence
      readonly attempt: number;
      readonly retryInSeconds: number;
      readonly receivedBytes: number;
      readonly totalBytes: number;
    }
  | { readonly phase: "verifying"; readonly verifiedBytes: number; readonly totalBytes: number };

export type DownloadResult =
  | { readonly outcome: "complete"; readonly model: StoredModel }
  | { readonly outcome: "paused"; readonly model: StoredModel | null };

export interface StorageReport {
  readonly usedBytes: number | null;
  readonly quotaBytes: number | null;
  readonly models: readonly StoredModel[];
}

// ---- Loading --------------------------------------------------------------------------------------------------------

export interface LoadOptions {
  /** Tokens the attention cache can hold; capped by the model's own context length. */
  readonly contextLength?: number;
}

export type LoadProgress =
  | { readonly phase: "opening" }
  | { readonly phase: "repairing"; readonly loadedBytes: number; readonly totalBytes: number } // damaged parts
  | { readonly phase: "weights"; readonly loadedBytes: number; readonly totalBytes: number }
  | { readonly phase: "compiling" };

export interface LoadedModel {
  readonly modelId: string;
  readonly name: string;
  readonly contextLength: number; // tokens
  readonly vocabSize: number;
  readonly parameterCount: number;
  readonly weightBytes: number; // on the GPU
  readonly stateBytes: number; // Mamba state, conv state and attention cache on the GPU
  readonly reasons: boolean; // answers begin inside <think>
  readonly loadMs: number;
}

export type GpuReport =
  | {
      readonly status: "ready";
      readonly vendor: string;
      readonly architecture: string;
      readonly description: string;
      readonly isFallback: boolean; // a CPU pretending to be a GPU: works, slowly
      readonly features: readonly string[];
      readonly maxBufferBytes: number;
    }
  | {
      readonly status: "unavailable";
      readonly reason: "no-webgpu" | "no-adapter" | "limits";
      readonly message: string;
    };

// ---- Chat -----------------------------------------------------------------------------------------------------------

export interface Attachment {
  readonly name: string;
  readonly text: string;
}

export interface ChatMessage {
  readonly role: "system" | "user" | "assistant";
  readonly content: string;
  /** Documents given with this message; their text goes before the content. */
  readonly attachments?: readonly Attachment[];
}

export interface SamplingSettings {
  readonly temperature: number; // 0 = greedy
  readonly topK: number; // 0 = off
  readonly topP: number; // 1 = off
  readonly minP: number; // 0 = off
  readonly repetitionPenalty: number; // 1 = off
  readonly seed: number | null; // null = a new one each time
}

export interface GenerateRequest {
  readonly requestId: string; // for stop()
  readonly messages: readonly ChatMessage[];
  readonly sampling: SamplingSettings;
  readonly maxTokens: number; // of the answer
}

export type GenerateEvent =
  | {
      readonly type: "reading"; // prompt tokens going through the model
      readonly readTokens: number; // includes reusedTokens
      readonly totalTokens: number;
      readonly reusedTokens: number;
      readonly secondsLeft: number | null;
    }
  | { readonly type: "text"; readonly text: string; readonly generatedTokens: number };

export interface GenerateResult {
  readonly finishReason: "end-of-turn" | "max-tokens" | "context-full" | "stopped";
  readonly promptTokens: number;
  readonly reusedTokens: number; // of the prompt, already in the state
  readonly generatedTokens: number;
  readonly timeToFirstTokenMs: number | null; // null when stopped before one
  readonly prefillMs: number;
  readonly decodeMs: number;
  readonly tokensPerSecond: number | null; // decoding; null below two tokens
  readonly seed: number;
}

export interface PromptSize {
  readonly promptTokens: number;
  readonly contextLength: number;
}

export type EngineEvent =
  | { readonly type: "device-lost"; readonly message: string }
  | { readonly type: "storage-closed"; readonly message: string };

// ---- Measuring ------------------------------------------------------------------------------------------------------
export interface BenchOptions {
  readonly depths: readonly number[]; // tokens already read when a measurement starts
  readonly prefillLengths: readonly number[]; // tokens of a prompt
  readonly decodeTokens: number; // of one run
  readonly runs: number; // counted after a warm-up
  readonly withProfile: boolean; // time each kernel of a token and of a chunk as well
}

export interface BenchProgress {
  readonly text: string; // what is being measured
  readonly doneSteps: number;
  readonly totalSteps: number;
}

/** One figure over all its runs. */
export interface Spread {
  readonly median: number;
  readonly min: number;
  readonly max: number;
  readonly runs: readonly number[];
}

export interface DecodeFigures {
  readonly depth: number;
  readonly tokensPerSecond: Spread;
  readonly gigabytesPerSecond: number; // weights read
  readonly bandwidthShare: number | null; // of what a plain read reaches: 0 to 1
  readonly encodeMsPerToken: Spread; // JavaScript time from the first write to the end of the submit
}

export interface PrefillFigures {
  readonly depth: number;
  readonly length: number;
  readonly tokensPerSecond: Spread;
  readonly teraflopsPerSecond: number; // in the layers' matrices
}

/** Dispatches of one kind, repeated back to back. */
export interface KernelTime {
  readonly kernel: string;
  readonly matrices: string; // the weights it reads; "" for none
  readonly count: number; // in one token or chunk
  readonly microseconds: number; // one dispatch
  readonly gigabytesPerSecond: number | null; // of weights
  readonly teraflopsPerSecond: number | null;
}

export interface BenchReport {
  readonly outcome: "complete" | "stopped"; // stopped: with what was measured until then
  readonly options: BenchOptions;
  readonly readBandwidth: Spread | null; // GB/s of a plain read
  readonly decode: readonly DecodeFigures[];
  readonly prefill: readonly PrefillFigures[];
  readonly reachDepth: readonly PrefillFigures[]; // one run each: the way to the depths above 0
  readonly timeToFirstTokenMs: Spread | null; // prompt of 16 tokens
  readonly dispatchesPerToken: number | null;
  readonly submitsPerToken: number | null;
  readonly bytesPerToken: number; // weights a decoded token reads
  readonly stateBytesAt8K: number; // GPU memory beyond the weights with a context of 8,192 tokens
  /** Of one token, then of one chunk, the costliest kernel first; empty unless asked for. */
  readonly profile: readonly { readonly tokenCount: number; readonly kernels: readonly KernelTime[] }[];
}

// ---- The engine -----------------------------------------------------------------------------------------------------

/** What the worker exposes. Errors carry a name of ErrorName; the page switches on `error.name`. */
export interface InferenceApi {
  /** What this machine's GPU offers, or why the model cannot run here. Never throws. */
  probeGpu(): Promise<GpuReport>;
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
  measurePrompt(messages: readonly ChatMessage[]): Promise<PromptSize>;
  /** Streams an answer. Throws ContextTooLongError before reading when the prompt does not fit. */
  generate(request: GenerateRequest, onEvent: (event: GenerateEvent) => void): Promise<GenerateResult>;
  /** Ends a generation, reading included, within 200 ms; its call resolves with "stopped". */
  stop(requestId: string): Promise<void>;

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
  | "InternalError";
