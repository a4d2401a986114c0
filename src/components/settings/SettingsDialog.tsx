// The user's choices: looks, the instructions, and how the model writes.

import type { LoadedModel } from "../../../workers/inference/api";
import {
  clampSetting,
  defaultSettings,
  type NumericSetting,
  settingRanges,
  type Theme,
} from "../../storage/settings";
import { formatBytes } from "../../stores/format";
import { useModelStore } from "../../stores/model-store";
import { useSettingsStore } from "../../stores/settings-store";
import { Button } from "../ui/Button";
import { Dialog } from "../ui/Dialog";
import { NumberField } from "../ui/NumberField";
import { fieldTexts } from "./field-texts";

const mainFields = ["temperature", "maxTokens"] as const satisfies readonly NumericSetting[];
const advancedFields = [
  "topP",
  "topK",
  "minP",
  "repetitionPenalty",
  "seed",
] as const satisfies readonly NumericSetting[];

export function SettingsDialog({ onClose }: { readonly onClose: () => void }) {
  const reset = useSettingsStore((state) => state.reset);
  const footer = (
    <>
      <Button tone="quiet" onClick={reset}>
        Reset to defaults
      </Button>
      <Button tone="primary" onClick={onClose}>
        Done
      </Button>
    </>
  );
  return (
    <Dialog title="Settings" onClose={onClose} footer={footer}>
      <div className="space-y-6">
        <ThemeChoice />
        <SystemPrompt />
        {mainFields.map((name) => (
          <SettingField key={name} name={name} />
        ))}
        <ContextLength />
        <PreciseArithmetic />
        <details className="rounded-2xl border border-line bg-raised px-4">
          <summary className="target flex items-center text-sm font-medium">Advanced sampling</summary>
          <div className="space-y-5 border-t border-line py-4">
            {advancedFields.map((name) => (
              <SettingField key={name} name={name} />
            ))}
          </div>
        </details>
        <a href="./bench.html" className="target inline-flex items-center text-sm text-accent underline">
          Measure this machine
        </a>
      </div>
    </Dialog>
  );
}

const themes: readonly { readonly value: Theme; readonly label: string }[] = [
  { value: "system", label: "System" },
  { value: "light", label: "Light" },
  { value: "dark", label: "Dark" },
];

function ThemeChoice() {
  const theme = useSettingsStore((state) => state.settings.theme);
  const change = useSettingsStore((state) => state.change);
  return (
    <fieldset>
      <legend className="text-sm font-medium">Theme</legend>
      <div className="mt-2 inline-flex rounded-xl border border-line bg-sunken p-1">
        {themes.map(({ value, label }) => (
          <label
            key={value}
            className="target grid cursor-pointer place-items-center rounded-lg px-4 text-sm has-checked:bg-raised has-checked:font-medium has-checked:shadow-card has-focus-visible:outline-2 has-focus-visible:outline-accent"
          >
            <input
              type="radio"
              name="theme"
              value={value}
              checked={theme === value}
              onChange={() => change({ theme: value })}
              className="sr-only"
            />
            {label}
          </label>
        ))}
      </div>
    </fieldset>
  );
}

function SystemPrompt() {
  const systemPrompt = useSettingsStore((state) => state.settings.systemPrompt);
  const change = useSettingsStore((state) => state.change);
  return (
    <label className="block text-sm font-medium">
      Instructions
      <textarea
        dir="auto"
        rows={3}
        value={systemPrompt}
        placeholder="Answer in short, plain sentences."
        onChange={(event) => change({ systemPrompt: event.target.value })}
        className="mt-1.5 block w-full resize-y rounded-lg border border-line-strong bg-raised px-3 py-2 font-normal"
      />
      <span className="mt-0.5 block text-xs font-normal text-ink-soft">
        Given to the model before every conversation, as its system prompt.
      </span>
    </label>
  );
}

function SettingField({ name }: { readonly name: NumericSetting }) {
  const value = useSettingsStore((state) => state.settings[name]);
  const change = useSettingsStore((state) => state.change);
  const { label, help, emptyLabel } = fieldTexts[name];
  const onChange = (next: number | null): void => {
    const clamped = clampSetting(name, next);
    change({ [name]: emptyLabel === undefined ? (clamped ?? defaultSettings[name]) : clamped });
  };
  return (
    <NumberField
      label={label}
      help={help}
      value={value}
      {...settingRanges[name]}
      hasSlider={emptyLabel === undefined}
      {...(emptyLabel === undefined ? {} : { emptyLabel })}
      onChange={onChange}
    />
  );
}

/** Takes effect when the model is loaded, so that it comes with a button for that. */
function ContextLength() {
  const wanted = useSettingsStore((state) => state.settings.contextLength);
  const info = useModelStore(({ model }) => (model.status === "ready" ? model.info : null));
  const loadAgain = useModelStore((state) => state.loadAgain);
  const differs = info !== null && wanted !== null && wanted !== info.contextLength;
  return (
    <div>
      <SettingField name="contextLength" />
      {info && (
        <div className="mt-2 flex flex-wrap items-center justify-between gap-2 text-xs text-ink-soft">
          <span>{describeContext(info, wanted)}</span>
          {differs && <Button onClick={() => void loadAgain()}>Load again with this length</Button>}
        </div>
      )}
    </div>
  );
}

/** What a full context costs, and who has limited it: the user, the model or the GPU's memory. */
function describeContext(info: LoadedModel, wanted: number | null): string {
  const { contextLength, ownContextLength, contextBytes } = info;
  const isShort = contextLength < Math.min(ownContextLength, wanted ?? ownContextLength);
  const cost = `The loaded model holds ${contextLength.toLocaleString()} tokens; all of them take ${formatBytes(contextBytes)} of GPU memory.`;
  return isShort
    ? `${cost} It was made for ${ownContextLength.toLocaleString()}, and memory allows no more.`
    : cost;
}

/** Takes effect when the model is loaded, too. */
function PreciseArithmetic() {
  const isPrecise = useSettingsStore((state) => state.settings.isPrecise);
  const change = useSettingsStore((state) => state.change);
  const loaded = useModelStore(({ model }) => (model.status === "ready" ? model.info.precision : null));
  const loadAgain = useModelStore((state) => state.loadAgain);
  const differs = loaded !== null && (loaded === "f32") !== isPrecise;
  return (
    <div>
      <label className="target flex cursor-pointer items-center gap-3 text-sm font-medium">
        <input
          type="checkbox"
          checked={isPrecise}
          onChange={(event) => change({ isPrecise: event.target.checked })}
          className="size-4 accent-accent"
        />
        Precise arithmetic
      </label>
      <p className="mt-0.5 text-xs text-ink-soft">
        Calculates everything in 32-bit floating point. Slower; answers hardly ever differ.
      </p>
      {differs && (
        <div className="mt-2 flex justify-end">
          <Button onClick={() => void loadAgain()}>
            {isPrecise ? "Load again in full precision" : "Load again for speed"}
          </Button>
        </div>
      )}
    </div>
  );
}
