// Models: the panel, the button that opens it, downloads, loading, and what this machine can be expected to do.
import {
  formatAbout,
  formatBytes,
  formatCount,
  formatShare,
  formatSpeed,
  formatWait,
} from "../../stores/format";
import type { Texts } from "../catalogue";
import { isolate, leftToRight } from "../isolate";
import { tokens } from "./counts";

const descriptions: Texts["models"]["descriptions"] = {
  "jamba-tiny-q4_k_m": "Jamba עם 9.6 מיליון פרמטרים שעונה על מסמך שהודבק; מצורף לאפליקציה.",
  "jamba2-3b-q4_k_m": "המודל של AI21 לשימוש יומיומי: הקטן והמהיר ביותר.",
  "jamba2-3b-q5_k_m": "מעט קרוב יותר למקור מ־Q4_K_M ומעט איטי יותר.",
  "jamba2-3b-q6_k_l": "קשה להבדיל בינו לבין המקור; עם הטמעות של 8 סיביות.",
  "jamba2-3b-q8_0": `טוב כמו המקור; ל־GPU עם ${leftToRight("6 GB")} ומעלה.`,
  "jamba-reasoning-3b-q4_k_m": "המודל של AI21 שחושב לפני שהוא עונה.",
};

/** A part of a list of figures that stand beside each other. */
const join = (parts: readonly (string | null)[]): string =>
  parts.filter((part) => part !== null && part !== "").join(" · ");

export const models: Texts["models"] = {
  title: "מודלים",
  titlePrefix: "מודלים:",
  onThisDevice: "במכשיר הזה",
  available: "זמינים",
  yourOwn: "מודל משלך",
  nothingYet: "עדיין אין כאן דבר.",
  allHere: "כולם כבר כאן.",
  more: (count) => `עוד מודלים וגדלים (${formatCount(count)})`,
  descriptions,
  licence: (name) => `רישיון: ${isolate(name)}`,
  download: "הורדה",
  downloadOf: (size) => `הורדה, ${size}`,
  downloadModel: (name, size) => `הורדת ${isolate(name)},‏ ${size}`,
  use: "שימוש",
  inUse: "בשימוש",
  templateUnknown:
    "הקובץ של המודל הזה מביא תבנית שיחה משלו, שהאפליקציה אינה מכירה ואינה מריצה; השיחות נכתבות בתבנית הרגילה (ChatML), ולכן התשובות עלולות להיות פחות טובות מהצפוי.",
  loadingThis: "בטעינה…",
  resume: "המשך",
  delete: (name) => `מחיקת ${isolate(name)}`,
  stored: (bytes, origin) => {
    const origins = {
      bundled: "מצורף לאפליקציה",
      catalogue: "",
      url: "מכתובת אינטרנט",
      file: "מקובץ",
    };
    return join([formatBytes(bytes), origins[origin]]);
  },
  storedPart: (storedBytes, bytes) =>
    `כבר כאן: ${formatShare(storedBytes, bytes)} מתוך ${formatBytes(bytes)}`,
  gone: "המודל האחרון שבו השתמשת נעלם: הדפדפן פינה את האחסון שלו. אפשר להוריד אותו שוב במודלים.",

  // What took the model away while it was at work
  lost: {
    DeviceLostError: "מנהל ההתקן הגרפי הופעל מחדש. המודל נטען שוב מעצמו, והתשובה נמשכת מהמקום שבו הייתה.",
    WorkerDiedError: "התהליך של המודל נעצר. הוא מופעל שוב מעצמו, והתשובה נמשכת מהמקום שבו הייתה.",
    EngineMovedError:
      "הכרטיסייה שהריצה את המודל נסגרה. הכרטיסייה הזאת טוענת אותו עכשיו, והתשובה נמשכת מהמקום שבו הייתה.",
  },
  openModels: "פתיחת המודלים",
  isReady: (name) => `${isolate(name)} מוכן.`,
  useItNow: "מעבר אליו עכשיו",
  theModel: "המודל",

  gpu: "GPU:",
  gpuWithoutName: "לא נמסר שם",
  isFallback: "המעבד ממלא את מקום ה־GPU: זה עובד, אבל לאט.",

  machine: {
    title: "המחשב הזה",
    measuring: "בדיקה מה המחשב הזה מסוגל לעשות…",
    notMeasured: "אין מדידה בזמן שהמודל עובד.",
    failed: "לא ניתן היה למדוד את המחשב הזה.",
    measure: "מדידה עכשיו",
    measureAgain: "מדידה חוזרת",
    measured: (gigabytesPerSecond, teraflopsPerSecond) =>
      `קצב הקריאה מהזיכרון הוא כ־${leftToRight(`${formatAbout(gigabytesPerSecond)} GB/s`)}, וקצב החישוב כ־${leftToRight(`${formatAbout(teraflopsPerSecond)} TFLOP/s`)}.`,
  },

  forecast: {
    pace: (tokensPerSecond, pace) => {
      const speed =
        tokensPerSecond < 1
          ? "כאן פחות מטוקן אחד בשנייה"
          : `כאן כ־${formatAbout(tokensPerSecond)} טוקנים/שנ׳`;
      const feelings = {
        fast: "מהר יותר מקצב הקריאה",
        readable: "בערך כקצב הקריאה",
        slow: "לאט יותר מקצב הקריאה",
        poor: "איטי מדי לרוב השימושים",
      };
      return `${speed}: ${feelings[pace]}.`;
    },
    page: (seconds) =>
      seconds < 1 ? "יותר מעמוד אחד נקרא בשנייה." : `קריאת עמוד נמשכת כ־${formatWait(seconds)}.`,
    wholeContext: "יש מקום לכל ההקשר שלו.",
    context: (count) => `יש מקום להקשר של כ־${tokens(count)}.`,
    noRoom: (needed, found) =>
      `דרושים לו ${formatBytes(needed)} של זיכרון GPU, ונמצאו פנויים ${formatBytes(found)}.`,
    noStorage: (missing) => `באחסון של הדפדפן חסרים לו ${formatBytes(missing)}.`,
    downloadAnyway: (size) => `הורדה בכל זאת, ${size}`,
    downloadModelAnyway: (name, size) => `הורדת ${isolate(name)} בכל זאת, ${size}`,
    loadAnyway: "טעינה בכל זאת",
  },

  own: {
    fromFile: "אפשר גם לבחור קובץ מהמחשב הזה, או לגרור אותו לכל מקום בחלון.",
    openFile: `פתיחת קובץ ${leftToRight(".gguf")}`,
    fromAddress: "מכתובת אינטרנט",
    addressExample: "https://…/model.gguf",
    addressHelp: "כל מודל Jamba צפוף (dense) בתבנית GGUF, משרת שמאפשר לאתרים אחרים לקרוא אותו.",
    addressRefused: `זו לא כתובת https. יש להעתיק את הקישור של קובץ ה־${leftToRight(".gguf")} עצמו.`,
  },

  state: {
    none: "אין מודל",
    arriving: "בהורדה…",
    loading: "בטעינה…",
    loadingShare: (share) => `בטעינה: ${share}`,
    unnamed: "מודל",
    notRunning: "לא פועל",
    notLoaded: "עדיין לא נטען מודל.",
    choose: "בחירת מודל",
    preparing: (name) => `הכנת ${isolate(name)}`,
    fetching: (name) => `הורדת ${isolate(name)}…`,
    checking: (name) => `בדיקת ${isolate(name)}…`,
    opening: (name) => `פתיחת ${isolate(name)}…`,
    repairing: (name) => `הורדה חוזרת של חלקים פגומים של ${isolate(name)}…`,
    loadingName: (name) => `טעינת ${isolate(name)}…`,
    compiling: (name) => `הכנת ה־GPU עבור ${isolate(name)}…`,
    withShare: (text, share) => `${text} ${share}`,
  },

  transfer: {
    of: (name) => `הורדת ${isolate(name)}`,
    connecting: "מתחבר…",
    checking: "בבדיקה…",
    checked: (bytes, total) => `נבדקו ${formatBytes(bytes)} מתוך ${formatBytes(total)}`,
    retrying: (reason, seconds) => `${isolate(reason)} ניסיון נוסף בעוד ${formatWait(seconds)}.`,
    progress: ({ receivedBytes, totalBytes, bytesPerSecond, secondsLeft, resumedBytes }) =>
      join([
        `${formatBytes(receivedBytes)} מתוך ${formatBytes(totalBytes)}`,
        bytesPerSecond === null ? null : formatSpeed(bytesPerSecond),
        secondsLeft === null ? null : `נותרו ${formatWait(secondsLeft)}`,
        resumedBytes > 0 ? `המשך מ־${formatShare(resumedBytes, totalBytes)}` : null,
      ]),
    pause: "השהיה",
    pausing: "בהשהיה…",
    tryAgain: "ניסיון נוסף",
    failed: (name, what) => `${isolate(name)}: ${isolate(what)}`,
    pillStopped: "ההורדה",
    stopped: "נעצרה",
    pillRunning: "בהורדה",
    pillPaused: "ההורדה מושהית:",
  },
};
