// The list of chats: groups, search, selection, export and import.
import { formatCount } from "../../stores/format";
import type { Texts } from "../catalogue";
import { isolate } from "../isolate";
import { chats } from "./counts";

export const conversations: Texts["conversations"] = {
  title: "المحادثات",
  sidebar: "الشريط الجانبي",
  newChat: "دردشة جديدة",
  documents: "المستندات",
  settings: "الإعدادات",
  none: "تُحفظ دردشاتك هنا، على هذا الكمبيوتر.",

  // Groups of the list; older chats stand under their month
  pinned: "المثبَّتة",
  today: "اليوم",
  yesterday: "أمس",
  week: "آخر 7 أيام",

  // What can be done with one chat
  more: (title) => `المزيد لـ ${isolate(title)}`,
  rename: "إعادة التسمية",
  newName: "الاسم الجديد",
  pin: "تثبيت",
  unpin: "إلغاء التثبيت",
  export: "تصدير",
  delete: (title) => `حذف ${isolate(title)}`,
  deleteShort: "حذف",
  deleted: (count) => (count === 1 ? "تم حذف الدردشة." : `تم حذف ${chats(count)}.`),

  // What can be done with many
  listActions: "قائمة الدردشات",
  select: "تحديد دردشات",
  selectAll: "تحديد الكل",
  selected: (count) => `المحدد: ${formatCount(count)}`,
  deleteSelected: "حذف المحدد",
  exportSelected: "تصدير المحدد",
  exportAll: "تصدير كل الدردشات",
  import: "استيراد دردشات",

  // Search
  search: "البحث في الدردشات",
  clearSearch: "مسح البحث",
  results: "نتائج البحث",
  searching: "جارٍ البحث…",
  nothingFound: (query) => `لا توجد دردشة فيها «${isolate(query)}».`,
  nothingFoundHelp: "يشمل البحث العناوين والرسائل، بالكلمات الكاملة وبدايات الكلمات.",
  found: (count) => `تم العثور على ${chats(count)}`,
  firstFound: (shown, count) => `أول ${formatCount(shown)} من ${formatCount(count)}`,
  looking: (done, count) => `جارٍ البحث في الدردشات الأقدم… ${formatCount(done)} من ${formatCount(count)}`,
  searchFailed: "توقّف البحث. أعِد المحاولة أو أعِد تحميل الصفحة.",

  // Export
  exportTitle: (count) => (count === 1 ? "تصدير الدردشة" : `تصدير ${chats(count)}`),
  exportAs: "تصدير بتنسيق",
  markdown: "Markdown",
  markdownHelp: "للقراءة والتعديل في أي مكان. النسخ المعروضة على الشاشة، دون أفكار النموذج.",
  json: "JSON",
  jsonHelp: "للحفظ والاستيراد لاحقًا. كل نسخ كل الرسائل.",
  print: "طباعة أو PDF",
  printHelp: "عبر مربع حوار الطباعة في المتصفح.",
  printTooMany: (most) => `يطبع المتصفح ما يصل إلى ${chats(most)} دفعة واحدة.`,
  withTexts: "مع نصوص المستندات",
  withTextsHelp: "بدونها يذكر الملف أسماء المستندات فقط.",
  you: "أنت",

  // Import
  importHelp: "اختر ملف JSON سبق تصديره من هنا. يُستورد كاملًا أو لا يُستورد منه شيء.",
  chooseFile: "اختيار ملف",
  importing: "جارٍ الاستيراد…",
  exporting: "جارٍ التصدير…",
  imported: (count) => `تم استيراد ${chats(count)}.`,
  importedAndKnown: (count, known) =>
    `تم استيراد ${chats(count)}؛ وعدد ما كان موجودًا هنا من قبل: ${formatCount(known)}.`,
  allKnown: "كل الدردشات التي في الملف موجودة هنا من قبل.",
  notImported: (fileName) => `لم يُستورد «${isolate(fileName)}»`,
  transferFailed: "لم تنجح العملية",
  nothingStored: (reason) =>
    `رفض المتصفح (${isolate(reason)}). لم يتغير شيء. تأكد من وجود مساحة على القرص ثم أعِد المحاولة.`,

  // What is wrong with a file; the place comes before it, as in "Chat 4 (“Title”), message 2, “text”"
  tooLarge: (size, limit) => `حجم الملف ${size}، وأقصى ما يمكن قراءته ${limit}.`,
  otherFile: "ليس هذا ملف دردشات صُدِّر من هذا التطبيق.",
  newer: "الملف من إصدار أحدث من هذا التطبيق. أعِد تحميل الصفحة لتحديثه، ثم استورد الملف مجددًا.",
  inChat: (number) => `الدردشة ${formatCount(number)}`,
  inNamedChat: (number, title) => `الدردشة ${formatCount(number)} («${isolate(title)}»)`,
  inDocument: (number) => `المستند ${formatCount(number)}`,
  inNamedDocument: (number, title) => `المستند ${formatCount(number)} («${isolate(title)}»)`,
  inFile: "الملف",
  inMessage: (number) => `الرسالة ${formatCount(number)}`,
  inField: (field) => `«${isolate(field)}»`,
  wrongField: (place, expected, received) =>
    `${place}: المتوقع ${isolate(expected)}، لكن وُجد ${isolate(received)}.`,
  twice: (place) => `${place}: يوجد عنصر آخر بالمعرّف نفسه.`,
  missing: (place) => `${place}: يشير إلى رسالة غير موجودة.`,
  circle: (place) => `${place}: الرسالة تسبق نفسها.`,
  changedText: (place) => `${place}: النص لا يطابق معرّفه.`,
};
