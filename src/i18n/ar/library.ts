// The library of documents, and the choice of what of a document goes to the model.
import { formatBytes, formatCount } from "../../stores/format";
import type { Texts } from "../catalogue";
import { isolate } from "../isolate";
import { pluralIn } from "../plural";
import { chats, parts as countParts, passages as countPassages, documents, pages, tokens } from "./counts";

const plural = pluralIn("ar");

const choosing: Texts["library"]["choosing"] = {
  measuring: "جارٍ قياس المستند",
  useThisPart: "استخدام هذا الجزء",
  nothingChosen: "لم يُختر شيء",
  fits: (count, room) => `${formatCount(count)} من ${tokens(room)}`,
  tooLongBy: (excess) => `زيادة بمقدار ${tokens(excess)}`,
  allFits: (count, room) =>
    `يتسع المكان للمستند كله (${tokens(count)}): المتاح إلى جانب بقية الدردشة والإجابة ${formatCount(room)}.`,
  doesNotFitAll: (count, room) =>
    `طول المستند ${tokens(count)}، أي بزيادة ${formatCount(count - room)} على ما يتسع له المكان: المتاح إلى جانب بقية الدردشة والإجابة ${formatCount(room)}. ما يُستبعد لا يُقرأ.`,
  part: "جزء من المستند",
  whole: "المستند كله",
  doesNotFit: "لا يتسع له المكان",
  firstThatFit: "أول الصفحات بقدر ما يتسع",
  notEvenALine: "لا يتسع المكان ولو لسطر واحد",
  beginning: "البداية، بقدر ما يتسع",
  firstPages: (count, all) =>
    plural(count, {
      zero: "لا صفحات",
      one: "الصفحة الأولى",
      two: `أول صفحتين من ${formatCount(all)}`,
      few: `أول ${pages(count)} من ${formatCount(all)}`,
      many: `أول ${pages(count)} من ${formatCount(all)}`,
      other: `أول ${pages(count)} من ${formatCount(all)}`,
    }),
  tokens,
  range: "نطاق من الصفحات",
  rangeOf: (pageCount) => `من ${formatCount(pageCount)}`,
  fromPage: "من صفحة",
  toPage: "إلى صفحة",
  rangeIsEmpty: "الصفحة الأخيرة تسبق الأولى.",
};

const passages: Texts["library"]["passages"] = {
  about: "مقاطع عن سؤال",
  aboutHelp: "يُعثر عليها بكلماتها، لتراجعها بنفسك",
  list: "المقاطع",
  question: "سؤال أو كلمات",
  find: "بحث",
  onlyTicked: "لا تُرسل إلا المقاطع التي تبقى محددة.",
  searching: "جارٍ البحث…",
  failed: "لم ينجح البحث. أعِد المحاولة، أو اختر صفحات.",
  none: "لا يوجد مقطع بهذه الكلمات. جرّب غيرها.",
  ticked: (count, all) => {
    const many = `حُدد ${formatCount(count)} من ${countPassages(all)}، والأفضل أولًا.`;
    const single = `حُدد ${formatCount(count)} من ${countPassages(all)}.`;
    return plural(all, { zero: single, one: single, two: many, few: many, many, other: many });
  },
  page: (label) => `الصفحة ${isolate(label)}`,
};

const password: Texts["library"]["password"] = {
  title: "كلمة المرور",
  label: "كلمة مرور الملف",
  trying: "جارٍ تجربة كلمة المرور…",
  isNotKept: "تبقى في علامة التبويب هذه ولا تُحفظ.",
  notNow: "ليس الآن",
  open: "فتح",
  opening: "جارٍ الفتح…",
};

/** What of a document goes with a message, on its chip. */
const parts: Texts["library"]["parts"] = {
  page: {
    all: pages,
    one: (number) => `الصفحة ${formatCount(number)}`,
    oneOf: (number, all) => `الصفحة ${formatCount(number)} من ${formatCount(all)}`,
    range: (from, to) => `الصفحات ${formatCount(from)}–${formatCount(to)}`,
    rangeOf: (from, to, all) => `الصفحات ${formatCount(from)}–${formatCount(to)} من ${formatCount(all)}`,
  },
  part: {
    all: countParts,
    one: (number) => `الجزء ${formatCount(number)}`,
    oneOf: (number, all) => `الجزء ${formatCount(number)} من ${formatCount(all)}`,
    range: (from, to) => `الأجزاء ${formatCount(from)}–${formatCount(to)}`,
    rangeOf: (from, to, all) => `الأجزاء ${formatCount(from)}–${formatCount(to)} من ${formatCount(all)}`,
  },
  beginning: "البداية",
  passages: countPassages,
};

export const library: Texts["library"] = {
  title: "المستندات",
  list: "المكتبة",
  nothingYet: "لا شيء بعد. ما ترفقه بدردشة يُحفظ هنا، على هذا الكمبيوتر، إلى أن تحذفه.",
  find: "البحث عن مستند",
  noneFound: "لا يوجد مستند بهذا الاسم.",
  addToChat: (count) =>
    count === 0 ? "إضافة إلى هذه الدردشة" : `إضافة إلى هذه الدردشة (${formatCount(count)})`,
  newChat: (count) => (count === 0 ? "دردشة جديدة" : `دردشة جديدة (${formatCount(count)})`),
  total: (count, bytes) =>
    `${documents(count)}، ${formatBytes(bytes)} من النص. يبقى كل ذلك على هذا الكمبيوتر إلى أن تحذفه.`,

  // One document
  formats: {
    text: "نص",
    markdown: "Markdown",
    csv: "CSV",
    tsv: "TSV",
    code: "شفرة",
    html: "صفحة ويب",
    pdf: "PDF",
    docx: "Word",
    epub: "EPUB",
  },
  pasted: "ملصق",
  usedOn: (date) => `آخر استخدام: ${isolate(date)}`,
  inChats: (count) => `في ${chats(count)}`,
  renameIt: (name) => `إعادة تسمية ${isolate(name)}`,
  newName: "الاسم الجديد",
  rename: "إعادة التسمية",
  delete: (name) => `حذف ${isolate(name)}`,
  deleted: (name) => `تم حذف «${isolate(name)}».`,
  isGone: "حُذف هذا المستند.",
  unnamed: "مستند",

  parts,
  choosing,
  passages,
  password,
};
