// One answer's steps. A step reads the token chosen last and chooses the next; some steps are in flight, so that the GPU never
// waits. Steps behind the answer's end find nothing to do (shaders/lib/step.wgsl), as a recurrent state cannot be rolled back.
// Where the answer copies from what was before, a step tries several tokens at once (answer-lookup.ts).
import { NumericalError } from "../errors";
import type { Model } from "../forward/model";
import { untilLost } from "../gpu/device";
import { COLUMNS } from "../gpu/kernels/columns-kernels";
import { OUTCOMES, type Outcome } from "../gpu/kernels/sample-kernels";
import { encode, type Plan } from "../gpu/plan";
import type { AnswerLookup } from "./answer-lookup";
import type { GpuSampler } from "./gpu-sampler";
import type { LookupSteps } from "./lookup-steps";
import { createSamplerFrom } from "./sampler";
import type { Choice, Ending, WriteOptions } from "./writer";

export const MAX_IN_FLIGHT = 4;
/** What is in flight goes on when an answer is stopped, so it takes no longer than this, but for a single slow token. */
export const MAX_FLIGHT_MS = 60;
/** Weight of the newest token in the running mean of their times. */
const NEWEST_SHARE = 0.2;
/** Where shaders/lib/lookup.wgsl has the number of tokens read. */
const COUNT_WORD = COLUMNS * 4 + 1;

/** A step under way. */
interface Flight {
  /** Tokens it brings at most. */
  readonly mostTokens: number;
  readonly landing: Promise<Landing>;
}

/** What a step brought: one token, or several, or none behind the answer's end. */
interface Landing {
  readonly choices: readonly Choice[];
  /** With drafts: how many, and the policy's series. */
  readonly drafts: { readonly count: number; readonly series: number } | null;
}

/** One answer. */
export class Run {
  private readonly history: number[];
  private readonly parts: Plan[]; // of a token, one a submit; the last ends with the sample plan
  private readonly flights: Flight[] = [];
  private draftParts: Plan[] | null = null; // of a step with drafts
  private chosen = 0; // tokens

  constructor(
    private readonly model: Model,
    private readonly sampler: GpuSampler,
    private readonly readbacks: GPUBuffer[], // those in flight are not in it
    private readonly options: WriteOptions,
    private readonly samplePlan: Plan,
    private readonly fixedFlights: number | undefined,
    private readonly lookup: AnswerLookup | null,
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
      let landedAt: number | null = null;
      for (;;) {
        while (this.mayGoOn() && this.flights.length < this.depth) this.submitNext();
        const flight = this.flights.shift();
        if (!flight) {
          if (!this.lookup?.wantsProof || !this.mayWrite()) return "stopped";
          await this.lookup.prove(this.history.at(-1) as number);
          landedAt = null;
          continue;
        }
        const landing = await flight.landing;
        landedAt = this.noteTime(landedAt, landing);
        for (const choice of landing.choices) {
          this.model.state.position = choice.position;
          const ending = await this.handle(choice);
          if (ending) return ending;
        }
      }
    } finally {
      await Promise.allSettled(this.flights.map(({ landing }) => landing));
    }
  }

  private get depth(): number {
    if (this.parts.length > 1 || (this.draftParts?.length ?? 1) > 1) return 1; // submits of two steps must not mix
    if (this.fixedFlights) return this.fixedFlights;
    if (this.tokenMs === null) return 1;
    const stepMs = this.flights.some(({ mostTokens }) => mostTokens > 1)
      ? this.tokenMs * (this.lookup?.policy.cost ?? 1)
      : this.tokenMs;
    return Math.min(MAX_IN_FLIGHT, Math.max(1, Math.floor(MAX_FLIGHT_MS / stepMs)));
  }

  private mayGoOn(): boolean {
    return this.mayWrite() && !this.lookup?.wantsProof;
  }

  private mayWrite(): boolean {
    return !this.options.signal?.aborted && this.chosen + this.flights.length < this.options.maxTokens;
  }

  /** Takes the time since the step before into the means. */
  private noteTime(before: number | null, { choices, drafts }: Landing): number | null {
    const { policy } = this.lookup ?? {};
    const now = performance.now();
    const elapsedMs = before === null || choices.length === 0 ? null : now - before;
    if (drafts) {
      this.lookup?.note(drafts.count, choices.length);
      policy?.noteDrafted(drafts.series, choices.length, elapsedMs);
      return choices.length === 0 ? before : now;
    }
    policy?.notePlain(elapsedMs);
    if (elapsedMs !== null)
      this.tokenMs =
        this.tokenMs === null ? elapsedMs : this.tokenMs + (elapsedMs - this.tokenMs) * NEWEST_SHARE;
    return choices.length === 0 ? before : now;
  }

  private async handle(choice: Choice): Promise<Ending | null> {
    switch (choice.outcome) {
      case "chosen":
        this.chosen++;
        this.history.push(choice.id);
        this.lookup?.push(choice.id);
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
    for (const { landing } of this.flights.splice(0)) this.noteTime(null, await landing); // they had nothing to do
    this.submit([this.sampler.greedy]);
  }

  /** A step that reads the token chosen last, with drafts where they seem worth it. */
  private submitNext(): void {
    const steps = this.lookup?.chooseSteps(this.options.settings);
    if (!steps) {
      this.submit(this.parts);
      return;
    }
    this.draftParts ??= steps.split(this.options.settings);
    if (this.draftParts.length === 1 || this.flights.length === 0) this.submitDrafts(steps, this.draftParts);
  }

  private submit(parts: readonly Plan[]): void {
    this.provideRandom(1);
    this.launch(1, async () => {
      const words = await this.fly(parts, 1, (encoder, target) => this.sampler.copyRecord(encoder, target));
      return { choices: listChoices(words.subarray(0, 4)), drafts: null };
    });
  }

  private submitDrafts(steps: LookupSteps, parts: readonly Plan[]): void {
    const { policy } = this.lookup as AnswerLookup;
    const series = policy.begin();
    this.provideRandom(COLUMNS);
    this.launch(COLUMNS, async () => {
      const words = await this.fly(
        parts,
        COLUMNS,
        (encoder, target) => steps.copyRecords(encoder, target),
        (encoder) => steps.encodeStart(encoder),
      );
      const count = Math.max(0, (words[COUNT_WORD] as number) - 1);
      return { choices: listChoices(words.subarray(0, COLUMNS * 4)), drafts: { count, series } };
    });
  }

  /** Numbers for all tokens that the steps in flight and the next one may bring. */
  private provideRandom(mostTokens: number): void {
    if (this.options.settings.temperature === 0) return;
    const ahead = this.flights.reduce((sum, flight) => sum + flight.mostTokens, mostTokens);
    this.sampler.provideRandom(this.chosen + ahead - 1);
  }

  private launch(mostTokens: number, fly: () => Promise<Landing>): void {
    const landing = fly();
    landing.catch(() => undefined); // whoever waits for it hears of it
    this.flights.push({ mostTokens, landing });
  }

  /** Submits a step and brings its records. */
  private async fly(
    parts: readonly Plan[],
    tokens: number,
    copyRecords: (encoder: GPUCommandEncoder, target: GPUBuffer) => void,
    encodeStart?: (encoder: GPUCommandEncoder) => void,
  ): Promise<Uint32Array> {
    const { gpu, recorder } = this.model;
    const readback = this.readbacks.pop() as GPUBuffer;
    for (const [index, part] of parts.entries()) {
      const encoder = gpu.device.createCommandEncoder({ label: "token" });
      if (index === 0) encodeStart?.(encoder);
      encode(encoder, part, recorder, tokens);
      const isLast = index === parts.length - 1;
      if (isLast) copyRecords(encoder, readback);
      gpu.device.queue.submit([encoder.finish()]);
      if (!isLast) await untilLost(gpu, gpu.device.queue.onSubmittedWorkDone());
    }
    await untilLost(gpu, readback.mapAsync(GPUMapMode.READ));
    const words = new Uint32Array(readback.getMappedRange().slice(0));
    readback.unmap();
    this.readbacks.push(readback);
    this.model.throwIfBroken();
    return words;
  }
}

/** Records of shaders/lib/sampling-end.wgsl, but for those of steps that had nothing to do. */
function listChoices(words: Uint32Array): Choice[] {
  const choices: Choice[] = [];
  for (let at = 0; at < words.length; at += 4) {
    const [id, outcome, position, count] = words.subarray(at, at + 4) as unknown as [
      number,
      number,
      number,
      number,
    ];
    choices.push({ id, outcome: OUTCOMES[outcome] as Outcome, position, count });
  }
  return choices.filter(({ outcome }) => outcome !== "idle");
}
