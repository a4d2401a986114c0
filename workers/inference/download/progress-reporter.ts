// Turns bytes that come in into DownloadProgress, at most ten times a second.
import type { DownloadProgress, RetryReason } from "../api";
import { createRateMeter, type RateMeter } from "./rate-meter";

const REPORT_EVERY_MS = 100;

export interface ProgressReporter {
  /** Says how long the file is and how much of it was there before. */
  begin(totalBytes: number, storedBytes: number): void;
  /** Counts bytes in; negative ones were thrown away again. */
  add(byteLength: number): void;
  retrying(reason: RetryReason, attempt: number, delayMs: number): void;
  /** Reports now, whatever was reported when. */
  flush(): void;
}

export function createProgressReporter(
  onProgress: (progress: DownloadProgress) => void,
  now: () => number,
): ProgressReporter {
  let totalBytes = 0;
  let resumedBytes = 0;
  let receivedBytes = 0;
  let reportedMs = -Infinity;
  let meter: RateMeter = createRateMeter(now());

  const flush = (): void => {
    const nowMs = now();
    reportedMs = nowMs;
    onProgress({
      phase: "downloading",
      receivedBytes,
      totalBytes,
      resumedBytes,
      bytesPerSecond: meter.bytesPerSecond(nowMs),
      secondsLeft: meter.secondsLeft(totalBytes - receivedBytes, nowMs),
    });
  };

  return {
    begin(total, stored) {
      totalBytes = total;
      resumedBytes = stored;
      receivedBytes = stored;
      meter = createRateMeter(now());
      flush();
    },
    add(byteLength) {
      receivedBytes += byteLength;
      const nowMs = now();
      if (byteLength > 0) meter.add(byteLength, nowMs);
      if (nowMs - reportedMs >= REPORT_EVERY_MS) flush();
    },
    retrying(reason, attempt, delayMs) {
      reportedMs = -Infinity; // the next bytes are news
      onProgress({
        phase: "retrying",
        reason,
        attempt,
        retryInSeconds: Math.ceil(delayMs / 1_000),
        receivedBytes,
        totalBytes,
      });
    },
    flush,
  };
}
