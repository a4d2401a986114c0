// Why a file cannot be read and what to do about it, and what is amiss with one that was read all the same.
import { formatBytes, formatCount, formatSeconds } from "../../stores/format";
import type { Texts } from "../catalogue";
import { isolate } from "../isolate";
import { pluralIn } from "../plural";
import { characters, pages as countPages } from "./counts";

const plural = pluralIn("he");

const quoted = (name: string): string => `”${isolate(name)}”`;

/** The same way out for every kind of damage. */
const damaged = (file: string, what: string): string =>
  `הקובץ ${quoted(file)} פגום: ${what}. אפשר לפתוח אותו בתוכנה שיצרה אותו ולשמור מחדש, או להדביק את הטקסט שלו.`;

const unreadable = (file: string, why: string): string =>
  `לא ניתן היה לקרוא את ${quoted(file)}: ${why} אפשר לנסות שוב; אם זה קורה שוב, יש לטעון את הדף מחדש.`;

const tooLong = (file: string, what: string): string =>
  `${quoted(file)} ארוך מדי: ${what}. יש לפצל אותו ולצרף את החלק שעליו רוצים לשאול.`;

const unpacksTo = (file: string, size: string, where: string): string =>
  `בפריסה, ${quoted(file)} גדל מעבר ל־${size} (${where}), דבר שאינו קורה במסמך רגיל. אפשר לשמור את תוכנו כטקסט פשוט ולצרף אותו.`;

const notRead = (file: string, what: string): string =>
  `${quoted(file)} הוא ${what}. אפשר לצרף קובץ טקסט, PDF,‏ Word,‏ EPUB או HTML.`;

export const documentProblems: Texts["documentProblems"] = {
  image: ({ file }) => notRead(file, "תמונה"),
  "packed-archive": ({ file }) => notRead(file, "ארכיון דחוס"),
  program: ({ file }) => notRead(file, "תוכנה"),
  model: ({ file }) => notRead(file, "מודל, לא מסמך"),
  "rich-text": ({ file }) =>
    `${quoted(file)} הוא קובץ Rich Text. אפשר לשמור אותו כ־\u2066.docx\u2069 או כטקסט פשוט ולצרף.`,
  "old-office": ({ file }) =>
    `${quoted(file)} הוא בתבנית ישנה של Office. אפשר לשמור אותו כ־\u2066.docx\u2069 או כ־PDF ולצרף.`,
  spreadsheet: ({ file }) =>
    `${quoted(file)} הוא גיליון אלקטרוני. אפשר לשמור את הגיליון כ־\u2066.csv\u2069 ולצרף.`,
  presentation: ({ file }) => `${quoted(file)} הוא מצגת. אפשר לשמור אותה כ־PDF ולצרף.`,
  "open-document": ({ file }) =>
    `${quoted(file)} הוא קובץ OpenDocument. אפשר לשמור אותו כ־\u2066.docx\u2069 או כ־PDF ולצרף.`,
  "zip-archive": ({ file }) => `${quoted(file)} הוא ארכיון ZIP. יש לחלץ אותו ולצרף את המסמכים שבתוכו.`,
  "binary-data": ({ file }) =>
    `${quoted(file)} מכיל נתונים בינאריים, לא טקסט. אפשר לשמור אותו כטקסט, PDF,‏ Word,‏ EPUB או HTML ולצרף.`,
  "copy-protected": ({ file }) =>
    `${quoted(file)} מוגן מפני העתקה (DRM). אפשר לצרף עותק ללא הגנה, או להדביק את הטקסט.`,

  "not-a-pdf": ({ file, reason }) => damaged(file, `זה לא PDF תקין (${isolate(reason)})`),
  "not-a-word-document": ({ file }) => damaged(file, "זה לא מסמך Word תקין"),
  "nested-too-deeply": ({ file }) => damaged(file, "הקינון בו עמוק מדי"),
  "no-readable-page": ({ file }) => damaged(file, "אי אפשר לקרוא אף אחד מעמודיו"),
  "no-contents": ({ file }) => damaged(file, "לא מצוין בו היכן התוכן"),
  "no-chapters": ({ file }) => damaged(file, "לא רשומים בו פרקים"),
  "no-readable-chapter": ({ file }) => damaged(file, "אי אפשר לקרוא אף אחד מפרקיו"),
  "end-missing": ({ file }) => damaged(file, "הסוף חסר, ייתכן שהוא נקטע"),
  "too-many-parts": ({ file, count }) => damaged(file, `מספר החלקים שרשום בו הוא ${formatCount(count)}`),
  "directory-cut-off": ({ file, found, count }) =>
    damaged(file, `תוכן העניינים שלו נקטע אחרי ${formatCount(found)} מתוך ${formatCount(count)} חלקים`),
  "part-missing": ({ file, part }) => damaged(file, `החלק ${quoted(part)} חסר`),
  "part-misplaced": ({ file, part }) => damaged(file, `החלק ${quoted(part)} אינו במקום הרשום בתוכן העניינים`),
  "part-cut-off": ({ file, part }) => damaged(file, `החלק ${quoted(part)} נקטע`),
  "part-packed-unknown": ({ file, part, method }) =>
    damaged(file, `החלק ${quoted(part)} דחוס בשיטה לא מוכרת (${isolate(String(method))})`),
  "part-packed-badly": ({ file, part }) => damaged(file, `אי אפשר לפרוס את החלק ${quoted(part)}`),
  nonsense: ({ file, reason }) => damaged(file, `התוכן שלו חסר פשר (${isolate(reason)})`),

  "password-needed": ({ file }) => `${quoted(file)} מוגן בסיסמה. כדי לקרוא אותו יש להזין את הסיסמה.`,
  "password-wrong": ({ file }) => `הסיסמה אינה פותחת את ${quoted(file)}. יש לבדוק אותה ולהזין שוב.`,
  "password-unsupported": ({ file }) =>
    `${quoted(file)} מוגן בסיסמה שאי אפשר להסיר כאן. יש לשמור עותק ללא סיסמה ולצרף אותו.`,

  empty: ({ file }) => `אין טקסט ב־${quoted(file)}. אפשר לצרף קובץ אחר, או להדביק את הטקסט.`,
  "without-text": ({ file, pageCount }) =>
    plural(pageCount, {
      one: `בעמוד היחיד של ${quoted(file)} אין טקסט: נראה שהוא נסרק. יש להפעיל עליו זיהוי טקסט (OCR) ולצרף את התוצאה.`,
      two: `בשני העמודים של ${quoted(file)} אין טקסט: נראה שהם נסרקו. יש להפעיל על הקובץ זיהוי טקסט (OCR) ולצרף את התוצאה.`,
      other: `באף אחד מ־${formatCount(pageCount)} העמודים של ${quoted(file)} אין טקסט: נראה שהם נסרקו. יש להפעיל על הקובץ זיהוי טקסט (OCR) ולצרף את התוצאה.`,
    }),

  "too-many-bytes": ({ file, bytes, limit }) =>
    `גודל הקובץ ${quoted(file)} הוא ${formatBytes(bytes)}, ולמסמך מותר ${formatBytes(limit)}. יש לצרף את החלק שעליו רוצים לשאול.`,
  "too-many-pages": ({ file, pages, limit }) =>
    tooLong(file, `יש בו ${countPages(pages)}, ולמסמך מותר ${formatCount(limit)}`),
  "too-many-characters": ({ file, limit }) => tooLong(file, `יש בו יותר מ־${characters(limit)}`),
  "too-many-characters-at-page": ({ file, limit, page }) =>
    tooLong(file, `יש בו יותר מ־${characters(limit)}, כבר בעמוד ${formatCount(page)}`),
  "part-unpacks-too-large": ({ file, part, limit }) => unpacksTo(file, formatBytes(limit), isolate(part)),
  "part-unpacks-as-bomb": ({ file, part, limit }) =>
    `בפריסה, ${quoted(file)} גדל ליותר מפי ${formatCount(limit)} (${isolate(part)}), כמו פצצת ZIP. אפשר לשמור את תוכנו כטקסט פשוט ולצרף אותו.`,
  "page-unpacks-too-large": ({ file, page, limit }) =>
    unpacksTo(file, formatBytes(limit), `עמוד ${formatCount(page)}`),
  "stream-unpacks-too-large": ({ file, limit }) => unpacksTo(file, formatBytes(limit), "זרם נתונים שבתוכו"),

  "too-slow": ({ file, limitSeconds }) =>
    `קריאת ${quoted(file)} נמשכה יותר מ־${formatSeconds(limitSeconds)}. יש לפצל את המסמך, או להדביק את החלק שעליו רוצים לשאול.`,
  "too-slow-at-page": ({ file, limitSeconds, page, pageCount }) =>
    `קריאת ${quoted(file)} נמשכה יותר מ־${formatSeconds(limitSeconds)}, ועמוד ${formatCount(page)} מתוך ${formatCount(pageCount)} לא הושלם. יש לפצל את המסמך, או להדביק את החלק שעליו רוצים לשאול.`,
  "out-of-memory": ({ file }) =>
    `קריאת ${quoted(file)} דורשת יותר זיכרון משהדפדפן נותן. אפשר לסגור כרטיסיות אחרות, או לפצל את המסמך ולצרף חלק ממנו.`,

  "file-gone": ({ file }) => unreadable(file, "הקובץ השתנה או נעלם מאז שנבחר."),
  "worker-not-started": ({ file }) => unreadable(file, "קורא המסמכים לא הצליח להתחיל."),
  "worker-failed": ({ file, reason }) => unreadable(file, isolate(reason)),
  "worker-message-lost": ({ file }) => unreadable(file, "הודעה פנימית אבדה."),
};

const recogniseText = "כדי שעמודים סרוקים ייקראו, יש להפעיל על הקובץ זיהוי טקסט (OCR) ולצרף את התוצאה.";

const warnings: Texts["documentWarnings"]["warnings"] = {
  "pages-without-text": ({ pages }, list) =>
    plural(pages.length, {
      one: `בעמוד ${list} אין טקסט: הוא סרוק או ריק. ${recogniseText}`,
      two: `בעמודים ${list} אין טקסט: הם סרוקים או ריקים. ${recogniseText}`,
      other: `בעמודים ${list} אין טקסט: הם סרוקים או ריקים. ${recogniseText}`,
    }),
  "damaged-pages": ({ file, pages }, list) => {
    const many = `לא ניתן היה לקרוא את עמודים ${list} של ${quoted(file)}, והם הושמטו. כדאי לשמור את הקובץ מחדש בתוכנה שיצרה אותו.`;
    return plural(pages.length, {
      one: `לא ניתן היה לקרוא את עמוד ${list} של ${quoted(file)}, והוא הושמט. כדאי לשמור את הקובץ מחדש בתוכנה שיצרה אותו.`,
      two: many,
      other: many,
    });
  },
  "damaged-chapters": ({ file, pages }, list) => {
    const many = `פרקים ${list} של ${quoted(file)} פגומים והושמטו.`;
    return plural(pages.length, {
      one: `פרק ${list} של ${quoted(file)} פגום והושמט.`,
      two: many,
      other: many,
    });
  },
  "guessed-encoding": ({ file, encoding }) =>
    `לא מצוין ב־${quoted(file)} כיצד מקודדות האותיות; הוא נקרא לפי ${isolate(encoding)}. אם האותיות נראות משובשות, יש לשמור אותו כ־UTF-8 ולצרף שוב.`,
  "damaged-text": ({ file, placeCount }) =>
    plural(placeCount, {
      one: `ב־${quoted(file)} יש מקום אחד שאי אפשר לקרוא, והוא מוצג כ־”\ufffd”.`,
      two: `ב־${quoted(file)} יש שני מקומות שאי אפשר לקרוא, והם מוצגים כ־”\ufffd”.`,
      other: `ב־${quoted(file)} יש ${formatCount(placeCount)} מקומות שאי אפשר לקרוא, והם מוצגים כ־”\ufffd”.`,
    }),
};

export const documentWarnings: Texts["documentWarnings"] = {
  warnings,
  pageList: (stretches, areAll) => (areAll ? stretches.join(", ") : `${stretches.join(", ")} ועוד`),
  stretch: (first, last) => `${formatCount(first)}–${formatCount(last)}`,
};
