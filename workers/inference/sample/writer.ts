// Writes an answer: token after token through the model and the sampling kernels, without waiting for the CPU in between.
// A step reads the token chosen last and chooses the next; some steps are in flight, so that the GPU never waits. Steps
// behind the answer's end find nothing to do (shaders/lib/step.wgsl), as a recurrent state cannot be rolled back.
import { NumericalError } from "../errors";
import type { Model } from "../forward/model";
import { createBuffer, hearErrors, untilLost } from "../gpu/device";
import { OUTCOMES, type Outcome } from "../gpu/kernels/sample-kernels";
import { encode, type Plan } from "../gpu/plan";
import { GpuSampler, type SamplingRequest } from "./gpu-sampler";
import { createSamplerFrom } from "./sampler";

const MAX_IN_FLIGHT = 4;
/** What is in flight goes on when an answer is stopped, so it takes no longer than this, but for a single slow token. */
const MAX_FLIGHT_MS = 60;
/** Weight of the newest token in the running mean of their times. */
const NEWEST_SHARE = 0.2;

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
}

export interface WriterOptions {
  /** Steps in flight, whatever the speed: for tests. */
  readonly fixedFlights?: number;
}

export type Ending = "end-token" | "last-token" | "context-full" | "stopped";

export class Writer {
  private tokenMs: number | null = null;

  private constructor(
    private readonly model: Model,
    private readonly sampler: GpuSampler,
    private readonly readbacks: readonly GPUBuffer[], // of records
    private readonly fixedFlights: number | undefined,
  ) {}

  /** The model stays the caller's. Throws GpuOutOfMemoryError. */
  static async create(model: Model, { fixedFlights }: WriterOptions = {}): Promise<Writer> {
    const { gpu } = model;
    const sampler = await GpuSampler.create(model);
    const readbacks: GPUBuffer[] = [];
    const writer = new Writer(model, sampler, readbacks, fixedFlights);
    const usage = GPUBufferUsage.MAP_READ | GPUBufferUsage.COPY_DST;
    try {
      while (readbacks.length < MAX_IN_FLIGHT)
        readbacks.push(await createBuffer(gpu, { label: "chosen token", size: 16, usage }));
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
    return this.tokenMs !== null && this.tokenMs <= MAX_FLIGHT_MS;
  }

  /** Writes from the logits of the last token read. Afterwards the state holds all tokens chosen but the last. */
  async write(options: WriteOptions): Promise<Ending> {
    const { model, sampler, readbacks, fixedFlights } = this;
    const { position, contextLength } = model.state;
    await model.reserve(Math.min(contextLength, position + options.maxTokens));
    const samplePlan = await sampler.plan(options);
    const run = new Run(model, sampler, [...readbacks], options, samplePlan, fixedFlights, this.tokenMs);
    try {
      return await run.finish();
    } finally {
      this.tokenMs = run.tokenMs;
    }
  }

  dispose(): void {
    this.sampler.dispose();
    for (const buffer of this.readbacks) buffer.destroy();
  }
}

/** One answer. */
class Run {
  private readonly history: number[];
  private readonly parts: Plan[]; // of a token, one a submit; the last ends with the sample plan
  private readonly flights: Promise<Choice>[] = [];
  private submitted = 0; // steps that choose a token, by their index

  constructor(
    private readonly model: Model,
    private readonly sampler: GpuSampler,
    private readonly readbacks: GPUBuffer[], // those in flight are not in it
    private readonly options: WriteOptions,
    private readonly samplePlan: Plan,
    private readonly fixedFlights: number | undefined,
    public tokenMs: number | null,
  ) {
    this.history = Array.from(options.recent);
    sampler.begin(options);
    const parts = model.splitToken();
    this.parts = [...parts.slice(0, -1), [...(parts.at(-1) ?? []), ...this.samplePlan]];
  }

  async finish(): Promise<Ending> {
    try {
      this.submit([this.samplePlan]); // the prompt has been read: only a choice
      let chosenAt: number | null = null;
      for (;;) {
        while (this.mayGoOn() && this.flights.length < this.depth) this.submit(this.parts);
        const flight = this.flights.shift();
        if (!flight) return "stopped";
        const choice = await flight;
        if (choice.outcome === "idle") continue; // submitted before it was known that the CPU had to choose
        this.model.state.position = choice.position;
        chosenAt = this.noteTime(chosenAt);
        const ending = await this.handle(choice);
        if (ending) return ending;
      }
    } finally {
      await Promise.allSettled(this.flights);
    }
  }

  private get depth(): number {
    if (this.fixedFlights) return this.fixedFlights;
    if (this.tokenMs === null || this.parts.length > 1) return 1;
    return Math.min(MAX_IN_FLIGHT, Math.max(1, Math.floor(MAX_FLIGHT_MS / this.tokenMs)));
  }

  private mayGoOn(): boolean {
    return !this.options.signal?.aborted && this.submitted < this.options.maxTokens;
  }

  /** Takes the time since the choice before into the mean. */
  private noteTime(before: number | null): number {
    const now = performance.now();
    if (before !== null) {
      const elapsedMs = now - before;
      this.tokenMs =
        this.tokenMs === null ? elapsedMs : this.tokenMs + (elapsedMs - this.tokenMs) * NEWEST_SHARE;
    }
    return now;
  }

  private async handle(choice: Choice): Promise<Ending | null> {
    switch (choice.outcome) {
      case "chosen":
        this.history.push(choice.id);
        this.options.onChoice(choice);
        return null;
      case "end-token":
      case "last-token":
      case "context-full":
        this.options.onChoice(choice);
        return choice.outcome;
      case "not-a-number":
        throw new NumericalError(`the logit of token ${choice.id} is not a number`);
      case "infinite":
        throw new NumericalError(`the logit of token ${choice.id} is infinite`);
      case "nothing-finite":
        throw new NumericalError("no token has a finite logit");
      case "too-many":
        await this.chooseOnCpu(choice.count);
        return null;
      case "idle":
        return null;
      default:
        return choice.outcome satisfies never;
    }
  }

  /** More candidates than the kernels rank: sampler.ts chooses from the logits and the GPU goes on with its choice. */
  private async chooseOnCpu(index: number): Promise<void> {
    const { settings } = this.options;
    const logits = await this.model.readLogits();
    const sampler = createSamplerFrom(settings, () => this.sampler.randomOf(index));
    this.sampler.force(sampler.sample(logits, this.history));
    await Promise.all(this.flights.splice(0)); // they had nothing to do
    this.submitted = index;
    this.submit([this.sampler.greedy]);
  }

  private submit(parts: readonly Plan[]): void {
    if (this.options.settings.temperature > 0) this.sampler.provideRandom(this.submitted);
    this.submitted++;
    const flight = this.fly(parts);
    flight.catch(() => undefined); // whoever waits for it hears of it
    this.flights.push(flight);
  }

  private async fly(parts: readonly Plan[]): Promise<Choice> {
    const { gpu, recorder } = this.model;
    const readback = this.readbacks.pop() as GPUBuffer;
    for (const [index, part] of parts.entries()) {
      const encoder = gpu.device.createCommandEncoder({ label: "token" });
      encode(encoder, part, recorder, 1);
      const isLast = index === parts.length - 1;
      if (isLast) this.sampler.copyRecord(encoder, readback);
      gpu.device.queue.submit([encoder.finish()]);
      if (!isLast) await untilLost(gpu, gpu.device.queue.onSubmittedWorkDone());
    }
    await untilLost(gpu, readback.mapAsync(GPUMapMode.READ));
    const [id, outcome, position, count] = new Uint32Array(readback.getMappedRange()) as unknown as number[];
    readback.unmap();
    this.readbacks.push(readback);
    this.model.throwIfBroken();
    return {
      id: id as number,
      outcome: OUTCOMES[outcome as number] as Outcome,
      position: position as number,
      count: count as number,
    };
  }
}
