// One answer at a time in all tabs of a browser: a lock that they wait for in the order in which they asked.
import { useReplyStore } from "./reply-store";

const LOCK = "jamba-turn";
/** What a tab that has just been closed had under way is being stopped; asked again this often, and so long. */
const RETRY_MS = 100;
const RETRIES = 50;

const TAKEN = Symbol("another tab has its turn");

/** Does the work when it is this tab's turn; null: the user stopped it before that. `onWait` is called when another tab goes first. */
export async function inTurn<Result>(
  work: () => Promise<Result>,
  onWait: () => void,
): Promise<Result | null> {
  const { locks } = navigator;
  if (!locks) return work();
  const attempt = () => whenFree(work);
  const first = await locks.request(LOCK, { ifAvailable: true }, (lock) => (lock ? attempt() : TAKEN));
  if (first !== TAKEN) return first;
  onWait();
  const controller = new AbortController();
  const unsubscribe = useReplyStore.subscribe(({ reply }) => {
    if (!reply || reply.isStopping) controller.abort();
  });
  try {
    return await locks.request(LOCK, { signal: controller.signal }, attempt);
  } catch (error) {
    if (controller.signal.aborted && (error as Error).name === "AbortError") return null;
    throw error;
  } finally {
    unsubscribe();
  }
}

async function whenFree<Result>(work: () => Promise<Result>): Promise<Result> {
  for (let left = RETRIES; ; left--) {
    try {
      return await work();
    } catch (error) {
      if (left === 0 || (error as Error).name !== "EngineBusyError") throw error;
      await new Promise((resolve) => setTimeout(resolve, RETRY_MS));
    }
  }
}
