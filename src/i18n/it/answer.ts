// Answers: what stands around their text, code and formulas.
import { formatCount, formatWait } from "../../stores/format";
import type { Texts } from "../catalogue";

export const answer: Texts["answer"] = {
  copyCode: "Copia codice",
  code: (language) => `Codice, ${language}`,
  plainText: "testo",
  wrapLines: "Manda a capo le righe lunghe",
  showAllLines: (count) =>
    count === 1 ? `Mostra ${formatCount(count)} riga` : `Mostra tutte le ${formatCount(count)} righe`,
  showLess: "Mostra meno",
  table: "Tabella",
  formula: "Formula",
  formulaFailed: "(impossibile visualizzare questa formula)",
  image: "Immagine, non caricata",
  taskDone: "Fatto",
  taskOpen: "Da fare",
  thinking: "Sto pensando…",
  thoughts: "Ragionamento",
  thoughtFor: (seconds) => `Ha pensato per ${formatWait(seconds)}`,
};
