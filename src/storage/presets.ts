// Presets in IndexedDB: instructions for the model under a name, how it chooses its words, and the form of its answers.
import { del, set, values } from "idb-keyval";
import { hasShape, openStore, readable } from "./database";
import type { SettingKey, Settings } from "./settings";

const presets = openStore("jamba-presets", "presets");

/** Settings that a preset may have its own value of. */
export const presetSettings = [
  "temperature",
  "maxTokens",
  "topP",
  "topK",
  "minP",
  "repetitionPenalty",
] as const satisfies readonly SettingKey[];

export type PresetSetting = (typeof presetSettings)[number];

export interface Preset {
  readonly id: string;
  readonly name: string;
  readonly instructions: string; // in place of those in Settings; "" leaves these
  readonly settings: Partial<Pick<Settings, PresetSetting>>;
  readonly schema: string | null; // JSON schema
  readonly createdAt: number; // ms since 1970
}

export const isPreset = (record: Preset): boolean =>
  hasShape(record, {
    id: "string",
    name: "string",
    instructions: "string",
    settings: "object",
    schema: "string|null",
    createdAt: "number",
  });

/** The oldest first. */
export async function listPresets(): Promise<Preset[]> {
  return readable(await values<Preset>(presets), isPreset).sort(
    (a, b) => a.createdAt - b.createdAt || (a.id < b.id ? -1 : 1),
  );
}

export const savePreset = (preset: Preset): Promise<void> => set(preset.id, preset, presets);

export const deletePreset = (id: string): Promise<void> => del(id, presets);
