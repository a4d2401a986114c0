// Writes an answer: token after token through the model and the sampling kernels, without waiting for the CPU in between.
// One answer's steps are answer-run.ts; this is what it is asked and what outlasts it.
import type { SamplingSettings } from "../api";
import type { Model } from "../forward/model";
import { createBuffer, hearErrors } from "../gpu/device";
import { LOOKUP_WORDS } from "../gpu/kernels/columns-kernels";
import type { Outcome } from "../gpu/kernels/sample-kernels";
import { AnswerLookup, LazyLookup, type LookupFigures } from "./answer-lookup";
import { MAX_FLIGHT_MS, MAX_IN_FLIGHT, Run } from "./answer-run";
import { GpuSampler, type SamplingRequest } from "./gpu-sampler";

export interface Choice {
  readonly id: number;
  readonly outcome: Outcome;
  /** Tokens in the model's state; the chosen one is none of them yet. */
  readonly position: number;
  /** Tokens chosen, with this one. */
  readonly count: number;
}

export interface WriteOptions extends SamplingRequest {
  readonly signal?: AbortSignal;
  /** Called with each token of the answer in order, the end token included. */
  readonly onChoice: (choice: Choice) => void;
  /** Try to guess from `recent`, which then are all ids of the context, and from the answer. What is written is the same. */
  readonly usesLookup?: boolean;
  /** Called at the end, if any guess was tried. */
  readonly onLookup?: (figures: LookupFigures) => void;
}

export interface WriterOptions {
  /** Steps in flight, whatever the speed: for tests. */
  readonly fixedFlights?: number;
}

export type Ending = "end-token" | "last-token" | "context-full" | "stopped";

export class Writer {
  private tokenMs: number | null = null;
  private readonly lookup: LazyLookup;

  private constructor(
    private readonly model: Model,
    private readonly sampler: GpuSampler,
    private readonly readbacks: readonly GPUBuffer[], // of records
    private readonly fixedFlights: number | undefined,
  ) {
    this.lookup = new LazyLookup(model, sampler);
  }

  /** The model stays the caller's. Throws GpuOutOfMemoryError. */
  static async create(model: Model, { fixedFlights }: WriterOptions = {}): Promise<Writer> {
    const { gpu } = model;
    const sampler = await GpuSampler.create(model);
    const readbacks: GPUBuffer[] = [];
    const writer = new Writer(model, sampler, readbacks, fixedFlights);
    const usage = GPUBufferUsage.MAP_READ | GPUBufferUsage.COPY_DST;
    const size = LOOKUP_WORDS * 4;
    try {
      while (readbacks.length < MAX_IN_FLIGHT)
        readbacks.push(await createBuffer(gpu, { label: "chosen tokens", size, usage }));
      await hearErrors(gpu);
      model.throwIfBroken();
      return writer;
    } catch (error) {
      writer.dispose();
      throw error;
    }
  }

  /** Whether a stopped answer is soon at its end; otherwise one token outlasts it. */
  get isQuick(): boolean {
    return this.tokenMs !== null && this.tokenMs <= MAX_FLIGHT_MS && !this.lookup.isProving;
  }

  /** Writes from the logits of the last token read. Afterwards the state holds all tokens chosen but the last. */
  async write(options: WriteOptions): Promise<Ending> {
    const { model, sampler, readbacks, fixedFlights } = this;
    const { position, contextLength } = model.state;
    await model.reserve(Math.min(contextLength, position + options.maxTokens));
    const lookup = options.usesLookup ? new AnswerLookup(this.lookup, options.recent, position) : null;
    await this.lookup.steps?.prepare(options.settings);
    const samplePlan = await sampler.plan(options);
    const run = new Run(
      model,
      sampler,
      [...readbacks],
      options,
      samplePlan,
      fixedFlights,
      lookup,
      this.tokenMs,
    );
    try {
      return await run.finish();
    } finally {
      this.tokenMs = run.tokenMs;
      if (lookup && lookup.figures.drafted > 0) options.onLookup?.(lookup.figures);
    }
  }

  /** Whether guesses can be tried, once what they need was made. */
  get hasLookup(): boolean {
    return this.lookup.steps !== null;
  }

  /** Makes what guessing needs at once, instead of when a guess first seems worth it: for tests and measurements. */
  openLookup(settings: SamplingSettings): Promise<void> {
    return this.lookup.open(settings);
  }

  dispose(): void {
    this.lookup.dispose();
    this.sampler.dispose();
    for (const buffer of this.readbacks) buffer.destroy();
  }
}
