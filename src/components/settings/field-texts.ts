// What each number means, in a sentence.
import type { NumericSetting } from "../../storage/settings";

interface FieldText {
  readonly label: string;
  readonly help: string;
  readonly emptyLabel?: string; // the setting may be left empty, which means this
}

export const fieldTexts: Record<NumericSetting, FieldText> = {
  temperature: {
    label: "Temperature",
    help: "How freely words are chosen. 0 always takes the likeliest.",
  },
  maxTokens: { label: "Longest answer", help: "In tokens; an answer is cut there." },
  contextLength: {
    label: "Context length",
    help: "Tokens that the conversation and its documents may have together. Longer takes more GPU memory.",
    emptyLabel: "Automatic",
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
    emptyLabel: "Random",
  },
};
