// The user's choices. Every change is written to localStorage at once; the theme is put on the document here.
import { create } from "zustand";
import type { SamplingSettings } from "../../workers/inference/api";
import { defaultSettings, readSettings, type Settings, writeSettings } from "../storage/settings";

interface SettingsStore {
  readonly settings: Settings;
  change(changes: Partial<Settings>): void;
  /** Everything but the choice of the model. */
  reset(): void;
}

export const useSettingsStore = create<SettingsStore>((set, get) => ({
  settings: readSettings(),
  change: (changes) => {
    const settings = { ...get().settings, ...changes };
    set({ settings });
    writeSettings(settings);
    applyTheme(settings);
  },
  reset: () => get().change({ ...defaultSettings, preferredModelId: get().settings.preferredModelId }),
}));

/** styles/tokens.css answers to `data-theme`; without it the system's preference counts. */
export function applyTheme({ theme }: Settings): void {
  if (theme === "system") delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = theme;
}

export function currentSampling(): SamplingSettings {
  const { temperature, topK, topP, minP, repetitionPenalty, seed } = useSettingsStore.getState().settings;
  return { temperature, topK, topP, minP, repetitionPenalty, seed };
}
