// What went wrong, and the steps that are offered as buttons. Where there is no sentence, the error's own message stands.
import type { Texts } from "../catalogue";

export const problems: Texts["problems"] = {
  WebGpuUnavailableError: { title: "لا يستطيع هذا المتصفح تشغيل النموذج" },
  GpuLimitError: { title: "وحدة GPU هذه أصغر من أن تشغّل هذا النموذج" },
  GpuOutOfMemoryError: { title: "نفدت ذاكرة GPU" },
  DeviceLostError: {
    title: "أُعيد تشغيل برنامج تشغيل الرسومات",
    sentence:
      "لم يعد النموذج في GPU. محادثتك آمنة، ومعها ما وصلت إليه الإجابة: حمِّل النموذج مجددًا، ثم أعِد إنشاء الإجابة للمتابعة.",
  },
  DeviceLostAgainError: {
    title: "توقّف برنامج تشغيل الرسومات مرة أخرى",
    sentence:
      "كل شيء محفوظ. أعد تحميل الصفحة بزر المتصفح نفسه: عندها فقط يعيد المتصفح معالج الرسومات، وتُستأنف الإجابة المقطوعة تلقائيًا. إذا تكرر ذلك، فأغلق علامات التبويب الأخرى التي تستخدم معالج الرسومات أو استخدم نموذجًا أصغر.",
  },
  NumericalError: { title: "اختلّت حسابات النموذج" },
  ModelNotFoundError: { title: "النموذج غير موجود هنا" },
  ModelEvictedError: { title: "أزال المتصفح النموذج" },
  ModelFormatError: { title: "ليس هذا الملف نموذجًا يستطيع التطبيق تشغيله" },
  ModelDamagedError: { title: "النموذج المخزَّن تالف" },
  ModelChangedError: { title: "تغيّر الملف على الخادم" },
  DownloadError: { title: "توقّف التنزيل" },
  LockedError: { title: "مقفل" },
  OfflineError: {
    title: "لا توجد شبكة",
    sentence: "ما وصل محفوظ، ويُستأنف التنزيل تلقائيًا عند عودة الشبكة.",
  },
  StorageFullError: { title: "مساحة تخزين المتصفح ممتلئة" },
  StorageUnavailableError: { title: "لا يسمح المتصفح لهذه الصفحة بتخزين البيانات" },
  ContextTooLongError: { title: "هذا أطول مما يتسع له النموذج" },
  EngineBusyError: {
    title: "النموذج مشغول",
    sentence: "ما زال يعمل على شيء آخر. انتظر لحظة ثم أعِد المحاولة.",
  },
  NoModelError: { title: "لم يُحمَّل أي نموذج" },
  AnswerFormatError: { title: "لا يمكن الالتزام بتنسيق الإجابة" },
  InternalError: { title: "خلل في التطبيق" },
  WorkerDiedError: {
    title: "توقفت عملية النموذج",
    sentence:
      "غالبًا ما ينهيها المتصفح لنقص الذاكرة. المحادثة آمنة؛ أغلق ما لا تحتاج إليه، ثم شغّل النموذج مجددًا.",
  },
  EngineMovedError: {
    title: "أُغلقت علامة التبويب التي كانت تشغّل النموذج",
    sentence: "ما أُنجز حتى ذلك الحين محفوظ: أعد تحميل النموذج هنا للمتابعة.",
  },
  OtherVersionError: {
    title: "تعمل علامة تبويب أخرى بإصدار آخر من هذا التطبيق",
    sentence:
      "يعمل النموذج في علامة تبويب واحدة للجميع، لكن لعلامات الإصدار نفسه فقط. أعد تحميل تلك العلامة ثم هذه: عندها تحصل كلتاهما على أحدث إصدار. ما كتبته محفوظ.",
  },
  PageStorageError: {
    title: "لا تُحفظ هذه المحادثة",
    sentence:
      "يرفض المتصفح حفظها. تبقى على الشاشة إلى أن تُغلق هذه الصفحة، وتُعاد محاولة الحفظ تلقائيًا: وفّر مساحة على القرص، أو اسمح لهذا الموقع بتخزين البيانات، أو صدّر المحادثة.",
  },
  PageStorageGoneError: {
    title: "أُزيلت بيانات هذا الموقع",
    sentence:
      "أزال المتصفح ما كانت هذه الصفحة قد حفظته. المحادثة المعروضة ما زالت هنا: صدّرها قبل إعادة تحميل الصفحة.",
  },
  NewerStorageError: {
    title: "مرّ من هنا إصدار أحدث",
    sentence:
      "غيّر إصدار أحدث من هذا التطبيق طريقة حفظ المحادثات، ولذلك لا تحفظ هذه الصفحة شيئًا بعد الآن. أعد تحميلها للحصول على ذلك الإصدار؛ وما حُفظ يبقى.",
  },
  UnsupportedDocumentError: { title: "لا يمكن إرفاق هذا الملف" },
  DocumentFormatError: { title: "هذا الملف تالف" },
  DocumentPasswordError: { title: "هذا الملف مقفل" },
  DocumentEmptyError: { title: "هذا الملف فارغ" },
  DocumentWithoutTextError: { title: "لا نص في هذا المستند" },
  DocumentTooLargeError: { title: "هذا المستند كبير جدًا" },
  DocumentTimeoutError: { title: "استغرق هذا المستند وقتًا طويلًا" },
  DocumentMemoryError: { title: "يحتاج هذا المستند إلى ذاكرة كبيرة جدًا" },
  DocumentWorkerError: { title: "توقّف قارئ المستندات" },
  DocumentGoneError: { title: "اختفى أحد المستندات" },
  UnknownError: { title: "حدث خطأ ما" },
};

export const remedies: Texts["remedies"] = {
  "load-again": "إعادة التحميل",
  "load-bundled": "استخدام النموذج الصغير",
  "open-models": "فتح النماذج",
  "open-settings": "فتح الإعدادات",
  "new-chat": "دردشة جديدة",
  "resume-download": "إعادة المحاولة",
  "reload-page": "إعادة تحميل الصفحة",
  "save-again": "الحفظ مرة أخرى",
  "export-chat": "تصدير هذه المحادثة",
};
