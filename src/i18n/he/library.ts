// The library of documents, and the choice of what of a document goes to the model.
import { formatBytes, formatCount } from "../../stores/format";
import type { Texts } from "../catalogue";
import { isolate } from "../isolate";
import { pluralIn } from "../plural";
import { documents, pages, tokens } from "./counts";

const plural = pluralIn("he");

const choosing: Texts["library"]["choosing"] = {
  measuring: "מדידת המסמך",
  useThisPart: "שימוש בחלק הזה",
  nothingChosen: "לא נבחר דבר",
  fits: (count, room) => `${formatCount(count)} מתוך ${tokens(room)}`,
  tooLongBy: (excess) => `חריגה של ${tokens(excess)}`,
  allFits: (count, room) =>
    `כל המסמך (${tokens(count)}) נכנס: לצד שאר הצ׳אט ותשובה יש מקום ל־${formatCount(room)}.`,
  doesNotFitAll: (count, room) =>
    `במסמך יש ${tokens(count)}, ‏${formatCount(count - room)} יותר ממה שנכנס: לצד שאר הצ׳אט ותשובה יש מקום ל־${formatCount(room)}. מה שיושמט לא ייקרא.`,
  part: "חלק מהמסמך",
  whole: "המסמך כולו",
  doesNotFit: "לא נכנס",
  firstThatFit: "העמודים הראשונים שנכנסים",
  notEvenALine: "אפילו שורה אחת לא נכנסת",
  beginning: "ההתחלה, עד כמה שנכנס",
  firstPages: (count, all) =>
    plural(count, {
      one: "העמוד הראשון",
      two: `שני העמודים הראשונים מתוך ${formatCount(all)}`,
      other: `${formatCount(count)} העמודים הראשונים מתוך ${formatCount(all)}`,
    }),
  tokens,
  range: "טווח עמודים",
  rangeOf: (pageCount) => `מתוך ${formatCount(pageCount)}`,
  fromPage: "מעמוד",
  toPage: "עד עמוד",
  rangeIsEmpty: "העמוד האחרון קודם לראשון.",
};

const passages: Texts["library"]["passages"] = {
  about: "קטעים הנוגעים לשאלה",
  aboutHelp: "נמצאים לפי המילים שבהם, לבדיקתך",
  list: "קטעים",
  question: "שאלה או מילים",
  find: "חיפוש",
  onlyTicked: "יישלחו רק הקטעים שנשארו מסומנים.",
  searching: "מתבצע חיפוש…",
  failed: "החיפוש לא הצליח. אפשר לנסות שוב, או לבחור עמודים.",
  none: "אין קטע שמכיל את המילים האלה. אפשר לנסות אחרות.",
  ticked: (count, all) =>
    plural(all, {
      one: `סומנו ${formatCount(count)} מתוך קטע אחד.`,
      two: `סומנו ${formatCount(count)} מתוך שני קטעים, הטוב ביותר ראשון.`,
      other: `סומנו ${formatCount(count)} מתוך ${formatCount(all)} קטעים, הטובים ביותר ראשונים.`,
    }),
  page: (label) => `עמוד ${isolate(label)}`,
};

const password: Texts["library"]["password"] = {
  title: "סיסמה",
  label: "סיסמת הקובץ",
  trying: "הסיסמה נבדקת…",
  isNotKept: "היא נשארת בכרטיסייה הזו ואינה נשמרת.",
  notNow: "לא עכשיו",
  open: "פתיחה",
  opening: "בפתיחה…",
};

/** What of a document goes with a message, on its chip. */
const parts: Texts["library"]["parts"] = {
  page: {
    all: pages,
    one: (number) => `עמוד ${formatCount(number)}`,
    oneOf: (number, all) => `עמוד ${formatCount(number)} מתוך ${formatCount(all)}`,
    range: (from, to) => `עמודים ${formatCount(from)}–${formatCount(to)}`,
    rangeOf: (from, to, all) => `עמודים ${formatCount(from)}–${formatCount(to)} מתוך ${formatCount(all)}`,
  },
  part: {
    all: (count) => plural(count, { one: "חלק אחד", two: "שני חלקים", other: `${formatCount(count)} חלקים` }),
    one: (number) => `חלק ${formatCount(number)}`,
    oneOf: (number, all) => `חלק ${formatCount(number)} מתוך ${formatCount(all)}`,
    range: (from, to) => `חלקים ${formatCount(from)}–${formatCount(to)}`,
    rangeOf: (from, to, all) => `חלקים ${formatCount(from)}–${formatCount(to)} מתוך ${formatCount(all)}`,
  },
  beginning: "ההתחלה",
  passages: (count) =>
    plural(count, { one: "קטע אחד", two: "שני קטעים", other: `${formatCount(count)} קטעים` }),
};

const stay = "הם נשארים במחשב הזה עד שמוחקים אותם.";

export const library: Texts["library"] = {
  title: "מסמכים",
  list: "ספרייה",
  nothingYet: "עדיין אין כאן דבר. מה שמצרפים לצ׳אט נשמר כאן, במחשב הזה, עד שמוחקים אותו.",
  find: "חיפוש מסמך",
  noneFound: "אין מסמך בשם הזה.",
  addToChat: (count) => (count === 0 ? "הוספה לצ׳אט הזה" : `הוספה לצ׳אט הזה (${formatCount(count)})`),
  newChat: (count) => (count === 0 ? "צ׳אט חדש" : `צ׳אט חדש (${formatCount(count)})`),
  total: (count, bytes) =>
    plural(count, {
      one: `מסמך אחד, ${formatBytes(bytes)} של טקסט. הוא נשאר במחשב הזה עד שמוחקים אותו.`,
      two: `שני מסמכים, ${formatBytes(bytes)} של טקסט. ${stay}`,
      other: `${documents(count)}, ${formatBytes(bytes)} של טקסט. ${stay}`,
    }),

  // One document
  formats: {
    text: "טקסט",
    markdown: "Markdown",
    csv: "CSV",
    tsv: "TSV",
    code: "קוד",
    html: "דף אינטרנט",
    pdf: "PDF",
    docx: "Word",
    epub: "EPUB",
  },
  pasted: "הודבק",
  usedOn: (date) => `שימוש אחרון: ${isolate(date)}`,
  inChats: (count) =>
    plural(count, { one: "בצ׳אט אחד", two: "בשני צ׳אטים", other: `ב־${formatCount(count)} צ׳אטים` }),
  renameIt: (name) => `שינוי השם של ${isolate(name)}`,
  newName: "שם חדש",
  rename: "שינוי שם",
  delete: (name) => `מחיקת ${isolate(name)}`,
  deleted: (name) => `”${isolate(name)}” נמחק.`,
  isGone: "המסמך הזה נמחק.",
  unnamed: "מסמך",

  parts,
  choosing,
  passages,
  password,
};
