// What went wrong, in words, and what to do next. Errors from the worker are told apart by name only.
import type { DocumentErrorName } from "../../workers/documents/api";
import type { ErrorName } from "../../workers/inference/api";

export type ProblemName =
  | ErrorName
  | DocumentErrorName
  | "DocumentGoneError"
  | "WorkerDiedError"
  | "DeviceLostAgainError"
  | "ModelEvictedError"
  | "PageStorageError"
  | "UnknownError";

export interface Problem {
  readonly name: ProblemName;
  readonly message: string;
}

/** A step the page can offer as a button; stores/remedies.ts carries it out. */
export type Remedy =
  | "load-again"
  | "load-bundled"
  | "open-models"
  | "open-settings"
  | "new-chat"
  | "resume-download"
  | "reload-page";

export interface Explanation {
  readonly title: string;
  readonly sentence: string;
  readonly remedies: readonly Remedy[]; // the best first
}

type Wording = Omit<Explanation, "sentence"> & { readonly sentence?: string };

/** Without a `sentence` the error's own message is shown: it has the numbers. */
const wordings: Record<ProblemName, Wording> = {
  WebGpuUnavailableError: {
    title: "This browser cannot run the model",
    remedies: ["reload-page"],
  },
  GpuLimitError: {
    title: "This GPU is too small for this model",
    remedies: ["load-bundled", "open-settings", "open-models"],
  },
  GpuOutOfMemoryError: {
    title: "The GPU is out of memory",
    remedies: ["load-again", "open-settings", "load-bundled"],
  },
  DeviceLostError: {
    title: "The graphics driver restarted",
    sentence:
      "The model left the GPU. Your conversation, with the answer as far as it had come, is safe: load the model again, then regenerate to go on.",
    remedies: ["load-again"],
  },
  DeviceLostAgainError: {
    title: "The graphics driver stopped again",
    sentence:
      "Your conversation is safe. Reload the page to start with a clean driver; if it keeps happening, close other tabs that use the GPU or use a smaller model.",
    remedies: ["reload-page", "load-bundled"],
  },
  NumericalError: { title: "The model's numbers broke down", remedies: ["load-again", "open-models"] },
  ModelNotFoundError: { title: "The model is not here", remedies: ["open-models", "load-bundled"] },
  ModelEvictedError: { title: "The browser removed the model", remedies: ["open-models"] },
  ModelFormatError: { title: "This file is not a model this app can run", remedies: ["open-models"] },
  ModelDamagedError: { title: "The stored model is damaged", remedies: ["open-models", "load-bundled"] },
  ModelChangedError: { title: "The file on the server has changed", remedies: ["open-models"] },
  DownloadError: { title: "The download stopped", remedies: ["resume-download", "open-models"] },
  OfflineError: {
    title: "No network",
    sentence: "What has arrived is kept, and the download goes on by itself when the network is back.",
    remedies: ["resume-download"],
  },
  StorageFullError: { title: "The browser's storage is full", remedies: ["resume-download", "open-models"] },
  StorageUnavailableError: {
    title: "The browser does not let this page store data",
    remedies: ["reload-page"],
  },
  ContextTooLongError: { title: "This is too long for the model", remedies: ["new-chat", "open-settings"] },
  EngineBusyError: {
    title: "The model is busy",
    sentence: "It is still at work on something else. Wait a moment, then try again.",
    remedies: [],
  },
  NoModelError: { title: "No model is loaded", remedies: ["load-again", "open-models"] },
  InternalError: { title: "A fault in the app", remedies: ["load-again", "reload-page"] },
  WorkerDiedError: {
    title: "The model's process stopped",
    sentence:
      "Most often the browser ended it for want of memory. The conversation is safe; close what you do not need, then start it again.",
    remedies: ["load-again", "load-bundled", "reload-page"],
  },
  PageStorageError: {
    title: "This conversation is not being saved",
    remedies: [],
  },
  UnsupportedDocumentError: { title: "This file cannot be attached", remedies: [] },
  DocumentFormatError: { title: "This file is damaged", remedies: [] },
  DocumentPasswordError: { title: "This file is locked", remedies: [] },
  DocumentEmptyError: { title: "This file is empty", remedies: [] },
  DocumentWithoutTextError: { title: "This document has no text", remedies: [] },
  DocumentTooLargeError: { title: "This document is too large", remedies: [] },
  DocumentTimeoutError: { title: "This document took too long", remedies: [] },
  DocumentMemoryError: { title: "This document needs too much memory", remedies: [] },
  DocumentWorkerError: { title: "The reader of documents stopped", remedies: [] },
  DocumentGoneError: { title: "A document is gone", remedies: ["new-chat"] },
  UnknownError: { title: "Something went wrong", remedies: ["load-again", "reload-page"] },
};

const isProblemName = (name: string): name is ProblemName => Object.hasOwn(wordings, name);

export function problemOf(error: unknown): Problem {
  if (!(error instanceof Error)) return { name: "UnknownError", message: String(error) };
  if (error.name === "QuotaExceededError") return { name: "StorageFullError", message: error.message };
  if (isProblemName(error.name)) return { name: error.name, message: error.message };
  return { name: "UnknownError", message: `${error.name}: ${error.message}` };
}

/** A problem read back from storage, whose name another version of the app may have written. */
export function restoreProblem(stored: { readonly name: string; readonly message: string }): Problem {
  return { name: isProblemName(stored.name) ? stored.name : "UnknownError", message: stored.message };
}

export function explainProblem(problem: Problem): Explanation {
  const { title, sentence, remedies } = wordings[problem.name];
  return { title, sentence: sentence ?? problem.message, remedies };
}
