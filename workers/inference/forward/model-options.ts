// How a model is loaded and read; most options are for tests and tools.
import type { KernelSource } from "../gpu/kernel";
import type { KvFormat } from "../gpu/kernels/layer-kernels";
import type { MatmulMemory } from "./matmul-choice";
import type { MatmulKind } from "./matmul-kind";
import type { Activations } from "./token-path";

export interface ModelOptions {
  /** Tokens of context wanted; state.contextLength is what memory allows. */
  readonly contextLength: number;
  /** Tokens that the attention cache has room for to begin with: for tests. */
  readonly firstCapacity?: number;
  readonly kvFormat?: KvFormat;
  /** Tokens a chunk holds at most. */
  readonly maxChunk?: number;
  /** Chunks are exactly this long, whatever the speed: for tests. */
  readonly fixedChunk?: number;
  readonly maxPartBytes?: number;
  /** Take a CPU adapter for a GPU: its plans, slow there, for tests. */
  readonly asGpu?: boolean;
  /** Kernel of a chunk's matrix products; the fastest on this device unless told. */
  readonly matmul?: MatmulKind;
  readonly matmulMemory?: MatmulMemory;
  /** What a single token's activations are rounded to: f32, or what is fastest here. */
  readonly activations?: Activations;
  /** Kernels of later stages, to compile while the weights are on their way. */
  readonly alsoCompile?: readonly KernelSource[];
  readonly signal?: AbortSignal;
  readonly onWeights?: (loadedBytes: number, totalBytes: number) => void;
  readonly onCompiling?: () => void;
}

export interface ReadOptions {
  readonly signal?: AbortSignal;
  /** Called after each chunk with the tokens read so far. */
  readonly onRead?: (readTokens: number) => void;
  /** The last chunk may still be under way at the end; what is submitted next comes after it. */
  readonly mayOutlast?: boolean;
}
