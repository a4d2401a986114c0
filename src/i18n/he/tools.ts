// Tools that the model may ask for, and its calls.
import type { ToolTexts } from "../tool-texts";

const names: ToolTexts["names"] = {
  search_documents: "חיפוש במסמכים שלי",
  calculator: "מחשבון",
  current_date: "התאריך היום",
};

const helps: ToolTexts["helps"] = {
  search_documents: "מוצא קטעים במסמכים של הצ׳אט הזה ומציג אותם לפניך לפני שהמודל מקבל אותם.",
  calculator: "מחשב ביטוי במדויק.",
  current_date: "התאריך, היום בשבוע, השעה ואזור הזמן של המכשיר הזה.",
};

export const tools: ToolTexts = {
  title: "כלים",
  intro: "המודל יכול לבקש אותם. שום דבר אינו מופעל לפני לחיצה שלך.",
  notWithModel: "המודל הטעון אינו יכול לקרוא לכלים. אפשר לבחור אחר ב„מודלים”.",
  notWithJson: "כל עוד התשובות הן JSON, המודל אינו קורא לכלים.",
  names,
  helps,
  free: (name) => `${name}: הפעלה בלי לשאול`,
  freeHelp: "בצ׳אט הזה, ככל שהמודל ירצה.",
  first: "לפתוח כל תשובה ב־",
  firstHelp: "המודל מבקש אז את הכלי הזה לפני שהוא אומר דבר.",
  modelDecides: "מה שהמודל בוחר",

  // A call
  label: (name) => `כלי: ${name}`,
  asks: (name) => `המודל מבקש כלי: ${name}.`,
  writing: "המודל מבקש כלי…",
  run: "הפעלה",
  decline: "לא להפעיל",
  allow: "תמיד להפעיל בצ׳אט הזה",
  sendOn: "למסור למודל",
  withhold: "לא למסור",
  query: "חיפוש של",
  expression: "ביטוי",
  found: "נמצא ועוד לא נמסר למודל",
  result: "תוצאה",
  declined: "לא אישרת את ההפעלה.",
  passedOver: "הכלי לא הופעל.",
  written: "מה שהמודל כתב",

  // What is wrong with one
  unfinished: "התשובה הסתיימה באמצע הקריאה.",
  tooLong: (length, limit) => `בקריאה יש ${length} תווים; לכל היותר אפשר ${limit}.`,
  notJson: (reason) => `הקריאה אינה JSON: ${reason}`,
  otherForm: "מה שהמודל כתב אינו קריאה לכלי.",
  unknownTool: (name) => `אין בצ׳אט הזה כלי בשם „${name}”.`,
  missingArgument: (argument) => `הארגומנט „${argument}” חסר.`,
  unknownArgument: (argument) => `לכלי אין ארגומנט בשם „${argument}”.`,
  badArgument: (argument, least, most) =>
    `הארגומנט „${argument}” צריך להיות טקסט באורך ${least} עד ${most} תווים.`,
  tooMany: (limit) => `המודל ביקש כלים ${limit} פעמים ברצף. יותר מזה לא הופעל; אפשר לשאול שוב כדי להמשיך.`,
};
