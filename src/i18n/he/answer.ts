// Answers: what stands around their text, code and formulas.
import { formatCount, formatWait } from "../../stores/format";
import type { Texts } from "../catalogue";
import { isolate } from "../isolate";
import { pluralIn } from "../plural";

const plural = pluralIn("he");

export const answer: Texts["answer"] = {
  copyCode: "העתקת הקוד",
  code: (language) => `קוד, ${isolate(language)}`,
  plainText: "טקסט",
  wrapLines: "גלישת שורות ארוכות",
  showAllLines: (count) =>
    plural(count, {
      one: "הצגת השורה",
      two: "הצגת שתי השורות",
      other: `הצגת כל ${formatCount(count)} השורות`,
    }),
  showLess: "הצגת פחות",
  table: "טבלה",
  formula: "נוסחה",
  formulaFailed: "(לא ניתן היה להציג את הנוסחה)",
  image: "תמונה, לא נטענה",
  taskDone: "בוצע",
  taskOpen: "לביצוע",
  thinking: "חושב…",
  thoughts: "מחשבות",
  thoughtFor: (seconds) => `זמן חשיבה: ${formatWait(seconds)}`,
};
