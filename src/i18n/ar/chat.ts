// The conversation on screen: messages, what can be done with them, how an answer goes and how it ended.
import { formatCount } from "../../stores/format";
import type { Texts } from "../catalogue";
import { isolate } from "../isolate";
import { pluralIn } from "../plural";
import { words as countWords, messages, tokens } from "./counts";
import { units } from "./units";

const plural = pluralIn("ar");

export const chat: Texts["chat"] = {
  conversation: "المحادثة",
  toLatest: "إلى الأحدث",
  you: "أنت",
  documents: "المستندات",

  // The wait before the first word
  reading: "جارٍ القراءة…",
  readingShare: (share) => `جارٍ القراءة… ${share}`,
  readingShareAndWait: (share, wait) => `جارٍ القراءة… ${share} · يتبقى نحو ${wait}`,
  readingPrompt: "جارٍ قراءة المطالبة",
  waitingForTab: "بانتظار انتهاء إجابة علامة التبويب الأخرى…",
  restoring: "يُعاد تحميل النموذج، ثم تُستأنف الإجابة…",

  // Actions on messages
  messageActions: "إجراءات الرسالة",
  answerActions: "إجراءات الإجابة",
  copyAnswer: "نسخ الإجابة",
  copyMessage: "نسخ الرسالة",
  regenerate: "إعادة الإنشاء",
  continueAnswer: "متابعة",
  getAnswer: "طلب إجابة",
  editMessage: "تعديل الرسالة",
  editAnswer: "تعديل الإجابة",
  more: "المزيد",
  branchOff: "تفريع إلى دردشة جديدة",
  deleteMessage: "حذف مع كل ما يليها",
  branchTitle: (title) => `${isolate(title)} (فرع)`,
  branchedOff: "هذه دردشة جديدة تضم كل ما سبق حتى تلك الرسالة.",
  back: "رجوع",
  messagesDeleted: (count) => (count === 1 ? "تم حذف الرسالة." : `تم حذف ${messages(count)}.`),

  // Versions of a message
  versions: "النسخ",
  previousVersion: "النسخة السابقة",
  nextVersion: "النسخة التالية",
  versionOf: (number, count) => `النسخة ${formatCount(number)} من ${formatCount(count)}`,

  // The editor in place of a message
  questionText: "نص الرسالة",
  answerText: "نص الإجابة",
  editorKeepsQuestion: "تبقى الرسالة وإجاباتها كنسخة سابقة.",
  editorKeepsAnswer: "تبقى الإجابة كنسخة سابقة. ويقرأ النموذج نصك كأنه من كتابته.",
  send: "إرسال",
  save: "حفظ",

  // How an answer ended, and its figures
  edited: "معدّلة",
  stopped: "تم الإيقاف",
  cutAtLimit: "قُطعت عند الحد الأقصى للإجابة المحدد في الإعدادات",
  cutAtWindow: "قُطعت: نافذة النموذج ممتلئة. ابدأ دردشة جديدة للمتابعة",
  interrupted: "انقطعت",
  failed: "فشلت",
  tokenCount: tokens,
  firstToken: (time) => `الرمز الأول: ${time}`,
  readOf: (read, total) => `قُرئ ${formatCount(read)} من ${formatCount(total)}`,
  readOfReused: (read, total) =>
    `قُرئ ${formatCount(read)} من ${formatCount(total)} (أُعيد استخدام ${formatCount(total - read)})`,
  guessed: (right, tried) => `التخمينات الصحيحة: ${formatCount(right)} من ${formatCount(tried)}`,

  // For screen readers
  status: "الحالة",
  statusReading: "جارٍ القراءة",
  statusGenerating: "جارٍ إنشاء الإجابة",
  statusModelReady: "النموذج جاهز",
  statusModelLoading: "جارٍ تحميل النموذج",
  statusDownload: (percent) => `وصل التنزيل إلى ${units.percent(formatCount(percent))}`,
  statusAnswerReady: (words) =>
    plural(words, {
      zero: "الإجابة جاهزة، بلا كلمات",
      one: "الإجابة جاهزة، كلمة واحدة",
      two: "الإجابة جاهزة، كلمتان",
      few: `الإجابة جاهزة، ${countWords(words)}`,
      many: `الإجابة جاهزة، ${countWords(words)}`,
      other: `الإجابة جاهزة، ${countWords(words)}`,
    }),
  statusAnswerFailed: "فشلت الإجابة",

  // An empty chat
  welcome: "مرحبًا",
  welcomeTitle: "اسأل عمّا تقرؤه",
  welcomeText:
    "يعمل Jamba داخل علامة التبويب هذه، على وحدة GPU في جهازك. الصق مستندًا واسأل: ما تكتبه لا يغادر هذا الكمبيوتر أبدًا، وكل شيء يعمل دون شبكة.",
  exampleProject: "من يقود Project Heron؟",
  exampleProjectHint: "مع صفحة من ملاحظات المشروع",
  examplePump: "كم سعر مضخة Calder؟",
  examplePumpHint: "مع كتالوج قصير",
  exampleAbilities: "ماذا يمكنك أن تفعل؟",
  exampleAbilitiesHint: "لا حاجة إلى مستند",
  tinyModel: (name, size) =>
    `هذا هو النموذج الصغير جدًا المرفق بالتطبيق، للتجربة فقط. للعمل الفعلي، نزِّل ${isolate(name)} (${size}).`,
  getModel: (name) => `تنزيل ${isolate(name)}`,
};
