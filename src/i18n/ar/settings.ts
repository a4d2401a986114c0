// The Settings dialog.
import { formatBytes, formatCount } from "../../stores/format";
import type { Texts } from "../catalogue";
import { tokens } from "./counts";

const sections: Texts["settings"]["sections"] = {
  general: "عام",
  answers: "الإجابات",
  model: "النموذج",
  sampling: "إعدادات متقدمة لاختيار الكلمات",
};

const fields: Texts["settings"]["fields"] = {
  theme: {
    label: "المظهر",
    help: "ألوان الصفحة.",
    choices: { system: "حسب النظام", light: "فاتح", dark: "داكن" },
  },
  language: {
    label: "اللغة",
    help: "لغة الأزرار والرسائل. أما النموذج فيجيب باللغة التي تكتب بها.",
    choices: { system: "حسب النظام" },
  },
  sendKey: {
    label: "الإرسال بالمفتاح",
    help: "المفتاح الآخر يبدأ سطرًا جديدًا.",
    choices: { enter: "Enter", "mod-enter": "Ctrl/⌘ Enter" },
  },
  pasteThreshold: {
    label: "اللصق كمستند ابتداءً من",
    help: "بعدد الأحرف: النص الملصق الأطول يصبح مستندًا. 0 يلغي ذلك.",
  },
  motion: {
    label: "الحركة",
    help: "هل تتحرك عناصر الصفحة وتتلاشى.",
    choices: { system: "حسب النظام", reduced: "مخففة", full: "كاملة" },
  },
  systemPrompt: {
    label: "التعليمات",
    help: "تُعطى للنموذج قبل كل محادثة، بوصفها مطالبة النظام.",
    placeholder: "أجب بجمل قصيرة وبسيطة.",
  },
  temperature: {
    label: "درجة الحرارة",
    help: "مدى الحرية في اختيار الكلمات. 0 يختار دائمًا الأكثر احتمالًا.",
  },
  maxTokens: { label: "أطول إجابة", help: "بعدد الرموز (tokens)؛ تُقطع الإجابة عنده." },
  usesLookup: {
    label: "التخمين المسبق",
    help: "حين تنقل الإجابة مما قُرئ، تُخمَّن عدة كلمات ويُتحقق منها دفعة واحدة. أسرع، والنص هو نفسه.",
  },
  autoScroll: {
    label: "متابعة الإجابة",
    help: "يُبقي أحدث الكلمات ظاهرة ما دمت في نهاية الصفحة.",
  },
  showStatistics: { label: "إظهار الأرقام", help: "الرموز والسرعة ومدة الانتظار تحت كل إجابة." },
  contextLength: {
    label: "طول السياق",
    help: "عدد الرموز (tokens) المتاح للمحادثة ومستنداتها معًا. السياق الأطول يشغل ذاكرة GPU أكبر.",
    placeholder: "تلقائي",
  },
  isPrecise: {
    label: "حساب دقيق",
    help: "تُجرى كل الحسابات بفاصلة عائمة من 32 بت. أبطأ، ونادرًا ما تختلف الإجابات.",
  },
  topP: { label: "Top-p", help: "يُبقي الكلمات الأرجح التي تبلغ معًا هذا الاحتمال. 1 يعني الإيقاف." },
  topK: { label: "Top-k", help: "يُبقي هذا العدد من الكلمات الأرجح. 0 يعني الإيقاف." },
  minP: {
    label: "Min-p",
    help: "يستبعد الكلمات التي يقل احتمالها عن هذه النسبة من احتمال الأرجح. 0 يعني الإيقاف.",
  },
  repetitionPenalty: {
    label: "جزاء التكرار",
    help: "يقلل احتمال الكلمات التي سبق استخدامها. 1 يعني الإيقاف.",
  },
  seed: {
    label: "البذرة (Seed)",
    help: "البذرة نفسها مع الإعدادات والمحادثة نفسها تعطي الإجابة نفسها.",
    placeholder: "عشوائية",
  },
};

export const settings: Texts["settings"] = {
  title: "الإعدادات",
  sections,
  fields,
  modified: "معدَّل",
  reset: (label) => `إعادة ضبط: ${label}`,
  resetAll: "استعادة الإعدادات الافتراضية",
  wereReset: "عادت الإعدادات إلى قيمها الافتراضية.",
  noLanguage: "تعذّر تنزيل هذه اللغة. ستُعاد المحاولة عند فتح الصفحة مجددًا.",
  loadWithLength: "إعادة التحميل بهذا الطول",
  loadPrecise: "إعادة التحميل بالدقة الكاملة",
  loadFast: "إعادة التحميل للسرعة",
  isLoadedPrecise: "يحسب النموذج المحمَّل بدقة 32 بت.",
  contextHeld: (count, bytes) =>
    `يتسع النموذج المحمَّل لـ ${tokens(count)}؛ وتشغل كلها ${formatBytes(bytes)} من ذاكرة GPU.`,
  contextHeldShort: (count, bytes, ownTokens) =>
    `يتسع النموذج المحمَّل لـ ${tokens(count)}؛ وتشغل كلها ${formatBytes(bytes)} من ذاكرة GPU. صُمم لعدد ${formatCount(ownTokens)}، والذاكرة لا تسمح بأكثر.`,
  measure: "قياس أداء هذا الجهاز",
  privacyTitle: "التخزين والخصوصية",
  privacy: "تبقى الدردشات والمستندات والنماذج في هذا المتصفح. لا يُرسل أي شيء مما تكتبه إلى أي مكان.",
};
