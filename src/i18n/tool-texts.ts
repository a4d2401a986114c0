// Texts about tools and their calls, fetched with the parts of the page that say them.
import type { tools as english } from "./en/tools";
import { useLanguageStore } from "./language-store";
import { laterTexts } from "./later-texts";

export type ToolTexts = typeof english;

const texts = laterTexts<{ readonly tools: ToolTexts }>({
  en: () => import("./en/tools"),
  es: () => import("./es/tools"),
  fr: () => import("./fr/tools"),
  pt: () => import("./pt/tools"),
  it: () => import("./it/tools"),
  nl: () => import("./nl/tools"),
  de: () => import("./de/tools"),
  ar: () => import("./ar/tools"),
  he: () => import("./he/tools"),
});

export const useToolTexts = (): ToolTexts => texts.useTexts().tools;

/** Outside components, at the moment of saying it. */
export const currentToolTexts = async (): Promise<ToolTexts> =>
  (await texts.load(useLanguageStore.getState().language)).tools;
