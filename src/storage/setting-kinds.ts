// The kinds of settings: what a definition of each says, what its values are, and how a stored value becomes one of them.

/** In the dialog, from the top; the advanced ones lie behind a fold. */
export const settingSections = {
  general: { isAdvanced: false },
  answers: { isAdvanced: false },
  model: { isAdvanced: false },
  sampling: { isAdvanced: true },
} as const satisfies Record<string, { readonly isAdvanced: boolean }>;

export type SettingSection = keyof typeof settingSections;

export interface Range {
  readonly min: number;
  readonly max: number;
  readonly step: number; // 1: whole numbers only
}

interface Shown {
  readonly section: SettingSection;
}

export interface ChoiceSetting<Value extends string = string> extends Shown {
  readonly kind: "choice";
  readonly default: Value;
  readonly choices: readonly Value[];
}

export interface ToggleSetting extends Shown {
  readonly kind: "toggle";
  readonly default: boolean;
}

export interface NumberSetting extends Shown, Range {
  readonly kind: "number";
  readonly default: number;
  readonly hasSlider: boolean;
}

/** A number that may be left empty: then the app chooses. */
export interface OptionalNumberSetting extends Shown, Range {
  readonly kind: "optional-number";
  readonly default: null;
}

export interface TextSetting extends Shown {
  readonly kind: "text";
  readonly default: string;
  readonly maxLength: number;
}

/** Kept with the settings, but chosen elsewhere. */
export interface RememberedSetting {
  readonly kind: "remembered";
  readonly section: null;
  readonly default: null;
}

export type SettingDefinition =
  | ChoiceSetting
  | ToggleSetting
  | NumberSetting
  | OptionalNumberSetting
  | TextSetting
  | RememberedSetting;

export type ValueOf<Definition extends SettingDefinition> =
  Definition extends ChoiceSetting<infer Value>
    ? Value
    : Definition extends ToggleSetting
      ? boolean
      : Definition extends NumberSetting
        ? number
        : Definition extends OptionalNumberSetting
          ? number | null
          : Definition extends TextSetting
            ? string
            : string | null;

/** A number inside a range, or null where it is none. */
export function clampNumber({ min, max, step }: Range, value: unknown): number | null {
  if (typeof value !== "number" || !Number.isFinite(value)) return null;
  const inRange = Math.min(max, Math.max(min, value));
  return step === 1 ? Math.round(inRange) : inRange;
}

/** The nearest value that the definition allows; its default where there is none. */
export function clampValue(definition: SettingDefinition, value: unknown): unknown {
  switch (definition.kind) {
    case "choice":
      return definition.choices.find((choice) => choice === value) ?? definition.default;
    case "toggle":
      return typeof value === "boolean" ? value : definition.default;
    case "number":
    case "optional-number":
      return clampNumber(definition, value) ?? definition.default;
    case "text":
      return typeof value === "string" ? value.slice(0, definition.maxLength) : definition.default;
    case "remembered":
      return typeof value === "string" ? value : definition.default;
    default:
      return definition satisfies never;
  }
}

export const choice = <const Value extends string>(
  section: SettingSection,
  choices: readonly Value[],
  initial: NoInfer<Value>,
): ChoiceSetting<Value> => ({ kind: "choice", section, default: initial, choices });

export const toggle = (section: SettingSection, initial: boolean): ToggleSetting => ({
  kind: "toggle",
  section,
  default: initial,
});

export const number = (section: SettingSection, initial: number, range: Range): NumberSetting => ({
  kind: "number",
  section,
  default: initial,
  hasSlider: false,
  ...range,
});

export const slider = (section: SettingSection, initial: number, range: Range): NumberSetting => ({
  ...number(section, initial, range),
  hasSlider: true,
});

export const optionalNumber = (section: SettingSection, range: Range): OptionalNumberSetting => ({
  kind: "optional-number",
  section,
  default: null,
  ...range,
});

export const text = (section: SettingSection, maxLength: number): TextSetting => ({
  kind: "text",
  section,
  default: "",
  maxLength,
});

export const remembered = (): RememberedSetting => ({ kind: "remembered", section: null, default: null });
