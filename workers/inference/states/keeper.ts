// Keeps what a model has read on the disk and brings it back: saves the ends of documents and conversations in the background,
// and restores the longest one that a prompt begins with. Saving never fails an answer: what cannot be kept is read again.
import type { EngineEvent } from "../api";
import { DeviceLostError, GpuOutOfMemoryError, StorageUnavailableError } from "../errors";
import type { Model } from "../forward/model";
import { isQuotaExceeded } from "../store/database";
import type { BlockRef } from "../store/state-blocks";
import {
  deleteStateRecords,
  readStateRecords,
  type StateRecord,
  touchStateRecord,
} from "../store/state-record";
import { sweepBlocks, withStates } from "../store/state-store";
import { hashTokens } from "./hash-tokens";
import { refuse, restoreState } from "./restore";
import { type SaveOwner, saveState } from "./save";
import type { Mark, Timeline } from "./timeline";

/** Fewer tokens are read again as fast as they are looked for. */
const MIN_TOKENS = 1024;
/** The disk is asked when it may have so many tokens more than the GPU. */
const MIN_GAIN = 512;

export interface KeeperOptions {
  /** SHA-256 of the model's file and the format of its cache; null where nothing can be kept. */
  readonly modelKey: string | null;
  readonly report: (event: EngineEvent) => void;
  /** Ids of the model's own answers in a text that it has read. */
  readonly listAnswers: (ids: readonly number[]) => readonly (readonly number[])[];
  /** For tests. */
  readonly minTokens?: number;
  readonly budgetBytes?: number;
}

export class StateKeeper {
  /** Blocks on the disk that are the beginning of what the model has read, whole ones. */
  private readonly storedCache: BlockRef[] = [];
  private saving: { readonly controller: AbortController; readonly done: Promise<void> } | null = null;
  private isFull = false;

  constructor(
    private readonly model: Model,
    private readonly timeline: Timeline,
    private readonly blockTokens: number,
    private readonly options: KeeperOptions,
  ) {
    timeline.onForget((position) => {
      this.storedCache.length = Math.min(this.storedCache.length, Math.floor(position / blockTokens));
    });
  }

  /** Ids of the answers in what is saved, so that prompts repeat them as they were written. */
  async listSavedAnswers(): Promise<number[][]> {
    const { modelKey } = this.options;
    if (modelKey === null) return [];
    try {
      const { usable } = await readStateRecords();
      const own = usable.filter(({ model }) => model === modelKey);
      return own.flatMap(({ answers }) => answers.map((ids) => Array.from(ids)));
    } catch (error) {
      return this.goOnWithout(error, []);
    }
  }

  /**
   * Brings back the longest saved state that `ids` begin with, if it spares much more than the `remembered` tokens do. True
   * when the model stands at its end; otherwise the timeline may have been cleared.
   */
  async restore(ids: readonly number[], remembered: number, signal: AbortSignal): Promise<boolean> {
    const { modelKey, minTokens = MIN_TOKENS } = this.options;
    const gain = Math.min(MIN_GAIN, minTokens);
    if (modelKey === null || ids.length < Math.max(minTokens, remembered + gain)) return false;
    try {
      return await withStates("shared", signal, async () => {
        for (const record of await this.listCandidates(modelKey, ids, remembered + gain)) {
          const restored = await restoreState(this.model, this.timeline, record, ids, signal);
          if (signal.aborted) return false;
          if (restored) {
            if (record.blockTokens === this.blockTokens) this.storedCache.push(...listWhole(record));
            void touchStateRecord(record).catch(() => undefined);
            return true;
          }
          await refuse(record);
          this.options.report({ type: "state-refused", label: record.label });
        }
        return false;
      });
    } catch (error) {
      if (signal.aborted) return false;
      return this.goOnWithout(error, false);
    }
  }

  /** Saves in the background what is worth it, until the next request needs the model. */
  saveSoon(owner: SaveOwner): void {
    const { modelKey, minTokens = MIN_TOKENS } = this.options;
    if (modelKey === null || this.isFull) return;
    this.stop();
    const worthIt = ({ checkpoint }: Mark) => checkpoint.position >= minTokens;
    const documents = this.timeline.marks.filter((mark) => mark.kind === "document" && worthIt(mark));
    const last = this.timeline.marks.at(-1);
    const marks = last && worthIt(last) && !documents.includes(last) ? [...documents, last] : documents;
    if (marks.length === 0) return;
    const controller = new AbortController();
    const before = this.saving?.done;
    const done = (async () => {
      await before;
      await this.save(marks, owner, modelKey, controller.signal);
    })();
    this.saving = { controller, done };
  }

  /** Before the model reads or writes: a save that is running ends before it touches the GPU again. */
  stop(): void {
    this.saving?.controller.abort();
  }

  private async save(
    marks: readonly Mark[],
    owner: SaveOwner,
    modelKey: string,
    signal: AbortSignal,
  ): Promise<void> {
    const { model, timeline, blockTokens, storedCache, options } = this;
    try {
      for (const mark of marks) {
        if (signal.aborted) return;
        const saved = await withStates("exclusive", signal, () =>
          saveState({ ...options, model, timeline, mark, blockTokens, storedCache, modelKey, owner, signal }),
        );
        if (saved) options.report({ type: "states-changed" });
      }
    } catch (error) {
      if (!signal.aborted) await this.goOnWithout(error, undefined);
    }
  }

  private async listCandidates(
    modelKey: string,
    ids: readonly number[],
    minTokens: number,
  ): Promise<StateRecord[]> {
    const { usable, outdated } = await readStateRecords();
    if (outdated.length > 0) {
      await deleteStateRecords(outdated);
      this.options.report({ type: "state-refused", label: null });
    }
    const found: StateRecord[] = [];
    const longestFirst = usable.sort((a, b) => b.tokenCount - a.tokenCount);
    for (const record of longestFirst) {
      const { model, tokenCount, tokensHash } = record;
      if (model !== modelKey || tokenCount < minTokens || tokenCount > ids.length) continue;
      if ((await hashTokens(ids, tokenCount)) === tokensHash) found.push(record);
    }
    return found;
  }

  /** Without room or storage nothing is saved until the next load; a lost device is another's to report. */
  private async goOnWithout<Result>(error: unknown, result: Result): Promise<Result> {
    if (error instanceof DeviceLostError || error instanceof GpuOutOfMemoryError) return result;
    if (!isQuotaExceeded(error) && !(error instanceof StorageUnavailableError)) throw error;
    if (!this.isFull) {
      this.isFull = true;
      await withStates("exclusive", null, sweepBlocks).catch(() => undefined);
      this.options.report({ type: "states-full" });
    }
    return result;
  }
}

/** Blocks of whole length: a shorter last one is written anew when the text goes on. */
const listWhole = ({ cache, tokenCount, blockTokens }: StateRecord): readonly BlockRef[] =>
  cache.slice(0, Math.floor(tokenCount / blockTokens));
