// Part of the contract with the page: what measuring a machine asks and tells.

/** What the GPU gives without any model on it. */
export interface MachineCheck {
  readonly gigabytesPerSecond: number; // of a plain read
  readonly teraflopsPerSecond: number; // of f32 multiply-adds
  readonly roomBytes: number | null; // of GPU memory for a model; null: not asked, on a CPU
  readonly isRoomAtLeast: boolean; // more was not looked for
}

export interface BenchOptions {
  readonly depths: readonly number[]; // tokens already read when a measurement starts
  readonly prefillLengths: readonly number[]; // tokens of a prompt
  readonly decodeTokens: number; // of one run
  readonly runs: number; // counted after a warm-up
  readonly restMs: number; // in which the GPU does nothing before a first token: long enough for its clocks to sink
  readonly withProfile: boolean; // time each kernel of a token and of a chunk as well
  readonly withLookup: boolean; // time answers with guesses against the same without as well
}

/** What is being measured; the page says it in words. */
export type BenchStep =
  | { readonly kind: "rested-first-token" | "warm-up" | "bandwidth" | "first-token" | "commands" | "kernels" }
  | { readonly kind: "reach"; readonly depth: number } // reads so many tokens, for what comes after them
  | { readonly kind: "prefill"; readonly depth: number; readonly length: number }
  | { readonly kind: "decode"; readonly depth: number; readonly length: number }
  | { readonly kind: "lookup"; readonly depth: number };

export interface BenchProgress {
  readonly step: BenchStep;
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
  readonly forkMs: Spread; // to go back from the end of an answer to this depth, until the GPU has done so
}

export interface PrefillFigures {
  readonly depth: number;
  readonly length: number;
  readonly tokensPerSecond: Spread;
  readonly teraflopsPerSecond: number; // in the layers' matrices
}

/** Answers with guesses, and the same ones without. */
export interface LookupComparison {
  /** What the context has of the answer: nothing, all, or all with a wrong token after every so many. */
  readonly foreseen: "nothing" | "all" | number;
  readonly without: Spread; // tokens/s
  readonly with: Spread; // tokens/s
  readonly timesAsFast: number; // with guesses; below 1 they cost more than they gave
  readonly triedGuesses: number; // in the last run
  readonly rightGuesses: number;
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
  /** At each depth; empty unless asked for, and where guessing cannot be. */
  readonly lookup: readonly (LookupComparison & { readonly depth: number })[];
  readonly timeToFirstTokenMs: Spread | null; // prompt of 16 tokens
  readonly restedFirstTokenMs: Spread | null; // the same when the GPU had nothing to do before
  readonly dispatchesPerToken: number | null;
  readonly submitsPerToken: number | null;
  readonly bytesPerToken: number; // weights a decoded token reads
  readonly stateBytesAt8K: number; // GPU memory beyond the weights with a context of 8,192 tokens
  /** Of one token, then of one chunk, the costliest kernel first; empty unless asked for. */
  readonly profile: readonly { readonly tokenCount: number; readonly kernels: readonly KernelTime[] }[];
}
