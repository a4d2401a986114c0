// One setting's field, drawn by its kind, with a mark and a way back where it differs from its default.
import { RotateCcw } from "lucide-react";
import { useId } from "react";
import type { Texts } from "../../i18n/catalogue";
import { useTexts } from "../../i18n/language-store";
import { languageNames, languages } from "../../i18n/languages";
import {
  isModified,
  isSettingOf,
  type SettingOf,
  type ShownSetting,
  settingDefinitions,
} from "../../storage/settings";
import { useSettingsStore } from "../../stores/settings-store";
import { FieldRow } from "../ui/FieldRow";
import { NumberField } from "../ui/NumberField";
import { Segments } from "../ui/Segments";

export function SettingField({ name }: { readonly name: ShownSetting }) {
  if (isSettingOf("choice", name)) return <ChoiceField name={name} />;
  if (isSettingOf("toggle", name)) return <ToggleField name={name} />;
  if (isSettingOf("text", name)) return <TextField name={name} />;
  return <NumericField name={name} />;
}

/** Only where something was changed: nothing stands beside a default. */
function ModifiedMark({ name }: { readonly name: ShownSetting }) {
  const { settings } = useTexts();
  const isChanged = useSettingsStore((state) => isModified(state.settings, name));
  if (!isChanged) return null;
  const { label } = settings.fields[name];
  return (
    <span className="inline-flex items-center rounded-full bg-accent-tint ps-2.5 text-xs font-normal text-accent">
      {settings.modified}
      <button
        type="button"
        aria-label={settings.reset(label)}
        title={settings.reset(label)}
        onClick={() => useSettingsStore.getState().reset(name)}
        className="ms-1 grid size-7 place-items-center rounded-full hover:bg-tint pointer-coarse:size-11"
      >
        <RotateCcw size={13} aria-hidden />
      </button>
    </span>
  );
}

interface Option {
  readonly value: string;
  readonly label: string;
}

/** A language without a catalogue is not offered. */
function listOptions(name: SettingOf<"choice">, { settings }: Texts): Option[] {
  const choices: readonly string[] = settingDefinitions[name].choices;
  const labels: Readonly<Record<string, string>> =
    name === "language"
      ? {
          ...settings.fields.language.choices,
          ...Object.fromEntries(languages.map((language) => [language, languageNames[language]])),
        }
      : settings.fields[name].choices;
  return choices.flatMap((value) => {
    const label = labels[value];
    return label === undefined ? [] : [{ value, label }];
  });
}

/** More options than this are a list to open. */
const MAX_SEGMENTS = 3;

function ChoiceField({ name }: { readonly name: SettingOf<"choice"> }) {
  const texts = useTexts();
  const value: string = useSettingsStore((state) => state.settings[name]);
  const change = useSettingsStore((state) => state.change);
  const id = useId();
  const { label, help } = texts.settings.fields[name];
  const options = listOptions(name, texts);
  const helpId = `${id}-help`;
  const onChange = (next: string): void => change({ [name]: next });
  const isList = settingDefinitions[name].choices.length > MAX_SEGMENTS;
  const caption = isList ? <label htmlFor={id}>{label}</label> : <span id={`${id}-label`}>{label}</span>;
  return (
    <FieldRow label={caption} mark={<ModifiedMark name={name} />} help={help} helpId={helpId}>
      {isList ? (
        <select
          id={id}
          value={value}
          aria-describedby={helpId}
          onChange={(event) => onChange(event.target.value)}
          className="target min-w-28 rounded-lg border border-line-strong bg-raised px-2.5 py-1 text-sm"
        >
          {options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </select>
      ) : (
        <Segments
          name={name}
          labelId={`${id}-label`}
          helpId={helpId}
          value={value}
          options={options}
          onChange={onChange}
        />
      )}
    </FieldRow>
  );
}

function ToggleField({ name }: { readonly name: SettingOf<"toggle"> }) {
  const { settings } = useTexts();
  const value = useSettingsStore((state) => state.settings[name]);
  const change = useSettingsStore((state) => state.change);
  const id = useId();
  const { label, help } = settings.fields[name];
  return (
    <FieldRow
      label={<label htmlFor={id}>{label}</label>}
      mark={<ModifiedMark name={name} />}
      help={help}
      helpId={`${id}-help`}
      isSmall
    >
      <label htmlFor={id} className="target grid cursor-pointer place-items-center">
        <input
          id={id}
          type="checkbox"
          checked={value}
          aria-describedby={`${id}-help`}
          onChange={(event) => change({ [name]: event.target.checked })}
          className="size-5 accent-accent"
        />
      </label>
    </FieldRow>
  );
}

function TextField({ name }: { readonly name: SettingOf<"text"> }) {
  const { settings } = useTexts();
  const value = useSettingsStore((state) => state.settings[name]);
  const change = useSettingsStore((state) => state.change);
  const id = useId();
  const { label, help, placeholder } = settings.fields[name];
  return (
    <FieldRow
      label={<label htmlFor={id}>{label}</label>}
      mark={<ModifiedMark name={name} />}
      help={help}
      helpId={`${id}-help`}
    >
      <textarea
        id={id}
        dir="auto"
        rows={3}
        value={value}
        placeholder={placeholder}
        aria-describedby={`${id}-help`}
        onChange={(event) => change({ [name]: event.target.value })}
        className="block w-full resize-y rounded-lg border border-line-strong bg-raised px-3 py-2 text-sm"
      />
    </FieldRow>
  );
}

function NumericField({ name }: { readonly name: SettingOf<"number" | "optional-number"> }) {
  const { settings } = useTexts();
  const value = useSettingsStore((state) => state.settings[name]);
  const change = useSettingsStore((state) => state.change);
  const definition = settingDefinitions[name];
  const { label, help } = settings.fields[name];
  const empty = isSettingOf("optional-number", name) ? settings.fields[name].placeholder : undefined;
  return (
    <NumberField
      label={label}
      help={help}
      mark={<ModifiedMark name={name} />}
      value={value}
      min={definition.min}
      max={definition.max}
      step={definition.step}
      hasSlider={definition.kind === "number" && definition.hasSlider}
      {...(empty === undefined ? {} : { emptyLabel: empty })}
      onChange={(next) => change({ [name]: next })}
    />
  );
}
