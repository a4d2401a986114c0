// Why one request failed, and what a user is told when trying again did not help.
import { DownloadError, OfflineError } from "../errors";

export type FailureReason =
  | { readonly kind: "network" } // fetch itself failed: no network, no CORS headers, a cut
  | { readonly kind: "short" } // the body ended early
  | { readonly kind: "stalled" }
  | { readonly kind: "mismatch"; readonly detail: string } // not the bytes that were asked for
  | { readonly kind: "server"; readonly status: number }
  | { readonly kind: "busy"; readonly retryAfterMs: number | null } // 429, or 503 with Retry-After
  | { readonly kind: "refused"; readonly status: number } // 401, 403: a signed address may have expired
  | { readonly kind: "range-ignored" }; // the whole file in answer to a range

/** Another try may help. */
export type PassingReason = Exclude<FailureReason, { readonly kind: "range-ignored" }>;

/** One request's failure; it never leaves this folder. */
export class TransferFailure extends Error {
  override readonly name = "TransferFailure";
  readonly reason: FailureReason;
  constructor(reason: FailureReason) {
    super(reason.kind);
    this.reason = reason;
  }
}

export const WEB_PAGE_SENTENCE =
  "The address answered with something that is no GGUF file, perhaps a web page. If this network asks for a login, open any page, log in and try again; otherwise check the address: it must lead to the .gguf file itself.";

export function describeFailure(reason: FailureReason): string {
  switch (reason.kind) {
    case "network":
      return "The connection to the server broke.";
    case "short":
      return "The server ended its answer early.";
    case "stalled":
      return "The connection stalled.";
    case "mismatch":
      return `The server sent other bytes than asked for (${reason.detail}).`;
    case "server":
      return `The server has a fault (status ${reason.status}).`;
    case "busy":
      return "The server asks for a pause (too many requests).";
    case "refused":
      return `The server refused the download (status ${reason.status}).`;
    case "range-ignored":
      return "The server cannot send parts of a file.";
    default:
      return reason satisfies never;
  }
}

/** The error a download ends with after its last attempt. */
export function finalError(reason: FailureReason): Error {
  const sentence = describeFailure(reason);
  if (reason.kind === "network") {
    return new OfflineError(
      "The server cannot be reached. What is here is kept: check the network, then resume. If other sites open, the server may not allow web apps to read its files.",
    );
  }
  if (reason.kind === "refused") {
    return new DownloadError(
      `${sentence} The address may have expired, or the model needs an account there. Get a fresh address, or download the file in the browser and open it from disk.`,
    );
  }
  if (reason.kind === "mismatch") {
    return new DownloadError(
      `${sentence} Nothing of it was kept. Try again later or from another address; a proxy on this network may be altering files.`,
    );
  }
  return new DownloadError(`${sentence} What is here is kept: resume later.`);
}

/** The status of a failed answer as a failure, or the error that ends the download at once. */
export function failureOfStatus(status: number, retryAfterMs: number | null): Error {
  if (status === 429 || (status === 503 && retryAfterMs !== null)) {
    return new TransferFailure({ kind: "busy", retryAfterMs });
  }
  if (status === 401 || status === 403) return new TransferFailure({ kind: "refused", status });
  if (status === 408 || status >= 500) return new TransferFailure({ kind: "server", status });
  if (status === 404 || status === 410) {
    return new DownloadError(`The server has no such file (status ${status}). Check the address.`);
  }
  return new DownloadError(`The server answered with status ${status}, which is no file. Check the address.`);
}
