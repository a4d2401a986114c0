// Presets that are being written, until they are saved or cancelled: whoever closes the dialog before finds them as they were, in
// this tab's next page too.
import { create } from "zustand";
import { hasShape } from "../storage/database";
import { isPreset, type Preset } from "../storage/presets";

const KEY = "jamba-preset-drafts";

interface PresetDraftStore {
  readonly drafts: Readonly<Record<string, Preset>>; // by the preset's id; NEW_PRESET for one that has none yet
  write(key: string, preset: Preset): void;
  drop(key: string): void;
}

export const NEW_PRESET = "new";

export const usePresetDraftStore = create<PresetDraftStore>((set) => ({
  drafts: read(),
  write: (key, preset) => set(({ drafts }) => ({ drafts: { ...drafts, [key]: preset } })),
  drop: (key) =>
    set(({ drafts: { [key]: _dropped, ...others } }) => ({
      drafts: others,
    })),
}));

usePresetDraftStore.subscribe(({ drafts }) => {
  try {
    sessionStorage.setItem(KEY, JSON.stringify(drafts));
  } catch {
    // No storage, or no room in it: they last as long as the page does.
  }
});

function read(): PresetDraftStore["drafts"] {
  try {
    const stored: unknown = JSON.parse(sessionStorage.getItem(KEY) ?? "{}");
    if (!hasShape(stored, {})) return {};
    return Object.fromEntries(
      Object.entries(stored as Record<string, Preset>).filter(([, one]) => isPreset(one)),
    );
  } catch {
    return {}; // the browser lets this page have no storage, or nothing in it can be read
  }
}
