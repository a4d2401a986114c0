// Settings in localStorage, as one versioned JSON record. What is missing or out of range takes its default.
import type { SamplingSettings } from "../../workers/inference/api";

const KEY = "jamba-settings";
const VERSION = 1;

export type Theme = "system" | "light" | "dark";

export interface Settings extends SamplingSettings {
  readonly theme: Theme;
  readonly systemPrompt: string;
  readonly maxTokens: number; // of one answer
  readonly contextLength: number | null; // tokens; null lets the engine choose
  readonly isPrecise: boolean; // all arithmetic in f32
  readonly preferredModelId: string | null; // null: the bundled one
}

export const defaultSettings: Settings = {
  theme: "system",
  systemPrompt: "",
  temperature: 0.6,
  topP: 0.95,
  topK: 40,
  minP: 0.05,
  repetitionPenalty: 1,
  seed: null,
  maxTokens: 1024,
  contextLength: null,
  isPrecise: false,
  preferredModelId: null,
};

interface Range {
  readonly min: number;
  readonly max: number;
  readonly step: number;
}

/** What each number may be; the dialog and the reader of stored settings share it. */
export const settingRanges = {
  temperature: { min: 0, max: 2, step: 0.1 },
  topP: { min: 0.05, max: 1, step: 0.05 },
  topK: { min: 0, max: 200, step: 1 },
  minP: { min: 0, max: 0.5, step: 0.01 },
  repetitionPenalty: { min: 1, max: 2, step: 0.05 },
  seed: { min: 0, max: 0xffff_ffff, step: 1 },
  maxTokens: { min: 16, max: 8192, step: 1 },
  contextLength: { min: 256, max: 262_144, step: 1 },
} as const satisfies Record<string, Range>;

export type NumericSetting = keyof typeof settingRanges;

/** A number inside its setting's range, or null where it is none. */
export function clampSetting(name: NumericSetting, value: unknown): number | null {
  if (typeof value !== "number" || !Number.isFinite(value)) return null;
  const { min, max, step } = settingRanges[name];
  const inRange = Math.min(max, Math.max(min, value));
  return step === 1 ? Math.round(inRange) : inRange;
}

export function parseSettings(json: string | null): Settings {
  let stored: Record<string, unknown> = {};
  try {
    const parsed: unknown = JSON.parse(json ?? "{}");
    if (typeof parsed === "object" && parsed !== null) stored = parsed as Record<string, unknown>;
  } catch {
    stored = {}; // not JSON: nothing of it can be kept
  }
  const number = (name: Exclude<NumericSetting, "seed" | "contextLength">): number =>
    clampSetting(name, stored[name]) ?? defaultSettings[name];
  const text = (name: "systemPrompt" | "preferredModelId"): string | null =>
    typeof stored[name] === "string" ? stored[name] : null;
  const { theme } = stored;
  return {
    theme: theme === "light" || theme === "dark" ? theme : "system",
    systemPrompt: text("systemPrompt") ?? "",
    temperature: number("temperature"),
    topP: number("topP"),
    topK: number("topK"),
    minP: number("minP"),
    repetitionPenalty: number("repetitionPenalty"),
    seed: clampSetting("seed", stored.seed),
    maxTokens: number("maxTokens"),
    contextLength: clampSetting("contextLength", stored.contextLength),
    isPrecise: stored.isPrecise === true,
    preferredModelId: text("preferredModelId"),
  };
}

/** The browser may refuse localStorage (private windows, blocked cookies): then settings last as long as the page. */
export function readSettings(): Settings {
  try {
    return parseSettings(localStorage.getItem(KEY));
  } catch {
    return defaultSettings;
  }
}

/** Whether they could be kept. */
export function writeSettings(settings: Settings): boolean {
  try {
    localStorage.setItem(KEY, JSON.stringify({ version: VERSION, ...settings }));
    return true;
  } catch {
    return false;
  }
}
