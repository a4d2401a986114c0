// The download that runs, or why it stopped.
import type { DownloadProgress } from "../../../workers/inference/api";
import type { Texts } from "../../i18n/catalogue";
import { useTexts } from "../../i18n/language-store";
import { type Download, useDownloadStore } from "../../stores/download-store";
import { formatShare } from "../../stores/format";
import { explainProblem } from "../../stores/problems";
import { describeRetry } from "../../stores/retry-words";
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
  const texts = useTexts();
  const { models, common } = texts;
  const { headline, details, value } = describeProgress(progress, texts);
  return (
    <section aria-label={models.transfer.of(name)} className="rounded-2xl border border-line bg-raised p-4">
      <div className="flex items-baseline justify-between gap-3">
        <h3 className="min-w-0 font-semibold">
          <bdi className="one-line">{name}</bdi>
        </h3>
        <span className="shrink-0 text-sm text-ink-soft tabular-nums">{headline}</span>
      </div>
      <div className="my-3">
        <ProgressBar label={models.transfer.of(name)} value={value} />
      </div>
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2">
        <p className="min-w-0 flex-1 basis-48 text-sm text-ink-soft tabular-nums">{details}</p>
        <div className="flex gap-2">
          <Button tone="danger" onClick={() => void cancel()}>
            {common.cancel}
          </Button>
          <Button onClick={pause} disabled={status === "pausing"}>
            {status === "pausing" ? models.transfer.pausing : models.transfer.pause}
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

function describeProgress(progress: DownloadProgress, texts: Texts): ProgressWords {
  const { transfer } = texts.models;
  switch (progress.phase) {
    case "connecting":
      return { headline: transfer.connecting, details: "", value: null };
    case "downloading":
      return {
        headline: formatShare(progress.receivedBytes, progress.totalBytes),
        details: transfer.progress(progress),
        value: progress.receivedBytes / progress.totalBytes,
      };
    case "retrying":
      return {
        headline: formatShare(progress.receivedBytes, progress.totalBytes),
        details: describeRetry(progress, texts),
        value: progress.receivedBytes / progress.totalBytes,
      };
    case "verifying":
      return {
        headline: transfer.checking,
        details: transfer.checked(progress.verifiedBytes, progress.totalBytes),
        value: progress.verifiedBytes / progress.totalBytes,
      };
    default:
      return progress satisfies never;
  }
}

function Failed({ download }: { readonly download: Extract<Download, { status: "failed" }> }) {
  const { retry, dismiss } = useDownloadStore.getState();
  const texts = useTexts();
  const { title, sentence, detail } = explainProblem(download.problem, texts);
  const actions = (
    <>
      <Button onClick={() => void retry()}>{texts.models.transfer.tryAgain}</Button>
      <Button tone="quiet" onClick={dismiss}>
        {texts.common.dismiss}
      </Button>
    </>
  );
  const isMild = download.problem.name === "OfflineError";
  return (
    <Notice
      tone={isMild ? "warn" : "danger"}
      title={texts.models.transfer.failed(download.name, title)}
      detail={detail}
      actions={actions}
    >
      {sentence}
    </Notice>
  );
}
