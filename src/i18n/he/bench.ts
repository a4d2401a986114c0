// The page that measures this machine.
import { formatCount, formatFigure } from "../../stores/format";
import type { Texts } from "../catalogue";
import { isolate } from "../isolate";
import { tokens } from "./counts";
import { units } from "./units";

const after = (depth: number): string => (depth === 0 ? "" : ` אחרי ${tokens(depth)}`);

export const bench: Texts["bench"] = {
  title: "מדידת המחשב",
  back: "חזרה לצ׳אט",
  intro:
    "קריאה וכתיבה של טקסט חסר משמעות, במהירות המרבית של המחשב הזה; שום דבר לא נשלח לשום מקום. כדאי לסגור קודם כרטיסיות אחרות שמשתמשות ב־GPU.",
  modelOn: (model, gpu) => `${isolate(model)} על ${isolate(gpu)}`,
  unnamedGpu: "GPU ללא שם",
  measure: "מדידה",
  stop: "עצירה",
  measuring: "מתבצעת מדידה",

  options: "מה למדוד",
  depths: "אחרי טוקנים שכבר נקראו",
  prompts: "קריאת פרומפטים, בטוקנים",
  eachKernel: "גם כל קרנל בנפרד",
  guessingToo: "גם ניחוש מראש",
  runs: (count) =>
    `כל נתון הוא החציון של ${formatCount(count)} הרצות אחרי חימום. ב־GPU קטן, עומקים גדולים נמשכים דקות.`,

  noModel: "לאפליקציה הזו לא מצורף מודל. יש להוריד קודם מודל בצ׳אט.",
  opening: "פתיחת המודל…",
  loading: (name) => `טעינת ${isolate(name)}…`,
  fetching: (name) => `הורדת ${isolate(name)}…`,
  step: (step): string => {
    switch (step.kind) {
      case "bandwidth":
        return "קריאה מהזיכרון…";
      case "rested-first-token":
        return "הטוקן הראשון אחרי מנוחה…";
      case "warm-up":
        return "חימום…";
      case "first-token":
        return "הטוקן הראשון…";
      case "commands":
        return "ספירת פקודות…";
      case "kernels":
        return "מדידת כל קרנל…";
      case "reach":
        return `קריאה: ${tokens(step.depth)}…`;
      case "prefill":
        return `קריאת פרומפט: ${tokens(step.length)}${after(step.depth)}…`;
      case "decode":
        return `כתיבה: ${tokens(step.length)}${after(step.depth)}…`;
      case "lookup":
        return `ניחוש מראש${after(step.depth)}…`;
      default:
        return step satisfies never;
    }
  },

  figures: "נתונים",
  copyReport: "העתקת הדוח",
  wholeReport: "הדוח המלא",
  stopped: "נעצר",
  upToThen: "אלה הנתונים עד לעצירה.",
  leftOut: "הושמטו",
  noRoom: (contextLength, list) => `בהקשר של המודל (${tokens(contextLength)}) אין מקום עבור: ${list}.`,
  promptOf: (count) => `פרומפט של ${formatCount(count)}`,
  depthOf: (count) => `עומק של ${formatCount(count)}`,

  writing: "כתיבה",
  reading: "קריאה",
  guessingAhead: "ניחוש מראש",
  foreseen: (foreseen) => {
    switch (foreseen) {
      case "all":
        return "הכול";
      case "nothing":
        return "כלום";
      default:
        return `הכול חוץ מאחד מתוך ${formatCount(foreseen + 1)}`;
    }
  },
  columns: {
    inContext: "התשובה בהקשר",
    without: "בלי",
    guessing: "עם",
    timesAsFast: "פי כמה מהיר",
    rightGuesses: "ניחושים נכונים",
    after: "אחרי",
    prompt: "פרומפט",
    speed: "מהירות",
    range: "טווח",
    weightsRead: "קריאת משקלים",
    ofBandwidth: "מרוחב הפס",
    encoding: "קידוד",
    arithmetic: "חישוב",
    kernel: "קרנל",
    times: "פעמים",
    each: "כל אחד",
    together: "יחד",
    weights: "משקלים",
  },
  columnUnits: {
    tokens: "טוקנים",
    tokensPerSecond: "טוקנים/שנ׳",
    gigabytesPerSecond: "GB/s",
    percent: "%",
    millisecondsPerToken: "ms לטוקן",
    teraflops: "TFLOP/s",
    microseconds: "µs",
    milliseconds: "ms",
  },
  kernelsOfToken: "הקרנלים של טוקן אחד",
  kernelsOfChunk: (count) => `הקרנלים של מקטע בן ${tokens(count)}`,

  firstToken: "הטוקן הראשון אחרי פרומפט של 16",
  restedFirstToken: "הטוקן הראשון אחרי מנוחת ה־GPU",
  milliseconds: (value) => units.milliseconds(formatFigure(value)),
  loadTime: "טעינה, מהאחסון ועד למוכנות",
  bandwidth: "רוחב הפס של הזיכרון, בקריאה פשוטה",
  gigabytesPerSecond: (value) => units.gigabytesPerSecond(formatFigure(value)),
  commands: "פקודות לטוקן אחד",
  commandsIn: (dispatches, submits) => `${formatCount(dispatches)}, מספר השליחות: ${formatCount(submits)}`,
  weightsMemory: "זיכרון GPU למשקלים",
  stateMemory: "זיכרון GPU נוסף, ב־8,192 טוקנים",
  gpu: "GPU",
};
