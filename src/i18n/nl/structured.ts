// Presets, answers in JSON and tools.
import type { Texts } from "../catalogue";

const builtIn: Texts["structured"]["builtIn"] = {
  summarise: {
    name: "Samenvatten",
    description: "De hoofdpunten van een tekst, met de namen en getallen.",
  },
  explain: { name: "Eenvoudig uitleggen", description: "In korte zinnen en alledaagse woorden." },
  extract: {
    name: "Feiten als JSON",
    description: "Wat een tekst vermeldt, als lijst die programma’s kunnen lezen.",
  },
  translate: { name: "Vertalen", description: "Naar het Engels, of de taal die je noemt." },
};

export const structured: Texts["structured"] = {
  options: "Chatopties",
  optionsChosen: (chosen) => `Chatopties: ${chosen}`,
  preset: "Voorinstelling",
  presetHelp: "Instructies voor deze chat, met de modelinstellingen die erbij passen.",
  noPreset: "Geen",
  noPresetHelp: "Instructies en modelinstellingen zoals in Instellingen.",
  builtIn,
  newPreset: "Nieuwe voorinstelling",
  editPreset: "Voorinstelling bewerken",
  presetActions: (name) => `Meer voor ${name}`,
  edit: "Bewerken",
  duplicate: "Dupliceren",
  delete: "Verwijderen",
  copyOf: (name) => `${name} (kopie)`,
  presetDeleted: (name) => `“${name}” verwijderd.`,
  name: "Naam",
  namePlaceholder: "Brieven aan klanten",
  instructions: "Instructies",
  instructionsHelp: "Krijgt het model in plaats van die in Instellingen. Leeg: die in Instellingen.",
  modelSettings: "Modelinstellingen",
  asInSettings: "Ongewijzigd",
  save: "Opslaan",
  answers: "Antwoorden",
  json: "Antwoorden als JSON",
  jsonShort: "JSON",
  toolsShort: "Hulpmiddelen",
  jsonHelp: "Elk antwoord voldoet aan een JSON-schema, wat het model ook liever zou schrijven.",
  schema: "JSON-schema",
  schemaHelp: "Sleutels komen in deze volgorde. Ook het model krijgt het schema te zien.",
  schemaKept: "Het laatste foutloze schema blijft in gebruik.",
  notJson: (reason) => `Dit is geen JSON: ${reason}`,
};
