// The marks behind quotations in an answer.
import { formatCount } from "../../stores/format";
import type { Texts } from "../catalogue";
import { pluralIn } from "../plural";

const plural = pluralIn("it");

const manners = {
  exact: "parola per parola",
  normalised: "con le stesse parole",
  close: "quasi uguale, vedi le differenze",
};

export const citations: Texts["citations"] = {
  found: ({ number, how, document, page, otherPlaces }) => {
    const first = `Citazione ${formatCount(number)}: “${document}”, pagina ${formatCount(page)}`;
    if (otherPlaces === 0) return `${first}, ${manners[how]}`;
    const places = plural(otherPlaces, {
      one: "un altro punto",
      other: `altri ${formatCount(otherPlaces)} punti`,
    });
    return `${first}, e in ${places}, ${manners[how]}`;
  },
  missing: "non trovato nel documento",
  missingHelp: "Queste parole non si trovano in nessun documento di questa chat",
};
