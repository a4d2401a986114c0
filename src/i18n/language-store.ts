// The interface's language and its catalogue. English is part of the page; another is fetched when it is chosen, and until it
// is here the one before stays, so that no half-translated page is drawn.
import { create } from "zustand";
import type { Texts } from "./catalogue";
import { en } from "./en";
import { directionOf, type Language } from "./languages";
import { setNumberLanguage } from "./numbers";

type Other = Exclude<Language, "en">;

const loaders: Readonly<Partial<Record<Other, () => Promise<Texts>>>> = {};

interface LanguageStore {
  readonly language: Language;
  readonly texts: Texts;
}

export const useLanguageStore = create<LanguageStore>(() => ({ language: "en", texts: en }));

let wanted: Language = "en";

/** Rejects, with everything as before, when the catalogue can't be fetched. The last language asked for wins. */
export async function chooseLanguage(language: Language): Promise<void> {
  wanted = language;
  const texts = language === "en" ? en : ((await loaders[language]?.()) ?? en);
  if (wanted !== language) return;
  document.documentElement.lang = language;
  document.documentElement.dir = directionOf(language);
  setNumberLanguage(language);
  useLanguageStore.setState({ language, texts });
}

/** In a component: drawn again when the language changes. */
export const useTexts = (): Texts => useLanguageStore((state) => state.texts);

/** Outside components, at the moment of saying it. */
export const currentTexts = (): Texts => useLanguageStore.getState().texts;
