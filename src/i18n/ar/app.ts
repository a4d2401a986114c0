// The page as a whole: its update, its installation.
import type { Texts } from "../catalogue";

export const app: Texts["app"] = {
  install: "تثبيت كتطبيق",
  updateIsHere: "يتوفر إصدار جديد.",
  updateWaits: "سيصل الإصدار الجديد عند انتهاء ما يجري الآن.",
  otherVersionAsks:
    "لدى علامة تبويب أخرى إصدار آخر من هذا التطبيق، ولا يمكنها استخدام النموذج الذي يعمل هنا. أعد تحميل هذه العلامة للحصول على أحدث إصدار.",
  reload: "إعادة التحميل",
};
