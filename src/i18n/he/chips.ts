// Documents and files beside a message: what each is, how large, how far it has been read, and what was amiss.
import { formatCount } from "../../stores/format";
import type { Texts } from "../catalogue";
import { isolate, leftToRight } from "../isolate";
import { characters, files, tokens } from "./counts";

export const chips: Texts["chips"] = {
  attached: "מסמכים מצורפים",
  warnings: "אזהרות",
  tokens,
  characters,
  shareOfWindow: (share) => `${share} מהחלון`,
  read: "נקרא",
  readTo: (share) => `נקרא: ${share}`,
  reading: (share) => `בקריאה: ${share}`,
  readingPage: (share, page) => `בקריאה: ${share}, עמוד ${formatCount(page)}`,
  readingWithWait: (share, wait) => `בקריאה: ${share}, נותרו כ־${wait}`,
  readingPageWithWait: (share, page, wait) => `בקריאה: ${share}, עמוד ${formatCount(page)}, נותרו כ־${wait}`,
  stop: "עצירה",
  pasteAsText: "הדבקה כטקסט",
  chooseAPart: "בחירת חלק",
  choosePartOf: (name) => `בחירת חלק מתוך ${isolate(name)}`,
  remove: (name) => `הסרת ${isolate(name)}`,
  cancel: (name) => `ביטול ${isolate(name)}`,
  locked: "נעול בסיסמה",
  enterPassword: "הזנת סיסמה",
  waiting: "בהמתנה…",
  opening: "בפתיחה…",
  openingPage: (page, pageCount) => `בפתיחה… עמוד ${formatCount(page)} מתוך ${formatCount(pageCount)}`,
  openingFile: (name) => `פתיחת ${isolate(name)}`,
  tooManyFiles: (count, most) =>
    `${files(count)} בבת אחת הם יותר מדי: רק ${formatCount(most)} הראשונים צורפו.`,
  dropToAdd: "יש לשחרר כדי להוסיף",
  dropHelp: `קובצי PDF,‏ Word,‏ EPUB, דפי אינטרנט וטקסט נעשים מסמכים; קובץ ${leftToRight(".gguf")} נעשה מודל.`,
};
