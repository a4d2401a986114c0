// What this page keeps in the browser, and how to free it.
import { formatBytes, formatCount } from "../../stores/format";
import type { Texts } from "../catalogue";
import { isolate } from "../isolate";
import { tokens } from "./counts";

export const storage: Texts["storage"] = {
  title: "التخزين",
  open: "عرض ما هو مخزَّن",
  used: (bytes) => `المستخدم ${formatBytes(bytes)}.`,
  usedOf: (bytes, quota) => `المستخدم ${formatBytes(bytes)} من نحو ${formatBytes(quota)} مسموح بها.`,
  promised: "وعد المتصفح بالاحتفاظ بالبيانات.",
  unreadable: "لا يستطيع هذا الإصدار قراءة بعض ما حُفظ هنا. يبقى كما هو، ويوجد في تصدير JSON لجميع المحادثات.",
  mayRemove: "قد يزيل المتصفح البيانات عندما تقل مساحة القرص.",
  askToKeep: "الطلب من المتصفح الاحتفاظ بها",
  refusedToKeep: "لم يعد المتصفح بذلك. قد يعد به لاحقًا إذا ثُبّتت الصفحة كتطبيق أو كثر استخدامها.",
  partsOf: "ما الذي يشغل المساحة",

  models: "النماذج",
  reading: "القراءة المحفوظة",
  documents: "المستندات",
  chats: "الدردشات",
  rest: "الصفحة نفسها وما تبقى",

  none: "لا شيء بعد.",
  noReading: "لا شيء بعد. بعد نص طويل يحتفظ النموذج بما قرأه، ويتابع من هناك في المرة القادمة.",
  readingHelp: "لا يُفقد أي نص عند الحذف: يُقرأ مجددًا عند الحاجة.",
  state: ({ kind, tokenCount, byteLength, sharedBytes }) => {
    const parts = [kind === "document" ? "مستند" : "دردشة", tokens(tokenCount), formatBytes(byteLength)];
    if (sharedBytes > 0) parts.push(`${formatBytes(sharedBytes)} مشتركة`);
    return parts.join(" · ");
  },
  document: (textBytes, stateBytes) =>
    stateBytes > 0
      ? `${formatBytes(textBytes)}، و${formatBytes(stateBytes)} من القراءة المحفوظة`
      : formatBytes(textBytes),
  delete: (name) => `حذف ${isolate(name)}`,
  forget: (name) => `حذف القراءة المحفوظة لـ ${isolate(name)}`,
  forgetAll: "حذف الكل",
  more: (count) => `${formatCount(count)} أخرى`,
  openLibrary: "فتح المكتبة",
};
