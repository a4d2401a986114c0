// The lock "nothing leaves this device": set by the user, kept as a cache that exists or not, so that it outlives the service worker
// and the page can look without asking. While it is set the service worker answers from the app's cache or not at all.
import { LOCK_CACHE } from "./lock-cache";

/** Undefined until the browser's storage has answered once. */
let isSet: boolean | undefined;

export const readLock = async (): Promise<boolean> => {
  if (isSet !== undefined) return isSet;
  const found = await caches.has(LOCK_CACHE);
  isSet ??= found; // set meanwhile: that counts
  return isSet;
};

/** What is known at once: a request can be left to the browser only without waiting. */
export const lockAtHand = (): boolean | undefined => isSet;

export async function setLock(wanted: boolean): Promise<void> {
  isSet = undefined;
  if (wanted) await caches.open(LOCK_CACHE);
  else await caches.delete(LOCK_CACHE);
  isSet = wanted;
}

/** Another version of the service worker may have changed it while this one waited. */
export function forgetLock(): void {
  isSet = undefined;
}
