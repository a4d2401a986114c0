// The tab's title shows what one waits for while looking at another tab.
import { useDownloadStore } from "./download-store";
import { formatShare } from "./format";
import { useReplyStore } from "./reply-store";

const APP_NAME = "Jamba";

function currentTitle(): string {
  const { download } = useDownloadStore.getState();
  if (download?.status === "failed") return `Download stopped · ${APP_NAME}`;
  const progress = download?.progress;
  if (progress?.phase === "downloading" || progress?.phase === "retrying") {
    return `${formatShare(progress.receivedBytes, progress.totalBytes)} · ${APP_NAME}`;
  }
  if (progress?.phase === "verifying") return `Verifying… · ${APP_NAME}`;
  return useReplyStore.getState().reply ? `Answering… · ${APP_NAME}` : APP_NAME;
}

export function keepDocumentTitle(): void {
  const update = (): void => {
    const title = currentTitle();
    if (document.title !== title) document.title = title;
  };
  useDownloadStore.subscribe(update);
  useReplyStore.subscribe(update);
}
