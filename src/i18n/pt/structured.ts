// Presets, answers in JSON and tools.
import type { Texts } from "../catalogue";

const builtIn: Texts["structured"]["builtIn"] = {
  summarise: { name: "Resumir", description: "Os pontos principais de um texto, com seus nomes e números." },
  explain: { name: "Explicar de forma simples", description: "Em frases curtas e palavras do dia a dia." },
  extract: {
    name: "Extrair fatos como JSON",
    description: "O que um texto afirma, em uma lista que programas conseguem ler.",
  },
  translate: { name: "Traduzir", description: "Para o inglês ou para o idioma que você indicar." },
};

export const structured: Texts["structured"] = {
  options: "Opções da conversa",
  optionsChosen: (chosen) => `Opções da conversa: ${chosen}`,
  preset: "Predefinição",
  presetHelp: "Instruções para esta conversa, com os ajustes do modelo adequados a elas.",
  noPreset: "Nenhuma",
  noPresetHelp: "Instruções e ajustes do modelo como nas configurações.",
  builtIn,
  newPreset: "Nova predefinição",
  editPreset: "Editar predefinição",
  presetActions: (name) => `Mais opções de ${name}`,
  edit: "Editar",
  duplicate: "Duplicar",
  delete: "Excluir",
  copyOf: (name) => `${name} (cópia)`,
  presetDeleted: (name) => `“${name}” foi excluída.`,
  name: "Nome",
  namePlaceholder: "Cartas a clientes",
  instructions: "Instruções",
  instructionsHelp:
    "Dadas ao modelo no lugar das que estão nas configurações. Vazio: valem as das configurações.",
  modelSettings: "Ajustes do modelo",
  asInSettings: "Sem alteração",
  save: "Salvar",
  answers: "Respostas",
  json: "Responder como JSON",
  jsonShort: "JSON",
  toolsShort: "Ferramentas",
  jsonHelp: "Cada resposta segue um esquema JSON, seja o que for que o modelo prefira escrever.",
  schema: "Esquema JSON",
  schemaHelp: "As chaves vêm nesta ordem. O esquema também é mostrado ao modelo.",
  schemaKept: "O último esquema sem erros continua em uso.",
  notJson: (reason) => `Isto não é JSON: ${reason}`,
};
