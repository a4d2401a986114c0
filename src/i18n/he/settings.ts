// The Settings dialog.
import { formatBytes, formatCount } from "../../stores/format";
import type { Texts } from "../catalogue";
import { tokens } from "./counts";

const sections: Texts["settings"]["sections"] = {
  general: "כללי",
  answers: "תשובות",
  model: "מודל",
  sampling: "דגימה מתקדמת",
};

const fields: Texts["settings"]["fields"] = {
  theme: {
    label: "עיצוב",
    help: "הצבעים של הדף.",
    choices: { system: "לפי המערכת", light: "בהיר", dark: "כהה" },
  },
  language: {
    label: "שפה",
    help: "של הלחצנים וההודעות. המודל עונה בשפה שבה כותבים לו.",
    choices: { system: "לפי המערכת" },
  },
  sendKey: {
    label: "שליחה באמצעות",
    help: "המקש השני מתחיל שורה חדשה.",
    choices: { enter: "Enter", "mod-enter": "Ctrl/⌘ Enter" },
  },
  pasteThreshold: {
    label: "הדבקה כמסמך החל מ־",
    help: "בתווים: טקסט ארוך יותר שמודבק נעשה מסמך. 0: אף פעם.",
  },
  motion: {
    label: "תנועה",
    help: "האם דברים בדף נעים ומתעמעמים.",
    choices: { system: "לפי המערכת", reduced: "מופחתת", full: "מלאה" },
  },
  systemPrompt: {
    label: "הנחיות",
    help: "נמסרות למודל לפני כל שיחה, כהנחיית המערכת שלו.",
    placeholder: "יש לענות במשפטים קצרים ופשוטים.",
  },
  temperature: {
    label: "טמפרטורה",
    help: "מידת החופש בבחירת המילים. 0: תמיד המילה הסבירה ביותר.",
  },
  maxTokens: { label: "אורך תשובה מרבי", help: "בטוקנים; שם התשובה נקטעת." },
  usesLookup: {
    label: "ניחוש מראש",
    help: "כשתשובה מעתיקה ממה שנקרא, כמה מילים מנוחשות ונבדקות בבת אחת. מהיר יותר, והטקסט זהה.",
  },
  autoScroll: {
    label: "מעקב אחרי התשובה",
    help: "המילים החדשות נשארות לנגד העיניים כל עוד הדף גלול עד סופו.",
  },
  showStatistics: { label: "הצגת נתונים", help: "טוקנים, מהירות וזמן המתנה מתחת לכל תשובה." },
  contextLength: {
    label: "אורך ההקשר",
    help: "מספר הטוקנים שמותר לשיחה ולמסמכים שלה יחד. הקשר ארוך יותר תופס יותר זיכרון GPU.",
    placeholder: "אוטומטי",
  },
  isPrecise: {
    label: "חישוב מדויק",
    help: "כל החישובים בנקודה צפה של 32 סיביות. איטי יותר; התשובות כמעט אף פעם לא משתנות.",
  },
  topP: { label: "Top-p", help: "משאיר את המילים הסבירות ביותר שיחד מגיעות להסתברות הזו. 1: כבוי." },
  topK: { label: "Top-k", help: "משאיר רק מספר כזה של המילים הסבירות ביותר. 0: כבוי." },
  minP: { label: "Min-p", help: "משמיט מילים שסבירותן נמוכה מהחלק הזה של הסבירה ביותר. 0: כבוי." },
  repetitionPenalty: {
    label: "קנס על חזרות",
    help: "מקטין את הסבירות של מילים שכבר נכתבו. 1: כבוי.",
  },
  seed: {
    label: "ערך התחלתי (Seed)",
    help: "אותו ערך, אותן הגדרות ואותה שיחה נותנים אותה תשובה.",
    placeholder: "אקראי",
  },
};

export const settings: Texts["settings"] = {
  title: "הגדרות",
  sections,
  fields,
  modified: "שונה",
  reset: (label) => `איפוס: ${label}`,
  resetAll: "איפוס לברירת המחדל",
  wereReset: "ההגדרות חזרו לברירת המחדל.",
  noLanguage: "לא ניתן היה להוריד את השפה הזו. בפתיחה הבאה של הדף ייעשה ניסיון נוסף.",
  loadWithLength: "טעינה חוזרת באורך הזה",
  loadPrecise: "טעינה חוזרת בדיוק מלא",
  loadFast: "טעינה חוזרת למהירות",
  isLoadedPrecise: "המודל הטעון מחשב ב־32 סיביות.",
  contextHeld: (count, bytes) =>
    `המודל הטעון מכיל ${tokens(count)}; כולם יחד תופסים ${formatBytes(bytes)} של זיכרון GPU.`,
  contextHeldShort: (count, bytes, ownTokens) =>
    `המודל הטעון מכיל ${tokens(count)}; כולם יחד תופסים ${formatBytes(bytes)} של זיכרון GPU. הוא נבנה ל־${formatCount(ownTokens)}, והזיכרון אינו מאפשר יותר.`,
  measure: "מדידת המחשב הזה",
  privacyTitle: "אחסון ופרטיות",
  privacy: "צ׳אטים, מסמכים ומודלים נשארים בדפדפן הזה. שום דבר שנכתב כאן לא נשלח לשום מקום.",
};
