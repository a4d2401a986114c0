// Documents and files beside a message: what each is, how large, how far it has been read, and what was amiss.
import { formatCount } from "../../stores/format";

export const chips = {
  attached: "Attached documents",
  warnings: "Warnings",
  tokens: (count: number) => `${formatCount(count)} tokens`,
  characters: (count: number) => `${formatCount(count)} characters`,
  shareOfWindow: (share: string) => `${share} of the window`,
  read: "read",
  readTo: (share: string) => `read to ${share}`,
  reading: (share: string) => `reading ${share}`,
  readingPage: (share: string, page: number) => `reading ${share}, page ${formatCount(page)}`,
  readingWithWait: (share: string, wait: string) => `reading ${share}, about ${wait} left`,
  readingPageWithWait: (share: string, page: number, wait: string) =>
    `reading ${share}, page ${formatCount(page)}, about ${wait} left`,
  stop: "Stop",
  pasteAsText: "Paste as text",
  chooseAPart: "Choose a part",
  choosePartOf: (name: string) => `Choose a part of ${name}`,
  remove: (name: string) => `Remove ${name}`,
  cancel: (name: string) => `Cancel ${name}`,
  locked: "Locked by a password",
  enterPassword: "Enter password",
  waiting: "Waiting…",
  opening: "Opening…",
  openingPage: (page: number, pageCount: number) =>
    `Opening… page ${formatCount(page)} of ${formatCount(pageCount)}`,
  openingFile: (name: string) => `Opening ${name}`,
  tooManyFiles: (count: number, most: number) =>
    `${formatCount(count)} files at once are too many: the first ${formatCount(most)} are attached.`,
  dropToAdd: "Drop to add",
  dropHelp: "PDF, Word, EPUB, web pages and text become documents, a .gguf a model.",
};
