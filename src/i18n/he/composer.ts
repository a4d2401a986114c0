// Where the user writes: the box, its buttons, what waits to be sent, and what fills the model's window.
import { formatCount, formatShare } from "../../stores/format";
import type { Texts } from "../catalogue";
import { isolate } from "../isolate";
import { documents, tokens } from "./counts";

export const composer: Texts["composer"] = {
  form: "כתיבה למודל",
  message: "הודעה",
  placeholder: "אפשר לשאול או להדביק מסמך",
  attach: "צירוף מסמך",
  send: "שליחה",
  queue: "הוספת ההודעה לתור",
  stop: "עצירה",
  answeringElsewhere: "תשובה נכתבת בצ׳אט אחר…",
  gettingReady: "המודל בהכנה…",
  openingDocument: "מסמך בפתיחה…",
  draftTokens: tokens,
  pasted: (beginning) => `טקסט שהודבק: ${isolate(beginning)}`,
  noPictures: "אי אפשר לקרוא תמונות: המודל מכיר טקסט בלבד.",
  documentGone: (name) => `”${isolate(name)}” נמחק מהספרייה ואינו מצורף עוד.`,

  // Messages that wait for the end of an answer
  queued: "הודעות בתור",
  queuedNext: "תישלח בסוף התשובה",
  queuedForModel: "תישלח כשהמודל יהיה מוכן",
  queuedWithoutModel: "לא נשלחה: אין מודל פעיל. תישלח כשיהיה",
  beingSent: "בשליחה…",
  held: {
    stopped: "לא נשלחה: התשובה הקודמת נעצרה",
    failed: "לא נשלחה: התשובה הקודמת נכשלה",
    reloaded: "לא נשלחה: הדף נסגר בינתיים",
    refused: "לא ניתן היה לשלוח",
  },
  queuedDocuments: documents,
  sendQueued: "שליחה עכשיו",
  interruptWithQueued: "הפסקת התשובה ושליחה עכשיו",
  editQueued: "עריכה",
  removeQueued: "הסרה",

  // What fills the window
  window: "מה ממלא את החלון",
  windowUsed: (used, all) => `חלון: ${formatShare(used, all)} בשימוש`,
  windowFigures: (used, all) => `${formatCount(used)} מתוך ${tokens(all)}`,
  shares: { instructions: "הנחיות", messages: "הודעות", draft: "ההודעה הזו" },
  free: "פנוי",
  lastTurn: "התשובה האחרונה",
  lastTurnFigures: (read, remembered, written) =>
    `נקראו ${formatCount(read)} · נזכרו ${formatCount(remembered)} · נכתבו ${formatCount(written)}`,
  nearlyFull: (used, all) => `${formatShare(used, all)} מהחלון בשימוש: תשובה ארוכה עלולה להיקטע.`,
  nearlyFullAdvice: "לנושא חדש כדאי להתחיל צ׳אט חדש, או לשלוח פחות מהמסמך.",
  tooLongWithDocuments: (excess, used, all) =>
    `ארוך מדי, חריגה של ${tokens(excess)}: בצ׳אט הזה, עם המסמכים שלו, יש ${formatCount(used)}, והחלון מכיל ${formatCount(all)}. אפשר לבחור חלק ממסמך, או הקשר ארוך יותר בהגדרות.`,
  tooLong: (excess, used, all) =>
    `ארוך מדי, חריגה של ${tokens(excess)}: בצ׳אט הזה יש ${formatCount(used)}, והחלון מכיל ${formatCount(all)}. אפשר לקצר את ההודעה, להתחיל צ׳אט חדש או לבחור הקשר ארוך יותר בהגדרות.`,
  nothingIsCut: "שום דבר לא נשלח ולא נקטע.",
  offers: {
    choosePart: (name) => `שימוש בחלק מתוך ”${isolate(name)}”`,
    removeDocument: (name) => `הסרת ”${isolate(name)}”`,
    newChatWithDocuments: "צ׳אט חדש עם אותם מסמכים",
    newChat: "צ׳אט חדש",
    longerContext: "פתיחת ההגדרות",
  },

  // Words selected in an answer
  selection: "המילים שנבחרו",
  quote: "ציטוט",
  whereDoesItSay: "איפה זה כתוב?",
  notInDocuments: (count) => (count === 1 ? "לא נמצא במסמך." : "לא נמצא במסמכים."),
};
