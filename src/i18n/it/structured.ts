// Presets, answers in JSON and tools.
import type { Texts } from "../catalogue";

const builtIn: Texts["structured"]["builtIn"] = {
  summarise: { name: "Riassumi", description: "I punti principali di un testo, con i suoi nomi e numeri." },
  explain: { name: "Spiega in modo semplice", description: "Con frasi brevi e parole di tutti i giorni." },
  extract: {
    name: "Estrai i fatti come JSON",
    description: "Ciò che un testo afferma, in un elenco leggibile dai programmi.",
  },
  translate: { name: "Traduci", description: "In inglese o nella lingua che indichi." },
};

export const structured: Texts["structured"] = {
  options: "Opzioni della chat",
  optionsChosen: (chosen) => `Opzioni della chat: ${chosen}`,
  preset: "Preset",
  presetHelp: "Istruzioni per questa chat, con le impostazioni del modello adatte.",
  noPreset: "Nessuno",
  noPresetHelp: "Istruzioni e modello come nelle impostazioni.",
  builtIn,
  newPreset: "Nuovo preset",
  editPreset: "Modifica preset",
  presetActions: (name) => `Altre opzioni per ${name}`,
  edit: "Modifica",
  duplicate: "Duplica",
  delete: "Elimina",
  copyOf: (name) => `${name} (copia)`,
  presetDeleted: (name) => `“${name}” è stato eliminato.`,
  name: "Nome",
  namePlaceholder: "Lettere ai clienti",
  instructions: "Istruzioni",
  instructionsHelp:
    "Date al modello al posto di quelle nelle impostazioni. Se vuoto, valgono quelle nelle impostazioni.",
  modelSettings: "Impostazioni del modello",
  asInSettings: "Invariato",
  save: "Salva",
  answers: "Risposte",
  json: "Rispondi in JSON",
  jsonShort: "JSON",
  toolsShort: "Strumenti",
  jsonHelp: "Ogni risposta rispetta uno schema JSON, qualunque cosa il modello preferisca scrivere.",
  schema: "Schema JSON",
  schemaHelp: "Le chiavi seguono questo ordine. Lo schema viene mostrato anche al modello.",
  schemaKept: "Resta in uso l’ultimo schema senza errori.",
  notJson: (reason) => `Questo non è JSON: ${reason}`,
};
