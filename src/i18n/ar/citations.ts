// The marks behind quotations in an answer.
import { formatCount } from "../../stores/format";
import type { Texts } from "../catalogue";
import { isolate } from "../isolate";
import { pluralIn } from "../plural";
import { places as countPlaces } from "./counts";

const plural = pluralIn("ar");

const manners = {
  exact: "حرفيًا",
  normalised: "بالكلمات نفسها",
  close: "بكلمات شبه مطابقة، اطّلع على الفروق",
};

export const citations: Texts["citations"] = {
  found: ({ number, how, document, page, otherPlaces }) => {
    const first = `الاقتباس ${formatCount(number)}: «${isolate(document)}»، الصفحة ${formatCount(page)}`;
    if (otherPlaces === 0) return `${first}، ${manners[how]}`;
    const places = plural(otherPlaces, {
      zero: "لا مواضع أخرى",
      one: "موضع آخر",
      two: "موضعين آخرين",
      few: `${countPlaces(otherPlaces)} أخرى`,
      many: `${countPlaces(otherPlaces)} آخر`,
      other: `${countPlaces(otherPlaces)} آخر`,
    });
    return `${first}، وفي ${places}، ${manners[how]}`;
  },
  missing: "غير موجود في المستند",
  missingHelp: "لا ترد هذه الكلمات في أي من مستندات هذه الدردشة",
};
