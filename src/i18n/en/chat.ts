// The conversation on screen: messages, what can be done with them, how an answer goes and how it ended.
import { formatCount } from "../../stores/format";
import { pluralIn } from "../plural";

const plural = pluralIn("en");

export const chat = {
  conversation: "Conversation",
  toLatest: "To latest",
  you: "You",
  documents: "Documents",

  // The wait before the first word
  reading: "Reading…",
  readingShare: (share: string) => `Reading… ${share}`,
  readingShareAndWait: (share: string, wait: string) => `Reading… ${share} · about ${wait} left`,
  readingPrompt: "Reading the prompt",
  waitingForTab: "Waiting for the other tab's answer…",
  restoring: "Loading the model again; the answer then goes on…",

  // Actions on messages
  messageActions: "Message actions",
  answerActions: "Answer actions",
  copyAnswer: "Copy answer",
  copyMessage: "Copy message",
  regenerate: "Regenerate",
  continueAnswer: "Continue",
  getAnswer: "Get an answer",
  editMessage: "Edit message",
  editAnswer: "Edit answer",
  more: "More",
  branchOff: "Branch into a new chat",
  deleteMessage: "Delete with all below",
  branchTitle: (title: string) => `${title} (branch)`,
  branchedOff: "This is a new chat with everything up to that message.",
  back: "Back",
  messagesDeleted: (count: number) =>
    plural(count, { one: "Message deleted.", other: `${formatCount(count)} messages deleted.` }),

  // Versions of a message
  versions: "Versions",
  previousVersion: "Previous version",
  nextVersion: "Next version",
  versionOf: (number: number, count: number) => `Version ${formatCount(number)} of ${formatCount(count)}`,

  // The editor in place of a message
  questionText: "Text of the message",
  answerText: "Text of the answer",
  editorKeepsQuestion: "The message and its answers stay, as an earlier version.",
  editorKeepsAnswer: "The answer stays, as an earlier version. The model reads your text as its own.",
  send: "Send",
  save: "Save",

  // How an answer ended, and its figures
  edited: "Edited",
  stopped: "Stopped",
  cutAtLimit: "Cut at the longest answer set in Settings",
  cutAtWindow: "Cut: the model's window is full. Start a new chat to go on",
  interrupted: "Interrupted",
  failed: "Failed",
  tokenCount: (count: number) =>
    plural(count, { one: `${formatCount(count)} token`, other: `${formatCount(count)} tokens` }),
  firstToken: (time: string) => `first token ${time}`,
  readOf: (read: number, total: number) => `read ${formatCount(read)} of ${formatCount(total)}`,
  readOfReused: (read: number, total: number) =>
    `read ${formatCount(read)} of ${formatCount(total)} (${formatCount(total - read)} reused)`,
  guessed: (right: number, tried: number) => `guessed ${formatCount(right)} of ${formatCount(tried)}`,

  // For screen readers
  status: "Status",
  statusReading: "Reading",
  statusGenerating: "Generating",
  statusModelReady: "The model is ready",
  statusModelLoading: "Loading the model",
  statusDownload: (percent: number) => `Download at ${formatCount(percent)} %`,
  statusAnswerReady: (words: number) =>
    plural(words, {
      one: `Answer ready, ${formatCount(words)} word`,
      other: `Answer ready, ${formatCount(words)} words`,
    }),
  statusAnswerFailed: "The answer failed",

  // An empty chat
  welcome: "Welcome",
  welcomeTitle: "Ask about what you read",
  welcomeText:
    "Jamba runs inside this tab, on your own GPU. Paste a document and ask: what you write never leaves this computer, and it works without a network.",
  exampleProject: "Who leads Project Heron?",
  exampleProjectHint: "with a page of project notes",
  examplePump: "How much does the Calder pump cost?",
  examplePumpHint: "with a short catalogue",
  exampleAbilities: "What can you do?",
  exampleAbilitiesHint: "no document needed",
  tinyModel: (name: string, size: string) =>
    `You are trying the tiny model that comes with the app. For real work, get ${name} (${size}).`,
  getModel: (name: string) => `Get ${name}`,
};
