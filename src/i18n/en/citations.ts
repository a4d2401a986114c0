// The marks behind quotations in an answer.
import { formatCount } from "../../stores/format";
import { pluralIn } from "../plural";

const plural = pluralIn("en");

/** A quotation that was found. */
interface Found {
  readonly number: number; // of the mark
  readonly how: keyof typeof manners;
  readonly document: string;
  readonly page: number;
  readonly otherPlaces: number;
}

const manners = {
  exact: "word for word",
  normalised: "the same words",
  close: "nearly the same, see what differs",
};

export const citations = {
  found: ({ number, how, document, page, otherPlaces }: Found) => {
    const first = `Quotation ${formatCount(number)}: “${document}”, page ${formatCount(page)}`;
    if (otherPlaces === 0) return `${first}, ${manners[how]}`;
    const places = plural(otherPlaces, {
      one: `${formatCount(otherPlaces)} more place`,
      other: `${formatCount(otherPlaces)} more places`,
    });
    return `${first}, and in ${places}, ${manners[how]}`;
  },
  missing: "not found in the document",
  missingHelp: "These words are in none of the documents of this chat",
};
