// Presets, answers in JSON and tools.
import type { Texts } from "../catalogue";
import { isolate } from "../isolate";

const builtIn: Texts["structured"]["builtIn"] = {
  summarise: { name: "تلخيص", description: "النقاط الرئيسية في نص، مع أسمائه وأرقامه." },
  explain: { name: "شرح مبسّط", description: "بجمل قصيرة وكلمات يومية." },
  extract: { name: "استخراج الحقائق بتنسيق JSON", description: "ما يذكره النص، في قائمة تقرؤها البرامج." },
  translate: { name: "ترجمة", description: "إلى الإنجليزية، أو إلى اللغة التي تحددها." },
};

export const structured: Texts["structured"] = {
  options: "خيارات الدردشة",
  optionsChosen: (chosen) => `خيارات الدردشة: ${isolate(chosen)}`,
  preset: "الإعداد المسبق",
  presetHelp: "تعليمات لهذه الدردشة، مع إعدادات النموذج المناسبة لها.",
  noPreset: "بدون",
  noPresetHelp: "التعليمات وإعدادات النموذج كما هي في الإعدادات.",
  builtIn,
  newPreset: "إعداد مسبق جديد",
  editPreset: "تعديل الإعداد المسبق",
  presetActions: (name) => `المزيد لـ ${isolate(name)}`,
  edit: "تعديل",
  duplicate: "تكرار",
  delete: "حذف",
  copyOf: (name) => `${isolate(name)} (نسخة)`,
  presetDeleted: (name) => `تم حذف «${isolate(name)}».`,
  name: "الاسم",
  namePlaceholder: "رسائل إلى العملاء",
  instructions: "التعليمات",
  instructionsHelp: "تُعطى للنموذج بدلًا من تعليمات الإعدادات. إن تُركت فارغة: تعليمات الإعدادات.",
  modelSettings: "إعدادات النموذج",
  asInSettings: "دون تغيير",
  save: "حفظ",
  answers: "الإجابات",
  json: "الإجابة بتنسيق JSON",
  jsonShort: "JSON",
  toolsShort: "الأدوات",
  jsonHelp: "تلتزم كل إجابة بمخطط JSON، مهما فضّل النموذج أن يكتب.",
  schema: "مخطط JSON",
  schemaHelp: "تأتي المفاتيح بهذا الترتيب. ويُعرض المخطط على النموذج أيضًا.",
  schemaKept: "يبقى آخر مخطط سليم قيد الاستخدام.",
  notJson: (reason) => `هذا ليس JSON: ${isolate(reason)}`,
};
