// When a failed request is tried again, and when no more. All lanes of a download share one gate, so that a server in
// trouble sees a pause and not four clients.
import { OfflineError } from "../errors";
import { MAX_ATTEMPTS, rateLimitDelayMs, retryDelayMs } from "./back-off";
import type { DownloadEnvironment } from "./environment";
import type { ProgressReporter } from "./progress-reporter";
import { type FailureReason, finalError, type PassingReason, TransferFailure } from "./transfer-failure";

/** Fewer new bytes than this are no progress: a server that sends one byte a request must not hold us for ever. */
const PROGRESS_BYTES = 64 * 1024;

/** Asked again this often where another try can only help by a fresh redirect or another server. */
const MAX_REFUSED_ATTEMPTS = 3;

const OFFLINE_CHECK_MS = 30_000; // browsers have missed the "online" event

export interface RetryGate {
  /** Runs `attempt` until it succeeds; `filledBytes` tells how far it has come. */
  run(attempt: () => Promise<void>, filledBytes: () => number): Promise<void>;
}

interface GateOptions {
  readonly environment: DownloadEnvironment;
  readonly reporter: ProgressReporter;
  readonly signal: AbortSignal;
  readonly hasBegun: () => boolean; // the server has answered once
}

function attemptLimit(reason: FailureReason): number {
  return reason.kind === "refused" || reason.kind === "mismatch" ? MAX_REFUSED_ATTEMPTS : MAX_ATTEMPTS;
}

async function waitForNetwork(options: GateOptions, attempt: number): Promise<void> {
  const { environment, reporter, signal, hasBegun } = options;
  if (!hasBegun()) {
    throw new OfflineError(
      "There is no network, and the model is not on this device yet. Connect, then try again.",
    );
  }
  while (!environment.isOnline()) {
    reporter.retrying({ kind: "offline" }, attempt, OFFLINE_CHECK_MS);
    const waiting = new AbortController();
    const either = AbortSignal.any([signal, waiting.signal]);
    try {
      await Promise.race([environment.untilOnline(either), environment.sleep(OFFLINE_CHECK_MS, either)]);
    } finally {
      waiting.abort();
    }
  }
}

export function createRetryGate(options: GateOptions): RetryGate {
  const { environment, reporter, signal } = options;
  let openMs = -Infinity; // no request before this time
  let activeCount = 0;

  /** Closes the gate for as long as the failure asks, or ends the download; gives the failures to count from. */
  const pause = async (reason: PassingReason, failures: number): Promise<number> => {
    if (reason.kind === "network" && !environment.isOnline()) {
      await waitForNetwork(options, failures);
      return 0;
    }
    if (failures >= attemptLimit(reason)) throw finalError(reason);
    const delayMs =
      reason.kind === "busy"
        ? rateLimitDelayMs(reason.retryAfterMs, failures, environment.random)
        : retryDelayMs(failures, environment.random);
    openMs = Math.max(openMs, environment.now() + delayMs);
    // While other lanes still receive, a lane that waits is nothing to tell.
    if (activeCount === 0) reporter.retrying(reason, failures, openMs - environment.now());
    return failures;
  };

  const pass = async (): Promise<void> => {
    for (;;) {
      signal.throwIfAborted();
      const waitMs = openMs - environment.now();
      if (waitMs <= 0) return;
      await environment.sleep(waitMs, signal);
    }
  };

  const tryOnce = async (attempt: () => Promise<void>): Promise<PassingReason | null> => {
    activeCount++;
    try {
      await attempt();
      return null;
    } catch (error) {
      if (error instanceof TransferFailure && error.reason.kind !== "range-ignored") return error.reason;
      throw error;
    } finally {
      activeCount--;
    }
  };

  return {
    async run(attempt, filledBytes) {
      let failures = 0;
      for (;;) {
        await pass();
        const before = filledBytes();
        const reason = await tryOnce(attempt);
        if (reason === null) return;
        failures = filledBytes() - before >= PROGRESS_BYTES ? 1 : failures + 1;
        failures = await pause(reason, failures);
      }
    },
  };
}
