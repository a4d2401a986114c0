// What went wrong, in words, and what to do next. Errors from the worker are told apart by name only.
import type { DocumentErrorName, DocumentFault } from "../../workers/documents/api";
import type { ErrorFigures, ErrorName } from "../../workers/inference/api";
import type { Texts } from "../i18n/catalogue";
import { currentTexts } from "../i18n/language-store";
import type { ProblemFigures, ProblemRecord } from "../storage/conversations";
import { describeFault } from "./document-problems";

export type ProblemName =
  | ErrorName
  | DocumentErrorName
  | "DocumentGoneError"
  | "WorkerDiedError"
  | "EngineMovedError"
  | "OtherVersionError"
  | "DeviceLostAgainError"
  | "LockedError" // set by the user: stores/lock-store.ts
  | "ModelEvictedError"
  | "PageStorageError"
  | "PageStorageGoneError"
  | "NewerStorageError"
  | "UnknownError";

/** Errors for which the catalogue has a title, and whose own sentence is English. */
export type WordlessProblemName = Exclude<
  ProblemName,
  | Exclude<DocumentErrorName, "DocumentGoneError">
  | "DeviceLostError"
  | "DeviceLostAgainError"
  | "OfflineError"
  | "EngineBusyError"
  | "WorkerDiedError"
  | "EngineMovedError"
  | "OtherVersionError"
  | "LockedError"
  | "PageStorageError"
  | "PageStorageGoneError"
  | "NewerStorageError"
>;

/** What sentences in other languages are made of; the page's own errors have figures too. */
export interface FiguresByName extends ErrorFigures {
  readonly DocumentGoneError: { readonly documentName: string };
}

export interface Problem {
  readonly name: ProblemName;
  readonly message: string;
  readonly figures?: ProblemFigures;
  readonly fault?: DocumentFault; // what the documents worker found, for a sentence in the reader's language
}

const LOSSES = ["DeviceLostError", "WorkerDiedError", "EngineMovedError"] as const;

/** What takes the model away although nobody wished it. */
export type LossName = (typeof LOSSES)[number];

export const isLoss = (name: string | undefined): boolean => LOSSES.some((loss) => loss === name);

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
  /** The error's own sentence, in English, where it says more. */
  readonly detail?: string;
  readonly remedies: readonly Remedy[]; // the best first
}

/** What can be done about each, the best first. */
const remedies: Record<ProblemName, readonly Remedy[]> = {
  WebGpuUnavailableError: ["reload-page"],
  GpuLimitError: ["load-bundled", "open-settings", "open-models"],
  GpuOutOfMemoryError: ["load-again", "open-settings", "load-bundled"],
  DeviceLostError: ["load-again"],
  DeviceLostAgainError: ["load-again", "load-bundled"],
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
  EngineMovedError: ["load-again", "reload-page"],
  OtherVersionError: ["reload-page"],
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

/** The catalogue says all that they say. */
const COMPLETE: ReadonlySet<string> = new Set<WordlessProblemName>([
  "WebGpuUnavailableError",
  "GpuLimitError",
  "GpuOutOfMemoryError",
  "StorageFullError",
  "ContextTooLongError",
  "NoModelError",
  "DocumentGoneError",
]);

const hasFigures = (error: Error): error is Error & Required<Pick<Problem, "figures">> => "figures" in error;

const hasFault = (error: Error): error is Error & { readonly fault: DocumentFault } => "fault" in error;

export function problemOf(error: unknown): Problem {
  if (!(error instanceof Error)) return { name: "UnknownError", message: String(error) };
  if (error.name === "QuotaExceededError") return { name: "StorageFullError", message: error.message };
  if (isProblemName(error.name)) {
    const { name, message } = error;
    if (hasFigures(error)) return { name, message, figures: error.figures };
    return hasFault(error) ? { name, message, fault: error.fault } : { name, message };
  }
  return { name: "UnknownError", message: `${error.name}: ${error.message}` };
}

/** A problem read back from storage, which another version of the app may have written. */
export function restoreProblem(stored: ProblemRecord): Problem {
  const { name, message, figures } = stored;
  if (!isProblemName(name)) return { name: "UnknownError", message };
  return figures === undefined ? { name, message } : { name, message, figures };
}

/** Without a sentence in the catalogue the error's own message is shown: it has the numbers. */
export function explainProblem(problem: Problem, texts: Texts = currentTexts()): Explanation {
  const { name, message, fault } = problem;
  const { title, sentence }: ProblemText = texts.problems[name];
  const explained = { title, remedies: remedies[name] };
  if (fault) return { ...explained, sentence: describeFault(fault, texts) };
  if (sentence !== undefined) return { ...explained, sentence };
  const said = sayProblem(problem, texts);
  if (said === null) return { ...explained, sentence: message };
  const isWhole = COMPLETE.has(name) || message === "";
  return isWhole ? { ...explained, sentence: said } : { ...explained, sentence: said, detail: message };
}

/** Null where the language is English, or the figures are missing that the sentence needs. */
function sayProblem({ name, figures }: Problem, { engine }: Texts): string | null {
  const { sentences } = engine;
  if (sentences === null || !Object.hasOwn(sentences, name)) return null;
  const sentence = sentences[name as WordlessProblemName];
  if (typeof sentence === "string") return sentence;
  return figures === undefined ? null : (sentence as (given: ProblemFigures) => string)(figures);
}
