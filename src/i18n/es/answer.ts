// Answers: what stands around their text, code and formulas.
import { formatCount, formatWait } from "../../stores/format";
import type { Texts } from "../catalogue";
import { pluralIn } from "../plural";

const plural = pluralIn("es");

export const answer: Texts["answer"] = {
  copyCode: "Copiar código",
  code: (language) => `Código, ${language}`,
  plainText: "texto",
  wrapLines: "Ajustar líneas largas",
  showAllLines: (count) =>
    plural(count, {
      one: `Mostrar ${formatCount(count)} línea`,
      other: `Mostrar las ${formatCount(count)} líneas`,
    }),
  showLess: "Mostrar menos",
  table: "Tabla",
  formula: "Fórmula",
  formulaFailed: "(no se pudo dibujar esta fórmula)",
  image: "Imagen, sin cargar",
  taskDone: "Hecho",
  taskOpen: "Pendiente",
  thinking: "Pensando…",
  thoughts: "Razonamiento",
  thoughtFor: (seconds) => `Pensó durante ${formatWait(seconds)}`,
};
