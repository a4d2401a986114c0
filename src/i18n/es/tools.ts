// Tools that the model may ask for, and its calls.
import type { ToolTexts } from "../tool-texts";

const names: ToolTexts["names"] = {
  search_documents: "Buscar en mis documentos",
  calculator: "Calculadora",
  current_date: "Fecha de hoy",
};

const helps: ToolTexts["helps"] = {
  search_documents:
    "Busca pasajes en los documentos de este chat y te los muestra antes de dárselos al modelo.",
  calculator: "Calcula una expresión con exactitud.",
  current_date: "Fecha, día de la semana, hora y zona horaria de este dispositivo.",
};

export const tools: ToolTexts = {
  title: "Herramientas",
  intro: "El modelo puede pedirlas. Nada se ejecuta antes de que hagas clic.",
  notWithModel: "El modelo cargado no puede llamar a herramientas. Elige otro en Modelos.",
  notWithJson: "Mientras las respuestas sean JSON, el modelo no llama a herramientas.",
  names,
  helps,
  free: (name) => `${name}: ejecutar sin preguntar`,
  freeHelp: "En este chat, tantas veces como quiera el modelo.",
  first: "Empezar cada respuesta con",
  firstHelp: "El modelo pide entonces esta herramienta antes de decir nada.",
  modelDecides: "Lo que elija el modelo",

  // A call
  label: (name) => `Herramienta: ${name}`,
  asks: (name) => `El modelo pide una herramienta: ${name}.`,
  writing: "El modelo pide una herramienta…",
  run: "Ejecutar",
  decline: "No ejecutar",
  allow: "Ejecutar siempre en este chat",
  sendOn: "Dar al modelo",
  withhold: "No dar",
  query: "Buscar",
  expression: "Expresión",
  found: "Encontrado y aún no entregado al modelo",
  result: "Resultado",
  declined: "No dejaste que se ejecutara.",
  passedOver: "No se ejecutó.",
  written: "Lo que escribió el modelo",

  // What is wrong with one
  unfinished: "La respuesta terminó dentro de la llamada.",
  tooLong: (length, limit) => `La llamada tiene ${length} caracteres; como máximo son posibles ${limit}.`,
  notJson: (reason) => `La llamada no es JSON: ${reason}`,
  otherForm: "Lo que escribió el modelo no es una llamada.",
  unknownTool: (name) => `En este chat no hay ninguna herramienta «${name}».`,
  missingArgument: (argument) => `Falta el argumento «${argument}».`,
  unknownArgument: (argument) => `La herramienta no tiene ningún argumento «${argument}».`,
  badArgument: (argument, least, most) =>
    `El argumento «${argument}» debe ser un texto de ${least} a ${most} caracteres.`,
  tooMany: (limit) =>
    `El modelo pidió herramientas ${limit} veces seguidas. No se ejecutó nada más; pregunta de nuevo para seguir.`,
};
