// One HTTP request: its headers checked to the byte, its body copied where it belongs. Never more than one buffer.
// Only `bytes=a-b` and no header of our own: anything else makes browsers ask the server for permission first.
import { DownloadError, ModelChangedError } from "../errors";
import { parseRetryAfterMs } from "./back-off";
import type { DownloadEnvironment } from "./environment";
import { failureOfStatus, TransferFailure, WEB_PAGE_SENTENCE } from "./transfer-failure";

/** The identity of a file on a server; null where it is not known. */
export interface FileIdentity {
  readonly byteLength: number | null;
  readonly etag: string | null;
}

/** An answer whose headers are right. `close()` must be called; it drops what is left of the body. */
export interface OpenAnswer {
  readonly byteLength: number; // of the whole file
  readonly etag: string | null;
  /** Copies the body into `target` from `offset` on until it is full or the body ends; gives the new offset. */
  readInto(target: Uint8Array, offset: number, onBytes: (byteLength: number) => void): Promise<number>;
  /** Throws when the body goes on. */
  expectEnd(): Promise<void>;
  close(): void;
}

interface Connection {
  readonly response: Response;
  /** Runs one step of the exchange; silence longer than the environment allows ends it. */
  guard<T>(step: () => Promise<T>): Promise<T>;
  close(): void;
}

async function connect(
  url: string,
  headers: Record<string, string>,
  environment: DownloadEnvironment,
  signal: AbortSignal,
): Promise<Connection> {
  const controller = new AbortController();
  let hasStalled = false;
  const guard = async <T>(step: () => Promise<T>): Promise<T> => {
    const timer = setTimeout(() => {
      hasStalled = true;
      controller.abort();
    }, environment.stallMs);
    try {
      return await step();
    } catch (error) {
      if (signal.aborted) throw signal.reason;
      if (hasStalled) throw new TransferFailure({ kind: "stalled" });
      if (error instanceof TypeError) throw new TransferFailure({ kind: "network" });
      throw error;
    } finally {
      clearTimeout(timer);
    }
  };
  const init: RequestInit = {
    headers,
    cache: "no-store", // gigabytes in the HTTP cache would push out everything else
    credentials: "omit",
    referrerPolicy: "no-referrer",
    signal: AbortSignal.any([signal, controller.signal]),
  };
  const response = await guard(() => environment.fetch(url, init));
  return { response, guard, close: () => controller.abort() };
}

function bodyOf(connection: Connection, byteLength: number, etag: string | null): OpenAnswer {
  const reader = connection.response.body?.getReader();
  if (!reader) throw new TransferFailure({ kind: "short" });
  let rest: Uint8Array = new Uint8Array();
  const next = async (): Promise<boolean> => {
    while (rest.byteLength === 0) {
      const { done, value } = await connection.guard(() => reader.read());
      if (done) return false;
      rest = value;
    }
    return true;
  };
  return {
    byteLength,
    etag,
    async readInto(target, offset, onBytes) {
      let filled = offset;
      while (filled < target.byteLength && (await next())) {
        const piece = rest.subarray(0, target.byteLength - filled);
        target.set(piece, filled);
        rest = rest.subarray(piece.byteLength);
        filled += piece.byteLength;
        onBytes(piece.byteLength);
      }
      return filled;
    },
    async expectEnd() {
      if (await next())
        throw new TransferFailure({ kind: "mismatch", detail: "more bytes than it announced" });
    },
    close: () => connection.close(),
  };
}

function throwForStatus(response: Response, identity: FileIdentity): void {
  if (response.status === 416) {
    throw identity.byteLength === null
      ? new DownloadError("The file on the server is empty.")
      : new ModelChangedError(
          "The file on the server is shorter than it was. Start the download again: it begins anew with the file as it is now.",
        );
  }
  const retryAfterMs = parseRetryAfterMs(response.headers.get("Retry-After"), Date.now());
  if (!response.ok) throw failureOfStatus(response.status, retryAfterMs);
  if (response.headers.get("Content-Type")?.startsWith("text/html"))
    throw new DownloadError(WEB_PAGE_SENTENCE);
}

/** Throws ModelChangedError unless the answer is about the file that is already here in part. */
function checkIdentity(expected: FileIdentity, byteLength: number, etag: string | null): void {
  if (expected.byteLength !== null && expected.byteLength !== byteLength) {
    throw new ModelChangedError(
      `The file on the server has ${byteLength} bytes and ${expected.byteLength} were expected: it was replaced. Start the download again: it begins anew with the file as it is now.`,
    );
  }
  const isSameTag = (a: string, b: string): boolean => a.replace(/^W\//, "") === b.replace(/^W\//, "");
  if (expected.etag !== null && etag !== null && !isSameTag(expected.etag, etag)) {
    throw new ModelChangedError(
      "The file on the server was replaced since the download began. Start the download again: it begins anew with the file as it is now.",
    );
  }
}

function checkContentRange(response: Response, start: number, length: number): number {
  const header = response.headers.get("Content-Range");
  // A server in another origin must allow reading Content-Range; without it nothing proves which bytes these are.
  if (header === null) throw new TransferFailure({ kind: "range-ignored" });
  const match = /^bytes (\d{1,15})-(\d{1,15})\/(\d{1,15})$/.exec(header);
  const mismatch = new TransferFailure({ kind: "mismatch", detail: `Content-Range ${header.slice(0, 80)}` });
  if (!match) throw mismatch;
  const [first, last, total] = match.slice(1).map(Number) as [number, number, number];
  const expectedLast = Math.min(start + length, total) - 1;
  if (first !== start || last !== expectedLast) throw mismatch;
  const contentLength = response.headers.get("Content-Length");
  if (contentLength !== null && Number(contentLength) !== last - first + 1) {
    throw new TransferFailure({ kind: "mismatch", detail: `Content-Length ${contentLength.slice(0, 20)}` });
  }
  return total;
}

/** Asks for `length` bytes from `start` (fewer where the file ends) and accepts nothing else. */
export async function openRange(
  url: string,
  start: number,
  length: number,
  identity: FileIdentity,
  environment: DownloadEnvironment,
  signal: AbortSignal,
): Promise<OpenAnswer> {
  const headers = { Range: `bytes=${start}-${start + length - 1}` };
  const connection = await connect(url, headers, environment, signal);
  const { response } = connection;
  try {
    throwForStatus(response, identity);
    if (response.status !== 206) throw new TransferFailure({ kind: "range-ignored" });
    const total = checkContentRange(response, start, length);
    const etag = response.headers.get("ETag");
    checkIdentity(identity, total, etag);
    return bodyOf(connection, total, etag);
  } catch (error) {
    connection.close();
    throw error;
  }
}

/** Asks for the whole file, for servers that cannot send parts. */
export async function openWhole(
  url: string,
  identity: FileIdentity,
  environment: DownloadEnvironment,
  signal: AbortSignal,
): Promise<OpenAnswer> {
  const connection = await connect(url, {}, environment, signal);
  const { response } = connection;
  try {
    throwForStatus(response, identity);
    const etag = response.headers.get("ETag");
    // A compressed answer's Content-Length is that of the compressed bytes.
    const isEncoded = (response.headers.get("Content-Encoding") ?? "identity") !== "identity";
    const header = isEncoded ? null : response.headers.get("Content-Length");
    const byteLength = header === null ? identity.byteLength : Number(header);
    if (byteLength === null) {
      throw new DownloadError(
        "The server does not say how long the file is, so a cut could not be noticed. Download the file in the browser and open it from disk.",
      );
    }
    checkIdentity(identity, byteLength, etag);
    return bodyOf(connection, byteLength, etag);
  } catch (error) {
    connection.close();
    throw error;
  }
}
