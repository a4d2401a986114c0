// Answers: what stands around their text, code and formulas.
import { formatCount, formatWait } from "../../stores/format";
import type { Texts } from "../catalogue";
import { isolate } from "../isolate";
import { pluralIn } from "../plural";

const plural = pluralIn("ar");

export const answer: Texts["answer"] = {
  copyCode: "نسخ الشفرة",
  code: (language) => `شفرة، ${isolate(language)}`,
  plainText: "نص",
  wrapLines: "التفاف الأسطر الطويلة",
  showAllLines: (count) =>
    plural(count, {
      zero: "إظهار كل الأسطر",
      one: "إظهار السطر",
      two: "إظهار السطرين",
      few: `إظهار الأسطر كلها (${formatCount(count)})`,
      many: `إظهار الأسطر كلها (${formatCount(count)})`,
      other: `إظهار الأسطر كلها (${formatCount(count)})`,
    }),
  showLess: "إظهار أقل",
  table: "جدول",
  formula: "صيغة",
  formulaFailed: "(تعذّر رسم هذه الصيغة)",
  image: "صورة لم تُحمَّل",
  taskDone: "تمّت",
  taskOpen: "لم تُنجز بعد",
  thinking: "يفكّر…",
  thoughts: "الأفكار",
  thoughtFor: (seconds) => `مدة التفكير: ${formatWait(seconds)}`,
};
