// Answers: what stands around their text, code and formulas.
import { formatCount, formatWait } from "../../stores/format";
import type { Texts } from "../catalogue";
import { pluralIn } from "../plural";

const plural = pluralIn("nl");

export const answer: Texts["answer"] = {
  copyCode: "Code kopiëren",
  code: (language) => `Code, ${language}`,
  plainText: "tekst",
  wrapLines: "Lange regels afbreken",
  showAllLines: (count) =>
    plural(count, {
      one: `${formatCount(count)} regel weergeven`,
      other: `Alle ${formatCount(count)} regels weergeven`,
    }),
  showLess: "Minder weergeven",
  table: "Tabel",
  formula: "Formule",
  formulaFailed: "(deze formule kon niet worden weergegeven)",
  image: "Afbeelding, niet geladen",
  taskDone: "Gedaan",
  taskOpen: "Te doen",
  thinking: "Denkt na…",
  thoughts: "Gedachten",
  thoughtFor: (seconds) => `${formatWait(seconds)} nagedacht`,
};
