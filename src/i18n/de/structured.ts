// Presets, answers in JSON and tools.
import type { Texts } from "../catalogue";

const builtIn: Texts["structured"]["builtIn"] = {
  summarise: {
    name: "Zusammenfassen",
    description: "Die wichtigsten Punkte eines Textes, mit Namen und Zahlen.",
  },
  explain: { name: "Einfach erklären", description: "In kurzen Sätzen und mit alltäglichen Wörtern." },
  extract: {
    name: "Fakten als JSON",
    description: "Was ein Text aussagt, als Liste, die Programme lesen können.",
  },
  translate: { name: "Übersetzen", description: "Ins Englische oder in die Sprache, die Sie nennen." },
};

export const structured: Texts["structured"] = {
  options: "Chatoptionen",
  optionsChosen: (chosen) => `Chatoptionen: ${chosen}`,
  preset: "Vorlage",
  presetHelp: "Anweisungen für diesen Chat, mit den passenden Modelleinstellungen.",
  noPreset: "Keine",
  noPresetHelp: "Anweisungen und Modelleinstellungen wie in den Einstellungen.",
  builtIn,
  newPreset: "Neue Vorlage",
  editPreset: "Vorlage bearbeiten",
  presetActions: (name) => `Mehr zu ${name}`,
  edit: "Bearbeiten",
  duplicate: "Duplizieren",
  delete: "Löschen",
  copyOf: (name) => `${name} (Kopie)`,
  presetDeleted: (name) => `„${name}“ gelöscht.`,
  name: "Name",
  namePlaceholder: "Briefe an Kunden",
  instructions: "Anweisungen",
  instructionsHelp:
    "Werden dem Modell anstelle derer in den Einstellungen gegeben. Leer: die in den Einstellungen.",
  modelSettings: "Modelleinstellungen",
  asInSettings: "Unverändert",
  save: "Speichern",
  answers: "Antworten",
  json: "Als JSON antworten",
  jsonShort: "JSON",
  toolsShort: "Werkzeuge",
  jsonHelp: "Jede Antwort erfüllt ein JSON-Schema, was immer das Modell lieber schreiben würde.",
  schema: "JSON-Schema",
  schemaHelp: "Die Schlüssel kommen in dieser Reihenfolge. Auch das Modell bekommt das Schema zu sehen.",
  schemaKept: "Das letzte fehlerfreie Schema bleibt in Gebrauch.",
  notJson: (reason) => `Dies ist kein JSON: ${reason}`,
};
