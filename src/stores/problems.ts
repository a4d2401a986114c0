// What went wrong, in words, and what to do next. Errors from the worker are told apart by name only.
import type { DocumentErrorName, DocumentFault } from "../../workers/documents/api";
import type { ErrorName } from "../../workers/inference/api";
import type { Texts } from "../i18n/catalogue";
import { currentTexts } from "../i18n/language-store";
import { describeFault } from "./document-problems";

export type ProblemName =
  | ErrorName
  | DocumentErrorName
  | "DocumentGoneError"
  | "WorkerDiedError"
  | "DeviceLostAgainError"
  | "LockedError" // set by the user: stores/lock-store.ts
  | "ModelEvictedError"
  | "PageStorageError"
  | "PageStorageGoneError"
  | "NewerStorageError"
  | "UnknownError";

export interface Problem {
  readonly name: ProblemName;
  readonly message: string;
  readonly fault?: DocumentFault; // what the documents worker found, for a sentence in the reader's language
}

/** A step the page can offer as a button; stores/remedies.ts carries it out. */
export type Remedy =
  | "load-again"
  | "load-bundled"
  | "open-models"
  | "open-settings"
  | "new-chat"
  | "resume-download"
  | "reload-page"
  | "save-again"
  | "export-chat"; // the one on screen

export interface ProblemText {
  readonly title: string;
  readonly sentence?: string;
}

export interface Explanation {
  readonly title: string;
  readonly sentence: string;
  readonly remedies: readonly Remedy[]; // the best first
}

/** What can be done about each, the best first. */
const remedies: Record<ProblemName, readonly Remedy[]> = {
  WebGpuUnavailableError: ["reload-page"],
  GpuLimitError: ["load-bundled", "open-settings", "open-models"],
  GpuOutOfMemoryError: ["load-again", "open-settings", "load-bundled"],
  DeviceLostError: ["load-again"],
  DeviceLostAgainError: ["reload-page", "load-bundled"],
  LockedError: [],
  NumericalError: ["load-again", "open-models"],
  ModelNotFoundError: ["open-models", "load-bundled"],
  ModelEvictedError: ["open-models"],
  ModelFormatError: ["open-models"],
  ModelDamagedError: ["open-models", "load-bundled"],
  ModelChangedError: ["open-models"],
  DownloadError: ["resume-download", "open-models"],
  OfflineError: ["resume-download"],
  StorageFullError: ["resume-download", "open-models"],
  StorageUnavailableError: ["reload-page"],
  ContextTooLongError: ["new-chat", "open-settings"],
  EngineBusyError: [],
  NoModelError: ["load-again", "open-models"],
  AnswerFormatError: ["open-settings"],
  InternalError: ["load-again", "reload-page"],
  WorkerDiedError: ["load-again", "load-bundled", "reload-page"],
  PageStorageError: ["save-again", "export-chat"],
  PageStorageGoneError: ["export-chat", "reload-page"],
  NewerStorageError: ["reload-page", "export-chat"],
  UnsupportedDocumentError: [],
  DocumentFormatError: [],
  DocumentPasswordError: [],
  DocumentEmptyError: [],
  DocumentWithoutTextError: [],
  DocumentTooLargeError: [],
  DocumentTimeoutError: [],
  DocumentMemoryError: [],
  DocumentWorkerError: [],
  DocumentGoneError: ["new-chat"],
  UnknownError: ["load-again", "reload-page"],
};

const isProblemName = (name: string): name is ProblemName => Object.hasOwn(remedies, name);

const hasFault = (error: Error): error is Error & { readonly fault: DocumentFault } => "fault" in error;

export function problemOf(error: unknown): Problem {
  if (!(error instanceof Error)) return { name: "UnknownError", message: String(error) };
  if (error.name === "QuotaExceededError") return { name: "StorageFullError", message: error.message };
  if (isProblemName(error.name)) {
    const { name, message } = error;
    return hasFault(error) ? { name, message, fault: error.fault } : { name, message };
  }
  return { name: "UnknownError", message: `${error.name}: ${error.message}` };
}

/** A problem read back from storage, whose name another version of the app may have written. */
export function restoreProblem(stored: { readonly name: string; readonly message: string }): Problem {
  return { name: isProblemName(stored.name) ? stored.name : "UnknownError", message: stored.message };
}

/** Without a sentence in the catalogue the error's own message is shown: it has the numbers. */
export function explainProblem(problem: Problem, texts: Texts = currentTexts()): Explanation {
  const { name, message, fault } = problem;
  const { title, sentence = message }: ProblemText = texts.problems[name];
  return { title, sentence: fault ? describeFault(fault, texts) : sentence, remedies: remedies[name] };
}
