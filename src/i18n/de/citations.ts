// The marks behind quotations in an answer.
import { formatCount } from "../../stores/format";
import type { Texts } from "../catalogue";
import { pluralIn } from "../plural";

const plural = pluralIn("de");

const manners = {
  exact: "wörtlich",
  normalised: "dieselben Wörter",
  close: "fast gleich, Unterschiede ansehen",
};

export const citations: Texts["citations"] = {
  found: ({ number, how, document, page, otherPlaces }) => {
    const first = `Zitat ${formatCount(number)}: „${document}“, Seite ${formatCount(page)}`;
    if (otherPlaces === 0) return `${first}, ${manners[how]}`;
    const places = plural(otherPlaces, {
      one: `${formatCount(otherPlaces)} weiteren Stelle`,
      other: `${formatCount(otherPlaces)} weiteren Stellen`,
    });
    return `${first}, und an ${places}, ${manners[how]}`;
  },
  missing: "im Dokument nicht gefunden",
  missingHelp: "Diese Wörter stehen in keinem der Dokumente dieses Chats",
};
