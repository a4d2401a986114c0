// The conversation on screen: messages, what can be done with them, how an answer goes and how it ended.
import { formatCount } from "../../stores/format";
import type { Texts } from "../catalogue";
import { isolate } from "../isolate";
import { pluralIn } from "../plural";
import { tokens } from "./counts";

const plural = pluralIn("he");

export const chat: Texts["chat"] = {
  conversation: "שיחה",
  toLatest: "להודעה האחרונה",
  you: "אני",
  documents: "מסמכים",

  // The wait before the first word
  reading: "קורא…",
  readingShare: (share) => `קורא… ${share}`,
  readingShareAndWait: (share, wait) => `קורא… ${share} · נותרו כ־${wait}`,
  readingPrompt: "קריאת הפרומפט",
  waitingForTab: "ממתין לתשובה בכרטיסייה האחרת…",
  restoring: "המודל נטען מחדש, ואחר כך התשובה תימשך…",

  // Actions on messages
  messageActions: "פעולות בהודעה",
  answerActions: "פעולות בתשובה",
  copyAnswer: "העתקת התשובה",
  copyMessage: "העתקת ההודעה",
  regenerate: "יצירה מחדש",
  continueAnswer: "המשך",
  getAnswer: "קבלת תשובה",
  editMessage: "עריכת ההודעה",
  editAnswer: "עריכת התשובה",
  more: "עוד",
  branchOff: "פיצול לצ׳אט חדש",
  deleteMessage: "מחיקה עם כל מה שאחריה",
  branchTitle: (title) => `${isolate(title)} (פיצול)`,
  branchedOff: "זהו צ׳אט חדש, עם כל מה שנכתב עד אותה הודעה.",
  back: "חזרה",
  messagesDeleted: (count) =>
    plural(count, {
      one: "ההודעה נמחקה.",
      two: "שתי הודעות נמחקו.",
      other: `${formatCount(count)} הודעות נמחקו.`,
    }),

  // Versions of a message
  versions: "גרסאות",
  previousVersion: "הגרסה הקודמת",
  nextVersion: "הגרסה הבאה",
  versionOf: (number, count) => `גרסה ${formatCount(number)} מתוך ${formatCount(count)}`,

  // The editor in place of a message
  questionText: "טקסט ההודעה",
  answerText: "טקסט התשובה",
  editorKeepsQuestion: "ההודעה והתשובות לה יישמרו כגרסה קודמת.",
  editorKeepsAnswer: "התשובה תישמר כגרסה קודמת. המודל יקרא את הטקסט החדש כאילו כתב אותו בעצמו.",
  send: "שליחה",
  save: "שמירה",

  // How an answer ended, and its figures
  edited: "נערכה",
  stopped: "נעצרה",
  cutAtLimit: "נקטעה באורך התשובה המרבי שבהגדרות",
  cutAtWindow: "נקטעה: החלון של המודל מלא. כדי להמשיך, יש להתחיל צ׳אט חדש",
  interrupted: "הופסקה",
  failed: "נכשלה",
  tokenCount: tokens,
  firstToken: (time) => `טוקן ראשון: ${time}`,
  readOf: (read, total) => `נקראו ${formatCount(read)} מתוך ${formatCount(total)}`,
  readOfReused: (read, total) =>
    `נקראו ${formatCount(read)} מתוך ${formatCount(total)} (${formatCount(total - read)} בשימוש חוזר)`,
  guessed: (right, tried) => `ניחושים נכונים: ${formatCount(right)} מתוך ${formatCount(tried)}`,

  // For screen readers
  status: "מצב",
  statusReading: "מתבצעת קריאה",
  statusGenerating: "התשובה נכתבת",
  statusModelReady: "המודל מוכן",
  statusModelLoading: "המודל בטעינה",
  statusDownload: (percent) => `ההורדה הגיעה ל־${formatCount(percent)}%`,
  statusAnswerReady: (words) =>
    plural(words, {
      one: "התשובה מוכנה, מילה אחת",
      two: "התשובה מוכנה, שתי מילים",
      other: `התשובה מוכנה, ${formatCount(words)} מילים`,
    }),
  statusAnswerFailed: "התשובה נכשלה",

  // An empty chat
  welcome: "ברוכים הבאים",
  welcomeTitle: "לשאול על מה שקוראים",
  welcomeText:
    "Jamba פועל בתוך הכרטיסייה הזו, על ה־GPU של המחשב. אפשר להדביק מסמך ולשאול: מה שנכתב כאן לעולם לא יוצא מהמחשב, והכול פועל גם בלי רשת.",
  exampleProject: "מי מוביל את Project Heron?",
  exampleProjectHint: "עם עמוד של רשימות מהפרויקט",
  examplePump: "כמה עולה משאבת Calder?",
  examplePumpHint: "עם קטלוג קצר",
  exampleAbilities: "מה אפשר לעשות כאן?",
  exampleAbilitiesHint: "בלי מסמך",
  tinyModel: (name, size) =>
    `זהו המודל הזעיר שמצורף לאפליקציה, להתנסות בלבד. לעבודה של ממש כדאי להוריד את ${isolate(name)} (${size}).`,
  getModel: (name) => `הורדת ${isolate(name)}`,
};
