// Answers: what stands around their text, code and formulas.
import { formatCount, formatWait } from "../../stores/format";
import type { Texts } from "../catalogue";

export const answer: Texts["answer"] = {
  copyCode: "Copiar código",
  code: (language) => `Código, ${language}`,
  plainText: "texto",
  wrapLines: "Quebrar linhas longas",
  showAllLines: (count) =>
    count === 1 ? `Mostrar ${formatCount(count)} linha` : `Mostrar todas as ${formatCount(count)} linhas`,
  showLess: "Mostrar menos",
  table: "Tabela",
  formula: "Fórmula",
  formulaFailed: "(não foi possível desenhar esta fórmula)",
  image: "Imagem, não carregada",
  taskDone: "Feito",
  taskOpen: "A fazer",
  thinking: "Pensando…",
  thoughts: "Raciocínio",
  thoughtFor: (seconds) => `Pensou por ${formatWait(seconds)}`,
};
