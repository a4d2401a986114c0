// What the engine reports: why something failed, why a download waits, and what became of saved readings.
import { formatBytes, formatCount } from "../../stores/format";
import type { TranslatedEngineTexts } from "../engine-texts";
import { isolate, leftToRight } from "../isolate";

export const engine: TranslatedEngineTexts = {
  sentences: {
    WebGpuUnavailableError:
      "יש להשתמש בגרסה עדכנית של Chrome או Edge, ב־Safari 26 או ב־Firefox 141 ב־Windows, כשהאצת החומרה מופעלת. כדאי לעדכן את מנהל ההתקן הגרפי, או לטעון את הדף מחדש אם הוא קרס זה עתה.",
    GpuLimitError: ({ limit, needed, offered }) =>
      `ה־GPU הזה מציע ${leftToRight(`${limit} = ${formatCount(offered)}`)}, והמודל צריך ${formatCount(needed)}. כדאי לנסות מודל קטן יותר או הקשר קצר יותר.`,
    GpuOutOfMemoryError: ({ byteLength }) =>
      `ל־GPU לא נשאר זיכרון לעוד ${formatBytes(byteLength)}. יש לסגור לשוניות אחרות שמשתמשות ב־GPU, לקצר את ההקשר או לבחור מודל קטן יותר, ואז לטעון שוב.`,
    NumericalError:
      "התשובה נעצרה כדי שלא יוצג דבר שגוי. יש לטעון את המודל שוב; אם זה קורה שוב, התקלה בקובץ או במנהל ההתקן הגרפי.",
    ModelNotFoundError: "יש להוריד אותו; אם הוא כבר היה כאן, הדפדפן הסיר אותו כדי לפנות מקום.",
    ModelEvictedError: "הדפדפן הסיר אותו כדי לפנות מקום. יש להוריד אותו שוב.",
    ModelFormatError: "יש לבחור קובץ ‎.gguf אחר: Jamba צפוף בקובץ אחד.",
    ModelDamagedError:
      "יש לטעון את המודל שוב: רק מה שפגום יורד מחדש. אם הוא בא מקובץ במכשיר הזה, יש לפתוח אותו שוב.",
    ModelChangedError: "יש להתחיל את ההורדה שוב: היא מתחילה מההתחלה עם הקובץ כפי שהוא עכשיו.",
    DownloadError: "יש לבדוק את הכתובת ואת הרשת, ולנסות שוב.",
    StorageFullError: ({ missingBytes, keptBytes }) =>
      `חסרים ${formatBytes(missingBytes)}. ה־${formatBytes(keptBytes)} שכבר כאן נשמרים; יש לפנות מקום בדיסק או למחוק מודל אחר, ואז להמשיך.`,
    StorageUnavailableError:
      "יש לבדוק שהדפדפן רשאי לשמור נתונים של האתר הזה, לסגור לשוניות אחרות של האפליקציה ולטעון את הדף מחדש.",
    ContextTooLongError: ({ promptTokens, contextLength }) =>
      `בשיחה עם המסמכים שלה יש ${formatCount(promptTokens)} אסימונים, וההקשר מכיל ${formatCount(contextLength)}. דבר לא נחתך. אפשר להסיר מסמך או לקצר אותו, להתחיל צ׳אט חדש או לטעון את המודל עם הקשר ארוך יותר.`,
    NoModelError: "יש לטעון מודל תחילה.",
    AnswerFormatError: "יש לשנות את הסכמה, או לשאול בלעדיה.",
    InternalError: "זו תקלה של האפליקציה, לא שלך. יש לטעון את המודל שוב או לטעון את הדף מחדש.",
    DocumentGoneError: ({ documentName }) =>
      `„${isolate(documentName)}” נמחק מהספרייה, והצ׳אט הזה צריך אותו כדי להמשיך. אפשר לצרף את אותו קובץ שוב, בכל צ׳אט, והוא יחזור; או להתחיל צ׳אט חדש.`,
    UnknownError: "יש לנסות שוב או לטעון את הדף מחדש.",
  },
  retryReasons: {
    network: () => "החיבור לשרת נותק.",
    short: () => "השרת סיים את תשובתו מוקדם מדי.",
    stalled: () => "החיבור נתקע.",
    mismatch: () => "השרת שלח בתים אחרים מאלה שהתבקשו.",
    server: (status) => `בשרת יש תקלה (סטטוס ${status}).`,
    busy: () => "השרת מבקש הפסקה (יותר מדי בקשות).",
    refused: (status) => `השרת סירב להורדה (סטטוס ${status}).`,
  },
  waitsForNetwork: "אין רשת. ההורדה תמשיך מעצמה כשתחזור.",
  stateRefused: (label) => `מה שנשמר מקריאת „${isolate(label)}” היה פגום בדיסק. הוא נמחק, והטקסט נקרא מחדש.`,
  statesOutdated:
    "מה שגרסה קודמת של האפליקציה שמרה מקריאותיה אינו מועיל לגרסה הזאת. הוא נמחק, והטקסטים נקראים מחדש כששואלים עליהם.",
  statesFull:
    "לדפדפן אין מקום לשמור את מה שנקרא, ולכן אחרי טעינה מחדש הוא נקרא שוב. התשובות ממשיכות כרגיל; אפשר לפנות מקום בדיסק או למחוק קריאות שמורות ב„מודלים”.",
};
