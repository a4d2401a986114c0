// What a download needs from the machine around it: requests, time and chance. Tests put their own in its place.
import { settleOnAbort, sleep } from "./abortable";
import { fetchFromAnywhere } from "./remote-fetch";

export interface DownloadEnvironment {
  readonly fetch: (url: string, init: RequestInit) => Promise<Response>;
  readonly now: () => number; // ms
  readonly sleep: (ms: number, signal: AbortSignal) => Promise<void>; // rejects when aborted
  readonly random: () => number; // [0, 1)
  readonly isOnline: () => boolean;
  readonly untilOnline: (signal: AbortSignal) => Promise<void>; // rejects when aborted
  readonly stallMs: number; // silence after which a connection counts as dead
}

export const browserEnvironment: DownloadEnvironment = {
  fetch: fetchFromAnywhere,
  now: () => performance.now(),
  sleep,
  random: Math.random,
  isOnline: () => navigator.onLine !== false,
  untilOnline: (signal) =>
    settleOnAbort(signal, (done) => {
      globalThis.addEventListener("online", done, { once: true });
      return () => globalThis.removeEventListener("online", done);
    }),
  stallMs: 20_000,
};
