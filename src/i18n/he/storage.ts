// What this page keeps in the browser, and how to free it.
import { formatBytes, formatCount } from "../../stores/format";
import type { Texts } from "../catalogue";
import { isolate } from "../isolate";
import { tokens } from "./counts";

export const storage: Texts["storage"] = {
  title: "אחסון",
  open: "מה שמור כאן",
  used: (bytes) => `${formatBytes(bytes)} בשימוש.`,
  usedOf: (bytes, quota) => `${formatBytes(bytes)} בשימוש, מתוך כ־${formatBytes(quota)} המותרים.`,
  promised: "הדפדפן הבטיח לשמור את הנתונים.",
  unreadable:
    "הגרסה הזו אינה יכולה לקרוא חלק ממה שנשמר כאן. הוא נשאר כפי שהוא, ונכלל בייצוא JSON של כל השיחות.",
  mayRemove: "הדפדפן עשוי להסיר את הנתונים כשהמקום בדיסק אוזל.",
  askToKeep: "לבקש מהדפדפן לשמור",
  refusedToKeep: "הדפדפן לא הבטיח זאת. אם הדף יותקן כאפליקציה או ייפתח לעיתים קרובות, ייתכן שיבטיח בהמשך.",
  partsOf: "מה תופס את המקום",

  models: "מודלים",
  reading: "קריאה שנשמרה",
  documents: "מסמכים",
  chats: "צ׳אטים",
  rest: "הדף עצמו וכל השאר",

  none: "עדיין אין.",
  noReading: "עדיין אין. אחרי טקסט ארוך המודל שומר את מה שקרא, ובפעם הבאה ממשיך משם.",
  readingHelp: "במחיקה לא אובד שום טקסט: הוא ייקרא שוב כשיהיה בו צורך.",
  state: ({ kind, tokenCount, byteLength, sharedBytes }) => {
    const parts = [kind === "document" ? "מסמך" : "צ׳אט", tokens(tokenCount), formatBytes(byteLength)];
    if (sharedBytes > 0) parts.push(`${formatBytes(sharedBytes)} משותפים`);
    return parts.join(" · ");
  },
  document: (textBytes, stateBytes) =>
    stateBytes > 0
      ? `${formatBytes(textBytes)}, ועוד ${formatBytes(stateBytes)} של קריאה שנשמרה`
      : formatBytes(textBytes),
  delete: (name) => `מחיקת ${isolate(name)}`,
  forget: (name) => `מחיקת הקריאה של ${isolate(name)}`,
  forgetAll: "מחיקת הכול",
  more: (count) => `עוד ${formatCount(count)}`,
  openLibrary: "פתיחת הספרייה",
};
