// The list of keys, and what they say when they have done something unseen.
import type { Texts } from "../catalogue";

export const shortcuts: Texts["shortcuts"] = {
  title: "اختصارات لوحة المفاتيح",
  groups: { writing: "الكتابة", chats: "الدردشات", answers: "الإجابات", page: "هذه الصفحة" },
  what: {
    send: "إرسال الرسالة",
    newline: "بدء سطر جديد",
    "recall-older": "المطالبة المرسلة سابقًا",
    "recall-newer": "الرجوع نحو المسودة",
    "paste-as-text": "لصق كنص مهما كان طوله",
    "focus-composer": "الانتقال إلى الرسالة",
    "new-chat": "دردشة جديدة",
    "search-chats": "البحث في الدردشات",
    "toggle-sidebar": "إظهار الشريط الجانبي أو إخفاؤه",
    "rename-chat": "إعادة تسمية هذه الدردشة",
    "delete-chat": "حذف هذه الدردشة",
    stop: "إيقاف الإجابة",
    "copy-answer": "نسخ آخر إجابة",
    "copy-code": "نسخ آخر كتلة شفرة",
    "search-document": "البحث في المستند المفتوح",
    undo: "التراجع عن الحذف",
    settings: "الإعدادات",
    shortcuts: "هذه القائمة",
  },
  or: "أو",
  answerCopied: "تم نسخ الإجابة.",
  codeCopied: "تم نسخ الشفرة.",
  noAnswer: "لا توجد إجابة لنسخها.",
  noCode: "لا توجد شفرة في الإجابات الأخيرة.",
  notCopied: "رفض المتصفح النسخ",
};
