// A .gguf from the disk into the store, chunk by chunk like a download; the file is never in memory as a whole.
import type { DownloadProgress, DownloadResult } from "../api";
import { CHUNK_BYTES, chunkRange, missingChunks } from "../download/chunk-plan";
import { fingerprint, modelNameFromPath, slug } from "../download/model-url";
import { createProgressReporter } from "../download/progress-reporter";
import { DownloadError, ModelChangedError, ModelDamagedError, ModelFormatError } from "../errors";
import type { ByteSource } from "./byte-source";
import { withModelLock } from "./model-lock";
import { findRecord, type ModelRecord, storedBytes, toStoredModel } from "./model-record";
import { advanceHash, beginModel, dropModel, finishModel, markStale, storeChunk } from "./model-writer";

const MAX_ROUNDS = 3;

export interface ImportOptions {
  readonly signal: AbortSignal;
  readonly onProgress: (progress: DownloadProgress) => void;
  /** Throws when this engine cannot run the file. */
  readonly checkHeader: (source: ByteSource) => Promise<void>;
  readonly chunkByteLength?: number;
}

async function readFile(file: File, offset: number, length: number): Promise<Uint8Array<ArrayBuffer>> {
  try {
    return new Uint8Array(await file.slice(offset, offset + length).arrayBuffer());
  } catch {
    throw new DownloadError(
      `${file.name} can no longer be read: it was changed, moved or removed. Choose it again to go on.`,
    );
  }
}

function fileSource(file: File): ByteSource {
  return { byteLength: file.size, read: (offset, length) => readFile(file, offset, length) };
}

async function checkMagic(file: File): Promise<void> {
  const magic = new TextDecoder("latin1").decode(await readFile(file, 0, 4));
  if (magic === "GGUF") return;
  throw new ModelFormatError(
    `${file.name} is no GGUF file: it begins with ${JSON.stringify(magic)} and not with "GGUF". Choose a .gguf file.`,
  );
}

async function beginOrResume(file: File, id: string, chunkByteLength: number): Promise<ModelRecord> {
  const etag = String(file.lastModified);
  const found = await findRecord(id);
  if (found?.etag === etag && !found.isStale) return found;
  if (found) await dropModel(id);
  return beginModel({
    id,
    name: modelNameFromPath(encodeURIComponent(file.name)),
    origin: "file",
    url: null,
    isPinned: true,
    etag,
    byteLength: file.size,
    chunkByteLength,
    expectedSha256: null,
  });
}

async function copyChunks(file: File, begun: ModelRecord, options: ImportOptions): Promise<ModelRecord> {
  const { signal } = options;
  const reporter = createProgressReporter(options.onProgress, () => performance.now());
  let record = begun;
  const { byteLength, chunkByteLength } = begun;
  reporter.begin(byteLength, storedBytes(record));
  const isStored = (index: number) => record.chunks[index]?.isStored === true;
  for (const { index } of missingChunks(byteLength, chunkByteLength, isStored)) {
    signal.throwIfAborted();
    const range = chunkRange(index, byteLength, chunkByteLength);
    record = await storeChunk(record, index, await readFile(file, range.start, range.byteLength), signal);
    record = await advanceHash(record, signal);
    reporter.add(range.byteLength);
  }
  reporter.flush();
  return record;
}

/** Id under which a local file is kept; the same file chosen again resumes. */
export function fileModelId(file: File): string {
  const name = modelNameFromPath(encodeURIComponent(file.name));
  return `file-${slug(name)}-${fingerprint(`${file.name} ${file.size}`)}`;
}

/** Copies what is missing until the whole is there; a disk that loses chunks again and again ends it. */
async function copyUntilComplete(
  file: File,
  begun: ModelRecord,
  options: ImportOptions,
): Promise<ModelRecord> {
  const onHashed = (verifiedBytes: number) =>
    options.onProgress({ phase: "verifying", verifiedBytes, totalBytes: file.size });
  let record = begun;
  for (let round = 0; round < MAX_ROUNDS && record.status !== "complete"; round++) {
    record = await copyChunks(file, record, options);
    record = await finishModel(record, options.signal, onHashed);
  }
  if (record.status === "complete") return record;
  throw new ModelDamagedError(
    `The browser's storage does not keep ${record.name} intact. Check the disk, then open the file again.`,
  );
}

/** Copies a local file into the store; stops, resumes and completes like a download. */
export function importFile(file: File, options: ImportOptions): Promise<DownloadResult> {
  const id = fileModelId(file);
  return withModelLock(id, async () => {
    await checkMagic(file);
    await options.checkHeader(fileSource(file));
    const begun = await beginOrResume(file, id, options.chunkByteLength ?? CHUNK_BYTES);
    try {
      const record = await copyUntilComplete(file, begun, options);
      return { outcome: "complete", model: toStoredModel(record) };
    } catch (error) {
      const kept = await findRecord(id);
      if (kept && error instanceof ModelChangedError) await markStale(kept);
      if (!options.signal.aborted) throw error;
      return { outcome: "paused", model: kept ? toStoredModel(kept) : null };
    }
  });
}
