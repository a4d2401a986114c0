// The columns of a step of prompt lookup: several tokens, one behind the other, through one pass over the weights, each with
// the bits that a step of its own would give it. Every column leaves its recurrent state in a slot and its logits in a row, as
// a state cannot be rolled back and nobody knows yet which columns stand; what stands is copied from there.

import { GpuLimitError, GpuOutOfMemoryError, invariant } from "../errors";
import { createBuffer, type Gpu } from "../gpu/device";
import { COLUMN_STEP_BYTES, COLUMNS } from "../gpu/kernels/columns-kernels";
import type { Binding, BufferSlice, Plan, Recorder } from "../gpu/plan";
import type { Config } from "../parse/config";
import type { ForwardInputs } from "./forward";
import type { MambaState } from "./state";
import type { TokenPath } from "./token-path";

/** What every way of running columns shares. */
export interface ColumnBuffers {
  readonly slots: GPUBuffer; // [1 + COLUMNS, recurrent state]; the first is the state before
  readonly slotWords: number; // from one to the next
  readonly logits: GPUBuffer; // [COLUMNS, logitsStride]
  readonly logitsStride: number; // in floats
  readonly steps: GPUBuffer; // [COLUMNS] of what shaders/lib/step.wgsl sees, for a column alone
  readonly stepGroups: readonly GPUBindGroup[];
}

/** The layers and logits of all columns, recorded, with the activations they need. */
export interface ColumnPlan {
  readonly plan: Plan;
  readonly byteLength: number;
  dispose(): void;
}

export interface Columns extends ColumnBuffers, ColumnPlan {}

const WORDS = 64; // a slice starts at a multiple of 256 bytes

export const alignWords = (words: number): number => Math.ceil(words / WORDS) * WORDS;

/** Whether the residual stream can be cut into columns. */
const canCutColumns = ({ config, scratch }: ForwardInputs): boolean =>
  config.hiddenSize % WORDS === 0 && scratch.maxTokens >= COLUMNS;

/** One column's part of a buffer, in floats. */
export const cutColumn = (buffer: GPUBuffer, stride: number, column: number, size = stride): BufferSlice => ({
  buffer,
  offset: column * stride * 4,
  size: size * 4,
});

/** A layer's state in all slots: kernels go from slot to slot by slotWords. */
export function cutSlots({ slots }: ColumnBuffers, part: MambaState["conv"]): Binding {
  return { buffer: slots, offset: part.offset, size: slots.size - part.offset };
}

/** Makes buffers one after another, all or none. */
async function makeBuffers<Name extends string>(
  gpu: Gpu,
  words: Readonly<Record<Name, number>>,
): Promise<{
  readonly buffers: Readonly<Record<Name, GPUBuffer>>;
  readonly byteLength: number;
  dispose(): void;
}> {
  const made = {} as Record<Name, GPUBuffer>;
  const list = () => Object.values<GPUBuffer>(made);
  const dispose = () => {
    for (const buffer of list()) buffer.destroy();
  };
  try {
    for (const [label, count] of Object.entries<number>(words)) {
      const usage =
        GPUBufferUsage.STORAGE | GPUBufferUsage.UNIFORM | GPUBufferUsage.COPY_DST | GPUBufferUsage.COPY_SRC;
      made[label as Name] = await createBuffer(gpu, { label: `columns ${label}`, size: count * 4, usage });
    }
  } catch (error) {
    dispose();
    throw error;
  }
  return { buffers: made, byteLength: list().reduce((sum, { size }) => sum + size, 0), dispose };
}

/** Records columns with a buffer for each vector, so many words from one column to the next. */
export async function recordWithBuffers<Vector extends string>(
  gpu: Gpu,
  recorder: Recorder,
  { headCount, headSize }: Config,
  strides: Readonly<Record<Vector, number>>,
  slices: number, // of the attention cache
  record: (buffers: Readonly<Record<Vector | "partialAttention", GPUBuffer>>) => void,
): Promise<ColumnPlan> {
  const words = Object.entries<number>(strides).map(([name, stride]) => [name, COLUMNS * stride]);
  const { buffers, byteLength, dispose } = await makeBuffers(gpu, {
    ...(Object.fromEntries(words) as Record<Vector, number>),
    partialAttention: headCount * slices * (headSize + 2), // of one column at a time
  });
  try {
    record(buffers);
    return { plan: await recorder.finish(), byteLength, dispose };
  } catch (error) {
    dispose();
    throw error;
  }
}

/** Throws GpuOutOfMemoryError or GpuLimitError, and then nothing is left behind. */
async function createColumns(
  gpu: Gpu,
  recorder: Recorder,
  inputs: ForwardInputs,
  token: TokenPath,
): Promise<Columns> {
  const slotWords = inputs.state.recurrent.size / 4;
  const logitsStride = alignWords(inputs.config.vocabSize);
  const { buffers, byteLength, dispose } = await makeBuffers(gpu, {
    slots: (1 + COLUMNS) * slotWords,
    logits: COLUMNS * logitsStride,
    steps: (COLUMNS * COLUMN_STEP_BYTES) / 4,
  });
  try {
    const stepGroups = Array.from({ length: COLUMNS }, (_, column) =>
      recorder.bindStep({ buffer: buffers.steps, offset: column * COLUMN_STEP_BYTES, size: 16 }),
    );
    const shared = { ...buffers, slotWords, logitsStride, stepGroups };
    const made = await token.recordColumns(recorder, inputs, shared);
    return {
      ...shared,
      plan: made.plan,
      byteLength: byteLength + made.byteLength,
      dispose() {
        made.dispose();
        dispose();
      },
    };
  } catch (error) {
    dispose();
    throw error;
  }
}

/** A model's columns: nothing until they are opened. */
export class LazyColumns {
  private columns: Columns | null = null;
  private opening: Promise<Columns | null> | null = null;
  private readonly replacements: ReadonlyMap<GPUBuffer, GPUBuffer>[] = []; // before there are any
  private isDisposed = false;

  constructor(
    private readonly gpu: Gpu,
    private readonly recorder: Recorder,
    private readonly inputs: ForwardInputs,
    private readonly token: TokenPath | undefined,
  ) {}

  /** Makes them, once. Null where single tokens have no plan of their own, or where memory is short. */
  open(): Promise<Columns | null> {
    this.opening ??= this.make();
    return this.opening;
  }

  get plan(): Plan {
    invariant(this.columns, () => "columns that were not opened");
    return this.columns.plan;
  }

  get byteLength(): number {
    return this.columns?.byteLength ?? 0;
  }

  /** Binds other buffers in place of those that were replaced; what is still being made does so at its end. */
  rebind(replaced: ReadonlyMap<GPUBuffer, GPUBuffer>): void {
    const { columns } = this;
    if (columns) this.columns = { ...columns, plan: this.recorder.rebind(columns.plan, replaced) };
    else this.replacements.push(replaced);
  }

  dispose(): void {
    this.isDisposed = true;
    this.columns?.dispose();
  }

  private async make(): Promise<Columns | null> {
    const { gpu, recorder, inputs, token } = this;
    if (!token?.canRun(inputs.weights) || !canCutColumns(inputs)) return null;
    try {
      const made = await createColumns(gpu, recorder, inputs, token);
      if (this.isDisposed) made.dispose();
      else this.columns = made;
      for (const replaced of this.replacements.splice(0)) this.rebind(replaced);
      return this.columns;
    } catch (error) {
      if (error instanceof GpuOutOfMemoryError || error instanceof GpuLimitError) return null;
      throw error;
    }
  }
}
