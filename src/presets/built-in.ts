// The presets that come with the app. Their names are the catalogue's; their instructions are the model's, in English, which
// small models follow best, and say that the answer's language is the text's.
import type { Preset } from "../storage/presets";

export const builtInNames = ["summarise", "explain", "extract", "translate"] as const;
export type BuiltInName = (typeof builtInNames)[number];

export type BuiltInPreset = Omit<Preset, "id" | "name" | "createdAt">;

/** A short list of what a text says: what most extractions are, and a beginning for one's own. */
const FACTS = {
  type: "object",
  properties: {
    title: { type: "string", maxLength: 120 },
    facts: {
      type: "array",
      items: {
        type: "object",
        properties: {
          subject: { type: "string", maxLength: 80 },
          fact: { type: "string", maxLength: 240 },
        },
        required: ["subject", "fact"],
        additionalProperties: false,
      },
      maxItems: 20,
    },
  },
  required: ["title", "facts"],
  additionalProperties: false,
};

export const builtInPresets: Readonly<Record<BuiltInName, BuiltInPreset>> = {
  summarise: {
    instructions:
      "Summarise the text you are given. Begin with one sentence that says what it is about, then list its main points, most important first. Keep names, numbers and dates exactly as they stand. Add nothing that the text does not say. Write in the language of the text.",
    settings: { temperature: 0.3 },
    schema: null,
  },
  explain: {
    instructions:
      "Explain what you are asked about so that someone without any background understands it. Use short sentences and everyday words, explain each technical word when it first comes, and give one example from daily life. Write in the language of the question.",
    settings: {},
    schema: null,
  },
  extract: {
    instructions:
      "Extract the facts that the text states. Take names, numbers and dates exactly as they stand, and leave out what the text does not say.",
    settings: { temperature: 0 },
    schema: JSON.stringify(FACTS, null, 2),
  },
  translate: {
    instructions:
      "Translate the text you are given. Where the message names a language, translate into that language; otherwise translate into English, and English into Spanish. Keep the meaning, the tone and the formatting. Answer with the translation alone.",
    settings: { temperature: 0.3 },
    schema: null,
  },
};
