// Presets, answers in JSON and tools.
import type { Texts } from "../catalogue";
import { isolate } from "../isolate";

const builtIn: Texts["structured"]["builtIn"] = {
  summarise: { name: "סיכום", description: "עיקרי הטקסט, עם השמות והמספרים שבו." },
  explain: { name: "הסבר פשוט", description: "במשפטים קצרים ובמילים יומיומיות." },
  extract: { name: "חילוץ עובדות כ־JSON", description: "מה שהטקסט קובע, כרשימה שתוכנות יכולות לקרוא." },
  translate: { name: "תרגום", description: "לאנגלית, או לשפה שתצוין." },
};

export const structured: Texts["structured"] = {
  options: "אפשרויות הצ׳אט",
  optionsChosen: (chosen) => `אפשרויות הצ׳אט: ${isolate(chosen)}`,
  preset: "ערכת הגדרות",
  presetHelp: "הנחיות לצ׳אט הזה, עם הגדרות המודל שמתאימות להן.",
  noPreset: "ללא",
  noPresetHelp: "ההנחיות והגדרות המודל כפי שנקבעו בהגדרות.",
  builtIn,
  newPreset: "ערכה חדשה",
  editPreset: "עריכת הערכה",
  presetActions: (name) => `עוד פעולות: ${isolate(name)}`,
  edit: "עריכה",
  duplicate: "שכפול",
  delete: "מחיקה",
  copyOf: (name) => `${isolate(name)} (עותק)`,
  presetDeleted: (name) => `”${isolate(name)}” נמחקה.`,
  name: "שם",
  namePlaceholder: "מכתבים ללקוחות",
  instructions: "הנחיות",
  instructionsHelp: "נמסרות למודל במקום אלה שבהגדרות. ריק: אלה שבהגדרות.",
  modelSettings: "הגדרות המודל",
  asInSettings: "ללא שינוי",
  save: "שמירה",
  answers: "תשובות",
  json: "תשובה כ־JSON",
  jsonShort: "JSON",
  toolsShort: "כלים",
  jsonHelp: "כל תשובה מקיימת סכמת JSON, גם אם המודל היה מעדיף לכתוב אחרת.",
  schema: "סכמת JSON",
  schemaHelp: "המפתחות מופיעים בסדר הזה. הסכמה מוצגת גם למודל.",
  schemaKept: "הסכמה התקינה האחרונה נשארת בשימוש.",
  notJson: (reason) => `זה לא JSON:‏ ${isolate(reason)}`,
};
