// What the forward pass must know of a model, read from GGUF metadata and checked against this engine's limits.

export type LayerKind = "mamba" | "attention";

export interface Config {
  readonly name: string;
  readonly layers: readonly LayerKind[]; // in order; attention where attention.head_count_kv > 0
  readonly hiddenSize: number;
  readonly intermediateSize: number; // of the SwiGLU MLP
  readonly headCount: number; // query heads
  readonly kvHeadCount: number;
  readonly headSize: number; // hiddenSize / headCount
  readonly innerSize: number; // Mamba channels
  readonly stateSize: number; // Mamba states a channel
  readonly convKernel: number; // taps of the causal convolution
  readonly timeStepRank: number;
  readonly rmsNormEpsilon: number;
  readonly vocabSize: number;
  readonly contextLength: number; // tokens the model was made for
  readonly isTied: boolean; // logits use token_embd.weight
}
