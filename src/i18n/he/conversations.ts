// The list of chats: groups, search, selection, export and import.
import { formatCount } from "../../stores/format";
import type { Texts } from "../catalogue";
import { isolate } from "../isolate";
import { pluralIn } from "../plural";

const plural = pluralIn("he");

const wereHere = (known: number): string =>
  plural(known, {
    one: "אחד כבר היה כאן",
    two: "שניים כבר היו כאן",
    other: `${formatCount(known)} כבר היו כאן`,
  });

export const conversations: Texts["conversations"] = {
  title: "שיחות",
  sidebar: "סרגל צד",
  newChat: "צ׳אט חדש",
  documents: "מסמכים",
  settings: "הגדרות",
  none: "הצ׳אטים שלך נשמרים כאן, במחשב הזה.",

  // Groups of the list; older chats stand under their month
  pinned: "מוצמדים",
  today: "היום",
  yesterday: "אתמול",
  week: "7 הימים הקודמים",

  // What can be done with one chat
  more: (title) => `עוד פעולות: ${isolate(title)}`,
  rename: "שינוי שם",
  newName: "שם חדש",
  pin: "הצמדה",
  unpin: "ביטול ההצמדה",
  export: "ייצוא",
  delete: (title) => `מחיקת ${isolate(title)}`,
  deleteShort: "מחיקה",
  deleted: (count) =>
    plural(count, {
      one: "הצ׳אט נמחק.",
      two: "שני צ׳אטים נמחקו.",
      other: `${formatCount(count)} צ׳אטים נמחקו.`,
    }),

  // What can be done with many
  listActions: "רשימת הצ׳אטים",
  select: "בחירת צ׳אטים",
  selectAll: "בחירת הכול",
  selected: (count) =>
    plural(count, { one: "נבחר אחד", two: "נבחרו שניים", other: `נבחרו ${formatCount(count)}` }),
  deleteSelected: "מחיקת הנבחרים",
  exportSelected: "ייצוא הנבחרים",
  exportAll: "ייצוא כל הצ׳אטים",
  import: "ייבוא צ׳אטים",

  // Search
  search: "חיפוש צ׳אטים",
  clearSearch: "ניקוי החיפוש",
  results: "תוצאות החיפוש",
  searching: "מתבצע חיפוש…",
  nothingFound: (query) => `אין צ׳אט שמכיל את ”${isolate(query)}”.`,
  nothingFoundHelp: "החיפוש הוא בכותרות ובהודעות, לפי מילים שלמות ותחילות של מילים.",
  found: (count) =>
    plural(count, {
      one: "נמצא צ׳אט אחד",
      two: "נמצאו שני צ׳אטים",
      other: `נמצאו ${formatCount(count)} צ׳אטים`,
    }),
  firstFound: (shown, count) => `${formatCount(shown)} הראשונים מתוך ${formatCount(count)}`,
  looking: (done, count) => `חיפוש בצ׳אטים ישנים… ${formatCount(done)} מתוך ${formatCount(count)}`,
  searchFailed: "החיפוש נעצר. אפשר לנסות שוב, או לטעון את הדף מחדש.",

  // Export
  exportTitle: (count) =>
    plural(count, {
      one: "ייצוא צ׳אט",
      two: "ייצוא שני צ׳אטים",
      other: `ייצוא ${formatCount(count)} צ׳אטים`,
    }),
  exportAs: "ייצוא בתור",
  markdown: "Markdown",
  markdownHelp: "לקריאה ולעריכה בכל מקום. הגרסאות שעל המסך, בלי מחשבות המודל.",
  json: "JSON",
  jsonHelp: "לשמירה ולייבוא חוזר. כל הגרסאות של כל ההודעות.",
  print: "הדפסה או PDF",
  printHelp: "דרך חלון ההדפסה של הדפדפן.",
  printTooMany: (most) => `הדפדפן מדפיס עד ${formatCount(most)} צ׳אטים בבת אחת.`,
  withTexts: "עם הטקסטים של המסמכים",
  withTextsHelp: "בלעדיהם מופיעים בקובץ רק שמות המסמכים.",
  you: "אני",

  // Import
  importHelp: "יש לבחור קובץ JSON שיוצא מכאן. הוא ייובא בשלמותו או לא ייובא כלל.",
  chooseFile: "בחירת קובץ",
  importing: "בייבוא…",
  exporting: "בייצוא…",
  imported: (count) =>
    plural(count, {
      one: "צ׳אט אחד יובא.",
      two: "שני צ׳אטים יובאו.",
      other: `${formatCount(count)} צ׳אטים יובאו.`,
    }),
  importedAndKnown: (count, known) =>
    plural(count, {
      one: `צ׳אט אחד יובא; ${wereHere(known)}.`,
      two: `שני צ׳אטים יובאו; ${wereHere(known)}.`,
      other: `${formatCount(count)} צ׳אטים יובאו; ${wereHere(known)}.`,
    }),
  allKnown: "כל הצ׳אטים שבקובץ כבר נמצאים כאן.",
  notImported: (fileName) => `”${isolate(fileName)}” לא יובא`,
  transferFailed: "הפעולה לא הצליחה",
  nothingStored: (reason) =>
    `הדפדפן סירב (${isolate(reason)}). שום דבר לא השתנה. יש לוודא שיש מקום בדיסק ולנסות שוב.`,

  // What is wrong with a file; the place comes before it, as in "Chat 4 (“Title”), message 2, “text”"
  tooLarge: (size, limit) => `גודל הקובץ הוא ${size}; אפשר לקרוא לכל היותר ${limit}.`,
  otherFile: "זה לא קובץ של צ׳אטים שיוצאו מהאפליקציה הזו.",
  newer: "הקובץ הוא מגרסה חדשה יותר של האפליקציה. יש לטעון את הדף מחדש כדי לעדכן, ואז לייבא אותו שוב.",
  inChat: (number) => `צ׳אט ${formatCount(number)}`,
  inNamedChat: (number, title) => `צ׳אט ${formatCount(number)} (”${isolate(title)}”)`,
  inDocument: (number) => `מסמך ${formatCount(number)}`,
  inNamedDocument: (number, title) => `מסמך ${formatCount(number)} (”${isolate(title)}”)`,
  inFile: "הקובץ",
  inMessage: (number) => `הודעה ${formatCount(number)}`,
  inField: (field) => `”${isolate(field)}”`,
  wrongField: (place, expected, received) =>
    `${place}: הערך הצפוי הוא ${isolate(expected)}, אך נמצא ${isolate(received)}.`,
  twice: (place) => `${place}: יש עוד אחד עם אותו מזהה.`,
  missing: (place) => `${place}: יש כאן הפניה להודעה שאינה קיימת.`,
  circle: (place) => `${place}: ההודעה קודמת לעצמה.`,
  changedText: (place) => `${place}: הטקסט אינו תואם למזהה שלו.`,
};
