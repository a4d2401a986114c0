// Every setting, as data: from this table come the reader of stored settings, the dialog's fields, the marks of what was changed,
// and the way back. Kept in localStorage as one versioned JSON record of what differs from the defaults.
import { type Language, languages } from "../i18n/languages";
import {
  choice,
  clampValue,
  number,
  optionalNumber,
  type RememberedSetting,
  remembered,
  type SettingDefinition,
  type SettingSection,
  slider,
  text,
  toggle,
  type ValueOf,
} from "./setting-kinds";

export const SETTINGS_KEY = "jamba-settings";
const VERSION = 2;
/** Characters of instructions: a tenth of what the longest context holds, about. */
const MAX_INSTRUCTIONS = 100_000;

export const settingDefinitions = {
  theme: choice("general", ["system", "light", "dark"], "system"),
  language: choice<"system" | Language>("general", ["system", ...languages], "system"),
  sendKey: choice("general", ["enter", "mod-enter"], "enter"), // "mod" is Ctrl, or Command on a Mac
  pasteThreshold: number("general", 2500, { min: 0, max: 1_000_000, step: 1 }), // characters; 0: never a document
  motion: choice("general", ["system", "reduced", "full"], "system"),

  systemPrompt: text("answers", MAX_INSTRUCTIONS),
  temperature: slider("answers", 0.6, { min: 0, max: 2, step: 0.1 }),
  maxTokens: slider("answers", 1024, { min: 16, max: 8192, step: 1 }), // of one answer
  usesLookup: toggle("answers", true), // twice as fast where an answer copies, and nothing lost elsewhere: shaders/SPEED.md
  autoScroll: toggle("answers", true),
  showStatistics: toggle("answers", true),

  contextLength: optionalNumber("model", { min: 256, max: 262_144, step: 1 }), // tokens; null lets the engine choose
  isPrecise: toggle("model", false), // all arithmetic in f32

  topP: slider("sampling", 0.95, { min: 0.05, max: 1, step: 0.05 }),
  topK: slider("sampling", 40, { min: 0, max: 200, step: 1 }),
  minP: slider("sampling", 0.05, { min: 0, max: 0.5, step: 0.01 }),
  repetitionPenalty: slider("sampling", 1, { min: 1, max: 2, step: 0.05 }),
  seed: optionalNumber("sampling", { min: 0, max: 0xffff_ffff, step: 1 }),

  preferredModelId: remembered(), // null: the bundled one
} as const satisfies Record<string, SettingDefinition>;

type Definitions = typeof settingDefinitions;

export type SettingKey = keyof Definitions;
export type Settings = { readonly [Key in SettingKey]: ValueOf<Definitions[Key]> };

/** Those that the dialog shows. */
export type ShownSetting = {
  [Key in SettingKey]: Definitions[Key] extends RememberedSetting ? never : Key;
}[SettingKey];

/** Those of one kind. */
export type SettingOf<Kind extends SettingDefinition["kind"]> = {
  [Key in SettingKey]: Definitions[Key]["kind"] extends Kind ? Key : never;
}[SettingKey];

export const isSettingOf = <Kind extends SettingDefinition["kind"]>(
  kind: Kind,
  key: SettingKey,
): key is SettingOf<Kind> => settingDefinitions[key].kind === kind;

const keys = Object.keys(settingDefinitions) as SettingKey[];

/** The settings with each value made from its definition; the one place where a record of them is put together. */
const build = (read: (key: SettingKey, definition: SettingDefinition) => unknown): Settings =>
  Object.fromEntries(keys.map((key) => [key, read(key, settingDefinitions[key])])) as unknown as Settings;

export const defaultSettings: Settings = build((_key, definition) => definition.default);

export const isModified = (settings: Settings, key: SettingKey): boolean =>
  settings[key] !== defaultSettings[key];

export const listSettings = (section: SettingSection): ShownSetting[] =>
  keys.filter((key): key is ShownSetting => settingDefinitions[key].section === section);

/** The settings with some changed, each moved to the nearest value that it may have. */
export const changeSettings = (settings: Settings, changes: Partial<Settings>): Settings =>
  build((key, definition) => (key in changes ? clampValue(definition, changes[key]) : settings[key]));

/** The defaults, but for what is chosen elsewhere. */
export const resetSettings = (settings: Settings): Settings =>
  build((key, { section, default: initial }) => (section === null ? settings[key] : initial));

/** What is missing or of another type takes its default; a number out of its range moves into it. */
export function parseSettings(json: string | null): Settings {
  let stored: unknown;
  try {
    stored = JSON.parse(json ?? "{}");
  } catch {
    return defaultSettings; // not JSON: nothing of it can be kept
  }
  if (typeof stored !== "object" || stored === null) return defaultSettings;
  return changeSettings(defaultSettings, stored);
}

/** Only what differs, so that a later version's better default reaches those who never chose. */
export function serializeSettings(settings: Settings): string {
  const modified = keys.filter((key) => isModified(settings, key));
  return JSON.stringify({
    version: VERSION,
    ...Object.fromEntries(modified.map((key) => [key, settings[key]])),
  });
}

/** The browser may refuse localStorage (private windows, blocked cookies): then settings last as long as the page. */
export function readSettings(): Settings {
  try {
    return parseSettings(localStorage.getItem(SETTINGS_KEY));
  } catch {
    return defaultSettings;
  }
}

/** Whether they could be kept. */
export function writeSettings(settings: Settings): boolean {
  try {
    localStorage.setItem(SETTINGS_KEY, serializeSettings(settings));
    return true;
  } catch {
    return false;
  }
}
