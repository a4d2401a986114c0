// A step of prompt lookup on the GPU: the token chosen last and the drafts behind it go through the model as columns, a token
// is chosen after each, and what the first wrong draft and those behind it did is left out. Ends where that many single steps
// would have ended: the same tokens, states and logits, and the next step may be of either kind.

import type { SamplingSettings } from "../api";
import { type Columns, cutColumn } from "../forward/columns";
import type { Model } from "../forward/model";
import { proveColumns } from "../forward/prove-columns";
import { createBuffer } from "../gpu/device";
import {
  COLUMNS,
  DRAFT_RING,
  LOOKUP_WORDS,
  lookupBegin,
  lookupCheck,
  lookupKeep,
} from "../gpu/kernels/columns-kernels";
import type { Plan } from "../gpu/plan";
import type { Choosing, GpuSampler } from "./gpu-sampler";

interface Buffers {
  readonly drafts: GPUBuffer; // position behind the last one, then a ring of DRAFT_RING ids by position
  readonly lookup: GPUBuffer; // shaders/lib/lookup.wgsl
}

export class LookupSteps {
  private readonly ring = new Uint32Array(1 + DRAFT_RING); // what the GPU has
  private readonly choices = new Map<Choosing, readonly Plan[]>(); // of each column's token
  private proof: boolean | null = null;

  private constructor(
    private readonly model: Model,
    private readonly columns: Columns,
    private readonly buffers: Buffers,
    private readonly begin: Plan,
    private readonly checks: readonly Plan[], // of each column
    private readonly keep: Plan,
    private readonly sampler: GpuSampler,
  ) {}

  /** Null where the model cannot read columns, or not for lack of memory. */
  static async create(model: Model, sampler: GpuSampler): Promise<LookupSteps | null> {
    const columns = await model.columns.open();
    if (!columns) return null;
    const usage = GPUBufferUsage.STORAGE | GPUBufferUsage.COPY_DST | GPUBufferUsage.COPY_SRC;
    const make = (label: string, words: number) => createBuffer(model.gpu, { label, size: words * 4, usage });
    const buffers = {
      drafts: await make("drafts", 1 + DRAFT_RING),
      lookup: await make("lookup", LOOKUP_WORDS),
    };
    const begin = recordBegin(model, sampler, columns, buffers);
    const checks = Promise.all(recordChecks(model, sampler, buffers));
    const keep = recordKeep(model, columns, buffers);
    return new LookupSteps(model, columns, buffers, await begin, await checks, await keep, sampler);
  }

  /** Records the choice of tokens, as such settings have it. */
  async prepare(settings: SamplingSettings): Promise<void> {
    const { model, columns, sampler } = this;
    const choosing = sampler.findChoosing(settings);
    if (this.choices.has(choosing)) return;
    const { logits, logitsStride } = columns;
    const plans = Array.from({ length: COLUMNS }, (_, column) =>
      sampler.recordFor(choosing, cutColumn(logits, logitsStride, column, model.config.vocabSize)),
    );
    this.choices.set(choosing, await Promise.all(plans));
  }

  isPrepared(settings: SamplingSettings): boolean {
    return this.choices.has(this.sampler.findChoosing(settings));
  }

  /** Whether columns have been seen to leave the bits of single tokens; null before anybody looked. */
  get isProven(): boolean | null {
    return this.proof;
  }

  /** Looks, with nothing in flight and `pending` the token chosen last, if there is room for it. */
  async prove(pending: number): Promise<void> {
    const { model, columns } = this;
    const { state, recorder, scratch, gpu } = model;
    if (state.position + COLUMNS > state.capacity) return;
    const ids = Array.from(
      { length: COLUMNS },
      (_, column) => (pending + column * 7) % model.config.vocabSize,
    );
    this.proof = await proveColumns(model, columns, ids);
    gpu.device.queue.writeBuffer(scratch.tokenIds, 0, Uint32Array.of(pending));
    gpu.device.queue.writeBuffer(recorder.step, 0, Uint32Array.of(1, state.position));
  }

  /** A prepared step's plan in parts for a submit each. */
  split(settings: SamplingSettings): Plan[] {
    const choices = this.choices.get(this.sampler.findChoosing(settings));
    const chosen = choices?.flatMap((choice, column) => [...choice, ...(this.checks[column] as Plan)]) ?? [];
    const parts = this.model.splitColumns();
    const all = [[...this.begin, ...(parts[0] ?? [])], ...parts.slice(1)];
    return [...all.slice(0, -1), [...(all.at(-1) ?? []), ...chosen, ...this.keep]];
  }

  /** Puts drafts for the positions from `position` on in place of all others. */
  provide(position: number, drafts: readonly number[]): void {
    this.ring[0] = position + drafts.length;
    for (const [index, id] of drafts.entries()) this.ring[1 + ((position + index) % DRAFT_RING)] = id;
    this.model.gpu.device.queue.writeBuffer(this.buffers.drafts, 0, this.ring);
  }

  /** Before a step's first part: the state that the first column starts from. */
  encodeStart(encoder: GPUCommandEncoder): void {
    const { recurrent } = this.model.state;
    encoder.copyBufferToBuffer(recurrent, 0, this.columns.slots, 0, recurrent.size);
  }

  /** Copies what the last step noted: shaders/lib/lookup.wgsl. */
  copyRecords(encoder: GPUCommandEncoder, target: GPUBuffer): void {
    encoder.copyBufferToBuffer(this.buffers.lookup, 0, target, 0, LOOKUP_WORDS * 4);
  }

  dispose(): void {
    for (const buffer of Object.values<GPUBuffer>({ ...this.buffers })) buffer.destroy();
  }
}

const once = () => [1] as const;

function recordBegin(
  { recorder, scratch }: Model,
  sampler: GpuSampler,
  { steps }: Columns,
  { drafts, lookup }: Buffers,
): Promise<Plan> {
  recorder.run(
    lookupBegin,
    {
      drafts,
      sampling: sampler.state,
      lookup,
      token_ids: scratch.tokenIds,
      next_step: recorder.step,
      column_steps: steps,
    },
    {},
    once,
  );
  return recorder.finish();
}

/** What follows the choice of each column's token. */
function recordChecks(
  { recorder, scratch }: Model,
  sampler: GpuSampler,
  { lookup }: Buffers,
): Promise<Plan>[] {
  return Array.from({ length: COLUMNS }, (_, column) => {
    const bindings = {
      sampling: sampler.state,
      lookup,
      token_ids: scratch.tokenIds,
      next_step: recorder.step,
    };
    recorder.run(lookupCheck, bindings, { column }, once);
    return recorder.finish();
  });
}

/** The state and the logits behind the last column that stands, to where a single step leaves them. */
function recordKeep(
  { recorder, scratch, state, config }: Model,
  { slots, slotWords, logits, logitsStride }: Columns,
  { lookup }: Buffers,
): Promise<Plan> {
  const keep = (x: GPUBuffer, y: GPUBuffer, params: { size: number; stride: number; first: number }) =>
    recorder.run(lookupKeep, { x, y, lookup }, params, () => [Math.ceil(params.size / 256)]);
  keep(slots, state.recurrent, { size: slotWords, stride: slotWords, first: 1 });
  keep(logits, scratch.logits, { size: config.vocabSize, stride: logitsStride, first: 0 });
  return recorder.finish();
}
