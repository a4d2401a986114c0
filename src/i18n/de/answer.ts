// Answers: what stands around their text, code and formulas.
import { formatCount, formatWait } from "../../stores/format";
import type { Texts } from "../catalogue";
import { pluralIn } from "../plural";

const plural = pluralIn("de");

export const answer: Texts["answer"] = {
  copyCode: "Code kopieren",
  code: (language) => `Code, ${language}`,
  plainText: "Text",
  wrapLines: "Lange Zeilen umbrechen",
  showAllLines: (count) =>
    plural(count, {
      one: `${formatCount(count)} Zeile anzeigen`,
      other: `Alle ${formatCount(count)} Zeilen anzeigen`,
    }),
  showLess: "Weniger anzeigen",
  table: "Tabelle",
  formula: "Formel",
  formulaFailed: "(diese Formel konnte nicht dargestellt werden)",
  image: "Bild, nicht geladen",
  taskDone: "Erledigt",
  taskOpen: "Zu erledigen",
  thinking: "Denkt nach…",
  thoughts: "Gedanken",
  thoughtFor: (seconds) => `${formatWait(seconds)} nachgedacht`,
};
