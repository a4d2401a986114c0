// Presets: those that come with the app and the user's own. A chat knows its preset by its id.
import { create } from "zustand";
import type { Texts } from "../i18n/catalogue";
import { currentTexts } from "../i18n/language-store";
import { type BuiltInName, builtInNames, builtInPresets } from "../presets/built-in";
import { deletePreset, listPresets, type Preset, savePreset } from "../storage/presets";
import { keep, save } from "./saving";
import { showToast } from "./toast-store";

interface PresetsStore {
  readonly own: readonly Preset[]; // the oldest first
  start(): Promise<void>;
  /** Adds it, or changes the one of its id. */
  save(preset: Preset): Promise<void>;
  /** A copy of the user's own. */
  duplicate(id: string): Promise<void>;
  remove(id: string): Promise<void>;
}

export const usePresetsStore = create<PresetsStore>((set, get) => ({
  own: [],

  start: () => keep(listPresets().then((own) => set({ own }))),

  save: async (preset) => {
    const others = get().own.filter(({ id }) => id !== preset.id);
    set({ own: [...others, preset].sort((a, b) => a.createdAt - b.createdAt) });
    await save([preset.id], () => savePreset(preset));
  },

  duplicate: async (id) => {
    const preset = findPreset(id);
    if (!preset) return;
    const name = currentTexts().structured.copyOf(preset.name);
    await get().save({ ...preset, ...newPreset(), name });
  },

  remove: async (id) => {
    const preset = get().own.find((one) => one.id === id);
    if (!preset) return;
    set({ own: get().own.filter((one) => one !== preset) });
    await save([id], () => deletePreset(id));
    const { common, structured } = currentTexts();
    showToast(structured.presetDeleted(preset.name), {
      action: { label: common.undo, run: () => void get().save(preset) },
    });
  },
}));

const BUILT_IN = "built-in:";

export const isBuiltIn = (id: string): boolean => id.startsWith(BUILT_IN);

export function listBuiltIn({ structured }: Texts = currentTexts()): Preset[] {
  return builtInNames.map((name: BuiltInName, index) => ({
    ...builtInPresets[name],
    id: BUILT_IN + name,
    name: structured.builtIn[name].name,
    createdAt: index,
  }));
}

/** Null when it was deleted: its chats go on with Settings alone. */
export function findPreset(id: string | null): Preset | null {
  if (id === null) return null;
  return [...listBuiltIn(), ...usePresetsStore.getState().own].find((preset) => preset.id === id) ?? null;
}

/** With nothing of its own yet. */
export function newPreset(): Preset {
  const id = crypto.randomUUID();
  return { id, name: "", instructions: "", settings: {}, schema: null, createdAt: Date.now() };
}

/** What can be saved: it has a name, and something besides. */
export function canSavePreset({ name, instructions, settings, schema }: Preset): boolean {
  const isEmpty = instructions.trim() === "" && schema === null && Object.keys(settings).length === 0;
  return name.trim() !== "" && !isEmpty;
}
