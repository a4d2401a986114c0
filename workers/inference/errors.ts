// One class per thing a user can act on: the message gives the numbers and the remedy. `invariant` is for our own bugs.
// The page switches on `name` (ErrorName in api.ts), and says some of them in its reader's language with their `figures`.
import type { ErrorFigures, ErrorName } from "./api";

abstract class NamedError extends Error {
  abstract override readonly name: ErrorName;
}

const gigabytes = (bytes: number): string =>
  bytes >= 1e9 ? `${(bytes / 1e9).toFixed(2)} GB` : `${(bytes / 1e6).toFixed(1)} MB`;

export class WebGpuUnavailableError extends NamedError {
  override readonly name = "WebGpuUnavailableError";
}

/** The adapter's limits are too small for this model. */
export class GpuLimitError extends NamedError {
  override readonly name = "GpuLimitError";
  readonly figures: ErrorFigures["GpuLimitError"];
  constructor(limit: string, needed: number, offered: number) {
    super(
      `This GPU offers ${limit} = ${offered} and the model needs ${needed}. Try a smaller model or a shorter context.`,
    );
    this.figures = { limit, needed, offered };
  }
}

export class GpuOutOfMemoryError extends NamedError {
  override readonly name = "GpuOutOfMemoryError";
  readonly figures: ErrorFigures["GpuOutOfMemoryError"];
  constructor(what: string, byteLength: number) {
    super(
      `The GPU has no memory left for ${what} (${gigabytes(byteLength)}). Close other tabs that use the GPU, shorten the context or choose a smaller model, then load again.`,
    );
    this.figures = { byteLength };
  }
}

export class DeviceLostError extends NamedError {
  override readonly name = "DeviceLostError";
  constructor(reason: string) {
    super(
      `The graphics driver stopped (${reason}). The conversation is safe; load the model again to go on.`,
    );
  }
}

export class NumericalError extends NamedError {
  override readonly name = "NumericalError";
  constructor(where: string) {
    super(
      `The model's numbers broke down (${where}). The answer was stopped so that nothing wrong is shown. Load the model again; if it happens again, the file or the graphics driver is at fault.`,
    );
  }
}

export class ModelNotFoundError extends NamedError {
  override readonly name = "ModelNotFoundError";
}

/** A file that is no GGUF this engine can run; the message names field, value and what was expected. */
export class ModelFormatError extends NamedError {
  override readonly name = "ModelFormatError";
}

export class ModelDamagedError extends NamedError {
  override readonly name = "ModelDamagedError";
}

export class ModelChangedError extends NamedError {
  override readonly name = "ModelChangedError";
}

export class DownloadError extends NamedError {
  override readonly name = "DownloadError";
}

export class OfflineError extends NamedError {
  override readonly name = "OfflineError";
}

export class StorageFullError extends NamedError {
  override readonly name = "StorageFullError";
  readonly figures: ErrorFigures["StorageFullError"];
  constructor(missingBytes: number, keptBytes: number) {
    super(
      `The browser's storage is full: ${gigabytes(missingBytes)} more are needed. The ${gigabytes(keptBytes)} already here are kept; free some disk space or delete another model, then resume.`,
    );
    this.figures = { missingBytes, keptBytes };
  }
}

export class StorageUnavailableError extends NamedError {
  override readonly name = "StorageUnavailableError";
}

export class ContextTooLongError extends NamedError {
  override readonly name = "ContextTooLongError";
  readonly figures: ErrorFigures["ContextTooLongError"];
  constructor(promptTokens: number, contextLength: number) {
    super(
      `The conversation with its documents has ${promptTokens} tokens and the context holds ${contextLength}: ${promptTokens - contextLength + 1} too many, as an answer needs one. Nothing was cut. Remove or shorten a document, start a new chat, or load the model with a longer context.`,
    );
    this.figures = { promptTokens, contextLength };
  }
}

export class EngineBusyError extends NamedError {
  override readonly name = "EngineBusyError";
}

export class NoModelError extends NamedError {
  override readonly name = "NoModelError";
  constructor() {
    super("No model is loaded. Load one first.");
  }
}

/** An answer's form that cannot be kept to: a schema that asks for what is not supported, or for more than fits. */
export class AnswerFormatError extends NamedError {
  override readonly name = "AnswerFormatError";
}

/** A bug of ours, never of the user's. */
export class InternalError extends NamedError {
  override readonly name = "InternalError";
}

export function invariant(condition: unknown, message: () => string): asserts condition {
  if (!condition) throw new InternalError(message());
}
