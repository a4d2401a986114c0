// Answers: what stands around their text, code and formulas.
import { formatCount, formatWait } from "../../stores/format";
import type { Texts } from "../catalogue";
import { pluralIn } from "../plural";

const plural = pluralIn("fr");

export const answer: Texts["answer"] = {
  copyCode: "Copier le code",
  code: (language) => `Code, ${language}`,
  plainText: "texte",
  wrapLines: "Renvoyer les longues lignes",
  showAllLines: (count) =>
    plural(count, {
      one: `Afficher ${formatCount(count)} ligne`,
      other: `Afficher les ${formatCount(count)} lignes`,
    }),
  showLess: "Afficher moins",
  table: "Tableau",
  formula: "Formule",
  formulaFailed: "(cette formule n’a pas pu être affichée)",
  image: "Image, non chargée",
  taskDone: "Fait",
  taskOpen: "À faire",
  thinking: "Réflexion…",
  thoughts: "Réflexion",
  thoughtFor: (seconds) => `Réflexion de ${formatWait(seconds)}`,
};
