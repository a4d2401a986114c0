// Joins download and store: a model from anywhere onto this device, resumed as often as it takes, complete only when
// its SHA-256 is known. engine.ts calls it; neither stage knows the other.
import type { DownloadResult, ModelSource } from "./api";
import { type DownloadTarget, resolveSource } from "./download/catalogue";
import { CHUNK_BYTES } from "./download/chunk-plan";
import { downloadChunks } from "./download/download-chunks";
import { browserEnvironment, type DownloadEnvironment } from "./download/environment";
import { DownloadError, ModelChangedError, ModelDamagedError, ModelFormatError } from "./errors";
import { type ImportOptions, importFile } from "./store/import-file";
import { waitForModelLock, withModelLock } from "./store/model-lock";
import { openChunks } from "./store/model-reader";
import { findRecord, type ModelRecord, readRecord, toStoredModel } from "./store/model-record";
import { sweepOrphans } from "./store/model-store";
import {
  advanceHash,
  beginModel,
  dropModel,
  finishModel,
  markMissing,
  markStale,
  storeChunk,
} from "./store/model-writer";

/** Times that chunks which were lost again on the disk are fetched again. */
const MAX_ROUNDS = 3;

export interface InstallOptions extends ImportOptions {
  readonly environment?: DownloadEnvironment;
}

/** The header reaches into a chunk that is not there yet. */
class HeaderGap extends Error {
  readonly index: number;
  constructor(index: number) {
    super(`the header goes on in chunk ${index}`);
    this.index = index;
  }
}

/** One at a time, in the order of the calls; what has not begun when the signal comes never does. */
function createSerial(signal: AbortSignal): (work: () => Promise<void>) => Promise<void> {
  let last: Promise<void> = Promise.resolve();
  return (work) => {
    const result = last.then(() => {
      signal.throwIfAborted();
      return work();
    });
    last = result.catch(() => undefined);
    return result;
  };
}

/** What is stored of the target; what belongs to another version of it is removed first. */
async function findUsable(target: DownloadTarget): Promise<ModelRecord | undefined> {
  const record = await findRecord(target.id);
  if (!record) return undefined;
  const known = record.sha256 ?? record.expectedSha256 ?? target.sha256;
  const isOther =
    record.isStale ||
    (target.byteLength !== null && target.byteLength !== record.byteLength) ||
    (target.sha256 === null ? target.url !== record.url : target.sha256 !== known);
  if (!isOther) return { ...record, url: target.url, expectedSha256: target.sha256 };
  await dropModel(target.id);
  return undefined;
}

function beginTarget(
  target: DownloadTarget,
  byteLength: number,
  etag: string | null,
  options: InstallOptions,
): Promise<ModelRecord> {
  const { id, name, origin, url, isPinned, sha256 } = target;
  const chunkByteLength = options.chunkByteLength ?? CHUNK_BYTES;
  return beginModel({
    id,
    name,
    origin,
    url,
    isPinned,
    etag,
    byteLength,
    chunkByteLength,
    expectedSha256: sha256,
  });
}

/** Looks at the header as soon as it is there, so that a model that cannot run costs one chunk and not gigabytes. */
function createHeaderCheck(options: InstallOptions): (record: ModelRecord) => Promise<void> {
  let awaitedChunk: number | null = 0; // null: the header was seen whole
  return async (record) => {
    if (awaitedChunk === null || !record.chunks[awaitedChunk]?.isStored) return;
    try {
      await options.checkHeader(openChunks(record, (index) => new HeaderGap(index)));
      awaitedChunk = null;
    } catch (error) {
      if (error instanceof HeaderGap) {
        awaitedChunk = error.index;
      } else if (error instanceof ModelDamagedError) {
        awaitedChunk = null; // found again, and fetched again, when the model is loaded
      } else {
        throw error;
      }
    }
  };
}

/** Downloads what the record lacks; gives the record with all chunks named, unless one was lost meanwhile. */
async function fetchMissing(
  target: DownloadTarget,
  found: ModelRecord | undefined,
  options: InstallOptions,
): Promise<ModelRecord> {
  const { signal } = options;
  const checkHeader = createHeaderCheck(options);
  const inTurn = createSerial(signal);
  let record = found;
  if (record) await checkHeader(record);
  await downloadChunks(
    {
      url: target.url,
      byteLength: record?.byteLength ?? target.byteLength,
      etag: record?.etag ?? null,
      chunkByteLength: record?.chunkByteLength ?? options.chunkByteLength ?? CHUNK_BYTES,
      magic: "GGUF",
      isPinned: target.isPinned,
      isStored: (index) => record?.chunks[index]?.isStored === true,
    },
    {
      onFile: async (byteLength, etag) => {
        record ??= await beginTarget(target, byteLength, etag, options);
      },
      onChunk: (index, bytes) =>
        inTurn(async () => {
          record = await storeChunk(record!, index, bytes, signal);
          await checkHeader(record);
        }),
      betweenChunks: () =>
        inTurn(async () => {
          record = await advanceHash(record!, signal);
        }),
      onProgress: options.onProgress,
    },
    signal,
    options.environment ?? browserEnvironment,
  );
  return record!;
}

async function fetchUntilComplete(
  target: DownloadTarget,
  found: ModelRecord | undefined,
  options: InstallOptions,
): Promise<ModelRecord> {
  let record = found;
  for (let round = 0; round < MAX_ROUNDS && record?.status !== "complete"; round++) {
    const fetched = await fetchMissing(target, record, options);
    record = await finishModel(fetched, options.signal, (verifiedBytes) =>
      options.onProgress({ phase: "verifying", verifiedBytes, totalBytes: fetched.byteLength }),
    );
  }
  if (record?.status === "complete") return record;
  throw new DownloadError(
    `The browser's storage does not keep ${target.name} intact: parts of it are lost as soon as they are written. Check the disk, then try again.`,
  );
}

async function install(target: DownloadTarget, options: InstallOptions): Promise<DownloadResult> {
  try {
    const found = await findUsable(target);
    if (found?.status !== "complete") await sweepOrphans();
    const record = await fetchUntilComplete(target, found, options);
    return { outcome: "complete", model: toStoredModel(record) };
  } catch (error) {
    const kept = await findRecord(target.id);
    if (options.signal.aborted) return { outcome: "paused", model: kept ? toStoredModel(kept) : null };
    if (kept && error instanceof ModelChangedError) await markStale(kept);
    if (kept && error instanceof ModelFormatError) await dropModel(kept.id);
    throw error;
  }
}

/** Where a stored model comes from; a catalogue entry may have moved since. */
function targetOf(record: ModelRecord, url: string): DownloadTarget {
  const { id, name, origin, isPinned, expectedSha256, isStale } = record;
  if (origin === "bundled" || origin === "catalogue") return resolveSource({ kind: "catalogue", id });
  const byteLength = isStale ? null : record.byteLength;
  return { id, name, origin: "url", url, byteLength, sha256: expectedSha256, isPinned };
}

/** Fetches, resumes or imports a model. Resolves with "paused" when the signal stops it; what is verified is kept. */
export async function installModel(source: ModelSource, options: InstallOptions): Promise<DownloadResult> {
  if (source.kind === "file") return importFile(source.file, options);
  const target = resolveSource(source);
  if (target.origin !== "bundled") return withModelLock(target.id, () => install(target, options));
  try {
    // Two tabs on a first visit: the second finds it complete.
    return await waitForModelLock(target.id, options.signal, () => install(target, options));
  } catch (error) {
    if (!options.signal.aborted) throw error;
    return { outcome: "paused", model: null };
  }
}

/** Goes on with a model of which a part is stored. */
export async function resumeInstall(modelId: string, options: InstallOptions): Promise<DownloadResult> {
  return withModelLock(modelId, async () => {
    const record = await readRecord(modelId);
    if (record.url === null) {
      throw new DownloadError(
        `${record.name} comes from a file on this device. Open the same file again to go on.`,
      );
    }
    return install(targetOf(record, record.url), options);
  });
}

/** Fetches damaged chunks of a stored model again, and nothing else. */
export async function repairModel(
  modelId: string,
  damagedChunks: readonly number[],
  options: InstallOptions,
): Promise<DownloadResult> {
  return withModelLock(modelId, async () => {
    const record = await markMissing(await readRecord(modelId), damagedChunks);
    if (record.url === null) {
      throw new ModelDamagedError(
        `${damagedChunks.length} of ${record.chunks.length} parts of ${record.name} are damaged on this device. Open the same file again: only those are copied anew.`,
      );
    }
    return install(targetOf(record, record.url), options);
  });
}
