// Why a file cannot be read and what to do about it, and what is amiss with one that was read all the same.
import { formatBytes, formatCount, formatSeconds } from "../../stores/format";
import type { Texts } from "../catalogue";
import { isolate } from "../isolate";
import { pluralIn } from "../plural";
import { characters, pages as countPages, parts, places, times } from "./counts";

const plural = pluralIn("ar");

const quoted = (name: string): string => `«${isolate(name)}»`;

/** The same way out for every kind of damage. */
const damaged = (file: string, what: string): string =>
  `الملف ${quoted(file)} تالف: ${what}. افتحه في البرنامج الذي أنشأه واحفظه من جديد، أو الصق نصه.`;

const unreadable = (file: string, why: string): string =>
  `تعذّرت قراءة ${quoted(file)}: ${why} أعِد المحاولة؛ وإذا تكرر ذلك فأعِد تحميل الصفحة.`;

const tooLong = (file: string, what: string): string =>
  `الملف ${quoted(file)} أطول من اللازم: ${what}. قسّمه وأرفق الجزء الذي تريد السؤال عنه.`;

const unpacksTo = (file: string, size: string, where: string): string =>
  `يزيد حجم ${quoted(file)} عند فك ضغطه على ${size} (${where})، وهذا لا يحدث في مستند عادي. احفظ نصه كنص عادي وأرفقه.`;

const notRead = (file: string, what: string): string =>
  `الملف ${quoted(file)} ${what}. أرفق ملف نص أو PDF أو Word أو EPUB أو HTML.`;

export const documentProblems: Texts["documentProblems"] = {
  image: ({ file }) => notRead(file, "صورة"),
  "packed-archive": ({ file }) => notRead(file, "أرشيف مضغوط"),
  program: ({ file }) => notRead(file, "برنامج"),
  model: ({ file }) => notRead(file, "نموذج وليس مستندًا"),
  "rich-text": ({ file }) =>
    `الملف ${quoted(file)} بتنسيق Rich Text. احفظه بتنسيق \u2066.docx\u2069 أو كنص عادي ثم أرفقه.`,
  "old-office": ({ file }) =>
    `الملف ${quoted(file)} بتنسيق Office قديم. احفظه بتنسيق \u2066.docx\u2069 أو PDF ثم أرفقه.`,
  spreadsheet: ({ file }) =>
    `الملف ${quoted(file)} جدول بيانات. احفظ الورقة بتنسيق \u2066.csv\u2069 ثم أرفقها.`,
  presentation: ({ file }) => `الملف ${quoted(file)} عرض تقديمي. احفظه بتنسيق PDF ثم أرفقه.`,
  "open-document": ({ file }) =>
    `الملف ${quoted(file)} بتنسيق OpenDocument. احفظه بتنسيق \u2066.docx\u2069 أو PDF ثم أرفقه.`,
  "zip-archive": ({ file }) => `الملف ${quoted(file)} أرشيف ZIP. فُكّ ضغطه وأرفق المستندات التي فيه.`,
  "binary-data": ({ file }) =>
    `يحتوي ${quoted(file)} على بيانات ثنائية لا على نص. احفظه كنص أو PDF أو Word أو EPUB أو HTML ثم أرفقه.`,
  "copy-protected": ({ file }) =>
    `الملف ${quoted(file)} محمي من النسخ (DRM). أرفق نسخة دون حماية، أو الصق النص.`,

  "not-a-pdf": ({ file, reason }) => damaged(file, `ليس ملف PDF صالحًا (${isolate(reason)})`),
  "not-a-word-document": ({ file }) => damaged(file, "ليس مستند Word صالحًا"),
  "nested-too-deeply": ({ file }) => damaged(file, "التداخل فيه عميق جدًا"),
  "no-readable-page": ({ file }) => damaged(file, "لا يمكن قراءة أي من صفحاته"),
  "no-contents": ({ file }) => damaged(file, "لا يذكر أين توجد محتوياته"),
  "no-chapters": ({ file }) => damaged(file, "لا يذكر أي فصول"),
  "no-readable-chapter": ({ file }) => damaged(file, "لا يمكن قراءة أي من فصوله"),
  "end-missing": ({ file }) => damaged(file, "نهايته مفقودة، وربما قُطع"),
  "too-many-parts": ({ file, count }) => damaged(file, `عدد الأجزاء المذكور فيه هو ${formatCount(count)}`),
  "directory-cut-off": ({ file, found, count }) =>
    damaged(file, `ينقطع فهرسه بعد ${formatCount(found)} من أصل ${parts(count)}`),
  "part-missing": ({ file, part }) => damaged(file, `الجزء ${quoted(part)} مفقود`),
  "part-misplaced": ({ file, part }) => damaged(file, `الجزء ${quoted(part)} ليس في موضعه المذكور في الفهرس`),
  "part-cut-off": ({ file, part }) => damaged(file, `الجزء ${quoted(part)} مقطوع`),
  "part-packed-unknown": ({ file, part, method }) =>
    damaged(file, `الجزء ${quoted(part)} مضغوط بطريقة غير معروفة (${isolate(String(method))})`),
  "part-packed-badly": ({ file, part }) => damaged(file, `لا يمكن فك ضغط الجزء ${quoted(part)}`),
  nonsense: ({ file, reason }) => damaged(file, `محتواه غير مفهوم (${isolate(reason)})`),

  "password-needed": ({ file }) => `الملف ${quoted(file)} محمي بكلمة مرور. أدخل كلمة المرور لقراءته.`,
  "password-wrong": ({ file }) => `كلمة المرور لا تفتح ${quoted(file)}. تحقق منها وأدخلها مجددًا.`,
  "password-unsupported": ({ file }) =>
    `الملف ${quoted(file)} محمي بكلمة مرور لا يمكن إزالتها هنا. احفظ نسخة دون كلمة مرور وأرفقها.`,

  empty: ({ file }) => `لا يحتوي ${quoted(file)} على نص. أرفق ملفًا آخر، أو الصق النص.`,
  "without-text": ({ file, pageCount }) => {
    const advice = "شغّل عليه التعرف على النص (OCR) وأرفق النتيجة.";
    const all = `لا نص في أي من صفحات ${quoted(file)} (عددها ${formatCount(pageCount)}): يبدو أنه ممسوح ضوئيًا. ${advice}`;
    return plural(pageCount, {
      zero: all,
      one: `الصفحة الوحيدة في ${quoted(file)} بلا نص: يبدو أنها ممسوحة ضوئيًا. ${advice}`,
      two: `لا نص في صفحتي ${quoted(file)}: يبدو أنه ممسوح ضوئيًا. ${advice}`,
      few: all,
      many: all,
      other: all,
    });
  },

  "too-many-bytes": ({ file, bytes, limit }) =>
    `حجم ${quoted(file)} هو ${formatBytes(bytes)}، والحد الأقصى للمستند ${formatBytes(limit)}. أرفق الجزء الذي تريد السؤال عنه.`,
  "too-many-pages": ({ file, pages, limit }) =>
    tooLong(file, `عدد صفحاته ${formatCount(pages)}، والحد الأقصى للمستند ${countPages(limit)}`),
  "too-many-characters": ({ file, limit }) => tooLong(file, `فيه أكثر من ${characters(limit)}`),
  "too-many-characters-at-page": ({ file, limit, page }) =>
    tooLong(file, `فيه أكثر من ${characters(limit)}، بلغها عند الصفحة ${formatCount(page)}`),
  "part-unpacks-too-large": ({ file, part, limit }) => unpacksTo(file, formatBytes(limit), isolate(part)),
  "part-unpacks-as-bomb": ({ file, part, limit }) =>
    `يتضاعف حجم ${quoted(file)} عند فك ضغطه أكثر من ${times(limit)} (${isolate(part)})، كما تفعل قنبلة ZIP. احفظ نصه كنص عادي وأرفقه.`,
  "page-unpacks-too-large": ({ file, page, limit }) =>
    unpacksTo(file, formatBytes(limit), `الصفحة ${formatCount(page)}`),
  "stream-unpacks-too-large": ({ file, limit }) => unpacksTo(file, formatBytes(limit), "دفق بيانات بداخله"),

  "too-slow": ({ file, limitSeconds }) =>
    `استغرقت قراءة ${quoted(file)} أكثر من ${formatSeconds(limitSeconds)}. قسّم المستند، أو الصق الجزء الذي تريد السؤال عنه.`,
  "too-slow-at-page": ({ file, limitSeconds, page, pageCount }) =>
    `استغرقت قراءة ${quoted(file)} أكثر من ${formatSeconds(limitSeconds)} ولم تكتمل الصفحة ${formatCount(page)} من ${formatCount(pageCount)}. قسّم المستند، أو الصق الجزء الذي تريد السؤال عنه.`,
  "out-of-memory": ({ file }) =>
    `تحتاج قراءة ${quoted(file)} إلى ذاكرة أكبر مما يتيحه المتصفح. أغلق علامات تبويب أخرى، أو قسّم المستند وأرفق جزءًا منه.`,

  "file-gone": ({ file }) => unreadable(file, "تغيّر الملف أو اختفى منذ اختياره."),
  "worker-not-started": ({ file }) => unreadable(file, "تعذّر بدء قارئ المستندات."),
  "worker-failed": ({ file, reason }) => unreadable(file, isolate(reason)),
  "worker-message-lost": ({ file }) => unreadable(file, "فُقدت رسالة داخلية."),
};

/** Of chapters and pages, which are named in the text: one, two, or more. */
const byNumber = (count: number, one: string, two: string, more: string): string =>
  plural(count, { zero: more, one, two, few: more, many: more, other: more });

const recogniseText = "لقراءة الصفحات الممسوحة ضوئيًا، شغّل التعرف على النص (OCR) على الملف وأرفق النتيجة.";
const saveAgain = "احفظ الملف من جديد في البرنامج الذي أنشأه.";

const warnings: Texts["documentWarnings"]["warnings"] = {
  "pages-without-text": ({ pages }, list) =>
    byNumber(
      pages.length,
      `الصفحة ${list} بلا نص: ممسوحة ضوئيًا أو فارغة. ${recogniseText}`,
      `الصفحتان ${list} بلا نص: ممسوحتان ضوئيًا أو فارغتان. ${recogniseText}`,
      `الصفحات ${list} بلا نص: ممسوحة ضوئيًا أو فارغة. ${recogniseText}`,
    ),
  "damaged-pages": ({ file, pages }, list) =>
    byNumber(
      pages.length,
      `تعذّرت قراءة الصفحة ${list} من ${quoted(file)} فاستُبعدت. ${saveAgain}`,
      `تعذّرت قراءة الصفحتين ${list} من ${quoted(file)} فاستُبعدتا. ${saveAgain}`,
      `تعذّرت قراءة الصفحات ${list} من ${quoted(file)} فاستُبعدت. ${saveAgain}`,
    ),
  "damaged-chapters": ({ file, pages }, list) =>
    byNumber(
      pages.length,
      `الفصل ${list} من ${quoted(file)} تالف وقد استُبعد.`,
      `الفصلان ${list} من ${quoted(file)} تالفان وقد استُبعدا.`,
      `الفصول ${list} من ${quoted(file)} تالفة وقد استُبعدت.`,
    ),
  "guessed-encoding": ({ file, encoding }) =>
    `لا يذكر ${quoted(file)} ترميز حروفه، فقُرئ بترميز ${isolate(encoding)}. إذا بدت الحروف غير صحيحة، فاحفظه بترميز UTF-8 وأرفقه مجددًا.`,
  "damaged-text": ({ file, placeCount }) =>
    `تعذّرت القراءة في ${places(placeCount)} من ${quoted(file)}، ويظهر مكانها «\ufffd».`,
};

export const documentWarnings: Texts["documentWarnings"] = {
  warnings,
  pageList: (stretches, areAll) => (areAll ? stretches.join("، ") : `${stretches.join("، ")} وغيرها`),
  stretch: (first, last) => `${formatCount(first)}–${formatCount(last)}`,
};
