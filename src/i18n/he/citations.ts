// The marks behind quotations in an answer.
import { formatCount } from "../../stores/format";
import type { Texts } from "../catalogue";
import { isolate } from "../isolate";
import { pluralIn } from "../plural";

const plural = pluralIn("he");

const manners = {
  exact: "מילה במילה",
  normalised: "אותן מילים",
  close: "כמעט אותו נוסח, אפשר לראות את ההבדלים",
};

export const citations: Texts["citations"] = {
  found: ({ number, how, document, page, otherPlaces }) => {
    const first = `ציטוט ${formatCount(number)}: ”${isolate(document)}”, עמוד ${formatCount(page)}`;
    if (otherPlaces === 0) return `${first}, ${manners[how]}`;
    const places = plural(otherPlaces, {
      one: "במקום אחד נוסף",
      two: "בשני מקומות נוספים",
      other: `ב־${formatCount(otherPlaces)} מקומות נוספים`,
    });
    return `${first}, וכן ${places}, ${manners[how]}`;
  },
  missing: "לא נמצא במסמך",
  missingHelp: "המילים האלה אינן מופיעות באף אחד ממסמכי הצ׳אט",
};
