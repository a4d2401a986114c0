// The marks behind quotations in an answer.
import { formatCount } from "../../stores/format";
import type { Texts } from "../catalogue";
import { pluralIn } from "../plural";

const plural = pluralIn("es");

const manners = {
  exact: "literal",
  normalised: "con las mismas palabras",
  close: "casi igual, mira las diferencias",
};

export const citations: Texts["citations"] = {
  found: ({ number, how, document, page, otherPlaces }) => {
    const first = `Cita ${formatCount(number)}: «${document}», página ${formatCount(page)}`;
    if (otherPlaces === 0) return `${first}, ${manners[how]}`;
    const places = plural(otherPlaces, {
      one: `${formatCount(otherPlaces)} lugar más`,
      other: `${formatCount(otherPlaces)} lugares más`,
    });
    return `${first}, y en ${places}, ${manners[how]}`;
  },
  missing: "no está en el documento",
  missingHelp: "Estas palabras no están en ningún documento de este chat",
};
