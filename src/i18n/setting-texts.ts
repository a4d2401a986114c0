// What a catalogue must say of each setting, by its kind: a setting without its words does not compile.
import type { Settings, ShownSetting, settingDefinitions } from "../storage/settings";
import type { Language } from "./languages";

type KindOf<Key extends ShownSetting> = (typeof settingDefinitions)[Key]["kind"];

interface Words {
  readonly label: string;
  readonly help: string;
}

/** Languages are listed under the names they have for themselves. */
type Choices<Key extends ShownSetting> = {
  readonly choices: Readonly<Record<Exclude<Settings[Key] & string, Language>, string>>;
};

/** What an empty field means, or an example of what to write there. */
type Placeholder = { readonly placeholder: string };

type Extra<Key extends ShownSetting> =
  KindOf<Key> extends "choice"
    ? Choices<Key>
    : KindOf<Key> extends "optional-number" | "text"
      ? Placeholder
      : unknown;

export type SettingTexts = { readonly [Key in ShownSetting]: Words & Extra<Key> };
