// What page and service worker must agree on about the lock. Imports nothing.

/** A cache of this name exists while the lock is set. */
export const LOCK_CACHE = "jamba-lock";
