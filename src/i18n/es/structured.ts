// Presets, answers in JSON and tools.
import type { Texts } from "../catalogue";

const builtIn: Texts["structured"]["builtIn"] = {
  summarise: {
    name: "Resumir",
    description: "Los puntos principales de un texto, con sus nombres y cifras.",
  },
  explain: { name: "Explicar de forma sencilla", description: "Con frases cortas y palabras corrientes." },
  extract: {
    name: "Extraer datos como JSON",
    description: "Lo que afirma un texto, en una lista que los programas pueden leer.",
  },
  translate: { name: "Traducir", description: "Al inglés o al idioma que indiques." },
};

export const structured: Texts["structured"] = {
  options: "Opciones del chat",
  optionsChosen: (chosen) => `Opciones del chat: ${chosen}`,
  preset: "Plantilla",
  presetHelp: "Instrucciones para este chat, con los ajustes del modelo más adecuados.",
  noPreset: "Ninguna",
  noPresetHelp: "Instrucciones y ajustes del modelo según Configuración.",
  builtIn,
  newPreset: "Plantilla nueva",
  editPreset: "Editar plantilla",
  presetActions: (name) => `Más opciones de ${name}`,
  edit: "Editar",
  duplicate: "Duplicar",
  delete: "Eliminar",
  copyOf: (name) => `${name} (copia)`,
  presetDeleted: (name) => `Se eliminó «${name}».`,
  name: "Nombre",
  namePlaceholder: "Cartas a clientes",
  instructions: "Instrucciones",
  instructionsHelp:
    "Se dan al modelo en lugar de las de Configuración. Si está vacío, valen las de Configuración.",
  modelSettings: "Ajustes del modelo",
  asInSettings: "Sin cambios",
  save: "Guardar",
  answers: "Respuestas",
  json: "Responder como JSON",
  jsonShort: "JSON",
  toolsShort: "Herramientas",
  jsonHelp: "Cada respuesta cumple un esquema JSON, aunque el modelo prefiera escribir otra cosa.",
  schema: "Esquema JSON",
  schemaHelp: "Las claves aparecen en este orden. El esquema también se muestra al modelo.",
  schemaKept: "Se sigue usando el último esquema sin errores.",
  notJson: (reason) => `Esto no es JSON: ${reason}`,
};
