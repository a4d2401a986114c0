// Presets, answers in JSON and tools.
import type { Texts } from "../catalogue";

const builtIn: Texts["structured"]["builtIn"] = {
  summarise: { name: "Résumer", description: "L’essentiel d’un texte, avec ses noms et ses chiffres." },
  explain: { name: "Expliquer simplement", description: "En phrases courtes et avec des mots courants." },
  extract: {
    name: "Extraire les faits en JSON",
    description: "Ce qu’affirme un texte, sous forme de liste lisible par des programmes.",
  },
  translate: { name: "Traduire", description: "En anglais, ou dans la langue que vous indiquez." },
};

export const structured: Texts["structured"] = {
  options: "Options de la discussion",
  optionsChosen: (chosen) => `Options de la discussion : ${chosen}`,
  preset: "Préréglage",
  presetHelp: "Des instructions pour cette discussion, avec les réglages du modèle qui leur conviennent.",
  noPreset: "Aucun",
  noPresetHelp: "Instructions et réglages du modèle tels que dans les paramètres.",
  builtIn,
  newPreset: "Nouveau préréglage",
  editPreset: "Modifier le préréglage",
  presetActions: (name) => `Plus d’actions pour ${name}`,
  edit: "Modifier",
  duplicate: "Dupliquer",
  delete: "Supprimer",
  copyOf: (name) => `${name} (copie)`,
  presetDeleted: (name) => `« ${name} » supprimé.`,
  name: "Nom",
  namePlaceholder: "Lettres aux clients",
  instructions: "Instructions",
  instructionsHelp: "Données au modèle à la place de celles des paramètres. Si vide : celles des paramètres.",
  modelSettings: "Réglages du modèle",
  asInSettings: "Inchangé",
  save: "Enregistrer",
  answers: "Réponses",
  json: "Répondre en JSON",
  jsonShort: "JSON",
  toolsShort: "Outils",
  jsonHelp: "Chaque réponse respecte un schéma JSON, quoi que le modèle préfère écrire.",
  schema: "Schéma JSON",
  schemaHelp: "Les clés viennent dans cet ordre. Le schéma est aussi montré au modèle.",
  schemaKept: "Le dernier schéma sans erreur reste utilisé.",
  notJson: (reason) => `Ce n’est pas du JSON : ${reason}`,
};
