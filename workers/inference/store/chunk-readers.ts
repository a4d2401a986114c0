// Several threads that read chunks, for a whole model: taking 1.93 GB out of IndexedDB and hashing it keeps one thread
// busy for seconds, in which the GPU would wait.
import * as Comlink from "comlink";
import { findChunk } from "./chunk-store";
import type { ChunkWorkerApi } from "./chunk-worker";

/** More add nothing: the browser's own side of reading is then the slow one. */
const MAX_WORKERS = 3;
/** For fewer chunks a worker takes longer to start than it saves. */
const MIN_CHUNKS = 3;

const BROKEN = Symbol("broken");

export class ChunkReaders {
  private readonly workers: Worker[] = [];
  private readonly remotes: Comlink.Remote<ChunkWorkerApi>[] = [];
  private readonly broken: Promise<typeof BROKEN>;
  private turn = 0;

  constructor(chunkCount: number) {
    const spareCores = Math.max(1, navigator.hardwareConcurrency - 1);
    const count = chunkCount < MIN_CHUNKS ? 0 : Math.min(MAX_WORKERS, spareCores);
    for (let i = 0; i < count; i++) {
      const worker = new Worker(new URL("./chunk-worker.ts", import.meta.url), { type: "module" });
      this.workers.push(worker);
      this.remotes.push(Comlink.wrap<ChunkWorkerApi>(worker));
    }
    this.broken = new Promise((resolve) => {
      for (const worker of this.workers) worker.onerror = () => resolve(BROKEN);
    });
  }

  /** findChunk on the next thread; on this one where workers are not worth it or do not start. */
  async find(modelId: string, index: number, hash: string): Promise<Uint8Array<ArrayBuffer> | undefined> {
    const remote = this.remotes[this.turn++ % this.remotes.length];
    const found = remote ? await Promise.race([remote.find(modelId, index, hash), this.broken]) : BROKEN;
    return found === BROKEN ? findChunk(modelId, index, hash) : found;
  }

  /** Ends the threads; what they still read is never answered. */
  dispose(): void {
    for (const worker of this.workers) worker.terminate();
  }
}
