// The marks behind quotations in an answer.
import { formatCount } from "../../stores/format";
import type { Texts } from "../catalogue";
import { pluralIn } from "../plural";

const plural = pluralIn("nl");

const manners = {
  exact: "woord voor woord",
  normalised: "dezelfde woorden",
  close: "bijna hetzelfde, bekijk de verschillen",
};

export const citations: Texts["citations"] = {
  found: ({ number, how, document, page, otherPlaces }) => {
    const first = `Citaat ${formatCount(number)}: “${document}”, pagina ${formatCount(page)}`;
    if (otherPlaces === 0) return `${first}, ${manners[how]}`;
    const places = plural(otherPlaces, {
      one: `${formatCount(otherPlaces)} andere plaats`,
      other: `${formatCount(otherPlaces)} andere plaatsen`,
    });
    return `${first}, en op ${places}, ${manners[how]}`;
  },
  missing: "niet gevonden in het document",
  missingHelp: "Deze woorden staan in geen van de documenten van deze chat",
};
