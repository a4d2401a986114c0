// What went wrong, and the steps that are offered as buttons. Where there is no sentence, the error's own message stands.
import type { Texts } from "../catalogue";

export const problems: Texts["problems"] = {
  WebGpuUnavailableError: { title: "הדפדפן הזה אינו יכול להריץ את המודל" },
  GpuLimitError: { title: "ה־GPU הזה קטן מדי למודל הזה" },
  GpuOutOfMemoryError: { title: "אזל הזיכרון של ה־GPU" },
  DeviceLostError: {
    title: "מנהל ההתקן הגרפי הופעל מחדש",
    sentence:
      "המודל כבר לא נמצא ב־GPU. השיחה שלך, כולל התשובה עד לנקודה שאליה הגיעה, בטוחה: יש לטעון את המודל שוב וליצור את התשובה מחדש כדי להמשיך.",
  },
  DeviceLostAgainError: {
    title: "מנהל ההתקן הגרפי נעצר שוב",
    sentence:
      "הכול שמור. טענו מחדש את הדף בלחצן של הדפדפן עצמו: רק אז הוא מחזיר את המעבד הגרפי, ותשובה שנקטעה תימשך מעצמה. אם זה חוזר, סגרו כרטיסיות אחרות שמשתמשות במעבד הגרפי או השתמשו במודל קטן יותר.",
  },
  NumericalError: { title: "החישוב של המודל השתבש" },
  ModelNotFoundError: { title: "המודל אינו כאן" },
  ModelEvictedError: { title: "הדפדפן הסיר את המודל" },
  ModelFormatError: { title: "הקובץ הזה אינו מודל שהאפליקציה יכולה להריץ" },
  ModelDamagedError: { title: "המודל השמור פגום" },
  ModelChangedError: { title: "הקובץ בשרת השתנה" },
  DownloadError: { title: "ההורדה נעצרה" },
  LockedError: { title: "נעול" },
  OfflineError: {
    title: "אין רשת",
    sentence: "מה שכבר הגיע נשמר, וההורדה תימשך מעצמה כשהרשת תחזור.",
  },
  StorageFullError: { title: "האחסון של הדפדפן מלא" },
  StorageUnavailableError: { title: "הדפדפן אינו מאפשר לדף הזה לשמור נתונים" },
  ContextTooLongError: { title: "זה ארוך מדי בשביל המודל" },
  EngineBusyError: {
    title: "המודל עסוק",
    sentence: "הוא עדיין עובד על משהו אחר. כדאי להמתין רגע ולנסות שוב.",
  },
  NoModelError: { title: "לא נטען מודל" },
  AnswerFormatError: { title: "אי אפשר לשמור על תבנית התשובה" },
  InternalError: { title: "תקלה באפליקציה" },
  WorkerDiedError: {
    title: "התהליך של המודל נעצר",
    sentence:
      "לרוב הדפדפן מסיים אותו בגלל מחסור בזיכרון. השיחה בטוחה; כדאי לסגור את מה שלא נחוץ ולהפעיל אותו שוב.",
  },
  EngineMovedError: {
    title: "הכרטיסייה שהריצה את המודל נסגרה",
    sentence: "מה שנעשה עד אז שמור: טענו את המודל שוב כאן כדי להמשיך.",
  },
  OtherVersionError: {
    title: "בכרטיסייה אחרת פועלת גרסה אחרת של האפליקציה",
    sentence:
      "המודל פועל בכרטיסייה אחת עבור כולן, אך רק עבור כרטיסיות באותה גרסה. טענו מחדש את הכרטיסייה ההיא ואחריה את זו: אז בשתיהן תהיה הגרסה החדשה ביותר. מה שכתבתם שמור.",
  },
  PageStorageError: {
    title: "השיחה הזו אינה נשמרת",
    sentence:
      "הדפדפן מסרב לשמור אותה. היא נשארת על המסך עד שהדף הזה נסגר, והשמירה מנוסה שוב מעצמה: אפשר לפנות מקום בדיסק, להרשות לאתר הזה לשמור נתונים או לייצא את השיחה.",
  },
  PageStorageGoneError: {
    title: "הנתונים של האתר הזה הוסרו",
    sentence:
      "הדפדפן הסיר את מה שהדף הזה שמר. השיחה שעל המסך עדיין כאן: כדאי לייצא אותה לפני טעינת הדף מחדש.",
  },
  NewerStorageError: {
    title: "גרסה חדשה יותר הייתה כאן",
    sentence:
      "גרסה חדשה יותר של היישום הזה שינתה את אופן שמירת השיחות, ולכן הדף הזה אינו שומר עוד דבר. טעינת הדף מחדש מביאה את הגרסה ההיא; מה שנשמר נשאר.",
  },
  UnsupportedDocumentError: { title: "אי אפשר לצרף את הקובץ הזה" },
  DocumentFormatError: { title: "הקובץ הזה פגום" },
  DocumentPasswordError: { title: "הקובץ הזה נעול" },
  DocumentEmptyError: { title: "הקובץ הזה ריק" },
  DocumentWithoutTextError: { title: "במסמך הזה אין טקסט" },
  DocumentTooLargeError: { title: "המסמך הזה גדול מדי" },
  DocumentTimeoutError: { title: "קריאת המסמך נמשכה זמן רב מדי" },
  DocumentMemoryError: { title: "המסמך הזה דורש יותר מדי זיכרון" },
  DocumentWorkerError: { title: "קורא המסמכים נעצר" },
  DocumentGoneError: { title: "מסמך נעלם" },
  UnknownError: { title: "משהו השתבש" },
};

export const remedies: Texts["remedies"] = {
  "load-again": "טעינה חוזרת",
  "load-bundled": "שימוש במודל הקטן",
  "open-models": "פתיחת המודלים",
  "open-settings": "פתיחת ההגדרות",
  "new-chat": "צ׳אט חדש",
  "resume-download": "ניסיון נוסף",
  "reload-page": "טעינת הדף מחדש",
  "save-again": "שמירה חוזרת",
  "export-chat": "ייצוא השיחה הזו",
};
