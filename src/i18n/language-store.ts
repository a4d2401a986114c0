// The interface's language and its catalogue. English is part of the page; another is fetched when it is chosen, and until it
// is here the one before stays, so that no half-translated page is drawn.
import { create } from "zustand";
import type { Texts } from "./catalogue";
import { en } from "./en";
import { directionOf, type Language, matchLanguage } from "./languages";
import { setNumberLanguage } from "./numbers";

type Other = Exclude<Language, "en">;

/** The catalogues beside the English one: a language without one does not compile. */
const loaders: Readonly<Record<Other, () => Promise<Texts>>> = {
  es: () => import("./es").then(({ es }) => es),
  fr: () => import("./fr").then(({ fr }) => fr),
  pt: () => import("./pt").then(({ pt }) => pt),
  it: () => import("./it").then(({ it }) => it),
  nl: () => import("./nl").then(({ nl }) => nl),
  de: () => import("./de").then(({ de }) => de),
  ar: () => import("./ar").then(({ ar }) => ar),
  he: () => import("./he").then(({ he }) => he),
};

interface LanguageStore {
  readonly language: Language;
  readonly texts: Texts;
}

export const useLanguageStore = create<LanguageStore>(() => ({ language: "en", texts: en }));

let wanted: Language = "en";

/** Rejects, with everything as before, when the catalogue can't be fetched. The last language asked for wins. */
export async function chooseLanguage(language: Language): Promise<void> {
  wanted = language;
  const texts = language === "en" ? en : await loaders[language]();
  if (wanted !== language) return;
  document.documentElement.lang = language;
  document.documentElement.dir = directionOf(language);
  setNumberLanguage(language, texts.units);
  useLanguageStore.setState({ language, texts });
}

/** "system" is the first of the browser's languages that the interface speaks. */
export function resolveLanguage(choice: "system" | Language): Language {
  const wishes = choice === "system" ? navigator.languages : [choice];
  return matchLanguage(wishes);
}

/** In a component: drawn again when the language changes. */
export const useTexts = (): Texts => useLanguageStore((state) => state.texts);

/** Outside components, at the moment of saying it. */
export const currentTexts = (): Texts => useLanguageStore.getState().texts;
