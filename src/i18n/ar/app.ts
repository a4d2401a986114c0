// The page as a whole: its update, its installation.
import type { Texts } from "../catalogue";

export const app: Texts["app"] = {
  install: "تثبيت كتطبيق",
  updateIsHere: "يتوفر إصدار جديد.",
  updateWaits: "سيصل الإصدار الجديد عند انتهاء ما يجري الآن.",
  reload: "إعادة التحميل",
};
