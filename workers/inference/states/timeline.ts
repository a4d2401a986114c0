// What the model has read, token by token, and checkpoints along it. The attention cache is one line shared by all checkpoints,
// never copied: going back is a copy of the recurrent states and a position. Reading on from there writes over what came after,
// so that checkpoints above are void.
import { GpuOutOfMemoryError } from "../errors";
import {
  type Checkpoint,
  checkpointBytes,
  createCheckpointCopy,
  fillCheckpoint,
} from "../forward/checkpoint";
import type { Model } from "../forward/model";

/** The end of a system prompt, document, answer, question or whole prompt, or a place on the way through a long text. */
export type MarkKind = "system" | "document" | "answer" | "question" | "prompt" | "interval";

export interface Mark {
  readonly kind: MarkKind;
  readonly checkpoint: Checkpoint;
}

/** GPU memory for checkpoints: 15 of Jamba2 3B, of 10.4 MB each. */
const BUDGET_BYTES = 160e6;
/** Beyond this more of them save nothing. */
const MAX_MARKS = 64;
/** With fewer, a question would push out its document. */
const MIN_MARKS = 4;

export interface TimelineOptions {
  /** Checkpoints at most: for tests. */
  readonly maxMarks?: number;
}

export class Timeline {
  /** The tokens that the model has read; it stands after the last. */
  readonly ids: number[] = [];
  /** In the order of their positions. */
  private readonly marked: Mark[] = [];
  private readonly spare: GPUBuffer[] = [];
  private maxMarks: number;
  /** Whether the model's logits are those after the last token. */
  private hasLogits = false;
  private readonly forgetting: ((position: number) => void)[] = [];

  constructor(
    private readonly model: Model,
    { maxMarks }: TimelineOptions = {},
  ) {
    const fitting = Math.floor(BUDGET_BYTES / checkpointBytes(model));
    this.maxMarks = maxMarks ?? Math.max(MIN_MARKS, Math.min(MAX_MARKS, fitting));
  }

  get marks(): readonly Mark[] {
    return this.marked;
  }

  /** A long text is remembered in so many places at most. */
  get intervalMarks(): number {
    return Math.max(1, this.maxMarks >> 1);
  }

  /** Tokens at the beginning of `ids` that the model need not read: the highest place it can go on from. */
  findStart(ids: readonly number[]): number {
    const common = countCommon(this.ids, ids);
    const canStart = (position: number, hasLogits: boolean) =>
      position <= common && (position < ids.length || hasLogits);
    if (canStart(this.ids.length, this.hasLogits)) return this.ids.length;
    return (
      this.marked.findLast(({ checkpoint }) => canStart(checkpoint.position, true))?.checkpoint.position ?? 0
    );
  }

  /** Goes back to where findStart() has been, and forgets what came after. */
  goBack(position: number): void {
    if (position === this.ids.length) return;
    const mark = this.marked.find(({ checkpoint }) => checkpoint.position === position);
    if (mark) mark.checkpoint.restore();
    else this.model.reset();
    this.hasLogits = mark !== undefined;
    this.ids.length = mark ? position : 0;
    this.dropAbove(this.ids.length);
  }

  /** The model has read these, and has logits after the last or, after a stop, none. */
  advance(ids: Iterable<number>, hasLogits: boolean): void {
    for (const id of ids) this.ids.push(id);
    this.hasLogits = hasLogits;
  }

  /** Remembers this place. Without memory for it nothing is remembered, and more is read another time. */
  async mark(kind: MarkKind): Promise<void> {
    const position = this.ids.length;
    if (position === 0 || !this.hasLogits) return;
    const last = this.marked.at(-1);
    if (last?.checkpoint.position === position) {
      if (isWeaker(last.kind, kind)) this.marked[this.marked.length - 1] = { ...last, kind };
      return;
    }
    const copy = await this.findCopy();
    if (copy) this.marked.push({ kind, checkpoint: fillCheckpoint(this.model, copy) });
  }

  /** Calls `listener` with the position above which everything has been forgotten. */
  onForget(listener: (position: number) => void): void {
    this.forgetting.push(listener);
  }

  /** Forgets everything; the model is at its beginning. */
  clear(): void {
    this.ids.length = 0;
    this.hasLogits = false;
    this.model.reset();
    this.dropAbove(0);
  }

  dispose(): void {
    for (const { checkpoint } of this.marked.splice(0)) checkpoint.dispose();
    for (const copy of this.spare.splice(0)) copy.destroy();
  }

  private dropAbove(position: number): void {
    while ((this.marked.at(-1)?.checkpoint.position ?? 0) > position)
      this.spare.push((this.marked.pop() as Mark).checkpoint.copy);
    for (const forget of this.forgetting) forget(position);
  }

  private async findCopy(): Promise<GPUBuffer | undefined> {
    if (this.spare.length === 0 && this.marked.length < this.maxMarks) {
      try {
        return await createCheckpointCopy(this.model);
      } catch (error) {
        if (!(error instanceof GpuOutOfMemoryError)) throw error;
        this.maxMarks = this.marked.length;
      }
    }
    return this.spare.pop() ?? this.evict();
  }

  /**
   * Gives up the mark whose loss costs least to read again. All of them are on the way to the newest, so that none is used
   * less than another: places within a text go first, and of a kind the one with the nearest neighbours.
   */
  private evict(): GPUBuffer | undefined {
    const lastOf = (wanted: MarkKind) => this.marked.findLastIndex(({ kind }) => kind === wanted);
    const pinned = new Set([lastOf("system"), lastOf("question"), lastOf("prompt")]);
    let best: { index: number; gap: number; isInterval: boolean } | undefined;
    for (const [index, { kind }] of this.marked.entries()) {
      if (pinned.has(index)) continue;
      const isInterval = kind === "interval";
      const gap = this.positionAt(index + 1) - this.positionAt(index - 1);
      if (!best || (isInterval === best.isInterval ? gap < best.gap : isInterval))
        best = { index, gap, isInterval };
    }
    return best && this.marked.splice(best.index, 1)[0]?.checkpoint.copy;
  }

  private positionAt(index: number): number {
    if (index < 0) return 0;
    return this.marked[index]?.checkpoint.position ?? this.ids.length;
  }
}

/** What a place is remembered as when it is two things. */
const isWeaker = (one: MarkKind, other: MarkKind): boolean => RANKS.indexOf(one) < RANKS.indexOf(other);
const RANKS: readonly MarkKind[] = ["interval", "answer", "question", "document", "prompt", "system"];

export function countCommon(one: readonly number[], other: readonly number[]): number {
  const length = Math.min(one.length, other.length);
  for (let at = 0; at < length; at++) if (one[at] !== other[at]) return at;
  return length;
}
