// Prompt lookup beside the writer of an answer: follows its tokens, guesses what comes, and says which steps read drafts. What it
// needs on the GPU is made when a guess first seems worth it, while the answer goes on without.
import type { SamplingSettings } from "../api";
import type { Model } from "../forward/model";
import { COLUMNS } from "../gpu/kernels/columns-kernels";
import { Drafter } from "./draft-index";
import type { GpuSampler } from "./gpu-sampler";
import { LookupPolicy } from "./lookup-policy";
import { LookupSteps } from "./lookup-steps";

/** Drafts on the GPU: as many as four steps in flight read, and as many again as the next one does, with some to spare. */
const PROVIDED = 64;
const LEAST_PROVIDED = 5 * COLUMNS;
/** What guessing needs, 90 MB for Jamba2 3B, is made when a guess had this many ids in common with what was before. */
const WORTH_OPENING = 8;

/** A writer's steps with drafts: nothing until they are opened. */
export class LazyLookup {
  steps: LookupSteps | null = null;
  /** Several tokens' time, once. */
  isProving = false;
  private opening: Promise<void> | null = null;
  private isDisposed = false;

  constructor(
    private readonly model: Model,
    private readonly sampler: GpuSampler,
  ) {}

  /** Makes them, once, for answers with such settings; without memory for them there are none. */
  async open(settings: SamplingSettings): Promise<void> {
    this.opening ??= this.make();
    await this.opening;
    await this.steps?.prepare(settings);
  }

  dispose(): void {
    this.isDisposed = true;
    this.steps?.dispose();
  }

  private async make(): Promise<void> {
    const steps = await LookupSteps.create(this.model, this.sampler);
    if (this.isDisposed) steps?.dispose();
    else this.steps = steps;
  }
}

export interface LookupFigures {
  readonly drafted: number; // tokens guessed and tried
  readonly accepted: number; // of them, those that were right
}

/** One answer's. */
export class AnswerLookup {
  readonly policy = new LookupPolicy();
  private readonly drafter: Drafter;
  /** From ids in the drafter to positions in the context. */
  private readonly shift: number;
  private known: number; // ids
  private hasOpened = false;
  private hasTriedProof = false;
  private provided = { distance: 0, end: 0 };
  private drafted = 0;
  private accepted = 0;

  constructor(
    private readonly lazy: LazyLookup,
    ids: ArrayLike<number>,
    position: number,
  ) {
    this.drafter = new Drafter(ids);
    this.known = ids.length;
    this.shift = position - ids.length;
  }

  get figures(): LookupFigures {
    return { drafted: this.drafted, accepted: this.accepted };
  }

  push(id: number): void {
    this.drafter.push(id);
    this.known++;
  }

  /** Whether steps with drafts are ready but for a look at what they leave, with nothing in flight. */
  get wantsProof(): boolean {
    const { steps } = this.lazy;
    return steps?.isProven === null && !this.hasTriedProof && this.policy.mayDraft(this.drafter.matched);
  }

  async prove(pending: number): Promise<void> {
    this.hasTriedProof = true;
    this.lazy.isProving = true;
    try {
      await this.lazy.steps?.prove(pending);
    } finally {
      this.lazy.isProving = false;
    }
  }

  /** The steps, if the next one is to read drafts, which then are there. */
  chooseSteps(settings: SamplingSettings): LookupSteps | null {
    const { matched } = this.drafter;
    if (matched >= WORTH_OPENING && !this.hasOpened) {
      this.hasOpened = true;
      this.lazy.open(settings).catch(() => undefined); // without it, answers are written all the same
    }
    if (!this.policy.mayDraft(matched)) return null;
    const { steps } = this.lazy;
    if (!steps?.isProven || !steps.isPrepared(settings)) return null;
    const next = this.shift + this.known;
    const { distance } = this.drafter;
    if (this.provided.distance !== distance || this.provided.end - next < LEAST_PROVIDED) {
      steps.provide(next, this.drafter.guess(PROVIDED));
      this.provided = { distance, end: next + PROVIDED };
    }
    return steps;
  }

  /** What came of a step with drafts. */
  note(drafted: number, tokens: number): void {
    this.drafted += drafted;
    this.accepted += Math.max(0, tokens - 1);
  }
}
