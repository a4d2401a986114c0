// Where the user writes: the box, its buttons, what waits to be sent, and what fills the model's window.
import { formatCount, formatShare } from "../../stores/format";
import { pluralIn } from "../plural";

const plural = pluralIn("en");

export const composer = {
  form: "Write to the model",
  message: "Message",
  placeholder: "Ask, or paste a document",
  attach: "Attach document",
  send: "Send",
  queue: "Queue this message",
  stop: "Stop",
  answeringElsewhere: "Answering in another chat…",
  gettingReady: "The model is getting ready…",
  openingDocument: "Opening a document…",
  draftTokens: (count: number) =>
    plural(count, { one: `${formatCount(count)} token`, other: `${formatCount(count)} tokens` }),
  pasted: (beginning: string) => `Pasted text: ${beginning}`,
  noPictures: "Pictures cannot be read: the model knows text only.",
  documentGone: (name: string) => `“${name}” was deleted from the library and is no longer attached.`,

  // Messages that wait for the end of an answer
  queued: "Queued messages",
  queuedNext: "Sent when the answer ends",
  queuedForModel: "Sent when the model is ready",
  queuedWithoutModel: "Not sent: no model is running. It is sent when one is",
  beingSent: "Sending…",
  held: {
    stopped: "Not sent: the answer before was stopped",
    failed: "Not sent: the answer before failed",
    reloaded: "Not sent: the page was closed meanwhile",
    refused: "Could not be sent",
  },
  queuedDocuments: (count: number) =>
    plural(count, { one: `${formatCount(count)} document`, other: `${formatCount(count)} documents` }),
  sendQueued: "Send now",
  interruptWithQueued: "Break off the answer and send now",
  editQueued: "Edit",
  removeQueued: "Remove",

  // What fills the window
  window: "What fills the window",
  windowUsed: (used: number, all: number) => `Window: ${formatShare(used, all)} used`,
  windowFigures: (used: number, all: number) => `${formatCount(used)} of ${formatCount(all)} tokens`,
  shares: { instructions: "Instructions", messages: "Messages", draft: "This message" },
  free: "Free",
  lastTurn: "Last answer",
  lastTurnFigures: (read: number, remembered: number, written: number) =>
    `${formatCount(read)} read · ${formatCount(remembered)} remembered · ${formatCount(written)} written`,
  nearlyFull: (used: number, all: number) =>
    `${formatShare(used, all)} of the window is used: a long answer may be cut.`,
  nearlyFullAdvice: "Start a new chat for what is new, or send less of a document.",
  tooLongWithDocuments: (excess: number, used: number, all: number) =>
    `Too long by ${formatCount(excess)} tokens: this chat has ${formatCount(used)} with its documents, and the window holds ${formatCount(all)}. Choose a part of a document, or a longer context in Settings.`,
  tooLong: (excess: number, used: number, all: number) =>
    `Too long by ${formatCount(excess)} tokens: this chat has ${formatCount(used)}, and the window holds ${formatCount(all)}. Shorten the message, start a new chat, or choose a longer context in Settings.`,
  nothingIsCut: "Nothing is sent or cut.",
  offers: {
    choosePart: (name: string) => `Use part of “${name}”`,
    removeDocument: (name: string) => `Remove “${name}”`,
    newChatWithDocuments: "New chat with the same documents",
    newChat: "New chat",
    longerContext: "Open Settings",
  },

  // Words selected in an answer
  selection: "Selected words",
  quote: "Quote",
  whereDoesItSay: "Where does it say this?",
  notInDocuments: (count: number): string =>
    count === 1 ? "Not found in the document." : "Not found in the documents.",
};
