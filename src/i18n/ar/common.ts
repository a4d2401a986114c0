// Words that any part of the page may need.
import type { Texts } from "../catalogue";
import { isolate } from "../isolate";

export const common: Texts["common"] = {
  cancel: "إلغاء",
  close: "إغلاق",
  done: "تم",
  dismiss: "تجاهل",
  undo: "تراجع",
  copied: "تم النسخ",
  copyRefused: "رفض المتصفح النسخ",
  notDrawn: "تعذّر عرض الصفحة",
  reloadPage: "إعادة تحميل الصفحة",
  isSafe: (error) => `محادثاتك محفوظة وآمنة. (${isolate(error)})`,
  slider: (label) => `${label}، شريط تمرير`,
};
