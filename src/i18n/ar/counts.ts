// Things that are counted in several parts of the page.
import { formatCount } from "../../stores/format";
import { pluralIn } from "../plural";

const plural = pluralIn("ar");

/** The noun's forms, as they stand after a number or without one. */
interface Noun {
  readonly zero: string;
  readonly one: string;
  readonly two: string;
  readonly few: string;
  readonly many: string;
  readonly other: string;
}

const countOf =
  (noun: Noun) =>
  (count: number): string =>
    plural(count, {
      zero: noun.zero,
      one: noun.one,
      two: noun.two,
      few: `${formatCount(count)} ${noun.few}`,
      many: `${formatCount(count)} ${noun.many}`,
      other: `${formatCount(count)} ${noun.other}`,
    });

// The dual stands in the genitive and accusative, as after "of" or "more than", in which it is said nearly always.
export const tokens = countOf({
  ...{ zero: "0 رموز", one: "رمز واحد", two: "رمزين" },
  ...{ few: "رموز", many: "رمزًا", other: "رمز" },
});

export const documents = countOf({
  ...{ zero: "لا مستندات", one: "مستند واحد", two: "مستندان" },
  ...{ few: "مستندات", many: "مستندًا", other: "مستند" },
});

export const chats = countOf({
  ...{ zero: "0 دردشات", one: "دردشة واحدة", two: "دردشتين" },
  ...{ few: "دردشات", many: "دردشة", other: "دردشة" },
});

export const messages = countOf({
  ...{ zero: "0 رسائل", one: "رسالة واحدة", two: "رسالتين" },
  ...{ few: "رسائل", many: "رسالة", other: "رسالة" },
});

export const characters = countOf({
  ...{ zero: "0 أحرف", one: "حرف واحد", two: "حرفين" },
  ...{ few: "أحرف", many: "حرفًا", other: "حرف" },
});

export const pages = countOf({
  ...{ zero: "0 صفحات", one: "صفحة واحدة", two: "صفحتين" },
  ...{ few: "صفحات", many: "صفحة", other: "صفحة" },
});

export const parts = countOf({
  ...{ zero: "0 أجزاء", one: "جزء واحد", two: "جزأين" },
  ...{ few: "أجزاء", many: "جزءًا", other: "جزء" },
});

export const passages = countOf({
  ...{ zero: "0 مقاطع", one: "مقطع واحد", two: "مقطعين" },
  ...{ few: "مقاطع", many: "مقطعًا", other: "مقطع" },
});

export const files = countOf({
  ...{ zero: "0 ملفات", one: "ملف واحد", two: "ملفين" },
  ...{ few: "ملفات", many: "ملفًا", other: "ملف" },
});

export const places = countOf({
  ...{ zero: "0 مواضع", one: "موضع واحد", two: "موضعين" },
  ...{ few: "مواضع", many: "موضعًا", other: "موضع" },
});

export const words = countOf({
  ...{ zero: "0 كلمات", one: "كلمة واحدة", two: "كلمتان" },
  ...{ few: "كلمات", many: "كلمة", other: "كلمة" },
});

export const runs = countOf({
  ...{ zero: "0 جولات", one: "جولة واحدة", two: "جولتين" },
  ...{ few: "جولات", many: "جولة", other: "جولة" },
});

export const times = countOf({
  ...{ zero: "0 مرات", one: "مرة واحدة", two: "مرتين" },
  ...{ few: "مرات", many: "مرة", other: "مرة" },
});
