// IndexedDB that fails on purpose, for tests: the chosen writes or transactions of this page, as a browser fails them.

export const quotaExceeded = (): DOMException => new DOMException("", "QuotaExceededError");

/** Runs `work` while the writes from number `from`, `count` of them, fail as `error`; gives how many writes there were. */
export async function withFailingWrites(
  from: number,
  count: number,
  error: DOMException,
  work: () => Promise<unknown>,
): Promise<number> {
  const { put } = IDBObjectStore.prototype;
  let writes = 0;
  IDBObjectStore.prototype.put = function (value, key) {
    const number = writes++;
    if (number >= from && number < from + count) throw error;
    return put.call(this, value, key);
  };
  try {
    await work();
  } finally {
    IDBObjectStore.prototype.put = put;
  }
  return writes;
}

/** Runs `work` while the next `count` transactions are refused, as Safari refuses them on a connection that it dropped. */
export async function withLostConnections(
  count: number,
  error: DOMException,
  work: () => Promise<unknown>,
): Promise<void> {
  const { transaction } = IDBDatabase.prototype;
  let left = count;
  IDBDatabase.prototype.transaction = function (...parameters) {
    if (left-- > 0) throw error;
    return transaction.apply(this, parameters);
  };
  try {
    await work();
  } finally {
    IDBDatabase.prototype.transaction = transaction;
  }
}
