// Part of the contract with the page: models on this device, how they come and how they are loaded.
import type { SavedState } from "./states";

/** Stable: what was downloaded is found by it. */
export type CatalogueId =
  | "jamba-tiny-q4_k_m"
  | "jamba2-3b-q4_k_m"
  | "jamba2-3b-q5_k_m"
  | "jamba2-3b-q6_k_l"
  | "jamba2-3b-q8_0"
  | "jamba-reasoning-3b-q4_k_m";

/** A model this app knows how to fetch. The page describes it. */
export interface CatalogueEntry {
  readonly id: CatalogueId;
  readonly name: string; // "Jamba2 3B"
  readonly quantization: string; // "Q4_K_M"
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

/** Why a download waits before it goes on; without a network it waits for that. */
export type RetryReason =
  | { readonly kind: "network" | "short" | "stalled" | "mismatch" | "busy" | "offline" }
  | { readonly kind: "server" | "refused"; readonly status: number };

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
      readonly reason: RetryReason;
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
  readonly states: readonly SavedState[]; // the one used last first
}

/** fast: what this GPU does best, rounding within the project's gates. f32: every product and the cache in f32, slower. */
export type Precision = "fast" | "f32";

export interface LoadOptions {
  /** Tokens of context wanted; the model's own context length and the GPU's memory may allow fewer. */
  readonly contextLength?: number;
  readonly precision?: Precision; // fast unless told
}

export type LoadProgress =
  | { readonly phase: "opening" }
  | { readonly phase: "repairing"; readonly loadedBytes: number; readonly totalBytes: number } // damaged parts
  | { readonly phase: "weights"; readonly loadedBytes: number; readonly totalBytes: number }
  | { readonly phase: "compiling" };

export interface LoadedModel {
  readonly modelId: string;
  readonly name: string;
  readonly contextLength: number; // tokens: offered, as the GPU's memory was found to hold them
  readonly ownContextLength: number; // tokens: what the model was made for
  readonly contextBytes: number; // GPU memory that a full context takes; it grows with what is read
  readonly vocabSize: number;
  readonly parameterCount: number;
  readonly weightBytes: number; // on the GPU
  readonly stateBytes: number; // Mamba state, conv state and attention cache as it stands after loading
  readonly reasons: boolean; // answers begin inside <think>
  readonly ignoresTemplate: boolean; // the file's own chat template is unknown, so the built-in one is used
  readonly callsTools: boolean; // its template tells it of tools, and its vocabulary has the marks of a call
  readonly precision: Precision;
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
