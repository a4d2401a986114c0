// Presets, answers in JSON and tools.
import type { BuiltInName } from "../../presets/built-in";

interface BuiltInTexts {
  readonly name: string;
  readonly description: string;
}

const builtIn: Readonly<Record<BuiltInName, BuiltInTexts>> = {
  summarise: { name: "Summarise", description: "The main points of a text, with its names and numbers." },
  explain: { name: "Explain simply", description: "In short sentences and everyday words." },
  extract: {
    name: "Extract facts as JSON",
    description: "What a text states, as a list that programs can read.",
  },
  translate: { name: "Translate", description: "Into English, or the language you name." },
};

export const structured = {
  options: "Chat options",
  optionsChosen: (chosen: string) => `Chat options: ${chosen}`,
  preset: "Preset",
  presetHelp: "Instructions for this chat, with the model settings that suit them.",
  noPreset: "None",
  noPresetHelp: "Instructions and model settings as they are in Settings.",
  builtIn,
  newPreset: "New preset",
  editPreset: "Edit preset",
  presetActions: (name: string) => `More for ${name}`,
  edit: "Edit",
  duplicate: "Duplicate",
  delete: "Delete",
  copyOf: (name: string) => `${name} (copy)`,
  presetDeleted: (name: string) => `“${name}” deleted.`,
  name: "Name",
  namePlaceholder: "Letters to customers",
  instructions: "Instructions",
  instructionsHelp: "Given to the model in place of those in Settings. Empty: those in Settings.",
  modelSettings: "Model settings",
  asInSettings: "Unchanged",
  save: "Save",
  answers: "Answers",
  json: "Answer as JSON",
  jsonShort: "JSON",
  toolsShort: "Tools",
  jsonHelp: "Every answer fulfils a JSON schema, whatever the model would rather write.",
  schema: "JSON schema",
  schemaHelp: "Keys come in this order. The model is shown the schema, too.",
  schemaKept: "The last schema without a fault stays in use.",
  notJson: (reason: string) => `This is not JSON: ${reason}`,
};
