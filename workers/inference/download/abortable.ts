// Waiting that a signal ends.

/** Resolves when what was started is done, rejects with the signal's reason when that comes first; nothing stays behind. */
export function settleOnAbort(signal: AbortSignal, start: (done: () => void) => () => void): Promise<void> {
  return new Promise((resolve, reject) => {
    if (signal.aborted) {
      reject(signal.reason);
      return;
    }
    const cancel = start(() => {
      signal.removeEventListener("abort", onAbort);
      resolve();
    });
    const onAbort = () => {
      cancel();
      reject(signal.reason);
    };
    signal.addEventListener("abort", onAbort, { once: true });
  });
}

export const sleep = (ms: number, signal: AbortSignal): Promise<void> =>
  settleOnAbort(signal, (done) => {
    const timer = setTimeout(done, ms);
    return () => clearTimeout(timer);
  });
