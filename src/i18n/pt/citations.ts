// The marks behind quotations in an answer.
import { formatCount } from "../../stores/format";
import type { Texts } from "../catalogue";
import { pluralIn } from "../plural";

const plural = pluralIn("pt");

const manners = {
  exact: "palavra por palavra",
  normalised: "com as mesmas palavras",
  close: "quase igual, veja as diferenças",
};

export const citations: Texts["citations"] = {
  found: ({ number, how, document, page, otherPlaces }) => {
    const first = `Citação ${formatCount(number)}: “${document}”, página ${formatCount(page)}`;
    if (otherPlaces === 0) return `${first}, ${manners[how]}`;
    const places = plural(otherPlaces, {
      one: `mais ${formatCount(otherPlaces)} lugar`,
      other: `mais ${formatCount(otherPlaces)} lugares`,
    });
    return `${first}, e em ${places}, ${manners[how]}`;
  },
  missing: "não encontrado no documento",
  missingHelp: "Estas palavras não estão em nenhum documento desta conversa",
};
