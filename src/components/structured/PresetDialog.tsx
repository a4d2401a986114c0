// A preset of the user's own, new or changed. It is one after Save; whoever leaves without Save or Cancel finds it as it was.
import { useId, useState } from "react";
import { useTexts } from "../../i18n/language-store";
import { type Preset, type PresetSetting, presetSettings } from "../../storage/presets";
import { settingDefinitions } from "../../storage/settings";
import { keepPreset } from "../../stores/chat-options";
import { usePanelStore } from "../../stores/panel-store";
import { NEW_PRESET, usePresetDraftStore } from "../../stores/preset-draft";
import { canSavePreset, findPreset, newPreset } from "../../stores/presets-store";
import { EXAMPLE_SCHEMA, findSchemaProblem } from "../../stores/schema-check";
import { Button } from "../ui/Button";
import { Dialog } from "../ui/Dialog";
import { NumberField } from "../ui/NumberField";
import { Section } from "../ui/Section";
import { SchemaField } from "./SchemaField";
import { ToggleRow } from "./ToggleRow";

/** Back to where it was opened. */
const close = (): void => usePanelStore.getState().open({ kind: "chat-options" });

const { write, drop } = usePresetDraftStore.getState();

export function PresetDialog({ presetId }: { readonly presetId: string | null }) {
  const { structured, common } = useTexts();
  const key = presetId ?? NEW_PRESET;
  const [begun] = useState<Preset>(() => findPreset(presetId) ?? newPreset());
  const preset = usePresetDraftStore(({ drafts }) => drafts[key]) ?? begun;
  const [hasFault, setHasFault] = useState(false);
  const written = (): Preset => usePresetDraftStore.getState().drafts[key] ?? begun;
  const change = (changes: Partial<Preset>): void => write(key, { ...written(), ...changes });
  const cancel = (): void => {
    drop(key);
    close();
  };
  const save = async (): Promise<void> => {
    const saved = written();
    if (saved.schema !== null && (await findSchemaProblem(saved.schema)) !== null) return setHasFault(true);
    if (written() !== saved) return save(); // something was written meanwhile
    void keepPreset(saved);
    cancel();
  };
  const footer = (
    <>
      <Button tone="quiet" onClick={cancel}>
        {common.cancel}
      </Button>
      <Button tone="primary" disabled={hasFault || !canSavePreset(preset)} onClick={() => void save()}>
        {structured.save}
      </Button>
    </>
  );
  const title = presetId === null ? structured.newPreset : structured.editPreset;
  return (
    <Dialog title={title} onClose={close} footer={footer}>
      <div className="space-y-7">
        <Words preset={preset} onChange={change} />
        <ModelSettings preset={preset} onChange={change} />
        <AnswerForm preset={preset} onChange={change} onProblem={setHasFault} />
      </div>
    </Dialog>
  );
}

interface PartProps {
  readonly preset: Preset;
  readonly onChange: (changes: Partial<Preset>) => void;
}

const box = "block w-full rounded-lg border border-line-strong bg-raised px-3 py-2 text-sm";

function Words({ preset, onChange }: PartProps) {
  const { structured } = useTexts();
  const id = useId();
  return (
    <div className="space-y-4">
      <label className="block space-y-1.5 text-sm font-medium">
        <span className="block">{structured.name}</span>
        <input
          type="text"
          dir="auto"
          maxLength={80}
          value={preset.name}
          placeholder={structured.namePlaceholder}
          onChange={(event) => onChange({ name: event.target.value })}
          className={`target font-normal ${box}`}
        />
      </label>
      <div className="space-y-1.5">
        <label htmlFor={id} className="block text-sm font-medium">
          {structured.instructions}
        </label>
        <textarea
          id={id}
          dir="auto"
          rows={5}
          maxLength={settingDefinitions.systemPrompt.maxLength}
          value={preset.instructions}
          aria-describedby={`${id}-help`}
          onChange={(event) => onChange({ instructions: event.target.value })}
          className={`resize-y ${box}`}
        />
        <p id={`${id}-help`} className="text-xs text-ink-soft">
          {structured.instructionsHelp}
        </p>
      </div>
    </div>
  );
}

function ModelSettings({ preset, onChange }: PartProps) {
  const { structured, settings } = useTexts();
  const set = (name: PresetSetting, value: number | null): void => {
    const { [name]: _before, ...others } = preset.settings;
    onChange({ settings: value === null ? others : { ...others, [name]: value } });
  };
  return (
    <Section title={structured.modelSettings}>
      <div className="divide-y divide-line rounded-2xl border border-line bg-raised px-4">
        {presetSettings.map((name) => (
          <div key={name} className="py-3.5">
            <NumberField
              {...settings.fields[name]}
              min={settingDefinitions[name].min}
              max={settingDefinitions[name].max}
              step={settingDefinitions[name].step}
              hasSlider={false}
              value={preset.settings[name] ?? null}
              emptyLabel={structured.asInSettings}
              onChange={(value) => set(name, value)}
            />
          </div>
        ))}
      </div>
    </Section>
  );
}

function AnswerForm({
  preset,
  onChange,
  onProblem,
}: PartProps & { onProblem: (hasProblem: boolean) => void }) {
  const { structured } = useTexts();
  const { schema } = preset;
  const toggle = (isOn: boolean): void => {
    onProblem(false);
    onChange({ schema: isOn ? EXAMPLE_SCHEMA : null });
  };
  return (
    <Section title={structured.answers}>
      <div className="space-y-4 rounded-2xl border border-line bg-raised p-4">
        <ToggleRow
          id={useId()}
          label={structured.json}
          help={structured.jsonHelp}
          isOn={schema !== null}
          onChange={toggle}
        />
        {schema !== null && (
          <SchemaField
            text={schema}
            onChange={(changed) => onChange({ schema: changed })}
            check={findSchemaProblem}
            onProblem={onProblem}
          />
        )}
      </div>
    </Section>
  );
}
