// The download, import or repair that is running: one at a time, stoppable. Part of the engine.
import type { DownloadProgress, DownloadResult, ModelSource } from "./api";
import { catalogue } from "./download/catalogue";
import { EngineBusyError } from "./errors";
import { type InstallOptions, installModel, repairModel, resumeInstall } from "./install-model";
import type { ByteSource } from "./store/byte-source";
import { findDamagedChunks } from "./store/model-reader";

type OnProgress = (progress: DownloadProgress) => void;

interface Running {
  readonly what: string; // names the transfer: who asks for the same again joins it
  readonly listeners: Set<OnProgress>;
  readonly controller: AbortController;
  readonly isBundled: boolean;
  readonly done: Promise<DownloadResult>;
}

export class ModelTransfers {
  private running: Running | null = null;

  /** `checkHeader` throws when this engine cannot run the file; it is asked before most of it has come. */
  constructor(private readonly checkHeader: (source: ByteSource) => Promise<void>) {}

  download(source: ModelSource, onProgress: OnProgress): Promise<DownloadResult> {
    const isBundled =
      source.kind === "catalogue" && catalogue.some((entry) => entry.id === source.id && entry.isBundled);
    return this.run(nameOf(source), isBundled, onProgress, (options) => installModel(source, options));
  }

  resume(modelId: string, onProgress: OnProgress): Promise<DownloadResult> {
    return this.run(`resume ${modelId}`, false, onProgress, (options) => resumeInstall(modelId, options));
  }

  /** Fetches again what the disk no longer holds as it was stored. */
  repair(modelId: string, onProgress: OnProgress): Promise<DownloadResult> {
    return this.run(`repair ${modelId}`, false, onProgress, async (options) => {
      const damaged = await findDamagedChunks(modelId, options.signal);
      return repairModel(modelId, damaged, options);
    });
  }

  pause(): void {
    this.running?.controller.abort();
  }

  private async run(
    what: string,
    isBundled: boolean,
    onProgress: OnProgress,
    start: (options: InstallOptions) => Promise<DownloadResult>,
  ): Promise<DownloadResult> {
    if (this.running?.what === what) {
      this.running.listeners.add(onProgress); // another tab's
      return this.running.done;
    }
    if (this.running?.isBundled) await this.running.done.catch(() => undefined); // a few megabytes from the app's own server
    if (this.running)
      throw new EngineBusyError("A download is running. Pause it before starting another one.");
    const controller = new AbortController();
    const listeners = new Set([onProgress]);
    const tellAll: OnProgress = (progress) => {
      for (const listener of listeners) listener(progress);
    };
    const work = start({ signal: controller.signal, onProgress: tellAll, checkHeader: this.checkHeader });
    this.running = { what, listeners, controller, isBundled, done: work };
    try {
      return await work;
    } finally {
      this.running = null;
    }
  }
}

/** A file of the disk is like no other. */
const nameOf = (source: ModelSource): string => {
  if (source.kind === "catalogue") return `catalogue ${source.id}`;
  return source.kind === "url" ? `url ${source.url}` : crypto.randomUUID();
};
