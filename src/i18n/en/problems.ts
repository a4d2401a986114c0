// What went wrong, and the steps that are offered as buttons. Where there is no sentence, the error's own message stands.
import type { ProblemName, ProblemText, Remedy } from "../../stores/problems";

export const problems = {
  WebGpuUnavailableError: {
    title: "This browser cannot run the model",
  },
  GpuLimitError: {
    title: "This GPU is too small for this model",
  },
  GpuOutOfMemoryError: {
    title: "The GPU is out of memory",
  },
  DeviceLostError: {
    title: "The graphics driver restarted",
    sentence:
      "The model left the GPU. Your conversation, with the answer as far as it had come, is safe: load the model again, then regenerate to go on.",
  },
  DeviceLostAgainError: {
    title: "The graphics driver stopped again",
    sentence:
      "Everything is saved. Reload the page with the browser's own reload button: only then does the browser give the GPU back, and an answer that was cut goes on by itself. If it keeps happening, close other tabs that use the GPU or use a smaller model.",
  },
  NumericalError: { title: "The model's numbers broke down" },
  ModelNotFoundError: { title: "The model is not here" },
  ModelEvictedError: { title: "The browser removed the model" },
  ModelFormatError: { title: "This file is not a model this app can run" },
  ModelDamagedError: { title: "The stored model is damaged" },
  ModelChangedError: { title: "The file on the server has changed" },
  DownloadError: { title: "The download stopped" },
  LockedError: { title: "Locked" },
  OfflineError: {
    title: "No network",
    sentence: "What has arrived is kept, and the download goes on by itself when the network is back.",
  },
  StorageFullError: { title: "The browser's storage is full" },
  StorageUnavailableError: {
    title: "The browser does not let this page store data",
  },
  ContextTooLongError: { title: "This is too long for the model" },
  EngineBusyError: {
    title: "The model is busy",
    sentence: "It is still at work on something else. Wait a moment, then try again.",
  },
  NoModelError: { title: "No model is loaded" },
  AnswerFormatError: { title: "The answer's format cannot be kept" },
  InternalError: { title: "A fault in the app" },
  WorkerDiedError: {
    title: "The model's process stopped",
    sentence:
      "Most often the browser ended it for want of memory. The conversation is safe; close what you do not need, then start it again.",
  },
  EngineMovedError: {
    title: "The tab that ran the model was closed",
    sentence: "What it had come to is saved: load the model again here to go on.",
  },
  OtherVersionError: {
    title: "Another tab runs another version of this app",
    sentence:
      "The model runs in one tab for all, and only for tabs of its own version. Reload that tab, then this one: both then have the newest. What you have written is saved.",
  },
  PageStorageError: {
    title: "This conversation is not being saved",
    sentence:
      "The browser refuses to store it. It stays on screen until this page closes, and saving is tried again by itself: make room on the disk or let this site store data, or export the chat.",
  },
  PageStorageGoneError: {
    title: "This site’s data was removed",
    sentence:
      "The browser has removed what this page had stored. The chat on screen is still here: export it before you reload the page.",
  },
  NewerStorageError: {
    title: "A newer version has been here",
    sentence:
      "A newer version of this app has changed how chats are stored, so this page stores nothing more. Reload it to get that version; what is stored stays.",
  },
  UnsupportedDocumentError: { title: "This file cannot be attached" },
  DocumentFormatError: { title: "This file is damaged" },
  DocumentPasswordError: { title: "This file is locked" },
  DocumentEmptyError: { title: "This file is empty" },
  DocumentWithoutTextError: { title: "This document has no text" },
  DocumentTooLargeError: { title: "This document is too large" },
  DocumentTimeoutError: { title: "This document took too long" },
  DocumentMemoryError: { title: "This document needs too much memory" },
  DocumentWorkerError: { title: "The reader of documents stopped" },
  DocumentGoneError: { title: "A document is gone" },
  UnknownError: { title: "Something went wrong" },
} satisfies Record<ProblemName, ProblemText>;

export const remedies: Record<Remedy, string> = {
  "load-again": "Load again",
  "load-bundled": "Use the small model",
  "open-models": "Open Models",
  "open-settings": "Open Settings",
  "new-chat": "New chat",
  "resume-download": "Try again",
  "reload-page": "Reload the page",
  "save-again": "Save again",
  "export-chat": "Export this chat",
};
