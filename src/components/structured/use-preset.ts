import { useTexts } from "../../i18n/language-store";
import type { Preset } from "../../storage/presets";
import { listBuiltIn, usePresetsStore } from "../../stores/presets-store";

/** Those that come with the app, in the interface's language, then the user's own. */
export function usePresets(): readonly Preset[] {
  const texts = useTexts();
  const own = usePresetsStore((state) => state.own);
  return [...listBuiltIn(texts), ...own];
}

export function usePreset(id: string | null): Preset | null {
  return usePresets().find((preset) => preset.id === id) ?? null;
}
