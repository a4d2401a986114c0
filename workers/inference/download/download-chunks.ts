// A file on the web → chunks of exactly the right length: four lanes of range requests, or one stream where a server
// cannot send parts. Knows nothing of where chunks are kept; a lane asks for more only when its chunk was taken.
import type { DownloadProgress } from "../api";
import { DownloadError } from "../errors";
import { chunkRange, countChunks, LANE_COUNT, missingChunks } from "./chunk-plan";
import { browserEnvironment, type DownloadEnvironment } from "./environment";
import { createProgressReporter, type ProgressReporter } from "./progress-reporter";
import { type FileIdentity, type OpenAnswer, openRange, openWhole } from "./request";
import { createRetryGate, type RetryGate } from "./retry";
import { TransferFailure, WEB_PAGE_SENTENCE } from "./transfer-failure";

export interface DownloadManifest extends FileIdentity {
  readonly url: string;
  readonly chunkByteLength: number;
  readonly magic: string; // the file's first characters
  readonly isPinned: boolean; // the address names one version of the file: a differing ETag is another server's
  readonly isStored: (index: number) => boolean; // asked anew each time
}

export interface DownloadHandlers {
  /** The server has answered: how long the file is. Called once, before the first chunk. */
  onFile(byteLength: number, etag: string | null): Promise<void>;
  /**
   * One chunk, whole. Chunks come in any order and up to four at a time; the bytes are the receiver's. A server that
   * cannot send parts sends those again that are stored: the receiver compares them.
   */
  onChunk(index: number, bytes: Uint8Array<ArrayBuffer>): Promise<void>;
  /** A lane that holds no bytes gives way for work on what is stored. */
  betweenChunks(): Promise<void>;
  onProgress(progress: DownloadProgress): void;
}

interface Transfer {
  readonly manifest: DownloadManifest;
  readonly handlers: DownloadHandlers;
  readonly environment: DownloadEnvironment;
  readonly signal: AbortSignal;
  readonly reporter: ProgressReporter;
  readonly gate: RetryGate;
  readonly file: ServerFile;
  /** Ends every lane of this transfer. */
  readonly stop: () => void;
}

/** What is known of the file on the server. */
interface ServerFile {
  identity: FileIdentity;
  hasAnswered: boolean;
}

/** Takes the file's length and ETag from the first answer; later ones were checked against it. */
async function learn(transfer: Transfer, answer: OpenAnswer): Promise<void> {
  const { manifest, handlers, reporter, file } = transfer;
  if (file.hasAnswered) return;
  file.hasAnswered = true;
  file.identity = {
    byteLength: answer.byteLength,
    etag: manifest.isPinned ? null : (file.identity.etag ?? answer.etag),
  };
  await handlers.onFile(answer.byteLength, answer.etag);
  const { chunkByteLength, isStored } = manifest;
  const missing = missingChunks(answer.byteLength, chunkByteLength, isStored);
  const missingBytes = missing.reduce((sum, { byteLength }) => sum + byteLength, 0);
  reporter.begin(answer.byteLength, answer.byteLength - missingBytes);
}

function checkMagic(magic: string, bytes: Uint8Array): void {
  const first = String.fromCharCode(...bytes.subarray(0, magic.length));
  if (first !== magic) throw new DownloadError(WEB_PAGE_SENTENCE);
}

/** Fetches one chunk; what a broken connection brought is kept for the next attempt. */
async function fetchChunk(transfer: Transfer, index: number): Promise<Uint8Array<ArrayBuffer>> {
  const { manifest, environment, signal, reporter } = transfer;
  const start = index * manifest.chunkByteLength;
  let bytes: Uint8Array<ArrayBuffer> | null = null; // allocated when the file's length is known
  let filled = 0;
  const onBytes = (byteLength: number): void => {
    filled += byteLength;
    reporter.add(byteLength);
  };
  const attempt = async (): Promise<void> => {
    const length = (bytes?.byteLength ?? manifest.chunkByteLength) - filled;
    const answer = await openRange(
      manifest.url,
      start + filled,
      length,
      transfer.file.identity,
      environment,
      signal,
    );
    try {
      await learn(transfer, answer);
      bytes ??= new Uint8Array(chunkRange(index, answer.byteLength, manifest.chunkByteLength).byteLength);
      await answer.readInto(bytes, filled, onBytes);
      if (filled < bytes.byteLength) throw new TransferFailure({ kind: "short" });
      await answer.expectEnd();
    } catch (error) {
      if (error instanceof TransferFailure && error.reason.kind === "mismatch") onBytes(-filled);
      throw error;
    } finally {
      answer.close();
    }
  };
  try {
    await transfer.gate.run(attempt, () => filled);
  } catch (error) {
    onBytes(-filled);
    throw error;
  }
  if (index === 0) checkMagic(manifest.magic, bytes!);
  return bytes!;
}

async function deliverChunk(transfer: Transfer, index: number): Promise<void> {
  await transfer.handlers.onChunk(index, await fetchChunk(transfer, index));
}

async function fetchInLanes(transfer: Transfer): Promise<void> {
  const { manifest, handlers } = transfer;
  // The first chunk comes alone: it says how long the file is and what it is, before gigabytes are on their way.
  if (transfer.file.identity.byteLength === null || !manifest.isStored(0)) {
    await deliverChunk(transfer, 0);
    await handlers.betweenChunks();
  }
  const queue = missingChunks(
    transfer.file.identity.byteLength!,
    manifest.chunkByteLength,
    manifest.isStored,
  );
  const failures: unknown[] = [];
  const lane = async (): Promise<void> => {
    try {
      for (let range = queue.shift(); range; range = queue.shift()) {
        transfer.signal.throwIfAborted();
        await deliverChunk(transfer, range.index);
        await handlers.betweenChunks();
      }
    } catch (error) {
      failures.push(error); // the first is the cause, the others were stopped because of it
      transfer.stop();
    }
  };
  await Promise.all(Array.from({ length: LANE_COUNT }, lane));
  if (failures.length > 0) throw failures[0];
}

/** Reads the whole file in order. A cut begins it anew, and only chunks that are not stored count as progress. */
async function fetchInOneStream(transfer: Transfer): Promise<void> {
  const { manifest, handlers, environment, signal } = transfer;
  let newBytes = 0;
  const attempt = async (): Promise<void> => {
    const answer = await openWhole(manifest.url, transfer.file.identity, environment, signal);
    try {
      await learn(transfer, answer);
      const count = countChunks(answer.byteLength, manifest.chunkByteLength);
      for (let index = 0; index < count; index++) {
        newBytes += await readStreamedChunk(transfer, answer, index);
        await handlers.betweenChunks();
        if (missingChunks(answer.byteLength, manifest.chunkByteLength, manifest.isStored).length === 0) break;
      }
      if (!manifest.isStored(count - 1)) throw new TransferFailure({ kind: "short" });
    } finally {
      answer.close();
    }
  };
  await transfer.gate.run(attempt, () => newBytes);
}

/** Delivers the next chunk of a stream; gives the bytes of it that were not there before. */
async function readStreamedChunk(transfer: Transfer, answer: OpenAnswer, index: number): Promise<number> {
  const { manifest, handlers, reporter } = transfer;
  const isNew = !manifest.isStored(index);
  const range = chunkRange(index, answer.byteLength, manifest.chunkByteLength);
  const bytes = new Uint8Array(range.byteLength);
  let filled = 0;
  try {
    await answer.readInto(bytes, 0, (byteLength) => {
      filled += byteLength;
      if (isNew) reporter.add(byteLength);
    });
    if (filled < bytes.byteLength) throw new TransferFailure({ kind: "short" });
    // The end is checked before the last chunk counts: a longer body is another file, or a compressed one.
    if (range.start + range.byteLength === answer.byteLength) await answer.expectEnd();
  } catch (error) {
    if (isNew) reporter.add(-filled);
    throw error;
  }
  if (index === 0) checkMagic(manifest.magic, bytes);
  await handlers.onChunk(index, bytes);
  return isNew ? range.byteLength : 0;
}

/**
 * Fetches every chunk that is not stored. Resolves when all were taken; rejects with the signal's reason when aborted,
 * else with an error of errors.ts. When it settles nothing of it runs any more.
 */
export async function downloadChunks(
  manifest: DownloadManifest,
  handlers: DownloadHandlers,
  signal: AbortSignal,
  environment: DownloadEnvironment = browserEnvironment,
): Promise<void> {
  const { byteLength, etag, isPinned } = manifest;
  const file: ServerFile = { identity: { byteLength, etag: isPinned ? null : etag }, hasAnswered: false };
  const reporter = createProgressReporter(handlers.onProgress, environment.now);
  const run = (fetchAll: (transfer: Transfer) => Promise<void>): Promise<void> => {
    const controller = new AbortController();
    const either = AbortSignal.any([signal, controller.signal]);
    const hasBegun = () => file.hasAnswered;
    const gate = createRetryGate({ environment, reporter, signal: either, hasBegun });
    const stop = () => controller.abort();
    return fetchAll({ manifest, handlers, environment, signal: either, reporter, gate, file, stop });
  };
  handlers.onProgress({ phase: "connecting" });
  try {
    await run(fetchInLanes);
  } catch (error) {
    if (!(error instanceof TransferFailure) || error.reason.kind !== "range-ignored") throw error;
    await run(fetchInOneStream);
  }
  if (file.hasAnswered) reporter.flush();
}
