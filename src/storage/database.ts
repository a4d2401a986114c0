// IndexedDB as idb-keyval sees it (a UseStore), made robust: a lost connection is opened again once, every call has a time limit,
// and a database that a later version of the app has changed is left alone. What calls do not see, a listener is told.
import type { UseStore } from "idb-keyval";

/** Of every database of the page. A version of the app that changes how one is laid out raises it, so that older pages see it. */
export const DATABASE_VERSION = 1;

const TIME_LIMIT_MS = 30_000; // after site data was cleared a call can hang for ever

/** A later version of the app has changed the database; this page must neither read nor write it. */
export class NewerStorageError extends Error {
  override readonly name = "NewerStorageError";
}

export type StorageEvent =
  | "closed" // by the browser: its data cleared, its disk gone, or a connection that was dropped
  | "unreadable"; // records that this version cannot read: they stay as they are, unlisted

let report: (event: StorageEvent) => void = () => undefined;

/** A second listener replaces the first. */
export function listenToStorage(listener: (event: StorageEvent) => void): void {
  report = listener;
}

/** A database with one object store of the same name as its second parameter, in which keys are given and values are any. */
export function openStore(name: string, storeName: string): UseStore {
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
        return callback(
          database.transaction(storeName, mode, { durability: "strict" }).objectStore(storeName),
        );
      };
      try {
        return await withTimeLimit(run());
      } catch (error) {
        if (isSecondTry || !isLostConnection(error)) throw error ?? new DOMException("", "AbortError");
        forget();
      }
    }
  };
}

function openDatabase(name: string, storeName: string, forget: () => void): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(name, DATABASE_VERSION);
    request.onupgradeneeded = () => request.result.createObjectStore(storeName);
    request.onerror = () =>
      reject(request.error?.name === "VersionError" ? new NewerStorageError(name) : request.error);
    request.onsuccess = () => {
      const database = request.result;
      database.onclose = () => {
        forget();
        report("closed");
      };
      database.onversionchange = () => {
        forget();
        database.close(); // another tab deletes or upgrades it, and would wait for this one
      };
      resolve(database);
    };
  });
}

/** Safari drops connections of tabs in the background, with one of these or with no error at all; opening anew cures it. */
const isLostConnection = (error: unknown): boolean =>
  error === null ||
  (error instanceof DOMException && (error.name === "InvalidStateError" || error.name === "UnknownError"));

function withTimeLimit<T>(promise: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const late = () => reject(new DOMException("The browser's storage does not answer.", "TimeoutError"));
    const timer = setTimeout(late, TIME_LIMIT_MS);
    promise.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}

type Kind = "string" | "number" | "object" | "array";
/** What each field of a record must be; "string|null" where there may be none. */
export type Shape = Readonly<Record<string, Kind | `${Kind}|null`>>;

/** Whether a record that was read back has what this version needs of it; more may be in it. */
export function hasShape(record: unknown, shape: Shape): boolean {
  if (typeof record !== "object" || record === null) return false;
  const fields = record as Readonly<Record<string, unknown>>;
  return Object.entries(shape).every(([name, wanted]) => {
    const value = fields[name];
    if (value === null) return wanted.endsWith("|null");
    return (Array.isArray(value) ? "array" : typeof value) === wanted.replace("|null", "");
  });
}

/** Those that can be read. Others are reported and stay as they are: another version may have written them. */
export function readable<T>(records: readonly T[], isReadable: (record: T) => boolean): T[] {
  const found = records.filter(isReadable);
  if (found.length < records.length) report("unreadable");
  return found;
}
