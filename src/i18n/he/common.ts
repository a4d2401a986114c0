// Words that any part of the page may need.
import type { Texts } from "../catalogue";
import { isolate } from "../isolate";

export const common: Texts["common"] = {
  cancel: "ביטול",
  close: "סגירה",
  done: "סיום",
  dismiss: "סגירת ההודעה",
  undo: "ביטול הפעולה",
  copied: "הועתק",
  copyRefused: "הדפדפן סירב להעתיק",
  notDrawn: "לא ניתן היה להציג את הדף",
  reloadPage: "טעינת הדף מחדש",
  isSafe: (error) => `השיחות שלך שמורות ובטוחות. (${isolate(error)})`,
  slider: (label) => `${label}, מחוון`,
};
