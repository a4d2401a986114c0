// What asks another computer for something asks here first: under the lock "nothing leaves this device" it is refused in words.
import { LOCK_CACHE } from "../../workers/service/lock-cache";

/** Whether the user has set it; stores/lock-store.ts knows whether it holds. */
export const isLockSet = async (): Promise<boolean> => (await globalThis.caches?.has(LOCK_CACHE)) ?? false;

export async function refuseUnderLock(): Promise<void> {
  if (await isLockSet()) throw await import("./lock-store").then(({ lockedError }) => lockedError());
}
