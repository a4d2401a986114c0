// The page's side: starts the documents worker when a file comes, lets one file through at a time, and ends the worker when it
// is idle, when a file takes too long, or when its user has had enough. Ending it is the only way to stop a parser for sure.
import * as Comlink from "comlink";
import type { DocumentFault, DocumentProgress, DocumentsApi, ParsedDocument, ParseOptions } from "./api";
import { DocumentError } from "./errors";
import { DEFAULT_LIMITS } from "./limits";
import { checkFileSize } from "./raw-document";

/** A worker holds tens of MB of library and fonts; several files at once should share one start. */
const IDLE_MS = 30_000;
/** Time is counted in ticks, so that a computer's sleep costs a document one at most. */
const TICK_MS = 1_000;

interface RunningWorker {
  readonly worker: Worker;
  readonly remote: Comlink.Remote<DocumentsApi>;
}

let running: RunningWorker | null = null;
let idleTimer: ReturnType<typeof setTimeout> | undefined;
let lastInQueue: Promise<unknown> = Promise.resolve();

/**
 * A file as text. Rejects with a DocumentError, or with the signal's reason. Text is as in the source, Unicode normalisation included; line ends are "\n" and control characters are gone.
 */
export function parseDocument(file: File, options: ParseOptions = {}): Promise<ParsedDocument> {
  const { signal, onProgress } = options;
  if (signal?.aborted) return Promise.reject(signal.reason);
  onProgress?.({ phase: "waiting", pagesRead: 0, pageCount: null });
  const { promise: aborted, reject } = Promise.withResolvers<never>();
  const onAbort = (): void => reject(signal?.reason);
  signal?.addEventListener("abort", onAbort, { once: true });
  const turn = lastInQueue.then(() => (signal?.aborted ? aborted : parseNow(file, options, aborted)));
  lastInQueue = turn.catch(() => {});
  return Promise.race([turn, aborted]).finally(() => signal?.removeEventListener("abort", onAbort));
}

/** Whether a worker is there: for tests, and for a page that shows what it holds. */
export const isDocumentsWorkerRunning = (): boolean => running !== null;

/** Ends an idle worker now. One that parses is ended by its signal. */
export function endIdleDocumentsWorker(): void {
  if (idleTimer !== undefined) endWorker();
}

async function parseNow(file: File, options: ParseOptions, aborted: Promise<never>): Promise<ParsedDocument> {
  const limits = { ...DEFAULT_LIMITS, ...options.limits };
  checkFileSize(file, limits.maxFileBytes); // before a worker is started for it
  let progress: DocumentProgress | null = null;
  let isOver = false;
  const report = (next: DocumentProgress): void => {
    if (isOver) return;
    progress = next;
    options.onProgress?.(next);
  };
  const { remote, worker } = startWorker();
  const failure = watchFailure(worker, file.name, () => progress !== null);
  const timeout = watchTime(limits.maxSeconds, () => {
    const { pagesRead, pageCount } = progress ?? { pagesRead: 0, pageCount: null };
    const slow = { file: file.name, limitSeconds: limits.maxSeconds };
    return new DocumentError(
      pageCount === null || pagesRead >= pageCount
        ? { kind: "too-slow", ...slow }
        : { kind: "too-slow-at-page", ...slow, page: pagesRead + 1, pageCount },
    );
  });
  const request = { file, limits, password: options.password ?? null };
  let isAnswered = false;
  const answer = remote.parse(request, Comlink.proxy(report)).finally(() => {
    isAnswered = true;
  });
  try {
    const result = await Promise.race([answer, aborted, timeout.promise, failure.promise]);
    if (result.outcome === "refused") throw new DocumentError(result.fault);
    return result.document;
  } finally {
    isOver = true;
    timeout.stop();
    failure.stop();
    if (isAnswered) endWhenIdle();
    else endWorker();
  }
}

function startWorker(): RunningWorker {
  clearTimeout(idleTimer);
  idleTimer = undefined;
  if (running) return running;
  const worker = new Worker(new URL("./worker.ts", import.meta.url), { type: "module", name: "documents" });
  running = { worker, remote: Comlink.wrap<DocumentsApi>(worker) };
  return running;
}

function endWorker(): void {
  clearTimeout(idleTimer);
  idleTimer = undefined;
  running?.worker.terminate();
  running = null;
}

function endWhenIdle(): void {
  idleTimer = setTimeout(endWorker, IDLE_MS);
}

interface Watch {
  readonly promise: Promise<never>;
  readonly stop: () => void;
}

function watchTime(limitSeconds: number, nameTimeout: () => Error): Watch {
  const { promise, reject } = Promise.withResolvers<never>();
  promise.catch(() => {}); // may come after the answer
  const tickMs = Math.min(TICK_MS, limitSeconds * 1_000);
  let ticksLeft = Math.ceil((limitSeconds * 1_000) / tickMs);
  const timer = setInterval(() => {
    ticksLeft -= 1;
    if (ticksLeft <= 0) reject(nameTimeout());
  }, tickMs);
  return { promise, stop: () => clearInterval(timer) };
}

/** A worker that cannot start never answers; one that lost its memory says so at most here. */
function watchFailure(worker: Worker, file: string, hasStarted: () => boolean): Watch {
  const { promise, reject } = Promise.withResolvers<never>();
  promise.catch(() => {});
  const refuse = (fault: DocumentFault): void => reject(new DocumentError(fault));
  const onError = ({ message: reason }: ErrorEvent): void => {
    if (/memory/i.test(reason)) refuse({ kind: "out-of-memory", file });
    else if (!hasStarted())
      refuse(reason ? { kind: "worker-failed", file, reason } : { kind: "worker-not-started", file });
  };
  const onUnreadable = (): void => refuse({ kind: "worker-message-lost", file });
  worker.addEventListener("error", onError);
  worker.addEventListener("messageerror", onUnreadable);
  const stop = (): void => {
    worker.removeEventListener("error", onError);
    worker.removeEventListener("messageerror", onUnreadable);
  };
  return { promise, stop };
}
