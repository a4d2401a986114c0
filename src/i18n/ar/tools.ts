// Tools that the model may ask for, and its calls.
import type { ToolTexts } from "../tool-texts";

const names: ToolTexts["names"] = {
  search_documents: "البحث في مستنداتي",
  calculator: "آلة حاسبة",
  current_date: "تاريخ اليوم",
};

const helps: ToolTexts["helps"] = {
  search_documents: "تجد مقاطع في مستندات هذه الدردشة وتعرضها عليك قبل أن يحصل عليها النموذج.",
  calculator: "تحسب التعبير بدقة تامة.",
  current_date: "التاريخ ويوم الأسبوع والوقت والمنطقة الزمنية لهذا الجهاز.",
};

export const tools: ToolTexts = {
  title: "الأدوات",
  intro: "يمكن للنموذج أن يطلبها. لا يُشغَّل شيء قبل أن تنقر.",
  notWithModel: "النموذج المحمَّل لا يستطيع استدعاء الأدوات. اختر نموذجًا آخر في «النماذج».",
  notWithJson: "ما دامت الإجابات بصيغة JSON فلن يستدعي النموذج أي أداة.",
  names,
  helps,
  free: (name) => `${name}: التشغيل من دون سؤال`,
  freeHelp: "في هذه الدردشة، كلما أراد النموذج.",
  first: "ابدأ كل إجابة بـ",
  firstHelp: "عندئذ يطلب النموذج هذه الأداة قبل أن يقول أي شيء.",
  modelDecides: "ما يختاره النموذج",

  // A call
  label: (name) => `أداة: ${name}`,
  asks: (name) => `يطلب النموذج أداة: ${name}.`,
  writing: "يطلب النموذج أداة…",
  run: "تشغيل",
  decline: "عدم التشغيل",
  allow: "التشغيل دائمًا في هذه الدردشة",
  sendOn: "إعطاؤه للنموذج",
  withhold: "عدم الإعطاء",
  query: "البحث عن",
  expression: "التعبير",
  found: "عُثر عليه ولم يُعطَ للنموذج بعد",
  result: "النتيجة",
  declined: "لم تسمح بتشغيلها.",
  passedOver: "لم تُشغَّل.",
  written: "ما كتبه النموذج",

  // What is wrong with one
  unfinished: "انتهت الإجابة في وسط الاستدعاء.",
  tooLong: (length, limit) => `في الاستدعاء ${length} حرفًا؛ الحد الأقصى ${limit}.`,
  notJson: (reason) => `الاستدعاء ليس JSON: ${reason}`,
  otherForm: "ما كتبه النموذج ليس استدعاءً.",
  unknownTool: (name) => `لا توجد أداة باسم «${name}» في هذه الدردشة.`,
  missingArgument: (argument) => `الوسيط «${argument}» ناقص.`,
  unknownArgument: (argument) => `ليس للأداة وسيط باسم «${argument}».`,
  badArgument: (argument, least, most) =>
    `يجب أن يكون الوسيط «${argument}» نصًا من ${least} إلى ${most} حرفًا.`,
  tooMany: (limit) => `طلب النموذج أدوات ${limit} مرات متتالية. لم يُشغَّل المزيد؛ اسأل من جديد للمتابعة.`,
};
