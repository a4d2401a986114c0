// Whether a reload would cut something off: an answer, a download, what is being stored.
import { downloadEnded, isDownloading } from "./download-store";
import { replyEnded, useReplyStore } from "./reply-store";
import { writesEnded } from "./saving";

export const isAtWork = (): boolean => useReplyStore.getState().reply !== null || isDownloading();

/** The end of an answer is still being stored when it has ended. */
export async function untilIdle(): Promise<void> {
  do {
    await Promise.all([replyEnded(), downloadEnded()]);
    await writesEnded();
  } while (isAtWork());
}
