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
import { units } from "./units";

const descriptions: Texts["models"]["descriptions"] = {
  "jamba-tiny-q4_k_m": "نموذج Jamba بحجم 9.6 ملايين معلمة يجيب عن مستند ملصق؛ مرفق بالتطبيق.",
  "jamba2-3b-q4_k_m": "نموذج AI21 للاستخدام اليومي: الأصغر والأسرع.",
  "jamba2-3b-q5_k_m": "أقرب قليلًا إلى الأصل من Q4_K_M وأبطأ قليلًا.",
  "jamba2-3b-q6_k_l": "يصعب تمييزه عن الأصل، بتضمينات من 8 بتات.",
  "jamba2-3b-q8_0": "بجودة الأصل؛ لوحدات GPU بذاكرة 6 غيغابايت فأكثر.",
  "jamba-reasoning-3b-q4_k_m": "نموذج AI21 الذي يفكّر قبل أن يجيب.",
};

/** A part of a list of figures that stand beside each other. */
const join = (parts: readonly (string | null)[]): string =>
  parts.filter((part) => part !== null && part !== "").join(" · ");

export const models: Texts["models"] = {
  title: "النماذج",
  titlePrefix: "النماذج:",
  onThisDevice: "على هذا الجهاز",
  available: "المتاحة",
  yourOwn: "نموذج من عندك",
  nothingYet: "لا شيء بعد.",
  allHere: "كلها موجودة هنا من قبل.",
  more: (count) => `المزيد من النماذج والأحجام (${formatCount(count)})`,
  descriptions,
  licence: (name) => `الترخيص: ${isolate(name)}`,
  download: "تنزيل",
  downloadOf: (size) => `تنزيل ${size}`,
  downloadModel: (name, size) => `تنزيل ${isolate(name)}، ${size}`,
  use: "استخدام",
  inUse: "قيد الاستخدام",
  templateUnknown:
    "يحمل ملف هذا النموذج تنسيق دردشة خاصًا به لا يعرفه هذا التطبيق ولا يشغّله؛ تُكتب الدردشات بالتنسيق المعتاد (ChatML)، لذا قد تكون إجاباته أضعف مما ينبغي.",
  loadingThis: "جارٍ التحميل…",
  resume: "استئناف",
  delete: (name) => `حذف ${isolate(name)}`,
  stored: (bytes, origin) => {
    const origins = {
      bundled: "مرفق بالتطبيق",
      catalogue: "",
      url: "من عنوان ويب",
      file: "من ملف",
    };
    return join([formatBytes(bytes), origins[origin]]);
  },
  storedPart: (storedBytes, bytes) =>
    `الموجود هنا: ${formatShare(storedBytes, bytes)} من ${formatBytes(bytes)}`,
  gone: "اختفى آخر نموذج استخدمته: أفرغ المتصفح مساحته. نزِّله مجددًا من النماذج.",

  // What took the model away while it was at work
  lost: {
    DeviceLostError:
      "أُعيد تشغيل برنامج تشغيل الرسومات. يُحمَّل النموذج من جديد تلقائيًا، وتُستأنف الإجابة من حيث توقفت.",
    WorkerDiedError: "توقفت عملية النموذج. يُعاد تشغيلها تلقائيًا، وتُستأنف الإجابة من حيث توقفت.",
    EngineMovedError:
      "أُغلقت علامة التبويب التي كانت تشغّل النموذج. تحمّله هذه العلامة الآن، وتُستأنف الإجابة من حيث توقفت.",
  },
  openModels: "فتح النماذج",
  isReady: (name) => `النموذج ${isolate(name)} جاهز.`,
  useItNow: "استخدامه الآن",
  theModel: "النموذج",

  gpu: "GPU:",
  gpuWithoutName: "دون اسم",
  isFallback: "يقوم المعالج هنا مقام GPU: يعمل ذلك، لكن ببطء.",

  machine: {
    title: "هذا الجهاز",
    measuring: "جارٍ قياس قدرة هذا الجهاز…",
    notMeasured: "لا يُجرى القياس أثناء عمل النموذج.",
    failed: "تعذّر قياس هذا الجهاز.",
    measure: "قياس الآن",
    measureAgain: "إعادة القياس",
    measured: (gigabytesPerSecond, teraflopsPerSecond) =>
      `يقرأ الذاكرة بنحو ${units.gigabytesPerSecond(formatAbout(gigabytesPerSecond))} ويحسب بنحو ${leftToRight(`${formatAbout(teraflopsPerSecond)} TFLOP/s`)}.`,
  },

  forecast: {
    pace: (tokensPerSecond, pace) => {
      const speed =
        tokensPerSecond < 1
          ? "هنا أقل من رمز واحد في الثانية"
          : `هنا نحو ${units.tokensPerSecond(formatAbout(tokensPerSecond))}`;
      const feelings = {
        fast: "أسرع من القراءة",
        readable: "بسرعة القراءة تقريبًا",
        slow: "أبطأ من القراءة",
        poor: "أبطأ من أن يناسب معظم الاستخدامات",
      };
      return `${speed}: ${feelings[pace]}.`;
    },
    page: (seconds) =>
      seconds < 1 ? "يقرأ أكثر من صفحة في الثانية." : `يقرأ الصفحة في نحو ${formatWait(seconds)}.`,
    wholeContext: "تتسع الذاكرة لسياقه كله.",
    context: (count) => `تتسع الذاكرة لسياق من نحو ${tokens(count)}.`,
    noRoom: (needed, found) =>
      `يحتاج إلى ${formatBytes(needed)} من ذاكرة GPU، والمتاح منها ${formatBytes(found)}.`,
    noStorage: (missing) => `تنقص مساحة تخزين المتصفح ${formatBytes(missing)} عمّا يحتاج إليه.`,
    downloadAnyway: (size) => `تنزيل على أي حال، ${size}`,
    downloadModelAnyway: (name, size) => `تنزيل ${isolate(name)} على أي حال، ${size}`,
    loadAnyway: "تحميل على أي حال",
  },

  own: {
    fromFile: "أو اختر ملفًا من هذا الكمبيوتر؛ ويمكنك أيضًا إفلاته في أي مكان من النافذة.",
    openFile: `فتح ملف ${leftToRight(".gguf")}`,
    fromAddress: "من عنوان ويب",
    addressExample: "https://…/model.gguf",
    addressHelp: "أي نموذج Jamba كثيف (dense) بتنسيق GGUF، من خادم يسمح للمواقع الأخرى بقراءته.",
    addressRefused: `ليس هذا عنوان https. انسخ رابط ملف ${leftToRight(".gguf")} نفسه.`,
  },

  state: {
    none: "لا نموذج",
    arriving: "جارٍ التنزيل…",
    loading: "جارٍ التحميل…",
    loadingShare: (share) => `جارٍ التحميل ${share}`,
    unnamed: "نموذج",
    notRunning: "لا يعمل",
    notLoaded: "لم يُحمَّل أي نموذج بعد.",
    choose: "اختيار نموذج",
    preparing: (name) => `جارٍ تحضير ${isolate(name)}`,
    fetching: (name) => `جارٍ تنزيل ${isolate(name)}…`,
    checking: (name) => `جارٍ فحص ${isolate(name)}…`,
    opening: (name) => `جارٍ فتح ${isolate(name)}…`,
    repairing: (name) => `جارٍ إعادة تنزيل الأجزاء التالفة من ${isolate(name)}…`,
    loadingName: (name) => `جارٍ تحميل ${isolate(name)}…`,
    compiling: (name) => `جارٍ تحضير GPU لتشغيل ${isolate(name)}…`,
    withShare: (text, share) => `${text} ${share}`,
  },

  transfer: {
    of: (name) => `تنزيل ${isolate(name)}`,
    connecting: "جارٍ الاتصال…",
    checking: "جارٍ الفحص…",
    checked: (bytes, total) => `فُحص ${formatBytes(bytes)} من ${formatBytes(total)}`,
    retrying: (reason, seconds) => `${isolate(reason)} ستُعاد المحاولة بعد ${formatWait(seconds)}.`,
    progress: ({ receivedBytes, totalBytes, bytesPerSecond, secondsLeft, resumedBytes }) =>
      join([
        `${formatBytes(receivedBytes)} من ${formatBytes(totalBytes)}`,
        bytesPerSecond === null ? null : formatSpeed(bytesPerSecond),
        secondsLeft === null ? null : `يتبقى ${formatWait(secondsLeft)}`,
        resumedBytes > 0 ? `استُؤنف عند ${formatShare(resumedBytes, totalBytes)}` : null,
      ]),
    pause: "إيقاف مؤقت",
    pausing: "جارٍ الإيقاف المؤقت…",
    tryAgain: "إعادة المحاولة",
    failed: (name, what) => `${isolate(name)}: ${isolate(what)}`,
    pillStopped: "التنزيل",
    stopped: "متوقف",
    pillRunning: "جارٍ التنزيل",
    pillPaused: "التنزيل متوقف مؤقتًا عند",
  },
};
