// One tab at a time may change a stored model. The browser frees the lock when the tab dies.
import { EngineBusyError } from "../errors";

const lockName = (modelId: string): string => `model:${modelId}`;

export function withModelLock<T>(modelId: string, work: () => Promise<T>): Promise<T> {
  return navigator.locks.request(lockName(modelId), { ifAvailable: true }, (lock) => {
    if (!lock) {
      throw new EngineBusyError(
        "Another tab is downloading or deleting this model. Let it finish there, or close that tab and try again.",
      );
    }
    return work();
  });
}

/** Waits for the tab that has the lock: for work that is over in a moment. */
export function waitForModelLock<T>(
  modelId: string,
  signal: AbortSignal,
  work: () => Promise<T>,
): Promise<T> {
  return navigator.locks.request(lockName(modelId), { signal }, work);
}
