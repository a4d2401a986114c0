// Documents and files beside a message: what each is, how large, how far it has been read, and what was amiss.
import { formatCount } from "../../stores/format";
import type { Texts } from "../catalogue";
import { isolate, leftToRight } from "../isolate";
import { characters, files, tokens } from "./counts";

export const chips: Texts["chips"] = {
  attached: "المستندات المرفقة",
  warnings: "تحذيرات",
  tokens,
  characters,
  shareOfWindow: (share) => `${share} من النافذة`,
  read: "قُرئ",
  readTo: (share) => `قُرئ منه ${share}`,
  reading: (share) => `جارٍ القراءة ${share}`,
  readingPage: (share, page) => `جارٍ القراءة ${share}، الصفحة ${formatCount(page)}`,
  readingWithWait: (share, wait) => `جارٍ القراءة ${share}، يتبقى نحو ${wait}`,
  readingPageWithWait: (share, page, wait) =>
    `جارٍ القراءة ${share}، الصفحة ${formatCount(page)}، يتبقى نحو ${wait}`,
  stop: "إيقاف",
  pasteAsText: "لصق كنص",
  chooseAPart: "اختيار جزء",
  choosePartOf: (name) => `اختيار جزء من ${isolate(name)}`,
  remove: (name) => `إزالة ${isolate(name)}`,
  cancel: (name) => `إلغاء ${isolate(name)}`,
  locked: "مقفل بكلمة مرور",
  enterPassword: "إدخال كلمة المرور",
  waiting: "في الانتظار…",
  opening: "جارٍ الفتح…",
  openingPage: (page, pageCount) => `جارٍ الفتح… الصفحة ${formatCount(page)} من ${formatCount(pageCount)}`,
  openingFile: (name) => `جارٍ فتح ${isolate(name)}`,
  tooManyFiles: (count, most) => `لا يمكن إرفاق ${files(count)} دفعة واحدة: أُرفقت أول ${files(most)} فقط.`,
  dropToAdd: "أفلِت للإضافة",
  dropHelp: `تصبح ملفات PDF وWord وEPUB وصفحات الويب والنصوص مستندات، ويصبح ملف ${leftToRight(".gguf")} نموذجًا.`,
};
