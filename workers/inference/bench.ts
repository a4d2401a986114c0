// Measures a loaded model on this machine: decoding and reading at chosen depths, the time to a first token, what a token
// costs in commands, and what the adapter's memory could give. Part of the engine, which keeps the model free for it.
import type {
  BenchOptions,
  BenchProgress,
  BenchReport,
  BenchStep,
  DecodeFigures,
  PrefillFigures,
  Spread,
} from "./api";
import { type ShortPrompt, timeFirstToken, warmUp } from "./bench-first-token";
import { compareLookup } from "./bench-lookup";
import { listLayerMatrices, profileChunk, profileToken } from "./bench-profile";
import { summarize } from "./bench-statistics";
import { countCommands, writeGreedily } from "./bench-write";
import { invariant } from "./errors";
import { type Checkpoint, takeCheckpoint } from "./forward/checkpoint";
import type { Model } from "./forward/model";
import { untilLost } from "./gpu/device";
import { timeEncoding } from "./gpu/observe";
import { measureReadBandwidth } from "./gpu/read-bandwidth";
import { createRandom } from "./sample/random";
import type { Writer } from "./sample/writer";

/** A short prompt: its first token is timed, and it is read in front of answers with guesses. */
const SHORT_PROMPT = 16;
/** What the context has of answers with guesses. */
const FORESEEN = ["all", 8, "nothing"] as const;
/** The context that memory is told for, so that figures compare. */
const MEMORY_CONTEXT = 8192;
const PROFILED_CHUNK = 512;
const SEED = 1; // the same ids each time

/** What is measured: a model with what writes its answers. */
export interface Measured {
  readonly model: Model;
  readonly writer: Writer;
}

type Figures = { -readonly [Key in keyof BenchReport]: BenchReport[Key] };

interface Step {
  readonly step: BenchStep;
  run(): Promise<void>;
}

/** Tokens above a depth that a measurement there reads. */
export function tokensAbove({ prefillLengths, decodeTokens, withLookup }: BenchOptions): number {
  return Math.max(SHORT_PROMPT, decodeTokens + (withLookup ? SHORT_PROMPT : 1), ...prefillLengths);
}

/** Runs all measurements; stopping by the signal is not an error. The model's state is of no use afterwards. */
export async function bench(
  measured: Measured,
  options: BenchOptions,
  onProgress: (progress: BenchProgress) => void,
  signal: AbortSignal,
): Promise<BenchReport> {
  const { contextLength } = measured.model.state;
  const needed = Math.max(0, ...options.depths) + tokensAbove(options);
  invariant(needed <= contextLength, () => `measuring needs a context of ${needed}, not ${contextLength}`);
  const run = new BenchRun(measured, options, signal);
  const steps = run.listSteps();
  try {
    for (const [doneSteps, { step, run: measure }] of steps.entries()) {
      onProgress({ step, doneSteps, totalSteps: steps.length });
      await measure();
    }
    return run.figures;
  } catch (error) {
    if (!signal.aborted) throw error;
    return { ...run.figures, outcome: "stopped" };
  } finally {
    run.dispose();
  }
}

class BenchRun {
  readonly figures: Figures;
  private readonly ids: Uint32Array;
  private readonly model: Model;
  private readonly writer: Writer;
  private readonly layerProducts: number; // multiply-adds a token in the layers' matrices
  /** Puts the model where measurements of the current depth start. */
  private restart: () => void;
  private checkpoint: Checkpoint | undefined;
  private forkTimes: number[] = []; // ms each restart of the last measurement took
  private readonly profiledTokens: number;

  constructor(
    { model, writer }: Measured,
    private readonly options: BenchOptions,
    private readonly signal: AbortSignal,
  ) {
    this.model = model;
    this.writer = writer;
    const { weights, config } = model;
    const random = createRandom(SEED);
    this.profiledTokens = Math.min(PROFILED_CHUNK, model.state.contextLength);
    const count = Math.max(...options.depths, this.profiledTokens, tokensAbove(options));
    this.ids = Uint32Array.from({ length: count }, () => Math.floor(random() * config.vocabSize));
    this.layerProducts = listLayerMatrices(weights).reduce(
      (sum, { rows, columns }) => sum + rows * columns,
      0,
    );
    this.restart = () => model.reset();
    const unread = weights.head === weights.embedding ? 0 : weights.embedding.byteLength;
    this.figures = {
      outcome: "complete",
      options,
      readBandwidth: null,
      decode: [],
      prefill: [],
      reachDepth: [],
      lookup: [],
      timeToFirstTokenMs: null,
      restedFirstTokenMs: null,
      dispatchesPerToken: null,
      submitsPerToken: null,
      bytesPerToken: weights.byteLength - unread,
      stateBytesAt8K: measureState(model, MEMORY_CONTEXT),
      profile: [],
    };
  }

  listSteps(): Step[] {
    const { depths, prefillLengths, decodeTokens, withProfile, withLookup } = this.options;
    const { figures } = this;
    const measureRested = async () => {
      figures.restedFirstTokenMs = await this.measureFirstToken(this.options.restMs);
    };
    const measureFirst = async () => {
      figures.timeToFirstTokenMs = await this.measureFirstToken(0);
    };
    const steps: Step[] = [
      { step: { kind: "rested-first-token" }, run: measureRested },
      { step: { kind: "warm-up" }, run: () => warmUp(this.shortPrompt) },
      { step: { kind: "bandwidth" }, run: () => this.measureBandwidth() },
      { step: { kind: "first-token" }, run: measureFirst },
      { step: { kind: "commands" }, run: () => this.countCommands() },
    ];
    for (const depth of [...depths].sort((a, b) => a - b)) {
      if (depth > 0) steps.push({ step: { kind: "reach", depth }, run: () => this.reach(depth) });
      for (const length of prefillLengths) {
        const step: BenchStep = { kind: "prefill", depth, length };
        steps.push({ step, run: () => this.measurePrefill(depth, length) });
      }
      const step: BenchStep = { kind: "decode", depth, length: decodeTokens };
      steps.push({ step, run: () => this.measureDecode(depth) });
      if (withLookup) steps.push({ step: { kind: "lookup", depth }, run: () => this.measureLookup(depth) });
    }
    if (withProfile) steps.push({ step: { kind: "kernels" }, run: () => this.profile() });
    return steps;
  }

  dispose(): void {
    this.checkpoint?.dispose();
    this.model.reset();
  }

  private async measureBandwidth(): Promise<void> {
    this.figures.readBandwidth = summarize(
      await measureReadBandwidth(this.model.gpu, this.options.runs, this.signal),
    );
  }

  private async measureFirstToken(restMs: number): Promise<Spread> {
    return summarize(await this.repeat(() => timeFirstToken(this.shortPrompt, restMs)));
  }

  /** Of a token in the middle of an answer: what two tokens take more than one. */
  private async countCommands(): Promise<void> {
    this.restart();
    await this.read(1);
    const first = await countCommands(this.model, this.writer, 1, this.signal);
    const both = await countCommands(this.model, this.writer, 2, this.signal);
    this.figures.dispatchesPerToken = both.dispatches - first.dispatches;
    this.figures.submitsPerToken = both.submits - first.submits;
  }

  /** Reads up to a depth and keeps what the model then remembers, for all runs at that depth. */
  private async reach(depth: number): Promise<void> {
    this.restart = () => this.model.reset();
    this.restart();
    const speed = await this.timeReading(depth);
    this.figures.reachDepth = [...this.figures.reachDepth, this.describePrefill(0, depth, [speed])];
    const checkpoint = await takeCheckpoint(this.model);
    this.checkpoint?.dispose();
    this.checkpoint = checkpoint;
    this.restart = checkpoint.restore;
  }

  private async measurePrefill(depth: number, length: number): Promise<void> {
    const speeds = await this.repeat(() => this.timeReading(length));
    this.figures.prefill = [...this.figures.prefill, this.describePrefill(depth, length, speeds)];
  }

  private async measureDecode(depth: number): Promise<void> {
    const { decodeTokens } = this.options;
    const { bytesPerToken, readBandwidth } = this.figures;
    const runs = await this.repeat(() => this.timeDecoding(decodeTokens));
    const tokensPerSecond = summarize(runs.map(({ elapsedMs }) => (decodeTokens * 1000) / elapsedMs));
    const gigabytesPerSecond = (bytesPerToken * tokensPerSecond.median) / 1e9;
    const figures: DecodeFigures = {
      depth,
      tokensPerSecond,
      gigabytesPerSecond,
      bandwidthShare: readBandwidth ? gigabytesPerSecond / readBandwidth.median : null,
      encodeMsPerToken: summarize(runs.map(({ encodeMs }) => encodeMs / decodeTokens)),
      forkMs: summarize(this.forkTimes),
    };
    this.figures.decode = [...this.figures.decode, figures];
  }

  private async measureLookup(depth: number): Promise<void> {
    const { writer, signal, options, ids } = this;
    const restart = async (): Promise<void> => {
      this.restart();
      await this.read(SHORT_PROMPT);
    };
    const prompt = [...ids.subarray(0, depth), ...ids.subarray(0, SHORT_PROMPT)]; // as it was read
    const tokens = Math.max(2, options.decodeTokens); // from one to the next is timed
    const bench = { writer, restart, prompt, tokens, runs: options.runs, signal };
    await compareLookup(bench, FORESEEN, (figures) => {
      this.figures.lookup = [...this.figures.lookup, { depth, ...figures }];
    });
  }

  private async profile(): Promise<void> {
    this.model.reset();
    await this.read(this.profiledTokens); // lets chunks grow to their full length
    this.model.reset();
    const token = await profileToken(this.model, this.writer, this.signal);
    this.model.reset();
    const chunk = await profileChunk(this.model, this.ids.subarray(0, this.profiledTokens), this.signal);
    this.figures.profile = [token, chunk];
  }

  /** Tokens a second. */
  private async timeReading(length: number): Promise<number> {
    const startedAt = performance.now();
    await this.read(length);
    return (length * 1000) / (performance.now() - startedAt);
  }

  /** As an answer is written but for its text. One token is read and one chosen first, so that each counted one is read, too. */
  private async timeDecoding(count: number): Promise<{ elapsedMs: number; encodeMs: number }> {
    await this.read(1);
    const encoding = timeEncoding(this.model.gpu.device);
    try {
      const times: number[] = [];
      await writeGreedily(this.writer, count + 1, this.signal, () => times.push(performance.now()));
      const elapsedMs = (times.at(-1) as number) - (times[0] as number);
      return { elapsedMs, encodeMs: encoding.read().elapsedMs };
    } finally {
      encoding.stop();
    }
  }

  /** The results of all runs of a measurement but the first, the warm-up. */
  private async repeat<Result>(measure: () => Promise<Result>): Promise<Result[]> {
    const results: Result[] = [];
    const { gpu } = this.model;
    const untilDone = () => untilLost(gpu, gpu.device.queue.onSubmittedWorkDone());
    this.forkTimes = [];
    for (let run = 0; run <= this.options.runs; run++) {
      await untilDone();
      const startedAt = performance.now();
      this.restart();
      await untilDone();
      if (run > 0) this.forkTimes.push(performance.now() - startedAt);
      results.push(await measure());
    }
    return results.slice(1);
  }

  private describePrefill(depth: number, length: number, speeds: readonly number[]): PrefillFigures {
    const tokensPerSecond = summarize(speeds);
    const teraflopsPerSecond = (2 * this.layerProducts * tokensPerSecond.median) / 1e12;
    return { depth, length, tokensPerSecond, teraflopsPerSecond };
  }

  private get shortPrompt(): ShortPrompt {
    const { model, writer, signal } = this;
    return { model, writer, signal, ids: this.ids.subarray(0, SHORT_PROMPT) };
  }

  private async read(count: number): Promise<void> {
    await this.model.prefill(this.ids.subarray(0, count), { signal: this.signal });
    this.signal.throwIfAborted();
  }
}

/** Bytes that the state would take with another context: only the attention cache grows with it. */
function measureState({ state, stateBytes }: Model, contextLength: number): number {
  return stateBytes + state.bytesPerToken * (contextLength - state.capacity);
}
