// The Settings dialog.
import type { SettingSection } from "../../storage/setting-kinds";
import { formatBytes, formatCount } from "../../stores/format";
import type { SettingTexts } from "../setting-texts";

const sections: Record<SettingSection, string> = {
  general: "General",
  answers: "Answers",
  model: "Model",
  sampling: "Advanced sampling",
};

const fields: SettingTexts = {
  theme: {
    label: "Theme",
    help: "The colours of the page.",
    choices: { system: "System", light: "Light", dark: "Dark" },
  },
  language: {
    label: "Language",
    help: "Of the buttons and messages. The model answers in the language you write in.",
    choices: { system: "System" },
  },
  sendKey: {
    label: "Send with",
    help: "The other key starts a new line.",
    choices: { enter: "Enter", "mod-enter": "Ctrl/⌘ Enter" },
  },
  pasteThreshold: {
    label: "Paste as a document from",
    help: "In characters: a longer text that is pasted becomes a document. 0 never makes one.",
  },
  motion: {
    label: "Motion",
    help: "Whether things may move and fade on the page.",
    choices: { system: "System", reduced: "Reduced", full: "Full" },
  },
  systemPrompt: {
    label: "Instructions",
    help: "Given to the model before every conversation, as its system prompt.",
    placeholder: "Answer in short, plain sentences.",
  },
  temperature: {
    label: "Temperature",
    help: "How freely words are chosen. 0 always takes the likeliest.",
  },
  maxTokens: { label: "Longest answer", help: "In tokens; an answer is cut there." },
  usesLookup: {
    label: "Guess ahead",
    help: "Where an answer copies from what was read, several words are guessed and checked at once. Faster, and the text is the same.",
  },
  autoScroll: {
    label: "Follow the answer",
    help: "Keeps the newest words in sight while the page is at its end.",
  },
  showStatistics: { label: "Show figures", help: "Tokens, speed and waiting time under each answer." },
  contextLength: {
    label: "Context length",
    help: "Tokens that the conversation and its documents may have together. Longer takes more GPU memory.",
    placeholder: "Automatic",
  },
  isPrecise: {
    label: "Precise arithmetic",
    help: "Calculates everything in 32-bit floating point. Slower; answers hardly ever differ.",
  },
  topP: { label: "Top-p", help: "Keeps the likeliest words that together reach this probability. 1 is off." },
  topK: { label: "Top-k", help: "Keeps this many of the likeliest words. 0 is off." },
  minP: { label: "Min-p", help: "Drops words less likely than this share of the likeliest. 0 is off." },
  repetitionPenalty: {
    label: "Repetition penalty",
    help: "Makes words that were used already less likely. 1 is off.",
  },
  seed: {
    label: "Seed",
    help: "The same seed, settings and conversation give the same answer.",
    placeholder: "Random",
  },
};

export const settings = {
  title: "Settings",
  sections,
  fields,
  modified: "Modified",
  reset: (label: string) => `Reset ${label}`,
  resetAll: "Reset to defaults",
  wereReset: "The settings are back to their defaults.",
  noLanguage: "This language could not be fetched. Opening the page again tries once more.",
  loadWithLength: "Load again with this length",
  loadPrecise: "Load again in full precision",
  loadFast: "Load again for speed",
  isLoadedPrecise: "The loaded model calculates in 32 bits.",
  contextHeld: (tokens: number, bytes: number) =>
    `The loaded model holds ${formatCount(tokens)} tokens; all of them take ${formatBytes(bytes)} of GPU memory.`,
  contextHeldShort: (tokens: number, bytes: number, ownTokens: number) =>
    `The loaded model holds ${formatCount(tokens)} tokens; all of them take ${formatBytes(bytes)} of GPU memory. It was made for ${formatCount(ownTokens)}, and memory allows no more.`,
  measure: "Measure this machine",
  privacyTitle: "Storage and privacy",
  privacy: "Chats, documents and models stay in this browser. Nothing you write is sent anywhere.",
};
