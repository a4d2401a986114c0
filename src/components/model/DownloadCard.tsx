// The download that runs, or why it stopped.

import type { DownloadProgress } from "../../../workers/inference/api";
import { type Download, useDownloadStore } from "../../stores/download-store";
import { formatBytes, formatShare, formatSpeed, formatWait } from "../../stores/format";
import { explainProblem } from "../../stores/problems";
import { Button } from "../ui/Button";
import { Notice } from "../ui/Notice";
import { ProgressBar } from "../ui/ProgressBar";

export function DownloadCard() {
  const download = useDownloadStore((state) => state.download);
  if (!download) return null;
  return download.status === "failed" ? <Failed download={download} /> : <Running download={download} />;
}

function Running({ download }: { readonly download: Exclude<Download, { status: "failed" }> }) {
  const { pause, cancel } = useDownloadStore.getState();
  const { name, progress, status } = download;
  const { headline, details, value } = describeProgress(progress);
  return (
    <section aria-label={`Download of ${name}`} className="rounded-2xl border border-line bg-raised p-4">
      <div className="flex items-baseline justify-between gap-3">
        <h3 className="min-w-0 truncate font-semibold">
          <bdi>{name}</bdi>
        </h3>
        <span className="shrink-0 text-sm text-ink-soft tabular-nums">{headline}</span>
      </div>
      <div className="my-3">
        <ProgressBar label={`Download of ${name}`} value={value} />
      </div>
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2">
        <p className="min-w-0 flex-1 basis-48 text-sm text-ink-soft tabular-nums">{details}</p>
        <div className="flex gap-2">
          <Button tone="danger" onClick={() => void cancel()}>
            Cancel
          </Button>
          <Button onClick={pause} disabled={status === "pausing"}>
            {status === "pausing" ? "Pausing…" : "Pause"}
          </Button>
        </div>
      </div>
    </section>
  );
}

interface ProgressWords {
  readonly headline: string;
  readonly details: string;
  readonly value: number | null;
}

function describeProgress(progress: DownloadProgress): ProgressWords {
  switch (progress.phase) {
    case "connecting":
      return { headline: "Connecting…", details: "", value: null };
    case "downloading":
      return {
        headline: formatShare(progress.receivedBytes, progress.totalBytes),
        details: describeTransfer(progress),
        value: progress.receivedBytes / progress.totalBytes,
      };
    case "retrying":
      return {
        headline: formatShare(progress.receivedBytes, progress.totalBytes),
        details: `${progress.reason} Trying again in ${formatWait(progress.retryInSeconds)}.`,
        value: progress.receivedBytes / progress.totalBytes,
      };
    case "verifying":
      return {
        headline: "Checking…",
        details: `${formatBytes(progress.verifiedBytes)} of ${formatBytes(progress.totalBytes)} checked`,
        value: progress.verifiedBytes / progress.totalBytes,
      };
    default:
      return progress satisfies never;
  }
}

function describeTransfer(progress: Extract<DownloadProgress, { phase: "downloading" }>): string {
  const { receivedBytes, totalBytes, resumedBytes, bytesPerSecond, secondsLeft } = progress;
  const parts = [`${formatBytes(receivedBytes)} of ${formatBytes(totalBytes)}`];
  if (bytesPerSecond !== null) parts.push(formatSpeed(bytesPerSecond));
  if (secondsLeft !== null) parts.push(`${formatWait(secondsLeft)} left`);
  if (resumedBytes > 0) parts.push(`resumed at ${formatShare(resumedBytes, totalBytes)}`);
  return parts.join(" · ");
}

function Failed({ download }: { readonly download: Extract<Download, { status: "failed" }> }) {
  const { retry, dismiss } = useDownloadStore.getState();
  const { title, sentence } = explainProblem(download.problem);
  const actions = (
    <>
      <Button onClick={() => void retry()}>Try again</Button>
      <Button tone="quiet" onClick={dismiss}>
        Dismiss
      </Button>
    </>
  );
  const isMild = download.problem.name === "OfflineError";
  return (
    <Notice tone={isMild ? "warn" : "danger"} title={`${download.name}: ${title}`} actions={actions}>
      {sentence}
    </Notice>
  );
}
