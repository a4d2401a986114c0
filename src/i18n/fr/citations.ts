// The marks behind quotations in an answer.
import { formatCount } from "../../stores/format";
import type { Texts } from "../catalogue";
import { pluralIn } from "../plural";

const plural = pluralIn("fr");

const manners = {
  exact: "mot pour mot",
  normalised: "les mêmes mots",
  close: "presque identique, voir les différences",
};

export const citations: Texts["citations"] = {
  found: ({ number, how, document, page, otherPlaces }) => {
    const first = `Citation ${formatCount(number)} : « ${document} », page ${formatCount(page)}`;
    if (otherPlaces === 0) return `${first}, ${manners[how]}`;
    const places = plural(otherPlaces, {
      one: `à ${formatCount(otherPlaces)} autre endroit`,
      other: `à ${formatCount(otherPlaces)} autres endroits`,
    });
    return `${first}, et ${places}, ${manners[how]}`;
  },
  missing: "introuvable dans le document",
  missingHelp: "Ces mots ne figurent dans aucun document de cette discussion",
};
