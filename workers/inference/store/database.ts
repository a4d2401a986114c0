// IndexedDB as idb-keyval sees it (a UseStore), made robust: a lost connection is opened again once, every call has a
// time limit, durability is chosen, and a connection that the browser closes is reported.
import { promisifyRequest, type UseStore } from "idb-keyval";
import { StorageUnavailableError } from "../errors";

const TIME_LIMIT_MS = 30_000; // after site data was cleared a call can hang for ever

const REMEDY =
  "Reload the page; if that does not help, allow this site to store data and restart the browser.";

let reportClosed: (message: string) => void = () => undefined;

/** Tells `listener` when the browser closes the storage under us: data cleared, disk gone. A second replaces the first. */
export function listenForClose(listener: (message: string) => void): void {
  reportClosed = listener;
}

function openDatabase(name: string, storeName: string, forget: () => void): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(name);
    request.onupgradeneeded = () => request.result.createObjectStore(storeName);
    request.onerror = () => reject(request.error);
    request.onsuccess = () => {
      const database = request.result;
      database.onclose = () => {
        forget();
        reportClosed(
          "The browser closed this site's storage, perhaps because its data was cleared. Reload the page before going on.",
        );
      };
      database.onversionchange = () => {
        forget();
        database.close(); // another tab deletes or upgrades it
      };
      resolve(database);
    };
  });
}

function withTimeLimit<T>(promise: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const late = () =>
      reject(
        new StorageUnavailableError(
          `The browser's storage has not answered for ${TIME_LIMIT_MS / 1_000} s. ${REMEDY}`,
        ),
      );
    const timer = setTimeout(late, TIME_LIMIT_MS);
    promise.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}

/** Safari drops connections of tabs in the background; opening anew once cures what can be cured. */
function isLostConnection(error: unknown): boolean {
  return (
    error instanceof DOMException && (error.name === "InvalidStateError" || error.name === "UnknownError")
  );
}

export function isQuotaExceeded(error: unknown): boolean {
  return error instanceof Error && error.name === "QuotaExceededError";
}

function toNamedError(error: unknown): unknown {
  if (isQuotaExceeded(error) || (error instanceof Error && !(error instanceof DOMException))) return error;
  const detail = error instanceof DOMException ? `${error.name}: ${error.message}` : "no reason given";
  return new StorageUnavailableError(`The browser's storage failed (${detail}). ${REMEDY}`);
}

/** A database with one object store. Quota errors pass as they are, all others are StorageUnavailableError. */
export function openStore(name: string, storeName: string, durability: IDBTransactionDurability): UseStore {
  let opened: Promise<IDBDatabase> | undefined;
  const forget = (): void => {
    opened = undefined;
  };
  const connect = (): Promise<IDBDatabase> => {
    opened ??= openDatabase(name, storeName, forget);
    opened.catch(forget);
    return opened;
  };
  return async (mode, callback) => {
    for (let isSecondTry = false; ; isSecondTry = true) {
      const run = async () => {
        const database = await connect();
        return callback(database.transaction(storeName, mode, { durability }).objectStore(storeName));
      };
      try {
        return await withTimeLimit(run());
      } catch (error) {
        if (isSecondTry || !isLostConnection(error)) throw toNamedError(error);
        forget();
      }
    }
  };
}

/** Resolves when the transaction of `store` is on its way to the disk, rejects with its own error when it aborts. */
export function finished(store: IDBObjectStore): Promise<void> {
  return new Promise((resolve, reject) => {
    const { transaction } = store;
    transaction.oncomplete = () => resolve();
    transaction.onabort = () => reject(transaction.error);
  });
}

export function put(access: UseStore, key: IDBValidKey, value: unknown): Promise<void> {
  return access("readwrite", (store) => {
    store.put(value, key);
    return finished(store);
  });
}

/** Puts `value` only where the key still is; false when it is gone. */
export function replace(access: UseStore, key: IDBValidKey, value: unknown): Promise<boolean> {
  return access("readwrite", async (store) => {
    const found = await promisifyRequest(store.getKey(key));
    if (found !== undefined) store.put(value, key);
    await finished(store);
    return found !== undefined;
  });
}
