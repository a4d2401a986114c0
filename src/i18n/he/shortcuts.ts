// The list of keys, and what they say when they have done something unseen.
import type { Texts } from "../catalogue";

export const shortcuts: Texts["shortcuts"] = {
  title: "קיצורי מקשים",
  groups: { writing: "כתיבה", chats: "צ׳אטים", answers: "תשובות", page: "הדף הזה" },
  what: {
    send: "שליחת ההודעה",
    newline: "התחלת שורה חדשה",
    "recall-older": "הפרומפט שנשלח קודם לכן",
    "recall-newer": "חזרה לכיוון הטיוטה",
    "paste-as-text": "הדבקה כטקסט, בכל אורך",
    "focus-composer": "מעבר להודעה",
    "new-chat": "צ׳אט חדש",
    "search-chats": "חיפוש צ׳אטים",
    "toggle-sidebar": "הצגה או הסתרה של סרגל הצד",
    "rename-chat": "שינוי שם הצ׳אט הזה",
    "delete-chat": "מחיקת הצ׳אט הזה",
    stop: "עצירת התשובה",
    "copy-answer": "העתקת התשובה האחרונה",
    "copy-code": "העתקת בלוק הקוד האחרון",
    "search-document": "חיפוש במסמך הפתוח",
    undo: "ביטול מחיקה",
    settings: "הגדרות",
    shortcuts: "הרשימה הזו",
  },
  or: "או",
  answerCopied: "התשובה הועתקה.",
  codeCopied: "הקוד הועתק.",
  noAnswer: "אין תשובה להעתקה.",
  noCode: "אין קוד בתשובות האחרונות.",
  notCopied: "הדפדפן סירב להעתיק",
};
