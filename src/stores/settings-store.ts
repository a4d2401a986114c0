// The user's choices. Every change is written to localStorage at once; what of them concerns the whole page is put on the
// document here: theme, motion and language.
import { create } from "zustand";
import { chooseLanguage, currentTexts, resolveLanguage } from "../i18n/language-store";
import {
  changeSettings,
  readSettings,
  resetSettings,
  SETTINGS_KEY,
  type Settings,
  type ShownSetting,
  settingDefinitions,
  writeSettings,
} from "../storage/settings";
import { showToast } from "./toast-store";

interface SettingsStore {
  readonly settings: Settings;
  /** Values out of range move into it. */
  change(changes: Partial<Settings>): void;
  reset(key: ShownSetting): void;
  /** Everything but the choice of the model. */
  resetAll(): void;
}

export const useSettingsStore = create<SettingsStore>((set, get) => ({
  settings: readSettings(),
  change: (changes) => {
    const settings = changeSettings(get().settings, changes);
    set({ settings });
    writeSettings(settings);
    void applySettings();
  },
  reset: (key) => get().change({ [key]: settingDefinitions[key].default }),
  resetAll: () => {
    const before = get().settings;
    get().change(resetSettings(before));
    const { common, settings } = currentTexts();
    showToast(settings.wereReset, { action: { label: common.undo, run: () => get().change(before) } });
  },
}));

/** Resolves when the page speaks the chosen language; where its catalogue can't be fetched, the one before stays. */
export async function applySettings(): Promise<void> {
  const { theme, motion, language } = useSettingsStore.getState().settings;
  mark("theme", theme);
  mark("motion", motion);
  await chooseLanguage(resolveLanguage(language)).catch(() => showToast(currentTexts().settings.noLanguage));
}

/** styles/tokens.css and styles/main.css answer to the marks; without one the system's preference counts. */
function mark(name: "theme" | "motion", value: string): void {
  if (value === "system") delete document.documentElement.dataset[name];
  else document.documentElement.dataset[name] = value;
}

// Another tab's change counts here too, or this tab's next one would undo it.
globalThis.addEventListener?.("storage", ({ key }) => {
  if (key !== SETTINGS_KEY) return;
  useSettingsStore.setState({ settings: readSettings() });
  void applySettings();
});
