// Where the user writes: the box, its buttons, what waits to be sent, and what fills the model's window.
import { formatCount, formatShare } from "../../stores/format";
import type { Texts } from "../catalogue";
import { isolate } from "../isolate";
import { documents, tokens } from "./counts";

export const composer: Texts["composer"] = {
  form: "الكتابة إلى النموذج",
  message: "الرسالة",
  placeholder: "اسأل أو الصق مستندًا",
  attach: "إرفاق مستند",
  send: "إرسال",
  queue: "إضافة الرسالة إلى قائمة الانتظار",
  stop: "إيقاف",
  answeringElsewhere: "جارٍ الرد في دردشة أخرى…",
  gettingReady: "جارٍ تجهيز النموذج…",
  openingDocument: "جارٍ فتح مستند…",
  draftTokens: tokens,
  pasted: (beginning) => `نص ملصق: ${isolate(beginning)}`,
  noPictures: "لا يمكن قراءة الصور: النموذج يفهم النص فقط.",
  documentGone: (name) => `حُذف «${isolate(name)}» من المكتبة ولم يعد مرفقًا.`,

  // Messages that wait for the end of an answer
  queued: "رسائل في الانتظار",
  queuedNext: "تُرسل عند انتهاء الإجابة",
  queuedForModel: "تُرسل عندما يصبح النموذج جاهزًا",
  queuedWithoutModel: "لم تُرسل: لا يوجد نموذج يعمل. تُرسل عند توفر نموذج",
  beingSent: "جارٍ الإرسال…",
  held: {
    stopped: "لم تُرسل: أُوقفت الإجابة السابقة",
    failed: "لم تُرسل: فشلت الإجابة السابقة",
    reloaded: "لم تُرسل: أُغلقت الصفحة في هذه الأثناء",
    refused: "تعذّر الإرسال",
  },
  queuedDocuments: documents,
  sendQueued: "إرسال الآن",
  interruptWithQueued: "قطع الإجابة والإرسال الآن",
  editQueued: "تعديل",
  removeQueued: "إزالة",

  // What fills the window
  window: "ما الذي يملأ النافذة",
  windowUsed: (used, all) => `النافذة: استُخدم ${formatShare(used, all)}`,
  windowFigures: (used, all) => `${formatCount(used)} من ${tokens(all)}`,
  shares: { instructions: "التعليمات", messages: "الرسائل", draft: "هذه الرسالة" },
  free: "المتاح",
  lastTurn: "آخر إجابة",
  lastTurnFigures: (read, remembered, written) =>
    `قُرئ ${formatCount(read)} · استُرجع ${formatCount(remembered)} · كُتب ${formatCount(written)}`,
  nearlyFull: (used, all) => `استُخدم ${formatShare(used, all)} من النافذة: قد تُقطع الإجابة الطويلة.`,
  nearlyFullAdvice: "ابدأ دردشة جديدة لكل موضوع جديد، أو أرسل جزءًا أصغر من المستند.",
  tooLongWithDocuments: (excess, used, all) =>
    `أطول من المسموح بمقدار ${tokens(excess)}: تضم هذه الدردشة مع مستنداتها ${formatCount(used)}، وتتسع النافذة لعدد ${formatCount(all)}. اختر جزءًا من مستند، أو سياقًا أطول في الإعدادات.`,
  tooLong: (excess, used, all) =>
    `أطول من المسموح بمقدار ${tokens(excess)}: تضم هذه الدردشة ${formatCount(used)}، وتتسع النافذة لعدد ${formatCount(all)}. اختصر الرسالة، أو ابدأ دردشة جديدة، أو اختر سياقًا أطول في الإعدادات.`,
  nothingIsCut: "لا يُرسل شيء ولا يُقطع.",
  offers: {
    choosePart: (name) => `استخدام جزء من «${isolate(name)}»`,
    removeDocument: (name) => `إزالة «${isolate(name)}»`,
    newChatWithDocuments: "دردشة جديدة بالمستندات نفسها",
    newChat: "دردشة جديدة",
    longerContext: "فتح الإعدادات",
  },

  // Words selected in an answer
  selection: "الكلمات المحددة",
  quote: "اقتباس",
  whereDoesItSay: "أين ورد هذا؟",
  notInDocuments: (count) => (count === 1 ? "غير موجود في المستند." : "غير موجود في المستندات."),
};
