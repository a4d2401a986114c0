// What the engine reports: why something failed, why a download waits, and what became of saved readings.
import { formatBytes, formatCount } from "../../stores/format";
import type { TranslatedEngineTexts } from "../engine-texts";
import { isolate, leftToRight } from "../isolate";

export const engine: TranslatedEngineTexts = {
  sentences: {
    WebGpuUnavailableError:
      "استخدم إصدارًا حديثًا من Chrome أو Edge، أو Safari 26، أو Firefox 141 على Windows، مع تفعيل تسريع العتاد. حدِّث برنامج تشغيل الرسومات، أو أعِد تحميل الصفحة إذا تعطّل البرنامج للتو.",
    GpuLimitError: ({ limit, needed, offered }) =>
      `توفّر وحدة GPU هذه ${leftToRight(`${limit} = ${formatCount(offered)}`)} ويحتاج النموذج إلى ${formatCount(needed)}. جرّب نموذجًا أصغر أو سياقًا أقصر.`,
    GpuOutOfMemoryError: ({ byteLength }) =>
      `لم تبقَ في GPU ذاكرة تكفي ${formatBytes(byteLength)} أخرى. أغلق علامات التبويب الأخرى التي تستخدم GPU، أو قصِّر السياق، أو اختر نموذجًا أصغر، ثم أعِد التحميل.`,
    NumericalError:
      "أُوقفت الإجابة كي لا يظهر شيء خاطئ. حمِّل النموذج مجددًا؛ وإذا تكرر ذلك، فالخلل في الملف أو في برنامج تشغيل الرسومات.",
    ModelNotFoundError: "نزِّله؛ وإن كان هنا من قبل، فقد أزاله المتصفح لتوفير مساحة.",
    ModelEvictedError: "أزاله المتصفح لتوفير مساحة. نزِّله من جديد.",
    ModelFormatError: "اختر ملف .gguf آخر: نموذج Jamba كثيفًا في ملف واحد.",
    ModelDamagedError:
      "حمِّل النموذج مجددًا: لا يُجلب من جديد إلا التالف. وإن كان من ملف على هذا الجهاز، فافتحه مرة أخرى.",
    ModelChangedError: "ابدأ التنزيل من جديد: سيبدأ من أوله بالملف كما هو الآن.",
    DownloadError: "تحقّق من العنوان والشبكة، ثم أعِد المحاولة.",
    StorageFullError: ({ missingBytes, keptBytes }) =>
      `تنقص ${formatBytes(missingBytes)}. الموجود هنا، وهو ${formatBytes(keptBytes)}، محفوظ؛ وفِّر مساحة على القرص أو احذف نموذجًا آخر، ثم استأنف.`,
    StorageUnavailableError:
      "تأكّد من أن المتصفح يسمح بحفظ بيانات هذا الموقع، وأغلق علامات التبويب الأخرى للتطبيق، وأعِد تحميل الصفحة.",
    ContextTooLongError: ({ promptTokens, contextLength }) =>
      `في المحادثة مع مستنداتها ${formatCount(promptTokens)} من الرموز، ويتسع السياق لـ ${formatCount(contextLength)}. لم يُقتطع شيء. أزِل مستندًا أو قصِّره، أو ابدأ دردشة جديدة، أو حمِّل النموذج بسياق أطول.`,
    NoModelError: "حمِّل نموذجًا أولًا.",
    AnswerFormatError: "غيِّر المخطط، أو اسأل من دونه.",
    InternalError: "الخلل في التطبيق وليس منك. حمِّل النموذج مجددًا أو أعِد تحميل الصفحة.",
    DocumentGoneError: ({ documentName }) =>
      `حُذف «${isolate(documentName)}» من المكتبة، وتحتاج إليه هذه الدردشة لتستمر. أرفق الملف نفسه من جديد، في أي دردشة، فيعود؛ أو ابدأ دردشة جديدة.`,
    UnknownError: "أعِد المحاولة أو أعِد تحميل الصفحة.",
  },
  retryReasons: {
    network: () => "انقطع الاتصال بالخادم.",
    short: () => "أنهى الخادم إجابته قبل أوانها.",
    stalled: () => "توقّف الاتصال في منتصفه.",
    mismatch: () => "أرسل الخادم بايتات غير التي طُلبت.",
    server: (status) => `في الخادم عطل (الحالة ${status}).`,
    busy: () => "يطلب الخادم التمهّل (طلبات كثيرة جدًا).",
    refused: (status) => `رفض الخادم التنزيل (الحالة ${status}).`,
  },
  waitsForNetwork: "لا توجد شبكة. يُستأنف التنزيل تلقائيًا عند عودتها.",
  stateRefused: (label) =>
    `ما حُفظ من قراءة «${isolate(label)}» كان تالفًا على القرص. حُذف، ويُقرأ النص من جديد.`,
  statesOutdated:
    "ما حفظه إصدار سابق من التطبيق من قراءاته لا يفيد هذا الإصدار. حُذف، وتُقرأ النصوص من جديد عند السؤال عنها.",
  statesFull:
    "لا مساحة لدى المتصفح لحفظ ما قُرئ، فيُقرأ من جديد بعد إعادة التحميل. تستمر الإجابات كما كانت؛ وفِّر مساحة على القرص أو احذف القراءات المحفوظة في «النماذج».",
};
