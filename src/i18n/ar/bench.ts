// The page that measures this machine.
import { formatCount, formatFigure } from "../../stores/format";
import type { Texts } from "../catalogue";
import { isolate } from "../isolate";
import { runs, tokens } from "./counts";
import { units } from "./units";

const after = (depth: number): string => (depth === 0 ? "" : ` بعد ${tokens(depth)}`);

export const bench: Texts["bench"] = {
  title: "قياس أداء هذا الجهاز",
  back: "العودة إلى الدردشة",
  intro:
    "قراءة نص بلا معنى وكتابته بأقصى سرعة لهذا الجهاز، دون إرسال أي شيء إلى أي مكان. من الأفضل إغلاق علامات التبويب الأخرى التي تستخدم GPU أولًا.",
  modelOn: (model, gpu) => `${isolate(model)} على ${isolate(gpu)}`,
  unnamedGpu: "GPU بلا اسم",
  measure: "قياس",
  stop: "إيقاف",
  measuring: "جارٍ القياس",

  options: "ما المطلوب قياسه",
  depths: "بعد رموز سبقت قراءتها",
  prompts: "قراءة مطالبات بعدد الرموز",
  eachKernel: "كل نواة حسابية على حدة أيضًا",
  guessingToo: "التخمين المسبق أيضًا",
  runs: (count) =>
    `كل رقم هو وسيط ${runs(count)} بعد الإحماء. الأعماق الكبيرة تستغرق دقائق على وحدات GPU الصغيرة.`,

  noModel: "لا يأتي هذا التطبيق مع نموذج. نزِّل نموذجًا من الدردشة أولًا.",
  opening: "جارٍ فتح النموذج…",
  loading: (name) => `جارٍ تحميل ${isolate(name)}…`,
  fetching: (name) => `جارٍ تنزيل ${isolate(name)}…`,
  step: (step): string => {
    switch (step.kind) {
      case "bandwidth":
        return "جارٍ قراءة الذاكرة…";
      case "rested-first-token":
        return "الرمز الأول بعد راحة…";
      case "warm-up":
        return "إحماء…";
      case "first-token":
        return "الرمز الأول…";
      case "commands":
        return "جارٍ عدّ الأوامر…";
      case "kernels":
        return "جارٍ توقيت كل نواة…";
      case "reach":
        return `جارٍ قراءة ${tokens(step.depth)}…`;
      case "prefill":
        return `جارٍ قراءة مطالبة من ${tokens(step.length)}${after(step.depth)}…`;
      case "decode":
        return `جارٍ كتابة ${tokens(step.length)}${after(step.depth)}…`;
      case "lookup":
        return `جارٍ التخمين المسبق${after(step.depth)}…`;
      default:
        return step satisfies never;
    }
  },

  figures: "الأرقام",
  copyReport: "نسخ التقرير",
  wholeReport: "التقرير الكامل",
  stopped: "توقّف",
  upToThen: "هذه هي الأرقام حتى لحظة التوقف.",
  leftOut: "ما لم يُقَس",
  noRoom: (contextLength, list) => `لا يتسع سياق النموذج (${tokens(contextLength)}) لما يلي: ${list}.`,
  promptOf: (count) => `مطالبة بطول ${formatCount(count)}`,
  depthOf: (count) => `عمق ${formatCount(count)}`,

  writing: "الكتابة",
  reading: "القراءة",
  guessingAhead: "التخمين المسبق",
  foreseen: (foreseen) => {
    switch (foreseen) {
      case "all":
        return "كلها";
      case "nothing":
        return "لا شيء";
      default:
        return `كلها إلا واحدًا من ${formatCount(foreseen + 1)}`;
    }
  },
  columns: {
    inContext: "الإجابة في السياق",
    without: "بدونه",
    guessing: "معه",
    timesAsFast: "كم مرة أسرع",
    rightGuesses: "تخمينات صحيحة",
    after: "بعد",
    prompt: "المطالبة",
    speed: "السرعة",
    range: "النطاق",
    weightsRead: "قراءة الأوزان",
    ofBandwidth: "من عرض النطاق",
    encoding: "الترميز",
    arithmetic: "الحساب",
    kernel: "النواة",
    times: "المرات",
    each: "الواحدة",
    together: "المجموع",
    weights: "الأوزان",
  },
  columnUnits: {
    tokens: "رموز",
    tokensPerSecond: "رمز/ث",
    gigabytesPerSecond: "غيغابايت/ث",
    percent: "%",
    millisecondsPerToken: "م.ث لكل رمز",
    teraflops: "TFLOP/s",
    microseconds: "µs",
    milliseconds: "م.ث",
  },
  kernelsOfToken: "الأنوية الحسابية لرمز واحد",
  kernelsOfChunk: (count) => `الأنوية الحسابية لدفعة من ${tokens(count)}`,

  firstToken: "الرمز الأول بعد مطالبة من 16",
  restedFirstToken: "الرمز الأول بعد راحة GPU",
  milliseconds: (value) => units.milliseconds(formatFigure(value)),
  loadTime: "التحميل، من التخزين حتى الجاهزية",
  bandwidth: "عرض نطاق الذاكرة، بقراءة بسيطة",
  gigabytesPerSecond: (value) => units.gigabytesPerSecond(formatFigure(value)),
  commands: "الأوامر لرمز واحد",
  commandsIn: (dispatches, submits) =>
    `${formatCount(dispatches)}، عدد عمليات الإرسال: ${formatCount(submits)}`,
  weightsMemory: "ذاكرة GPU للأوزان",
  stateMemory: "ذاكرة GPU الإضافية، عند 8,192 رمزًا",
  gpu: "GPU",
};
