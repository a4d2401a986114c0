// The language in which numbers and dates are written: the interface's, in the reader's own variety of it where there is one.
import type { Language } from "./languages";

let tag: string | undefined;

export function setNumberLanguage(language: Language): void {
  const own = navigator.languages.find((candidate) => candidate.toLowerCase().split("-")[0] === language);
  tag = own ?? language;
}

/** For Intl; undefined, the browser's own, until a language is chosen. */
export const numberLanguage = (): string | undefined => tag;
