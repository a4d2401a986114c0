// How numbers and dates are written: in the interface's language, in the reader's own variety of it where there is one, with
// the units' names from its catalogue.
import { units as englishUnits } from "./en/units";
import type { Language } from "./languages";

type Units = typeof englishUnits;

let tag: string | undefined;
let current: Units = englishUnits;

export function setNumberLanguage(language: Language, units: Units): void {
  const own = navigator.languages.find((candidate) => candidate.toLowerCase().split("-")[0] === language);
  tag = own ?? language;
  current = units;
}

/** For Intl; undefined, the browser's own, until a language is chosen. */
export const numberLanguage = (): string | undefined => tag;

export const currentUnits = (): Units => current;
